import { useContext, useMemo, useState } from 'preact/hooks';
import type { ComptesDeCarte } from '../../domain/autour/autour.ts';
import {
  basculerChoix,
  type CleChoix,
  type EtatCarte,
  poserValeurs,
} from '../../domain/autour/etat.ts';
import { ditLesQualifiants } from '../../domain/autour/facettes.ts';
import { allerAuLieu } from '../../domain/autour/lieux-nommes.ts';
import type { Lieux } from '../../domain/autour/types.ts';
import { creerChercherFormations } from '../../domain/recherche/formations.ts';
import { enumererEnBref } from '../../phrases/enumerer.ts';
import { compte } from '../../phrases/nombres.ts';
import { useExemples } from '../exemples.ts';
import { FormationsExclues } from '../FormationsExclues.tsx';
import { Panne } from '../Panne.tsx';
import { proposer } from '../useRecherche.ts';
import { Combobox } from './Combobox.tsx';
import { type Etiquettes, FILTRES } from './etiquettes.ts';
import { PourLesQuestions, useQuestion } from './Questions.tsx';

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
const ALTERNANCES: readonly string[] = ['ALT', 'PE-ALT'];

const RIEN = 'Aucune option du répertoire ne correspond.';

/** Les filtres de la carte, avec le nombre d’implantations de chaque valeur. */
export function CarteFiltres(props: Props) {
  const { etat, lieux, comptes, comptesCentres, etiquettes, annees, aller } = props;
  const [texte, setTexte] = useState('');
  const { recherche, faute, reessayer, situee, cherche } = useQuestion(texte, lieux);
  const { formations } = useContext(PourLesQuestions);
  const { codes, mots } = useExemples();
  const exemples = [...codes.slice(0, 1), ...mots.slice(0, 1)].join(', ');
  const intitules = useMemo(
    () => new Map(lieux.options.map(({ code, intitule }) => [code, intitule])),
    [lieux.options],
  );
  const propositions = proposer(recherche, cherche, intitules, PROPOSEES).map((une) => {
    const ou =
      situee &&
      `dans ce lieu : ${enumererEnBref([...new Set(situee.lieux.map(({ nom }) => nom))], 2)}`;
    return ou ? { ...une, detail: [une.detail, ou].filter(Boolean).join(' · ') } : une;
  });
  const exclues = recherche
    ? creerChercherFormations(formations, recherche.estDUnIntitule)(cherche)
    : [];
  const ajouter = (code: string) => {
    const codes = new Set([...(etat.choix.option ?? []), code]);
    setTexte('');
    const vers = poserValeurs(etat, 'option', [...codes].sort());
    aller(situee ? allerAuLieu(vers, situee) : vers);
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
      <FormationsExclues exclues={exclues} />
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
            {...(cle === 'filiere' && {
              ensemble: {
                titre: 'Alternance, seule ou avec plein exercice',
                valeurs: ALTERNANCES,
                surValeurs: (valeurs) => aller(poserValeurs(etat, 'filiere', valeurs)),
              },
            })}
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
  /** Plusieurs valeurs en une seule case. */
  readonly ensemble?: {
    readonly titre: string;
    readonly valeurs: readonly string[];
    readonly surValeurs: (valeurs: readonly string[]) => void;
  };
}

function Ensemble({ choisies, ensemble }: Pick<PropsFacette, 'choisies' | 'ensemble'>) {
  if (!ensemble) return null;
  const { titre, valeurs, surValeurs } = ensemble;
  const coche = valeurs.every((valeur) => choisies.includes(valeur));
  const autres = choisies.filter((valeur) => !valeurs.includes(valeur));
  return (
    <label class="case">
      <input
        type="checkbox"
        checked={coche}
        onChange={() => surValeurs(coche ? autres : [...autres, ...valeurs])}
      />{' '}
      <span>{titre}</span>
    </label>
  );
}

function Facette(props: PropsFacette) {
  const { titre, long, choisies, valeurs, comptes, surValeur } = props;
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
      {comptes && (
        <span class="compte">
          {comptes.get(valeur) ?? 0}
          <span class="visuellement-cache"> trouvés</span>
        </span>
      )}
    </label>
  ));
  if (!long) {
    return (
      <fieldset class="facette">
        <legend>{titre}</legend>
        <Ensemble choisies={choisies} ensemble={props.ensemble} />
        {cases}
      </fieldset>
    );
  }
  return (
    <details class="facette">
      <summary>
        {titre}
        {choisies.length > 0 && (
          <span class="compte">{compte(choisies.length, 'choix', 'choix')}</span>
        )}
      </summary>
      <fieldset>
        <legend class="visuellement-cache">{titre}</legend>
        {cases}
      </fieldset>
    </details>
  );
}
