import type { Colonne, Table, TypeColonne } from '../domain/tables/schema.ts';
import type { Base, Rangee } from './base.ts';

const TYPES_SQL: Record<TypeColonne, string> = {
  texte: 'VARCHAR',
  entier: 'INTEGER',
  decimal: 'DOUBLE',
  booleen: 'BOOLEAN',
};

const typeSql = (colonne: Colonne): string => TYPES_SQL[colonne.type];

/** Le `CREATE TABLE` d’un schéma, avec d’éventuelles colonnes de service. */
export const creation = (schema: string, table: Table, ...service: string[]): string => {
  const colonnes = Object.entries(table.colonnes).map(
    ([nom, colonne]) => `"${nom}" ${typeSql(colonne)}`,
  );
  return `CREATE TABLE ${schema}."${table.nom}" (${[...colonnes, ...service].join(', ')})`;
};

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
  const colonnes = Object.entries(table.colonnes);
  const types = colonnes.map(([, { type }]) => type);
  const versement = await base.verser(schema, table.nom, types);
  for await (const rangee of rangees) {
    versement.ajouter(
      colonnes.map(([nom]) => {
        const valeur = rangee[nom];
        if (valeur !== undefined) return valeur;
        throw new Error(`Une rangée de ${table.nom} n’a pas de « ${nom} ».`);
      }),
    );
  }
  await versement.finir();
}
