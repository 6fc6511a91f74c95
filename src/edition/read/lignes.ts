import Papa from 'papaparse';
import {
  type Colonne,
  cheminCsv,
  type Ligne,
  type Table,
  type TableSource,
} from '../../domain/tables/schema.ts';
import type { Rangee, Valeur } from '../base.ts';
import { ErreurDUsage } from '../probleme.ts';
import { lireCellule } from './cellule.ts';
import { lireCsv } from './csv.ts';
import type { Depot } from './depot.ts';

/**
 * Parcourt les rangées d’une table, sans base et sans les garder.
 * @throws {ErreurDUsage} à la première cellule que le schéma refuse
 */
export async function parcourirLignes(
  table: TableSource,
  depot: Depot,
  surRangee: (rangee: Record<string, Valeur>) => void,
): Promise<void> {
  const csv = cheminCsv(table);
  let entete: readonly string[] | undefined;
  let faute: string | undefined;
  await lireCsv(depot.ouvrir(csv), ({ ligne, cellules }) => {
    if (entete === undefined) {
      entete = cellules;
      return;
    }
    const rangee: Record<string, Valeur> = {};
    for (const [nom, colonne] of Object.entries(table.colonnes)) {
      const lecture = lireCellule(cellules[entete.indexOf(nom)] ?? '', colonne);
      if (!('valeur' in lecture)) {
        faute ??= `${depot.citer(csv)}:${ligne} colonne « ${nom} » : ${lecture.message}`;
        return;
      }
      rangee[nom] = lecture.valeur;
    }
    surRangee(rangee);
  });
  if (faute !== undefined) throw new ErreurDUsage(faute);
}

/**
 * Lit les rangées d’une table, sans base.
 * @throws {ErreurDUsage} à la première cellule que le schéma refuse
 */
export async function lireLignes<T extends TableSource>(
  table: T,
  depot: Depot,
): Promise<Ligne<T>[]> {
  const lignes: Record<string, Valeur>[] = [];
  await parcourirLignes(table, depot, (rangee) => lignes.push(rangee));
  return lignes as Ligne<T>[];
}

const texte = (valeur: Valeur, colonne?: Colonne): string => {
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  return valeur === null ? (colonne?.motVide ?? '') : String(valeur);
};

/**
 * Le CSV d’une table, colonnes dans l’ordre du schéma : virgules, fins de ligne LF. Une colonne
 * facultative et toujours vide n’y est pas.
 */
export function formaterCsv<T extends Table>(table: T, lignes: readonly Ligne<T>[]): string {
  const toutes = Object.keys(table.colonnes) as (keyof T['colonnes'])[];
  const noms = toutes.filter(
    (nom) =>
      !table.colonnes[String(nom)]?.facultative ||
      lignes.some((ligne) => (ligne[nom] ?? null) !== null),
  );
  const rangees = lignes.map((ligne) =>
    noms.map((nom) => texte(ligne[nom], table.colonnes[String(nom)])),
  );
  return `${Papa.unparse([noms.map(String), ...rangees], { newline: '\n' })}\n`;
}

/** Un long texte, écrit par morceaux. */
export interface Morceaux {
  /** Sa première ligne. */
  readonly entete: string;
  readonly suite: Iterable<string>;
}

export type Texte = string | Morceaux;

const LOT = 5_000;

/** Le CSV de rangées qui passent une à une, tel que `formaterCsv` l’écrirait. */
export function enMorceaux(
  table: Table,
  noms: readonly string[],
  rangees: Iterable<Rangee>,
): Morceaux {
  const enCsv = (lot: readonly string[][]) => `${Papa.unparse([...lot], { newline: '\n' })}\n`;
  function* suite(): Generator<string> {
    let lot: string[][] = [];
    for (const rangee of rangees) {
      lot.push(noms.map((nom) => texte(rangee[nom] ?? null, table.colonnes[nom])));
      if (lot.length < LOT) continue;
      yield enCsv(lot);
      lot = [];
    }
    if (lot.length > 0) yield enCsv(lot);
  }
  return { entete: enCsv([[...noms]]), suite: suite() };
}
