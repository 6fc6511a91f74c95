import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { RAYONS, VOIES } from '../domain/autour/souhait.ts';
import {
  decodeApprendre,
  encodeApprendre,
  type RechercheDeParent,
} from '../domain/url/apprendre.ts';
import { VOIES_EN_MOTS } from '../phrases/apprendre.ts';
import { typographie } from '../phrases/typographie.ts';
import { charger, uneFois } from '../query/lecture.ts';
import { Combobox } from './carte/Combobox.tsx';
import { CartePosition } from './carte/Position.tsx';
import { useTexte } from './carte/useTexte.ts';
import type { FichiersDeLOffre } from './lireOffre.ts';
import { Panne } from './Panne.tsx';
import { useRetour } from './retour.ts';
import { useCharge } from './useCharge.ts';

interface Props {
  readonly fichiers: FichiersDeLOffre;
  /** « Dans cette édition fictive, », ou rien. */
  readonly prefixe: string;
  readonly annee: string;
  readonly sansOffre: readonly number[];
  readonly zones: number;
  /** Ce que la page montre tant que rien n’est demandé. */
  readonly children?: ComponentChildren;
}

const METIER = 'apprendre-metier';
const COMMUNE = 'apprendre-commune';

/** Ce qui répond ne se charge qu’au premier geste. */
const lecteur = (fichiers: FichiersDeLOffre) =>
  uneFois(async () => {
    const module = await charger(import('./apprendre/Reponse.tsx'));
    return { module, donnees: await module.lire(fichiers) };
  });

const enQuete = ({ q, depart, option }: RechercheDeParent): boolean =>
  q.trim() !== '' || depart !== null || option.length > 0;

const metierTape = (): string => {
  if (typeof document === 'undefined') return '';
  const champ = document.getElementById(METIER);
  return champ instanceof HTMLInputElement ? champ.value : '';
};

/** La recherche que porte l’adresse, et de quoi la changer. */
function useAdresse() {
  const [{ recherche, avis }, poser] = useState(() => decodeApprendre(''));
  // Ce qui a été tapé avant que l’îlot ne s’éveille n’est que dans le DOM.
  const tape = useMemo(metierTape, []);
  useEffect(() => {
    const lue = decodeApprendre(location.search);
    if (tape !== '' && lue.recherche.q === '') {
      poser({ ...lue, recherche: { ...lue.recherche, q: tape } });
    } else poser(lue);
  }, []);
  useRetour(() => poser(decodeApprendre(location.search)));
  const chercher = (champs: Partial<RechercheDeParent>) => {
    const suivante = { ...recherche, ...champs };
    history.replaceState(null, '', `${location.pathname}${encodeApprendre(suivante)}`);
    poser({ recherche: suivante, avis: [] });
  };
  return { recherche, avis, chercher };
}

/** « Où apprendre un métier ? » : un métier, une commune, et les écoles les plus proches. */
export default function OuApprendre({ fichiers, children, ...reste }: Props) {
  const { recherche, avis, chercher } = useAdresse();
  const { q, depart, voie, rayon } = recherche;
  const [touche, toucher] = useState(false);
  const lire = useMemo(() => lecteur(fichiers), [fichiers]);
  const { valeur, faute, reessayer } = useCharge(lire, touche || enQuete(recherche));
  const communes = valeur?.donnees.lieux.communes ?? [];
  const choisie = communes.find((c) => depart?.genre === 'commune' && c.slug === depart.slug);
  const { texte, taper, rendre } = useTexte(COMMUNE, choisie?.commune ?? '');
  const partirDe = (slug: string) => {
    rendre();
    chercher({ depart: { genre: 'commune', slug } });
  };
  const trouvees =
    texte === choisie?.commune ? [] : (valeur?.module.chercherCommune(communes, texte) ?? []);
  return (
    <div class="apprendre" data-pret={valeur !== null || undefined}>
      <form
        class="apprendre-form"
        aria-label="Où apprendre un métier"
        onFocusCapture={() => toucher(true)}
        onSubmit={(e) => e.preventDefault()}
      >
        <label class="apprendre-champ">
          <span>Métier ou formation</span>
          <input
            id={METIER}
            class="champ"
            type="search"
            enterkeyhint="search"
            autocomplete="off"
            maxLength={200}
            placeholder="coiffure, électricien, soins…"
            value={q}
            onInput={({ currentTarget: { value } }) => chercher({ q: value, option: [] })}
          />
        </label>
        <div class="apprendre-champ">
          <Combobox
            id={COMMUNE}
            etiquette="Votre commune"
            invite="Namur, 5000…"
            texte={texte}
            surTexte={taper}
            propositions={trouvees.map(({ commune, codesPostaux, slug }) => ({
              cle: slug,
              titre: commune,
              detail: codesPostaux.slice(0, 4).join(', '),
            }))}
            surChoix={({ cle }) => partirDe(cle)}
            surSortie={(visee) => visee && partirDe(visee.cle)}
            rien={
              valeur
                ? 'Aucune commune de ce nom dans les dix zones. Essayez le code postal.'
                : 'Un instant…'
            }
          />
          <CartePosition
            pose={null}
            surPose={() => {}}
            surDepart={(lieu) => {
              rendre();
              chercher({ depart: lieu });
            }}
          />
        </div>
        <label class="apprendre-champ">
          <span>Comment</span>
          <select
            value={voie ?? ''}
            onChange={({ currentTarget: { value } }) =>
              chercher({ voie: VOIES.find((une) => une === value) ?? null })
            }
          >
            <option value="">L’un ou l’autre</option>
            {VOIES.map((une) => (
              <option key={une} value={une}>
                {VOIES_EN_MOTS[une]}
              </option>
            ))}
          </select>
        </label>
        <label class="apprendre-champ apprendre-rayon">
          <span>Distance</span>
          <select
            value={rayon}
            onChange={({ currentTarget: { value } }) => chercher({ rayon: Number(value) })}
          >
            {RAYONS.map((km) => (
              <option key={km} value={km}>
                {typographie(`${km} km`)}
              </option>
            ))}
          </select>
        </label>
      </form>
      {avis.map((phrase) => (
        <p key={phrase} class="message">
          {typographie(phrase)}
        </p>
      ))}
      {faute && <Panne {...{ faute, reessayer }} sansAdresse />}
      <div class="apprendre-reponse">
        {valeur && enQuete(recherche) && (
          <valeur.module.Reponse
            {...reste}
            donnees={valeur.donnees}
            recherche={recherche}
            surRecherche={chercher}
          />
        )}
        {!valeur && !faute && enQuete(recherche) && <p role="status">Recherche des écoles…</p>}
      </div>
      {children}
    </div>
  );
}
