/** Terminaisons ramenées à une seule : pluriels, féminins. La première qui convient s’applique. */
const TERMINAISONS: readonly (readonly [RegExp, string])[] = [
  [/aux$/, 'al'],
  [/(?<=..)[sx]$/, ''],
];

const FEMININS: readonly (readonly [RegExp, string])[] = [
  [/trice$/, 'teur'],
  [/euse$/, 'eur'],
  [/iere$/, 'ier'],
  [/ere$/, 'er'],
  [/ienne$/, 'ien'],
  [/onne$/, 'on'],
  [/ive$/, 'if'],
  [/(?<=...)e+$/, ''],
];

const reduire = (mot: string, regles: typeof TERMINAISONS): string => {
  const regle = regles.find(([fin]) => fin.test(mot));
  return regle ? mot.replace(regle[0], regle[1]) : mot;
};

/** Ce qui fait d’une même chose un métier, un lieu ou une activité : « plombier », « plomberie ». */
const SUFFIXES: readonly (readonly [RegExp, string])[] = [
  [/(icien|iqu|icit)$/, 'ic'],
  [/(eri|ier|er|eur|ur|ag|ist|ism|ien|iti)$/, ''],
];
const RADICAL_MIN = 5;
/** Ils ont le radical d’une autre famille. */
const A_PART: ReadonlySet<string> = new Set(['chauffeur']);

/**
 * Un mot sans ce qui distingue le métier de l’activité : `maçon`, `maçonnerie` et `maçonne` ont le
 * même radical, `mécanicien` et `mécanique` aussi.
 * @param racine telle que `racine` la rend
 */
export function radical(racine: string): string {
  if (A_PART.has(racine)) return racine;
  const suffixe = SUFFIXES.find(([fin]) => fin.test(racine));
  const reste = suffixe ? racine.replace(suffixe[0], suffixe[1]) : racine;
  return reste.length < RADICAL_MIN ? racine : reste.replace(/([^aeiou])\1$/, '$1');
}

/**
 * Un mot sans la marque du pluriel ni du féminin : `coiffeuses` et `coiffeur` ont la même racine.
 * @param mot tel que `plat` l’écrit
 */
export const racine = (mot: string): string =>
  /^\d+$/.test(mot) ? mot : reduire(reduire(mot, TERMINAISONS), FEMININS);
