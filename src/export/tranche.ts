import type { CelluleCsv, RangeeCsv } from '../domain/csv.ts';
import { enCsv } from '../domain/csv.ts';
import { estFictive } from '../domain/fictions.ts';
import type { Noms } from '../domain/filtre/libelles.ts';
import type { LigneIndicateur } from '../domain/filtre/ligne.ts';
import type { ColonneDuManifeste, Manifeste, TableDuManifeste } from '../domain/manifeste.ts';
import {
  COLONNES_DICTIONNAIRE,
  COLONNES_SOURCES,
  dictionnaire,
  sourcesALire,
} from './dictionnaire.ts';
import { FORMATS, type Format, nomEnregistre } from './fichiers.ts';
import { NATURE_EN_CLAIR } from './nature.ts';
import { avis } from './table.ts';
import type { FeuilleXlsx } from './xlsx.ts';

/** Ce qu’une tranche du tableau doit dire d’elle-même ; écrit à la construction du site. */
export interface FicheDeTranche {
  readonly table: Pick<TableDuManifeste, 'nom' | 'titre' | 'nature' | 'colonnes' | 'sources'>;
  readonly avis: string;
  readonly edition: string;
  /** Le nom du fichier, par format. */
  readonly noms: Readonly<Record<Format, string>>;
}

/** Ce qui accompagne les lignes emportées. */
export interface ContexteDeTranche {
  readonly annee: string;
  /** Les filtres et la recherche, en une phrase. */
  readonly filtres: string;
  readonly adresse: string;
  /** Le jour de l’export : AAAA-MM-JJ. */
  readonly jour: string;
}

type Lire = (ligne: LigneIndicateur, noms: Noms, annee: string) => CelluleCsv;

/** D’où vient la définition d’une colonne : une table publiée, ou elle-même. */
type Definition =
  | readonly [table: string, colonne: string]
  | Omit<ColonneDuManifeste, 'nom' | 'nature'>;

interface ColonneDeTranche {
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
    ({ serie }) => serie.at(-1 - n) ?? null,
    { type: 'entier', unite: 'élèves', vide: 'masqués, ou année absente de l’édition' },
  );

const COLONNES: readonly ColonneDeTranche[] = [
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
  ...brute('indicateurs', 'occurrences_norme_atteinte', 'eleves', 'eleves_premiere_annee'),
  ecrite(
    'eleves_par_occurrence',
    'Élèves divisés par les occurrences',
    ({ eleves, occurrences }) =>
      eleves === null || occurrences === 0 ? null : Math.round((eleves / occurrences) * 10) / 10,
    { type: 'decimal', unite: 'élèves', vide: 'non organisée, ou masqués' },
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

const NOM = 'indicateurs-choix';

function definir({ nom, definition }: ColonneDeTranche, manifeste: Manifeste): ColonneDuManifeste {
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

/** La fiche d’une tranche du tableau, d’après le manifeste. */
export function ficheDeTranche(manifeste: Manifeste): FicheDeTranche {
  const indicateurs = manifeste.tables.find(({ nom }) => nom === 'indicateurs');
  if (!indicateurs) throw new Error('« indicateurs » n’est pas publiée.');
  const { titre, nature, sources } = indicateurs;
  const { edition } = manifeste;
  return {
    table: {
      nom: NOM,
      titre,
      nature,
      sources,
      colonnes: COLONNES.map((colonne) => definir(colonne, manifeste)),
    },
    avis: avis(indicateurs, manifeste),
    edition: `${edition.titre} (${edition.id}), ${edition.editeur}${
      estFictive(manifeste) ? ' – données de démonstration' : ''
    }`,
    noms: Object.fromEntries(
      FORMATS.map((format) => [format, nomEnregistre({ nom: NOM, nature }, format, manifeste)]),
    ) as Record<Format, string>,
  };
}

/** Les lignes d’une tranche, par colonne de sa fiche. */
export const rangeesDeTranche = (
  lignes: readonly LigneIndicateur[],
  noms: Noms,
  annee: string,
): RangeeCsv[] =>
  lignes.map((ligne) =>
    Object.fromEntries(COLONNES.map(({ nom, lire }) => [nom, lire(ligne, noms, annee)])),
  );

const contexteEcrit = (fiche: FicheDeTranche, contexte: ContexteDeTranche): RangeeCsv => ({
  edition: fiche.edition,
  nature: NATURE_EN_CLAIR[fiche.table.nature],
  filtres: contexte.filtres,
  adresse: contexte.adresse,
  exporte_le: contexte.jour,
});

/** Les colonnes et les rangées qu’une ligne emporte seule : son contexte est répété à la fin. */
export function avecContexte(
  fiche: FicheDeTranche,
  rangees: readonly RangeeCsv[],
  contexte: ContexteDeTranche,
) {
  const ecrit = contexteEcrit(fiche, contexte);
  return {
    colonnes: [
      ...fiche.table.colonnes,
      ...Object.keys(ecrit).map((nom) => ({ nom, type: 'texte' })),
    ],
    rangees: rangees.map((rangee) => ({ ...rangee, ...ecrit })),
  };
}

/** Les deux CSV : le contexte suit les colonnes, à chaque rangée. */
export function csvDeTranche(
  fiche: FicheDeTranche,
  rangees: readonly RangeeCsv[],
  contexte: ContexteDeTranche,
  format: 'csv' | 'excel',
): string {
  const complet = avecContexte(fiche, rangees, contexte);
  return enCsv(complet.colonnes, complet.rangees, format === 'excel' ? 'excel' : 'standard');
}

/** Le classeur : les données, leur dictionnaire, et une feuille « à lire » avec les sources. */
export function feuillesDeTranche(
  fiche: FicheDeTranche,
  rangees: readonly RangeeCsv[],
  contexte: ContexteDeTranche,
): readonly FeuilleXlsx[] {
  const { table } = fiche;
  const aLire = Object.entries({ avis: fiche.avis, ...contexteEcrit(fiche, contexte) });
  return [
    { nom: 'données', colonnes: table.colonnes, rangees },
    {
      nom: 'à lire',
      colonnes: ['quoi', 'valeur'].map((nom) => ({ nom, type: 'texte' })),
      rangees: aLire.map(([quoi, valeur]) => ({ quoi, valeur })),
    },
    {
      nom: 'dictionnaire',
      colonnes: COLONNES_DICTIONNAIRE,
      rangees: dictionnaire(table),
    },
    { nom: 'sources', colonnes: COLONNES_SOURCES, rangees: sourcesALire(table.sources) },
  ];
}
