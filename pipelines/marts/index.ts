import { readFile } from 'node:fs/promises';
import type { Masquage } from '../../src/domain/manifeste.ts';
import { besoins } from '../../src/domain/tables/besoins.ts';
import { centresPublies } from '../../src/domain/tables/centres.ts';
import { indicateurs } from '../../src/domain/tables/indicateurs.ts';
import { implantationsPubliees, offre, populationPubliee } from '../../src/domain/tables/offre.ts';
import type { TableMart } from '../../src/domain/tables/schema.ts';
import type { Base } from '../read/base.ts';
import { creation } from '../read/sql.ts';
import { poserAnnees } from './annees.ts';
import { poserMasques } from './masques.ts';
import { poserNormes } from './normes.ts';
import { poserStatuts } from './statuts.ts';

const lireSql = (nom: string): Promise<string> =>
  readFile(new URL(`${nom}.sql`, import.meta.url), 'utf8');

async function calculer(base: Base, table: TableMart): Promise<void> {
  await base.run(creation('main', table));
  await base.run(`INSERT INTO main."${table.nom}" BY NAME ${await lireSql(table.nom)}`);
}

const SANS_REGLE = [implantationsPubliees, populationPubliee, offre, besoins, centresPublies];

/**
 * Calcule les marts à partir des tables sources contrôlées ; les règles le sont en TypeScript.
 * @returns ce que l’édition masque
 */
export async function calculerMarts(base: Base): Promise<Masquage | null> {
  await poserAnnees(base);
  const masquage = await poserMasques(base);
  for (const table of SANS_REGLE) await calculer(base, table);
  await base.run(`CREATE TABLE regle.besoins_options AS ${await lireSql('besoins_options')}`);
  await poserNormes(base);
  await poserStatuts(base);
  await calculer(base, indicateurs);
  return masquage;
}
