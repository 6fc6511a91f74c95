import { useMemo, useState } from 'preact/hooks';
import type { ComptesDeCarte } from '../../domain/autour/autour.ts';
import {
  basculerChoix,
  type CleChoix,
  type EtatCarte,
  poserValeurs,
} from '../../domain/autour/etat.ts';
import { ditLesQualifiants } from '../../domain/autour/facettes.ts';
import type { Lieux } from '../../domain/autour/types.ts';
import { useExemples } from '../exemples.ts';
import { Panne } from '../Panne.tsx';
import { proposer, useRecherche } from '../useRecherche.ts';
import { Combobox } from './Combobox.tsx';
import { type Etiquettes, FILTRES } from './etiquettes.ts';

interface Props {
  readonly etat: EtatCarte;
  readonly lieux: Lieux;
  readonly comptes: ComptesDeCarte | null;
  readonly comptesCentres: ReadonlyMap<string, number> | null;
  readonly etiquettes: Etiquettes;
  readonly annees: readonly string[];
  readonly aller: (etat: EtatCarte) => void;
}

const PROPOSEES = 10;

const RIEN = 'Aucune option du répertoire ne correspond.';

/** Les filtres de la carte, avec le nombre d’implantations de chaque valeur. */
export function CarteFiltres(props: Props) {
  const { etat, lieux, comptes, comptesCentres, etiquettes, annees, aller } = props;
  const [texte, setTexte] = useState('');
  const { codes, mots } = useExemples();
  const exemples = [...codes.slice(0, 1), ...mots.slice(0, 1)].join(', ');
  const { recherche, faute, reessayer } = useRecherche(texte);
  const intitules = useMemo(
    () => new Map(lieux.options.map(({ code, intitule }) => [code, intitule])),
    [lieux.options],
  );
  const propositions = proposer(recherche, texte, intitules, PROPOSEES);
  const ajouter = (code: string) => {
    const codes = new Set([...(etat.choix.option ?? []), code]);
    setTexte('');
    aller(poserValeurs(etat, 'option', [...codes].sort()));
  };
  return (
    <div class="carte-filtres">
      <Combobox
        etiquette="Option"
        invite={`Code ou intitulé${exemples && ` : ${exemples}…`}`}
        texte={texte}
        surTexte={setTexte}
        propositions={propositions}
        surChoix={({ cle }) => ajouter(cle)}
        rien={recherche ? RIEN : faute ? '' : 'Un instant…'}
      />
      {faute && <Panne {...{ faute, reessayer }} />}
      <label class="case">
        <input
          type="checkbox"
          checked={etat.anciens}
          onChange={({ currentTarget: { checked } }) => aller({ ...etat, anciens: checked })}
        />{' '}
        <span>Avec les anciens codes</span>
      </label>
      {FILTRES.filter(({ cle }) => cle !== 'qualifiant' || ditLesQualifiants(lieux)).map(
        ({ cle, titre, long }) => (
          <Facette
            key={cle}
            titre={titre}
            long={long}
            choisies={etat.choix[cle] ?? []}
            valeurs={etiquettes[cle]}
            comptes={cle === 'centre' ? comptesCentres : (comptes?.[cle] ?? null)}
            surValeur={(valeur) => aller(basculerChoix(etat, cle as CleChoix, valeur))}
          />
        ),
      )}
      <label class="carte-annee">
        Année scolaire{' '}
        <select
          value={etat.annee ?? annees.at(-1)}
          onChange={(e) => {
            const annee = e.currentTarget.value;
            aller({ ...etat, annee: annee === annees.at(-1) ? null : annee });
          }}
        >
          {annees.toReversed().map((annee) => (
            <option key={annee} value={annee}>
              {annee}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

interface PropsFacette {
  readonly titre: string;
  readonly long: boolean;
  readonly choisies: readonly string[];
  readonly valeurs: readonly (readonly [valeur: string, etiquette: string])[];
  readonly comptes: ReadonlyMap<string, number> | null;
  readonly surValeur: (valeur: string) => void;
}

function Facette({ titre, long, choisies, valeurs, comptes, surValeur }: PropsFacette) {
  const utiles = valeurs.filter(
    ([valeur]) => !long || !comptes || comptes.has(valeur) || choisies.includes(valeur),
  );
  const cases = utiles.map(([valeur, etiquette]) => (
    <label key={valeur} class="case">
      <input
        type="checkbox"
        checked={choisies.includes(valeur)}
        onChange={() => surValeur(valeur)}
      />{' '}
      <span>{etiquette}</span>
      {comptes && <span class="compte">{comptes.get(valeur) ?? 0}</span>}
    </label>
  ));
  if (!long) {
    return (
      <fieldset class="facette">
        <legend>{titre}</legend>
        {cases}
      </fieldset>
    );
  }
  return (
    <details class="facette">
      <summary>
        {titre}
        {choisies.length > 0 && <span class="compte">{choisies.length} choisi(s)</span>}
      </summary>
      <fieldset>
        <legend class="visuellement-cache">{titre}</legend>
        {cases}
      </fieldset>
    </details>
  );
}
