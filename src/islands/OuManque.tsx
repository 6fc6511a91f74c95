import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { CARACTERES } from '../domain/tables/valeurs.ts';
import { decodePortee, encodePortee, type RechercheDePortee } from '../domain/url/portee.ts';
import { typographie } from '../phrases/typographie.ts';
import { charger, uneFois } from '../query/lecture.ts';
import { Combobox } from './carte/Combobox.tsx';
import { useTexte } from './carte/useTexte.ts';
import type { FichiersDeLOffre } from './lireOffre.ts';
import type { PropsOuManque } from './ou-manque/props.ts';
import { Panne } from './Panne.tsx';
import { useRetour } from './retour.ts';
import { useCharge } from './useCharge.ts';

interface Props extends PropsOuManque {
  readonly fichiers: FichiersDeLOffre;
  /** La carte des communes, sans couleur. */
  readonly dessin?: ComponentChildren;
  /** Les options de l’édition. */
  readonly children?: ComponentChildren;
}

const OPTION = 'manque-option';
const PROPOSEES = 12;

/** Ce qui répond ne se charge qu’au premier geste. */
const lecteur = (fichiers: FichiersDeLOffre) =>
  uneFois(async () => {
    const module = await charger(import('./ou-manque/Reponse.tsx'));
    return { module, donnees: await module.lireOffre(fichiers) };
  });

function useAdresse() {
  const [{ recherche, avis }, poser] = useState(() => decodePortee(''));
  useEffect(() => poser(decodePortee(location.search)), []);
  useRetour(() => poser(decodePortee(location.search)));
  const chercher = (champs: Partial<RechercheDePortee>) => {
    const suivante = { ...recherche, ...champs };
    history.pushState(null, '', `${location.pathname}${encodePortee(suivante)}`);
    poser({ recherche: suivante, avis: [] });
  };
  return { recherche, avis, chercher };
}

/** « Où manque cette option ? » : de chaque commune, la distance à la plus proche. */
export default function OuManque({ fichiers, dessin, children, ...reste }: Props) {
  const { recherche, avis, chercher } = useAdresse();
  const [touche, toucher] = useState(false);
  const lire = useMemo(() => lecteur(fichiers), [fichiers]);
  const { valeur, faute, reessayer } = useCharge(lire, touche || recherche.option !== '');
  const parCode = useMemo(
    () => new Map(valeur?.donnees.recherche.options.map((une) => [une.code, une])),
    [valeur],
  );
  const choisie = parCode.get(recherche.option);
  const nom = choisie ? `${choisie.code} ${choisie.intitule}` : recherche.option;
  const { texte, taper, rendre } = useTexte(OPTION, nom);
  const codes =
    texte === nom
      ? []
      : (valeur?.donnees.recherche.chercher(texte)?.codes.slice(0, PROPOSEES) ?? []);
  const prendre = (option: string) => {
    rendre();
    chercher({ option });
  };
  return (
    <div class="ou-manque" data-pret={valeur !== null || undefined}>
      <form
        class="ou-manque-form"
        aria-label="Où manque une option"
        onFocusCapture={() => toucher(true)}
        onSubmit={(e) => e.preventDefault()}
      >
        <Combobox
          id={OPTION}
          etiquette="Option, métier ou code"
          invite="coiffure, 2115…"
          texte={texte}
          surTexte={taper}
          propositions={codes.map((code) => ({
            cle: code,
            titre: `${code} ${parCode.get(code)?.intitule ?? ''}`,
          }))}
          surChoix={({ cle }) => prendre(cle)}
          surSortie={(visee) => visee && prendre(visee.cle)}
          rien={valeur ? 'Aucune option ne répond. Essayez un autre mot.' : 'Un instant…'}
        />
        <label>
          <span>Caractère</span>
          <select
            class="champ"
            value={recherche.caractere ?? ''}
            onChange={({ currentTarget: { value } }) =>
              chercher({ caractere: CARACTERES.find((c) => c === value) ?? null })
            }
          >
            <option value="">les deux</option>
            {CARACTERES.map((caractere) => (
              <option key={caractere}>{caractere}</option>
            ))}
          </select>
        </label>
        <label>
          <span>Communes</span>
          <select
            class="champ"
            value={recherche.zone ?? ''}
            onChange={({ currentTarget: { value } }) =>
              chercher({ zone: value === '' ? null : Number(value) })
            }
          >
            <option value="">les dix zones</option>
            {reste.zones.map(({ zone, nom: titre }) => (
              <option key={zone} value={zone}>
                {titre}
              </option>
            ))}
          </select>
        </label>
      </form>
      <div class="ou-manque-avis">
        {avis.map((phrase) => (
          <p key={phrase} class="message">
            {typographie(phrase)}
          </p>
        ))}
        {faute && <Panne {...{ faute, reessayer }} sansAdresse />}
        {!valeur && !faute && recherche.option !== '' && <p role="status">Calcul des distances…</p>}
      </div>
      {valeur && recherche.option !== '' && (
        <valeur.module.Reponse
          {...reste}
          donnees={valeur.donnees}
          recherche={recherche}
          titre={choisie ? nom : ''}
        />
      )}
      {dessin}
      {children}
    </div>
  );
}
