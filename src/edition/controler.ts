import { sources } from '../domain/tables/edition.ts';
import { TABLES_SOURCE } from '../domain/tables/index.ts';
import type { Base } from './base.ts';
import type { Bilan } from './check/controle.ts';
import { laisserLaDemonstration } from './check/demonstration.ts';
import { controlerTables } from './check/index.ts';
import type { Probleme } from './probleme.ts';
import { type Depots, depotDe } from './read/depot.ts';
import { lireSources } from './read/sources.ts';
import { lireTable, type TableLue } from './read/table.ts';
import { creation } from './sql.ts';

export interface Controlee {
  readonly problemes: readonly Probleme[];
  readonly bilans: readonly Bilan[];
}

/**
 * Lit et contrôle toutes les tables : cellules, clés et références, cohérence.
 * @returns tous les problèmes ; la base est chargée
 */
export async function lireEtControler(base: Base, depots: Depots): Promise<Controlee> {
  const lus: Probleme[] = [];
  const bilans: Bilan[] = [];
  const lues = new Map<string, TableLue>();
  for (const table of TABLES_SOURCE) {
    await base.run(creation('source', table, '_ligne INTEGER'));
    const lue =
      table.nom === sources.nom
        ? await lireSources(base, depots)
        : await lireTable(base, table, depotDe(table, depots));
    lus.push(...lue.problemes);
    bilans.push({
      code: 'OAD-CELLULES',
      titre: 'Chaque cellule a le type, la forme et les bornes de sa colonne',
      table: table.nom,
      verifies: lue.lignes * Object.keys(table.colonnes).length,
      problemes: lue.problemes.length,
    });
    lues.set(table.nom, lue);
  }
  await laisserLaDemonstration(base, depots);
  const { problemes, bilans: autres } = await controlerTables({ base, depots, lues }, lus);
  return { problemes, bilans: [...bilans, ...autres] };
}
