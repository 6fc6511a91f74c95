import type { ColonneDuManifeste, Manifeste, TableDuManifeste } from '../domain/manifeste.ts';

const TYPES: Readonly<Record<string, object>> = {
  texte: { type: 'string' },
  entier: { type: 'integer' },
  decimal: { type: 'number' },
  booleen: { type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
};

const champ = ({ nom, type, sens, unite, vide }: ColonneDuManifeste) => ({
  name: nom,
  ...TYPES[type],
  description: vide === null ? sens : `${sens} (vide : ${vide})`,
  ...(unite !== null && { unit: unite }),
  constraints: { required: vide === null },
});

const ressource = (table: TableDuManifeste) => ({
  name: table.nom.replaceAll('_', '-'),
  path: `tables/${table.nom}.csv`,
  profile: 'tabular-data-resource',
  title: table.titre,
  description: table.sens,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  schema: {
    fields: table.colonnes.map(champ),
    primaryKey: table.cle,
    missingValues: [''],
  },
  sources: table.sources.map(({ titre, adresse }) => ({
    title: titre,
    ...(adresse !== null && { path: adresse }),
  })),
  nature: table.nature,
});

/** Le descripteur Frictionless (Tabular Data Package) de l’édition. */
export const datapackage = ({ edition, tables }: Manifeste) => ({
  profile: 'tabular-data-package',
  name: `oad-ouvert-${edition.id}`,
  title: edition.titre,
  version: edition.id,
  contributors: [{ title: edition.editeur, role: 'publisher' }],
  resources: tables.map(ressource),
});
