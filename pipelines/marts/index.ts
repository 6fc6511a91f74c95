import { readFile } from 'node:fs/promises';
import type { Masquage } from '../../src/domain/manifeste.ts';
import { besoins, besoins_options } from '../../src/domain/tables/besoins.ts';
import { centresPublies } from '../../src/domain/tables/centres.ts';
import { TABLES_MART } from '../../src/domain/tables/index.ts';
import { indicateurs, indicateurs_lignees } from '../../src/domain/tables/indicateurs.ts';
import { occurrences } from '../../src/domain/tables/occurrences.ts';
import { implantationsPubliees, offre, populationPubliee } from '../../src/domain/tables/offre.ts';
import type { TableMart } from '../../src/domain/tables/schema.ts';
import { exigerColonnes, exigerMart } from '../check/marts.ts';
import type { Base } from '../read/base.ts';
import { creation } from '../read/sql.ts';
import { poserAnnees } from './annees.ts';
import { poserLignees } from './lignees.ts';
import { poserMasques } from './masques.ts';
import { poserNormes } from './normes.ts';
import { poserStatuts } from './statuts.ts';
import { poserTendances } from './tendances.ts';

const lireSql = (nom: string): Promise<string> =>
  readFile(new URL(`${nom}.sql`, import.meta.url), 'utf8');

async function calculer(base: Base, table: TableMart): Promise<void> {
  const sql = await lireSql(table.nom);
  await exigerColonnes(base, table, sql);
  await base.run(creation('main', table));
  await base.run(`INSERT INTO main."${table.nom}" BY NAME ${sql}`);
}

const SANS_REGLE = [
  implantationsPubliees,
  populationPubliee,
  offre,
  besoins,
  besoins_options,
  centresPublies,
];

/**
 * Calcule les marts à partir des tables sources contrôlées ; les règles le sont en TypeScript.
 * @returns ce que l’édition masque
 */
export async function calculerMarts(base: Base): Promise<Masquage | null> {
  await poserAnnees(base);
  const masquage = await poserMasques(base);
  for (const table of SANS_REGLE) await calculer(base, table);
  await base.run(await lireSql('presences'));
  await poserLignees(base);
  await poserNormes(base);
  await poserStatuts(base);
  await calculer(base, occurrences);
  await poserTendances(base);
  await calculer(base, indicateurs);
  await calculer(base, indicateurs_lignees);
  for (const table of TABLES_MART) await exigerMart(base, table);
  return masquage;
}
