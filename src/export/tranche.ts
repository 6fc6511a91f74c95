import type { RangeeCsv } from '../domain/csv.ts';
import { enCsv } from '../domain/csv.ts';
import { estFictive } from '../domain/fictions.ts';
import type { Noms } from '../domain/filtre/libelles.ts';
import type { LigneIndicateur } from '../domain/filtre/ligne.ts';
import type { Manifeste, TableDuManifeste } from '../domain/manifeste.ts';
import { COLONNES_DE_TRANCHE, definirColonne } from './colonnes-de-tranche.ts';
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

const NOM = 'indicateurs-choix';

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
      colonnes: COLONNES_DE_TRANCHE.map((colonne) => definirColonne(colonne, manifeste)),
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
    Object.fromEntries(COLONNES_DE_TRANCHE.map(({ nom, lire }) => [nom, lire(ligne, noms, annee)])),
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
