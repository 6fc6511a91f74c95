import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from '@duckdb/duckdb-wasm';
import adresseDuTravailleur from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import adresseDuModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { lireFichier, uneFois } from './lecture.ts';
import type { Moteur, Requete } from './moteur.ts';

/** Octets reçus du moteur, et à recevoir. */
export type Avancement = (recus: number, total: number) => void;

interface Base {
  readonly db: AsyncDuckDB;
  readonly connexion: AsyncDuckDBConnection;
}

let base: Promise<Base> | undefined;
let tranches = 0;
const tables = new Map<string, () => Promise<void>>();

/** Un moteur qui ne donne plus signe de vie pendant ce temps, en millisecondes, ne viendra plus. */
const SILENCE = 60_000;

/** DuckDB ne dit pas qu’un travailleur ou un module lui manque : il attend. Ici, on renonce. */
function instancier(avancement?: Avancement): Promise<AsyncDuckDB> {
  return new Promise((reussir, renoncer) => {
    const travailleur = new Worker(adresseDuTravailleur);
    const perdre = (evenement?: Event): void => {
      evenement?.stopImmediatePropagation();
      travailleur.terminate();
      renoncer(new Error('Le moteur de requêtes ne répond pas.'));
    };
    travailleur.addEventListener('error', perdre);
    const db = new AsyncDuckDB(new VoidLogger(), travailleur);
    let attente = setTimeout(perdre, SILENCE);
    db.instantiate(adresseDuModule, null, ({ bytesLoaded, bytesTotal }) => {
      clearTimeout(attente);
      attente = setTimeout(perdre, SILENCE);
      avancement?.(bytesLoaded, bytesTotal);
    })
      .then(() => reussir(db), renoncer)
      .finally(() => {
        clearTimeout(attente);
        travailleur.removeEventListener('error', perdre);
      });
  });
}

async function ouvrir(avancement?: Avancement): Promise<Base> {
  const db = await instancier(avancement);
  return { db, connexion: await db.connect() };
}

/** Le moteur, ouvert une fois pour toute la page. */
function demarrer(avancement?: Avancement): Promise<Base> {
  base ??= ouvrir(avancement).catch((cause) => {
    base = undefined;
    throw cause;
  });
  return base;
}

/** Le fichier est lu en entier, pendant que le moteur vient, puis posé en table. */
async function poser(nom: string, adresse: string, ouverte: Promise<Base>): Promise<void> {
  const [octets, { db, connexion }] = await Promise.all([
    lireFichier(adresse).then((fichier) => fichier.arrayBuffer()),
    ouverte,
  ]);
  const fichier = `${nom}.parquet`;
  await db.registerFileBuffer(fichier, new Uint8Array(octets));
  await connexion.query(`CREATE TABLE "${nom}" AS SELECT * FROM read_parquet('${fichier}')`);
  await db.dropFile(fichier);
}

async function lire<T>({ connexion }: Base, { sql, parametres }: Requete): Promise<T[]> {
  const prepare = await connexion.prepare(sql);
  try {
    const table = await prepare.query(...parametres);
    return table.toArray().map((rangee: { toJSON(): unknown }) => rangee.toJSON() as T);
  } finally {
    await prepare.close();
  }
}

/**
 * Le moteur du navigateur, chargé une fois pour toute la page, avec les tables demandées.
 * @param fichiers l’adresse du Parquet de chaque table
 * @throws EditionDepassee si un fichier n’est plus en ligne
 */
export async function moteurNavigateur(
  fichiers: Readonly<Record<string, string>>,
  avancement?: Avancement,
): Promise<Moteur> {
  const posees = Object.entries(fichiers).map(([nom, adresse]) => {
    const lire = tables.get(nom) ?? uneFois(() => poser(nom, adresse, demarrer(avancement)));
    tables.set(nom, lire);
    return lire();
  });
  await Promise.all(posees);
  const base = await demarrer(avancement);
  return { lire: (requete) => lire(base, requete) };
}

const TYPES: Readonly<Record<string, string>> = {
  entier: 'INTEGER',
  decimal: 'DOUBLE',
  booleen: 'BOOLEAN',
};

const citer = (valeur: unknown): string =>
  valeur === null || valeur === undefined ? '' : `"${String(valeur).replaceAll('"', '""')}"`;

/**
 * Écrit des rangées en Parquet (zstd), par le moteur.
 * @param colonnes leur nom et leur type, dans l’ordre du fichier
 * @throws quand le moteur ne se charge pas
 */
export async function ecrireParquet(
  colonnes: readonly { readonly nom: string; readonly type: string }[],
  rangees: readonly Readonly<Record<string, unknown>>[],
  avancement?: Avancement,
): Promise<Uint8Array<ArrayBuffer>> {
  const { db, connexion } = await demarrer(avancement);
  const [lu, ecrit] = [`tranche${++tranches}.csv`, `tranche${tranches}.parquet`];
  const lignes = rangees.map((rangee) => colonnes.map(({ nom }) => citer(rangee[nom])).join(','));
  const types = colonnes.map(({ nom, type }) => `'${nom}': '${TYPES[type] ?? 'VARCHAR'}'`);
  await db.registerFileText(lu, `${lignes.join('\n')}\n`);
  try {
    await connexion.query(`COPY (SELECT * FROM read_csv('${lu}', header = false, delim = ',',
      quote = '"', escape = '"', auto_detect = false, columns = {${types.join(', ')}}))
      TO '${ecrit}' (FORMAT PARQUET, COMPRESSION ZSTD)`);
    return new Uint8Array(await db.copyFileToBuffer(ecrit));
  } finally {
    await db.dropFile(lu);
    await db.dropFile(ecrit);
  }
}
