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

/**
 * Ce qui fait d’une même chose un métier, un lieu, une activité ou un verbe : « plombier »,
 * « plomberie » ; « installer », « installateur », « installation » ; « conduire », « conducteur ».
 */
const SUFFIXES: readonly (readonly [RegExp, string])[] = [
  [/(icien|iqu|icit)$/, 'ic'],
  [/ui[rt]$/, 'uct'],
  [/(?<=d)r$/, ''],
  [/(ateur|ation|eri|ier|er|eur|ur|ag|ist|ism|ien|iti|ion|ant)$/, ''],
];
const RADICAL_MIN = 4;
/** Ils ont le radical d’une autre famille. */
const A_PART: ReadonlySet<string> = new Set(['chauffeur']);

/** Le mot sans un suffixe ; le même s’il n’en a pas, ou s’il n’en resterait rien. */
function sansSuffixe(mot: string): string {
  const suffixe = SUFFIXES.find(([fin]) => fin.test(mot));
  const reste = suffixe ? mot.replace(suffixe[0], suffixe[1]) : mot;
  return reste.length < RADICAL_MIN ? mot : reste;
}

/**
 * Un mot sans ce qui distingue le métier de l’activité : `maçon`, `maçonnerie` et `maçonne` ont le
 * même radical, `mécanicien` et `mécanique` aussi, `pépinière` et `pépiniériste` de même.
 * @param racine telle que `racine` la rend
 */
export function radical(racine: string): string {
  if (A_PART.has(racine)) return racine;
  return sansSuffixe(sansSuffixe(racine)).replace(/([^aeiou])\1$/, '$1');
}

/**
 * Un mot sans la marque du pluriel ni du féminin : `coiffeuses` et `coiffeur` ont la même racine.
 * @param mot tel que `plat` l’écrit
 */
export const racine = (mot: string): string =>
  /^\d+$/.test(mot) ? mot : reduire(reduire(mot, TERMINAISONS), FEMININS);
