import type { DuckDBBindings } from '@duckdb/duckdb-wasm/blocking';
import { type Base, SCHEMAS, type Valeur } from './base.ts';

/** Aucune cellule ne commence par un caractère de contrôle. */
const NUL = '\u0001';

const citer = (valeur: Valeur): string =>
  valeur === null ? NUL : `"${String(valeur).replaceAll('"', '""')}"`;

/** Ce que tient un morceau versé, en lignes : le texte entier d’une longue table ne tiendrait pas. */
const LOT = 50_000;

/** La base de DuckDB-WASM, celle des navigateurs, par ses liaisons bloquantes. */
export function ouvrirBaseWasm(db: DuckDBBindings): Base {
  const connexion = db.connect();
  for (const schema of SCHEMAS) connexion.query(`CREATE SCHEMA ${schema}`);
  const lire = async <T>(sql: string): Promise<T[]> =>
    connexion
      .query(sql)
      .toArray()
      .map((rangee: { toJSON(): unknown }) => rangee.toJSON() as T);
  return {
    run: async (sql) => {
      connexion.query(sql);
    },
    lire,
    flux: async function* <T>(sql: string) {
      yield* await lire<T>(sql);
    },
    verser: async (schema, nom) => {
      let lignes: string[] = [];
      const vider = (): void => {
        if (lignes.length === 0) return;
        const fichier = `${schema}.${nom}.csv`;
        db.registerFileText(fichier, `${lignes.join('\n')}\n`);
        connexion.query(`COPY ${schema}."${nom}" FROM '${fichier}'
          (HEADER false, DELIMITER ',', QUOTE '"', ESCAPE '"', NULL '${NUL}')`);
        db.dropFile(fichier);
        lignes = [];
      };
      return {
        ajouter: (valeurs) => {
          lignes.push(valeurs.map(citer).join(','));
          if (lignes.length >= LOT) vider();
        },
        finir: async () => vider(),
      };
    },
  };
}
