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
 * Un mot sans la marque du pluriel ni du féminin : `coiffeuses` et `coiffeur` ont la même racine.
 * @param mot tel que `plat` l’écrit
 */
export const racine = (mot: string): string =>
  /^\d+$/.test(mot) ? mot : reduire(reduire(mot, TERMINAISONS), FEMININS);
