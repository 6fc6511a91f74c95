import type { ColonneDuManifeste, Manifeste, TableDuManifeste } from '../domain/manifeste.ts';
import { colonnesPubliees, TABLES_PUBLIEES } from '../domain/tables/index.ts';
import type { Colonne } from '../domain/tables/schema.ts';

const TYPES: Readonly<Record<string, object>> = {
  texte: { type: 'string' },
  entier: { type: 'integer' },
  decimal: { type: 'number' },
  booleen: { type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
};

const schemaDe = (nom: string): Readonly<Record<string, Colonne>> => {
  const table = TABLES_PUBLIEES.find((une) => une.nom === nom);
  return table ? colonnesPubliees(table) : {};
};

/** Une expression entière, telle que Table Schema la lit : elle vaut d’un bout à l’autre. */
const motif = ({ source }: RegExp): string => source.replace(/^\^|\$$/g, '');

/** Les contraintes de Table Schema. */
interface Contraintes {
  readonly required: boolean;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

function contraintes(type: string, colonne: Colonne | undefined, vide: string | null): Contraintes {
  const { valeurs, forme, min, max } = colonne ?? {};
  const texte = type === 'texte';
  return {
    required: vide === null,
    ...(valeurs && texte && { enum: valeurs }),
    ...(forme && texte && { pattern: motif(forme.regexp) }),
    ...(min !== undefined && !texte && { minimum: min }),
    ...(max !== undefined && (texte ? { maxLength: max } : { maximum: max })),
  };
}

const champ = (
  { nom, type, sens, unite, vide }: ColonneDuManifeste,
  colonne: Colonne | undefined,
) => ({
  name: nom,
  ...TYPES[type],
  description: vide === null ? sens : `${sens} (vide : ${vide})`,
  ...(unite !== null && { unit: unite }),
  constraints: contraintes(type, colonne, vide),
});

/** Le nom d’une table dans le descripteur. */
const nomDe = (table: string): string => table.replaceAll('_', '-');

/** Les colonnes qui renvoient à une autre table publiée. */
function clesEtrangeres({ nom, colonnes }: TableDuManifeste, publiees: ReadonlySet<string>) {
  const schema = schemaDe(nom);
  return colonnes.flatMap(({ nom: champ }) => {
    const [table = '', colonne = ''] = schema[champ]?.reference?.split('.') ?? [];
    if (!publiees.has(table)) return [];
    const resource = table === nom ? '' : nomDe(table);
    return [{ fields: champ, reference: { resource, fields: colonne } }];
  });
}

/** Les licences dites par les sources d’une table ; celle qui n’en dit pas n’en donne pas. */
const licencesDe = ({ sources }: TableDuManifeste) =>
  [...new Set(sources.flatMap(({ licence }) => licence ?? []))].map((licence) => ({
    name: licence.replace(/[^\w.-]+/g, '-'),
    title: licence,
  }));

type Chemin = (table: TableDuManifeste) => string;

function ressource(table: TableDuManifeste, publiees: ReadonlySet<string>, chemin: Chemin) {
  const licences = licencesDe(table);
  const cles = clesEtrangeres(table, publiees);
  const schema = schemaDe(table.nom);
  return {
    name: nomDe(table.nom),
    path: chemin(table),
    profile: 'tabular-data-resource',
    title: table.titre,
    description: table.sens,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: table.colonnes.map((colonne) => champ(colonne, schema[colonne.nom])),
      primaryKey: table.cle,
      ...(cles.length > 0 && { foreignKeys: cles }),
      missingValues: [''],
    },
    ...(table.sources.length > 0 && {
      sources: table.sources.map(({ titre, adresse }) => ({
        title: titre,
        ...(adresse !== null && { path: adresse }),
      })),
    }),
    ...(licences.length > 0 && { licenses: licences }),
    nature: table.nature,
  };
}

/**
 * Le descripteur Frictionless (Tabular Data Package) de l’édition.
 * @param chemin où est le CSV d’une table, relatif au descripteur
 */
export function datapackage({ edition, tables }: Manifeste, chemin: Chemin) {
  const publiees = new Set(tables.map(({ nom }) => nom));
  return {
    profile: 'tabular-data-package',
    name: `oad-ouvert-${edition.id}`,
    title: edition.titre,
    version: edition.id,
    contributors: [{ title: edition.editeur, role: 'publisher' }],
    resources: tables.map((table) => ressource(table, publiees, chemin)),
  };
}
