import type { DataType } from 'apache-arrow';
import type { CelluleCsv } from '../domain/csv.ts';

/** Ce que rend une colonne Arrow. */
export type CelluleSql =
  | string
  | number
  | bigint
  | boolean
  | Date
  | Uint8Array
  | { toJSON(): unknown }
  | null
  | undefined;

// Les numéros de `Type` dans Arrow : les lire de la bibliothèque la ferait venir avec la page.
const ENTIER = 2;
const DECIMAL = 3;
const TEXTE = 5;
const JOUR = 8;
const INSTANT = 10;

export const estNombre = ({ typeId }: DataType): boolean => typeId === ENTIER || typeId === DECIMAL;
export const estTexte = ({ typeId }: DataType): boolean => typeId === TEXTE;

/** Quatre chiffres restent ensemble : « 2024 » est le plus souvent une année. */
const NOMBRES = new Intl.NumberFormat('fr-BE', { maximumFractionDigits: 6, useGrouping: 'min2' });

/** La valeur d’une cellule, telle qu’un fichier l’écrit. */
export function valeurBrute(valeur: CelluleSql, { typeId }: DataType): CelluleCsv {
  if (valeur === null || valeur === undefined) return null;
  if (typeof valeur === 'string' || typeof valeur === 'boolean') return valeur;
  if (typeId === JOUR) return new Date(Number(valeur)).toISOString().slice(0, 10);
  if (typeId === INSTANT) return new Date(Number(valeur)).toISOString().slice(0, 19);
  if (typeof valeur === 'number') return valeur;
  if (typeof valeur === 'bigint') return Number(valeur);
  if (valeur instanceof Uint8Array) return `${valeur.length} octets`;
  return JSON.stringify(valeur, (_, v) => (typeof v === 'bigint' ? Number(v) : v));
}

/** La même, telle qu’on la lit ; « – » : rien. */
export function ecrireCellule(valeur: CelluleSql, type: DataType): string {
  const brute = valeurBrute(valeur, type);
  if (brute === null) return '–';
  if (typeof brute === 'boolean') return brute ? 'oui' : 'non';
  return typeof brute === 'number' ? NOMBRES.format(brute) : brute;
}
