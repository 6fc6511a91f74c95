import { useMemo, useState } from 'preact/hooks';
import {
  codesDuMetier,
  ecolesAutour,
  formationsDe,
  ouApprendre,
} from '../../domain/autour/apprendre.ts';
import { type DepartSitue, situerDepart } from '../../domain/autour/autour.ts';
import { chercherCommune } from '../../domain/dossier/chercherCommune.ts';
import type { RechercheDeParent } from '../../domain/url/apprendre.ts';
import { constatDApprentissage, noteDApprentissage } from '../../phrases/apprendre.ts';
import { nomDuDepart } from '../../phrases/autour.ts';
import { avecPrefixe, typographie } from '../../phrases/typographie.ts';
import type { OffreLue } from '../lireOffre.ts';
import { estExacte, LigneEcole, Situe } from './Ecoles.tsx';

export { lireOffre as lire } from '../lireOffre.ts';

export { chercherCommune };

interface Props {
  readonly donnees: OffreLue;
  readonly recherche: RechercheDeParent;
  readonly surRecherche: (champs: Partial<RechercheDeParent>) => void;
  readonly prefixe: string;
  readonly annee: string;
  /** Les zones dont l’offre n’est pas connue, et combien il y en a en tout. */
  readonly sansOffre: readonly number[];
  readonly zones: number;
}

const PAS = 10;
const SANS_DETAIL = 10;

/** L’offre n’est connue nulle part : les écoles les plus proches, à qui demander. */
function SansOffre({
  donnees,
  depart,
  prefixe,
}: Pick<Props, 'donnees' | 'prefixe'> & {
  depart: DepartSitue;
}) {
  const ecoles = ecolesAutour(donnees.lieux, depart.position, SANS_DETAIL);
  const phrase = `Les écoles secondaires les plus proches de ${nomDuDepart(depart)}.`;
  return (
    <>
      <p class="constat" role="status">
        {avecPrefixe(prefixe, phrase)}
      </p>
      <ol class="ecoles">
        {ecoles.map(({ site, distance }) => (
          <li key={site.id} class="ecole" data-fase={site.id}>
            <Situe site={site} distance={distance} exacte={estExacte(depart, site)} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** Les formations que le métier tapé fait trouver : en choisir une, ou les garder toutes. */
function Preciser({
  donnees,
  codes,
  recherche,
  surRecherche,
}: Props & {
  readonly codes: readonly string[];
}) {
  const formations = formationsDe(donnees.lieux.options, codes);
  if (formations.length < 2) return null;
  return (
    <label class="apprendre-champ apprendre-preciser">
      <span>Formation</span>
      <select
        value={recherche.option.join(',')}
        onChange={({ currentTarget: { value } }) =>
          surRecherche({ option: value === '' ? [] : value.split(',') })
        }
      >
        <option value="">toutes celles qui répondent ({formations.length})</option>
        {formations.map(({ nom, codes: siens }) => (
          <option key={nom} value={siens.join(',')}>
            {nom}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Où apprendre ce qui est cherché : les écoles les plus proches d’abord. */
export function Reponse(props: Props) {
  const { donnees, recherche, prefixe, annee, sansOffre, zones } = props;
  const { q, option, depart: choisi, voie, rayon } = recherche;
  const depart = useMemo(() => situerDepart(donnees.lieux, choisi), [donnees, choisi]);
  const trouves = useMemo(() => codesDuMetier(donnees.recherche.chercher(q)), [donnees, q]);
  const ecoles = useMemo(() => {
    if (!depart) return null;
    const codes = option.length > 0 ? option : trouves;
    return ouApprendre(donnees.lieux, donnees.offre, depart.position, { codes, voie, rayon });
  }, [donnees, depart, trouves, option, voie, rayon]);
  // D’autres écoles, et la liste reprend du début.
  const [suite, montrer] = useState({ ecoles, montrees: PAS });
  const montrees = suite.ecoles === ecoles ? suite.montrees : PAS;
  const note = noteDApprentissage(sansOffre, zones);
  const preciser = <Preciser {...props} codes={trouves ?? []} />;
  if (trouves?.length === 0) {
    return (
      <p class="message" role="status">
        {typographie(
          `Aucune formation ne répond à « ${q} ». Essayez un autre mot, ou parcourez les secteurs ci-dessous.`,
        )}
      </p>
    );
  }
  if (!depart || !ecoles) {
    return (
      <>
        {preciser}
        <p class="message" role="status">
          {choisi
            ? 'Cette édition ne connaît pas ce lieu. Choisissez votre commune dans la liste.'
            : 'Choisissez votre commune\u00a0: les écoles les plus proches s’affichent ici.'}
        </p>
      </>
    );
  }
  const avertissement = note && <p class="message">{typographie(note)}</p>;
  if (sansOffre.length === zones) {
    return (
      <>
        {avertissement}
        <SansOffre donnees={donnees} depart={depart} prefixe={prefixe} />
      </>
    );
  }
  const lieu = nomDuDepart(depart);
  const constat = constatDApprentissage(ecoles, {
    ...{ q, lieu, rayon, voie },
    complete: sansOffre.length === 0,
  });
  const liste = ecoles.proches.length > 0 ? ecoles.proches : ecoles.audela;
  return (
    <>
      {preciser}
      <p class="constat" role="status">
        {avecPrefixe(prefixe, constat)}
      </p>
      {avertissement}
      <ol class="ecoles">
        {liste.slice(0, montrees).map((ecole) => (
          <LigneEcole key={ecole.site.id} ecole={ecole} depart={depart} />
        ))}
      </ol>
      {liste.length > montrees && (
        <p>
          <button
            type="button"
            class="bouton bouton-leger"
            onClick={() => montrer({ ecoles, montrees: montrees + PAS })}
          >
            Montrer {Math.min(PAS, liste.length - montrees)} écoles de plus
          </button>
        </p>
      )}
      <p class="petit discret">
        {typographie(
          `D’après les élèves inscrits au 15 janvier, ${annee}. Une école peut ouvrir ou fermer une formation : appelez-la avant de choisir. Distances à vol d’oiseau.`,
        )}
      </p>
    </>
  );
}
