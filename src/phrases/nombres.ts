import { enNombre } from '../domain/nombres.ts';

const FINE = '\u202F';

/** `12 345`, avec des espaces fines insécables. */
export const entier = (valeur: number): string => enNombre(valeur);

/** `12,3` : une décimale, toujours. */
export const decimal = (valeur: number): string => enNombre(valeur, 1, 1);

/** `34 %` ; une décimale sous 10 %, pour que 3,4 % et 2,6 % se distinguent. */
export const part = (valeur: number): string => {
  const pourcent = valeur * 100;
  const rond = pourcent === 0 || pourcent === 100 || pourcent >= 9.95;
  return `${rond ? entier(pourcent) : decimal(pourcent)}${FINE}%`;
};

/** `+12`, `−3,4 %`, `0` : un écart porte son signe. */
export const avecSigne = (valeur: number, ecrire: (absolu: number) => string): string =>
  `${valeur > 0 ? '+' : valeur < 0 ? '−' : ''}${ecrire(Math.abs(valeur))}`;

/** Le pluriel commence à deux : « 0 option », « 1,5 option », « 2 options ». */
export const accord = (nombre: number, singulier: string, pluriel = `${singulier}s`): string =>
  Math.abs(nombre) < 2 ? singulier : pluriel;

/** `numerateur / denominateur`, ou `null` quand il n’y a rien à diviser. */
export const rapport = (numerateur: number, denominateur: number): number | null =>
  denominateur === 0 ? null : numerateur / denominateur;

/** Un nombre et son nom accordé, qui ne se séparent pas : `1 ligne`, `3 240 lignes`. */
export const compte = (nombre: number, singulier: string, pluriel?: string): string =>
  `${entier(nombre)}\u00a0${accord(nombre, singulier, pluriel)}`;
