import { type Colonnes, enRangees } from '../../domain/colonnes.ts';
import { TABLES_SOURCE } from '../../domain/tables/index.ts';
import { cheminCsv, type Ligne, type TableSource } from '../../domain/tables/schema.ts';
import { type Depot, depotTenu } from './depot.ts';
import { formaterCsv } from './lignes.ts';

/** Les tables de l’édition publique, par colonnes ; une table obligée qui n’y est pas est vide. */
export type TablesLivrees = Readonly<Record<string, Colonnes<Ligne<TableSource>>>>;

/** Le dépôt de l’édition publique, refait de ce que le site en donne. */
export function depotLivre(tables: TablesLivrees): Depot {
  const encodeur = new TextEncoder();
  const tenues = TABLES_SOURCE.filter(({ nom, facultative }) => tables[nom] || !facultative);
  const textes = tenues.map((table) => {
    const lues = tables[table.nom];
    const csv = formaterCsv(table, lues ? enRangees(lues) : []);
    return [cheminCsv(table), encodeur.encode(csv)] as const;
  });
  return depotTenu('édition publique', new Map(textes));
}
