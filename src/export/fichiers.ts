import { estFictive } from '../domain/fictions.ts';
import type { Manifeste, TableDuManifeste } from '../domain/manifeste.ts';

export const FORMATS = ['csv', 'excel', 'xlsx', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

export const FORMAT_EN_MOTS: Record<Format, string> = {
  csv: 'CSV',
  excel: 'CSV pour Excel',
  xlsx: 'XLSX',
  parquet: 'Parquet',
};

const FIN: Record<Format, string> = {
  csv: '.csv',
  excel: '-excel.csv',
  xlsx: '.xlsx',
  parquet: '.parquet',
};

export const MIME: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  excel: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
};

export const ARCHIVE = 'oad-ouvert.zip';
export const CATALOGUE = 'catalogue.jsonld';
export const PAQUET = 'datapackage.json';

/** Le nom d’un fichier à son adresse stable : `options.csv`. */
export const nomStable = ({ nom }: Pick<TableDuManifeste, 'nom'>, format: Format): string =>
  `${nom}${FIN[format]}`;

/** Le nom sous lequel il s’enregistre : il dit son édition, et si ses chiffres sont fictifs. */
export const nomEnregistre = (
  { nom, nature }: Pick<TableDuManifeste, 'nom' | 'nature'>,
  format: Format,
  manifeste: Manifeste,
): string => {
  const fictif = nature === 'demonstration' && estFictive(manifeste) ? 'fictif-' : '';
  return `${nom}-${fictif}${manifeste.edition.id}${FIN[format]}`;
};
