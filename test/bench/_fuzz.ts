import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ouvrirBase } from '../../pipelines/base.ts';
import { ouvrirDepots } from '../../pipelines/dossiers.ts';
import { TABLES_SOURCE } from '../../src/domain/tables/index.ts';
import { cheminCsv, type TableSource } from '../../src/domain/tables/schema.ts';
import { controlerTables } from '../../src/edition/check/index.ts';
import type { Probleme } from '../../src/edition/probleme.ts';
import { lireSources } from '../../src/edition/read/sources.ts';
import { lireTable, type TableLue } from '../../src/edition/read/table.ts';
import { creation } from '../../src/edition/sql.ts';
import { alea, MUTATIONS } from './_mutations.ts';
import { trancher } from './_tranche.ts';

export interface Bilan {
  signalees: number;
  equivalentes: number;
  readonly fautes: string[];
}

const [premiere, derniere] = process.argv.slice(2).map(Number) as [number, number];
const dossier = mkdtempSync(join(tmpdir(), 'oad-fuzz-'));
const tables = trancher(dossier);
const depots = ouvrirDepots([dossier]);
const base = await ouvrirBase();
const lues = new Map<string, TableLue>();

async function charger(table: TableSource): Promise<TableLue> {
  await base.run(`DROP TABLE IF EXISTS source."${table.nom}"`);
  await base.run(creation('source', table, '_ligne INTEGER'));
  const lue =
    table.nom === 'sources'
      ? await lireSources(base, depots)
      : await lireTable(base, table, depots[0]);
  lues.set(table.nom, lue);
  return lue;
}

/** Les totaux de contrôle : lignes de chaque table, et somme de sa mesure. */
async function totaux(): Promise<string> {
  const comptes = TABLES_SOURCE.map(
    ({ nom, somme }) =>
      `(SELECT count(*) || '/' || coalesce(sum(${somme ?? '0'}), 0) FROM source."${nom}") AS "${nom}"`,
  );
  const [ligne] = await base.lire(`SELECT ${comptes.join(', ')}`);
  return JSON.stringify(ligne);
}

const controler = async (lus: readonly Probleme[]): Promise<readonly Probleme[]> =>
  (await controlerTables({ base, depots, lues }, lus)).problemes;

for (const table of TABLES_SOURCE) {
  const { problemes } = await charger(table);
  if (problemes.length > 0) throw new Error(`${table.nom} : ${problemes[0]?.message}`);
}
const sain = await controler([]);
const [fautif] = sain.filter(({ gravite }) => gravite === 'erreur');
if (fautif) throw new Error(`La tranche a déjà une faute : ${fautif.message}`);
const connus = new Set(sain.map(({ message }) => message));
const attendus = await totaux();
const genres = Object.entries(MUTATIONS);
const bilan: Bilan = { signalees: 0, equivalentes: 0, fautes: [] };

for (let n = premiere; n < derniere; n++) {
  const tirage = alea(n);
  const table = tables[Math.floor(tirage() * tables.length)] as TableSource;
  const [nom, muter] = genres[n % genres.length] as (typeof genres)[number];
  const chemin = join(dossier, cheminCsv(table));
  const avant = readFileSync(chemin);
  writeFileSync(chemin, muter(avant, tirage));
  try {
    const { problemes } = await charger(table);
    // Une faute de lecture suffit au rapport ; la suite est tout de même passée une fois sur cinq.
    const deja = problemes.length > 0 && n % 5 !== 0;
    const tous = deja ? problemes : await controler(problemes);
    if (deja || tous.some(({ message }) => !connus.has(message))) bilan.signalees++;
    else if ((await totaux()) === attendus) bilan.equivalentes++;
    else bilan.fautes.push(`n° ${n}, ${nom} de ${table.nom} : un total change sans être signalé`);
  } catch (cause) {
    bilan.fautes.push(`n° ${n}, ${nom} de ${table.nom} : ${String(cause)}`);
  }
  writeFileSync(chemin, avant);
  await charger(table);
}
await base.fermer();
rmSync(dossier, { recursive: true, force: true });
process.send?.(bilan);
