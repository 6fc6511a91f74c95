import type { ColonneCsv, RangeeCsv } from '../domain/csv.ts';
import type { TableDuManifeste } from '../domain/manifeste.ts';
import type { Source } from '../domain/tables/edition.ts';
import { NATURE_EN_CLAIR } from './nature.ts';

const texte = (...noms: readonly string[]): ColonneCsv[] =>
  noms.map((nom) => ({ nom, type: 'texte' }));

export const COLONNES_DICTIONNAIRE = texte(
  'colonne',
  'type',
  'unité',
  'sens',
  'vide veut dire',
  'nature',
);

/** Le dictionnaire d’une table : une ligne par colonne. */
export const dictionnaire = ({ colonnes }: Pick<TableDuManifeste, 'colonnes'>): RangeeCsv[] =>
  colonnes.map(({ nom, type, unite, sens, vide, nature }) => ({
    colonne: nom,
    type,
    unité: unite,
    sens,
    'vide veut dire': vide ?? 'jamais vide',
    nature: NATURE_EN_CLAIR[nature],
  }));

export const COLONNES_SOURCES = texte(
  'table',
  'titre',
  'éditeur',
  'nature',
  'adresse',
  'consulté le',
  'licence',
  'note',
);

/** Les sources d’une table, à lire. */
export const sourcesALire = (sources: readonly Source[]): RangeeCsv[] =>
  sources.map((source) => ({
    table: source.table,
    titre: source.titre,
    éditeur: source.editeur,
    nature: NATURE_EN_CLAIR[source.nature],
    adresse: source.adresse,
    'consulté le': source.consulte_le,
    licence: source.licence,
    note: source.note,
  }));
