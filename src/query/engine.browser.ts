import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from '@duckdb/duckdb-wasm';
import adresseDuTravailleur from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import adresseDuModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { lireFichier } from './lecture.ts';
import type { Moteur, Requete } from './moteur.ts';

/** Octets reçus du moteur, et à recevoir. */
export type Avancement = (recus: number, total: number) => void;

interface Base {
  readonly db: AsyncDuckDB;
  readonly connexion: AsyncDuckDBConnection;
}

let base: Promise<Base> | undefined;
const tables = new Map<string, Promise<unknown>>();

async function ouvrir(avancement?: Avancement): Promise<Base> {
  const db = new AsyncDuckDB(new VoidLogger(), new Worker(adresseDuTravailleur));
  await db.instantiate(adresseDuModule, null, ({ bytesLoaded, bytesTotal }) =>
    avancement?.(bytesLoaded, bytesTotal),
  );
  return { db, connexion: await db.connect() };
}

/** Le fichier est lu en entier, puis posé en table : plus de zstd à chaque requête. */
async function poser({ db, connexion }: Base, nom: string, adresse: string): Promise<void> {
  const reponse = await lireFichier(adresse);
  const fichier = `${nom}.parquet`;
  await db.registerFileBuffer(fichier, new Uint8Array(await reponse.arrayBuffer()));
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
  base ??= ouvrir(avancement).catch((cause) => {
    base = undefined;
    throw cause;
  });
  const ouverte = await base;
  for (const [nom, adresse] of Object.entries(fichiers)) {
    const posee = tables.get(nom) ?? poser(ouverte, nom, adresse);
    tables.set(nom, posee);
  }
  await Promise.all(Object.keys(fichiers).map((nom) => tables.get(nom)));
  return { lire: (requete) => lire(ouverte, requete) };
}
