import {
  AsyncDuckDB,
  type AsyncDuckDBConnection,
  type InstantiationProgress,
  VoidLogger,
} from '@duckdb/duckdb-wasm';
import adresseDuModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import type { Table } from 'apache-arrow';
import type { TableDeposee } from '../domain/explorer/deposee.ts';
import { LectureRatee, lireFichier, uneFois } from './lecture.ts';
import type { Moteur, Requete } from './moteur.ts';
import { enTable, REPONSE } from './sql-libre.ts';

/** Octets reçus du moteur, et à recevoir. */
export type DireAvancement = (recus: number, total: number) => void;

interface Base {
  readonly db: AsyncDuckDB;
  readonly connexion: AsyncDuckDBConnection;
  /** Une réponse du moteur, ou l’erreur de sa mort : DuckDB la laisserait attendre sans fin. */
  readonly attendre: <T>(reponse: Promise<T>) => Promise<T>;
  /** Ferme le moteur ; ce qui l’attendait reçoit cette cause. La demande suivante en ouvre un autre. */
  readonly fermer: (cause: Error) => void;
}

let base: Promise<Base> | undefined;
let tranches = 0;
const tables = new Map<string, () => Promise<void>>();

/** Un moteur qui ne donne plus signe de vie pendant ce temps, en millisecondes, ne viendra plus. */
const SILENCE = 60_000;

/** Guette la mort d’un travailleur, et son silence tant qu’on le dit. */
function veiller(travailleur: Worker) {
  let garde: ReturnType<typeof setTimeout> | undefined;
  let fermer = (_cause: Error): void => {};
  const mort = new Promise<never>((_rendre, renoncer) => {
    fermer = (cause) => {
      travailleur.terminate();
      base = undefined;
      tables.clear();
      renoncer(cause);
    };
  });
  const perdre = (): void => fermer(new Error('Le moteur de requêtes ne répond pas.'));
  mort.catch(() => {});
  for (const genre of ['error', 'messageerror']) {
    travailleur.addEventListener(genre, (evenement) => {
      evenement.preventDefault();
      evenement.stopImmediatePropagation();
      perdre();
    });
  }
  const relever = (): void => clearTimeout(garde);
  return {
    attendre: <T>(reponse: Promise<T>): Promise<T> => Promise.race([reponse, mort]),
    fermer,
    relever,
    guetter: (): void => {
      relever();
      garde = setTimeout(perdre, SILENCE);
    },
  };
}

async function ouvrir(avancement?: DireAvancement): Promise<Base> {
  const travailleur = new Worker(new URL('./moteur.travailleur.ts', import.meta.url), {
    type: 'module',
  });
  const { attendre, fermer, guetter, relever } = veiller(travailleur);
  guetter();
  try {
    await attendre(
      new Promise((rendre) => travailleur.addEventListener('message', rendre, { once: true })),
    );
    const db = new AsyncDuckDB(new VoidLogger(), travailleur);
    const suivre = ({ bytesLoaded, bytesTotal }: InstantiationProgress): void => {
      guetter();
      avancement?.(bytesLoaded, bytesTotal);
    };
    await attendre(db.instantiate(adresseDuModule, null, suivre));
    await attendre(db.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } }));
    return { db, connexion: await attendre(db.connect()), attendre, fermer };
  } finally {
    relever();
  }
}

/** Le moteur, ouvert une fois pour toute la page. */
function demarrer(avancement?: DireAvancement): Promise<Base> {
  base ??= ouvrir(avancement).catch((cause) => {
    base = undefined;
    throw cause;
  });
  return base;
}

/** Le fichier est lu en entier, pendant que le moteur vient, puis posé en table. */
async function poser(nom: string, adresse: string, ouverte: Promise<Base>): Promise<void> {
  const [octets, { db, connexion, attendre }] = await Promise.all([
    lireFichier(adresse).then((fichier) => fichier.arrayBuffer()),
    ouverte,
  ]);
  const fichier = `${nom}.parquet`;
  await attendre(db.registerFileBuffer(fichier, new Uint8Array(octets)));
  await attendre(
    connexion.query(`CREATE TABLE "${nom}" AS SELECT * FROM read_parquet('${fichier}')`),
  );
  await attendre(db.dropFile(fichier));
}

async function lire<T>({ connexion, attendre }: Base, requete: Requete): Promise<T[]> {
  const prepare = await attendre(connexion.prepare(requete.sql));
  try {
    const table = await attendre(prepare.query(...requete.parametres));
    return table.toArray().map((rangee: { toJSON(): unknown }) => rangee.toJSON() as T);
  } finally {
    await attendre(prepare.close());
  }
}

/**
 * Le moteur du navigateur, chargé une fois pour toute la page, avec les tables demandées.
 * @param fichiers l’adresse du Parquet de chaque table
 * @throws EditionDepassee si un fichier n’est plus en ligne
 */
export async function moteurNavigateur(
  fichiers: Readonly<Record<string, string>>,
  avancement?: DireAvancement,
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

/** Le moteur d’une requête que le visiteur écrit : il ne lit que les tables déjà posées. */
export interface MoteurLibre {
  /**
   * Exécute une requête et en garde la réponse entière.
   * @returns le nombre de lignes
   * @throws l’erreur de DuckDB, en anglais, ou la cause donnée à `arreter`
   */
  executer(sql: string): Promise<number>;
  /** Les premières lignes de la dernière réponse, dans son ordre ou dans celui d’une colonne. */
  montrer(lignes: number, ordre?: string): Promise<Table>;
  arreter(cause: Error): void;
}

/** Un tableau que le visiteur dépose : ses valeurs, ou un Parquet entier. */
export type Deposee = TableDeposee | { readonly nom: string; readonly parquet: Uint8Array };

/** Pose une table déposée, tant que le moteur lit encore des fichiers. */
async function poserDeposee({ db, connexion, attendre }: Base, deposee: Deposee): Promise<void> {
  const { nom } = deposee;
  const enParquet = 'parquet' in deposee;
  const fichier = `${nom}.${enParquet ? 'parquet' : 'csv'}`;
  // Le travailleur reçoit une copie : le fichier se repose si le moteur est arrêté.
  const octets = enParquet ? deposee.parquet.slice() : enLignes(deposee.rangees);
  await attendre(db.registerFileBuffer(fichier, octets));
  const source = enParquet
    ? `read_parquet('${fichier}')`
    : `read_csv('${fichier}', ${CSV_SANS_TITRES}, columns = {${typesDe(deposee.colonnes)}})`;
  try {
    await attendre(connexion.query(`CREATE TABLE "${nom}" AS SELECT * FROM ${source}`));
  } finally {
    await attendre(db.dropFile(fichier));
  }
}

/** Ni fichier, ni adresse, ni extension : ce qu’une requête ne doit pas pouvoir changer. */
const CLOS = `SET enable_external_access = false;
SET memory_limit = '1500MB';
SET lock_configuration = true;`;

let clos:
  | { readonly connexion: AsyncDuckDBConnection; readonly fini: Promise<unknown> }
  | undefined;

/**
 * Le moteur de la page, toutes les tables posées, celles du visiteur comprises, fermé au reste du
 * monde. Une table ajoutée ensuite demande un moteur neuf : celui-ci s’arrête.
 * @throws EditionDepassee si un fichier n’est plus en ligne
 */
export async function moteurLibre(
  fichiers: Readonly<Record<string, string>>,
  deposees: readonly Deposee[] = [],
  avancement?: DireAvancement,
): Promise<MoteurLibre> {
  await moteurNavigateur(fichiers, avancement);
  const ouverte = await demarrer(avancement);
  const { connexion, attendre, fermer } = ouverte;
  const clore = async (): Promise<void> => {
    for (const deposee of deposees) {
      await poserDeposee(ouverte, deposee).catch((cause: unknown) => {
        console.warn(cause);
        throw new LectureRatee(`La table « ${deposee.nom} » ne se lit pas : retirez-la.`);
      });
    }
    await attendre(connexion.query(CLOS));
  };
  // Une fois par moteur, même demandé deux fois : un réglage verrouillé ne se pose plus.
  if (clos?.connexion !== connexion) clos = { connexion, fini: clore() };
  try {
    await clos.fini;
  } catch (cause) {
    // Ni ouvert ni fermé, ce moteur ne servirait plus.
    fermer(cause instanceof Error ? cause : new Error(String(cause)));
    throw cause;
  }
  const demander = (sql: string): Promise<Table> => attendre(connexion.query(sql));
  return {
    arreter: fermer,
    executer: async (sql) => {
      // Préparée d’abord : une faute y garde sa ligne.
      await attendre((await attendre(connexion.prepare(sql))).close());
      await demander(enTable(sql));
      const compte = await demander(`SELECT count(*) AS n FROM ${REPONSE}`);
      return Number(compte.getChild('n')?.get(0));
    },
    montrer: (lignes, ordre = '') => demander(`SELECT * FROM ${REPONSE} ${ordre} LIMIT ${lignes}`),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  entier: 'INTEGER',
  decimal: 'DOUBLE',
  booleen: 'BOOLEAN',
};

const citer = (valeur: unknown): string =>
  valeur === null || valeur === undefined ? '' : `"${String(valeur).replaceAll('"', '""')}"`;

type Ecrites = readonly (readonly unknown[])[];

/** Des rangées en CSV, tel que `CSV_SANS_TITRES` le relit. */
const enLignes = (rangees: Ecrites): Uint8Array =>
  new TextEncoder().encode(rangees.map((rangee) => `${rangee.map(citer).join(',')}\n`).join(''));

const CSV_SANS_TITRES = `header = false, delim = ',', quote = '"', escape = '"', auto_detect = false`;

const typesDe = (colonnes: readonly { readonly nom: string; readonly type: string }[]): string =>
  colonnes
    .map(({ nom, type }) => `'${nom.replaceAll("'", "''")}': '${TYPES[type] ?? 'VARCHAR'}'`)
    .join(', ');

/**
 * Écrit des rangées en Parquet (zstd), par le moteur.
 * @param colonnes leur nom et leur type, dans l’ordre du fichier
 * @throws quand le moteur ne se charge pas
 */
export async function enParquet(
  colonnes: readonly { readonly nom: string; readonly type: string }[],
  rangees: readonly Readonly<Record<string, unknown>>[],
  avancement?: DireAvancement,
): Promise<Uint8Array<ArrayBuffer>> {
  const { db, connexion, attendre } = await demarrer(avancement);
  const [lu, ecrit] = [`tranche${++tranches}.csv`, `tranche${tranches}.parquet`];
  const lignes = rangees.map((rangee) => colonnes.map(({ nom }) => rangee[nom]));
  await attendre(db.registerFileBuffer(lu, enLignes(lignes)));
  try {
    const copie = connexion.query(`COPY (SELECT * FROM read_csv('${lu}', ${CSV_SANS_TITRES},
      columns = {${typesDe(colonnes)}}))
      TO '${ecrit}' (FORMAT PARQUET, COMPRESSION ZSTD)`);
    await attendre(copie);
    return new Uint8Array(await attendre(db.copyFileToBuffer(ecrit)));
  } finally {
    await attendre(db.dropFile(lu));
    await attendre(db.dropFile(ecrit));
  }
}
