import type { DuckDBAppender } from '@duckdb/node-api';
import type { Colonne, Table, TypeColonne } from '../../src/domain/tables/schema.ts';
import type { Valeur } from '../check/cellule.ts';
import type { Base, Rangee } from './base.ts';

const TYPES_SQL: Record<TypeColonne, string> = {
  texte: 'VARCHAR',
  entier: 'INTEGER',
  decimal: 'DOUBLE',
  booleen: 'BOOLEAN',
};

export const typeSql = (colonne: Colonne): string => TYPES_SQL[colonne.type];

/** Le `CREATE TABLE` d’un schéma, avec d’éventuelles colonnes de service. */
export const creation = (schema: string, table: Table, ...service: string[]): string => {
  const colonnes = Object.entries(table.colonnes).map(
    ([nom, colonne]) => `"${nom}" ${typeSql(colonne)}`,
  );
  return `CREATE TABLE ${schema}."${table.nom}" (${[...colonnes, ...service].join(', ')})`;
};

/** Ajoute une cellule à un appender DuckDB, selon le type de sa colonne. */
export function ajouter(appender: DuckDBAppender, valeur: Valeur, type: TypeColonne): void {
  if (valeur === null) appender.appendNull();
  else if (type === 'texte') appender.appendVarchar(String(valeur));
  else if (type === 'entier') appender.appendInteger(Number(valeur));
  else if (type === 'decimal') appender.appendDouble(Number(valeur));
  else appender.appendBoolean(valeur === true);
}

/**
 * Écrit des rangées calculées en TypeScript dans une nouvelle table `schema.nom`.
 * @throws Error si une rangée oublie une colonne : l’absence s’écrit `null`
 */
export async function remplir(
  base: Base,
  schema: string,
  table: Table,
  rangees: Iterable<Rangee> | AsyncIterable<Rangee>,
): Promise<void> {
  await base.run(creation(schema, table));
  const appender = await base.connexion.createAppender(table.nom, schema);
  const colonnes = Object.entries(table.colonnes);
  for await (const rangee of rangees) {
    for (const [nom, colonne] of colonnes) {
      const valeur = rangee[nom];
      if (valeur === undefined)
        throw new Error(`Une rangée de ${table.nom} n’a pas de « ${nom} ».`);
      ajouter(appender, valeur, colonne.type);
    }
    appender.endRow();
  }
  appender.closeSync();
}
