import type { Masquage } from '../../domain/manifeste.ts';
import { besoins, besoins_options } from '../../domain/tables/besoins.ts';
import { centresPublies } from '../../domain/tables/centres.ts';
import { connaissance } from '../../domain/tables/connaissance.ts';
import { TABLES_MART } from '../../domain/tables/index.ts';
import { indicateurs, indicateurs_lignees } from '../../domain/tables/indicateurs.ts';
import { occurrences } from '../../domain/tables/occurrences.ts';
import {
  implantationsPubliees,
  offre,
  populationPubliee,
  totauxPublies,
} from '../../domain/tables/offre.ts';
import type { TableMart } from '../../domain/tables/schema.ts';
import { portee } from '../../domain/tables/voisinages.ts';
import type { Base } from '../base.ts';
import { exigerColonnes, exigerMart } from '../check/marts.ts';
import { creation } from '../sql.ts';
import { poserAnnees } from './annees.ts';
import { BESOINS, BESOINS_OPTIONS } from './besoins.ts';
import { CONNAISSANCE } from './connaissance.ts';
import { INDICATEURS } from './indicateurs.ts';
import { INDICATEURS_LIGNEES } from './indicateurs-lignees.ts';
import { poserLignees } from './lignees.ts';
import { poserMasques } from './masques.ts';
import { poserNormes } from './normes.ts';
import { OCCURRENCES, PRESENCES } from './occurrences.ts';
import { CENTRES, IMPLANTATIONS, OFFRE, POPULATION, TOTAUX_ZONES } from './publiees.ts';
import { poserStatuts } from './statuts.ts';
import { poserTendances } from './tendances.ts';
import { PORTEE, poserDistances, poserVoisinages } from './voisinages.ts';

async function calculer(base: Base, table: TableMart, sql: string): Promise<void> {
  await exigerColonnes(base, table, sql);
  await base.run(creation('main', table));
  await base.run(`INSERT INTO main."${table.nom}" BY NAME ${sql}`);
}

const SANS_REGLE: readonly (readonly [table: TableMart, sql: string])[] = [
  [implantationsPubliees, IMPLANTATIONS],
  [populationPubliee, POPULATION],
  [offre, OFFRE],
  [totauxPublies, TOTAUX_ZONES],
  [connaissance, CONNAISSANCE],
  [besoins, BESOINS],
  [besoins_options, BESOINS_OPTIONS],
  [centresPublies, CENTRES],
];

/**
 * Calcule les marts à partir des tables sources contrôlées ; les règles le sont en TypeScript.
 * @returns ce que l’édition masque
 */
export async function calculerMarts(base: Base): Promise<Masquage | null> {
  await poserAnnees(base);
  const masquage = await poserMasques(base);
  for (const [table, sql] of SANS_REGLE) await calculer(base, table, sql);
  await base.run(PRESENCES);
  await poserLignees(base);
  await poserNormes(base);
  await poserStatuts(base);
  await calculer(base, occurrences, OCCURRENCES);
  await poserTendances(base);
  await calculer(base, indicateurs, INDICATEURS);
  await calculer(base, indicateurs_lignees, INDICATEURS_LIGNEES);
  await poserVoisinages(base);
  await poserDistances(base);
  await calculer(base, portee, PORTEE);
  for (const table of TABLES_MART) await exigerMart(base, table);
  return masquage;
}
