import type { CelluleCsv } from '../domain/csv.ts';
import {
  auMoinsSuivi,
  auPlusSuivi,
  type Borne,
  enNombreSuivi,
  estBorne,
} from '../domain/effectif.ts';
import { elevesDe } from '../domain/filtre/groupes.ts';
import type { Noms } from '../domain/filtre/libelles.ts';
import type { LigneIndicateur } from '../domain/filtre/ligne.ts';
import type { ColonneDuManifeste, Manifeste } from '../domain/manifeste.ts';

type Lire = (ligne: LigneIndicateur, noms: Noms, annee: string) => CelluleCsv;

/** D’où vient la définition d’une colonne : une table publiée, ou elle-même. */
type Definition =
  | readonly [table: string, colonne: string]
  | Omit<ColonneDuManifeste, 'nom' | 'nature'>;

export interface ColonneDeTranche {
  readonly nom: string;
  readonly lire: Lire;
  readonly definition: Definition;
}

const brute = (
  table: string,
  ...noms: readonly (keyof LigneIndicateur & string)[]
): readonly ColonneDeTranche[] =>
  noms.map((nom) => ({
    nom,
    lire: (ligne) => ligne[nom] as CelluleCsv,
    definition: [table, nom],
  }));

const ecrite = (nom: string, sens: string, lire: Lire, plus: Partial<Definition> = {}) => ({
  nom,
  lire,
  definition: { type: 'texte', sens, unite: null, vide: null, ...plus },
});

const avant = (n: number): ColonneDeTranche =>
  ecrite(
    n === 1 ? 'eleves_1_an_avant' : `eleves_${n}_ans_avant`,
    `Élèves ${n} ${n === 1 ? 'année scolaire' : 'années scolaires'} plus tôt`,
    ({ serie }) => enNombreSuivi(serie.at(-1 - n) ?? null),
    { type: 'entier', unite: 'élèves', vide: 'masqués, non connus, ou année absente de l’édition' },
  );

/** Là où la source tait le nombre, ce qu’elle en dit. */
const borne = (nom: string, lire: (borne: Borne) => number | null): ColonneDeTranche => ({
  nom,
  lire: (ligne) => {
    const eleves = elevesDe(ligne);
    return estBorne(eleves) ? lire(eleves) : null;
  },
  definition: ['indicateurs', nom],
});

/** Les colonnes d’une tranche du tableau, dans leur ordre. */
export const COLONNES_DE_TRANCHE: readonly ColonneDeTranche[] = [
  {
    nom: 'annee_scolaire',
    lire: (_l, _n, annee) => annee,
    definition: ['indicateurs', 'annee_scolaire'],
  },
  ...brute('options', 'code_obg', 'intitule', 'secteur'),
  ecrite('secteur_intitule', 'Nom du secteur', (l, noms) => noms.secteur[l.secteur] ?? null),
  ...brute('options', 'groupe'),
  ecrite('groupe_intitule', 'Nom du groupe', (l, noms) => noms.groupe[l.groupe] ?? null),
  ...brute('indicateurs', 'zone'),
  ecrite('zone_nom', 'Nom de la zone', (l, noms) => noms.zone[l.zone] ?? null),
  ...brute('options', 'filiere', 'forme', 'annees'),
  ecrite('profils', 'Profils de formation', ({ profils }) => profils.join(' ') || null, {
    vide: 'les textes ne le disent pas',
  }),
  ...brute('options', 'reserve', 'statut', 'sous_reserve'),
  ...brute('indicateurs', 'occurrences', 'occurrences_confessionnel'),
  ...brute('indicateurs', 'occurrences_non_confessionnel', 'occurrences_sous_norme'),
  ...brute('indicateurs', 'occurrences_norme_atteinte', 'eleves'),
  borne('eleves_au_moins', auMoinsSuivi),
  borne('eleves_au_plus', auPlusSuivi),
  {
    nom: 'eleves_premiere_annee',
    lire: ({ eleves_premiere_annee: premiere }) => enNombreSuivi(premiere),
    definition: ['indicateurs', 'eleves_premiere_annee'],
  },
  ecrite(
    'eleves_par_occurrence',
    'Élèves divisés par les occurrences',
    ({ eleves, occurrences }) =>
      eleves === null || !occurrences ? null : Math.round((eleves / occurrences) * 10) / 10,
    { type: 'decimal', unite: 'élèves', vide: 'non organisée, masqués, ou non connus' },
  ),
  ...[1, 2, 3, 4].map(avant),
  ...brute('indicateurs', 'tendance_annees', 'tendance_debut', 'tendance_fin'),
  ecrite(
    'codes_reunis',
    'Codes que la ligne réunit',
    ({ parts }) => parts.map((part) => part.code_obg).join(' ') || null,
    { vide: 'elle n’en compte qu’un' },
  ),
  ...brute('indicateurs', 'tc', 'fc', 'fc_quantitative', 'fc_structurelle', 'tc_fc'),
  ...brute('indicateurs', 'norme_creation', 'norme_creation_regle', 'norme_creation_motif'),
  ...brute('indicateurs', 'norme_creation_alt', 'norme_creation_alt_regle'),
  ...brute('indicateurs', 'norme_creation_alt_motif'),
];

/** Ce que le manifeste dit d’une colonne. */
export function definirColonne(
  { nom, definition }: ColonneDeTranche,
  manifeste: Manifeste,
): ColonneDuManifeste {
  const indicateurs = manifeste.tables.find((table) => table.nom === 'indicateurs');
  if (!Array.isArray(definition)) {
    const ecrite = definition as Omit<ColonneDuManifeste, 'nom' | 'nature'>;
    const nature = nom.startsWith('eleves') ? indicateurs?.nature : 'transcription';
    return { ...ecrite, nom, nature: nature ?? 'demonstration' };
  }
  const [deTable, deColonne] = definition;
  const table = manifeste.tables.find((une) => une.nom === deTable);
  const colonne = table?.colonnes.find((une) => une.nom === deColonne);
  if (!colonne) throw new Error(`« ${deTable}.${deColonne} » n’est pas publiée.`);
  return { ...colonne, nom };
}
