/** Ce qu’on lit d’une liste de codes d’options collée telle quelle. */
export interface CodesLus {
  /** Les codes du répertoire, sans doublon, dans l’ordre du texte. */
  readonly codes: readonly string[];
  /** Ce qui a quatre chiffres et n’est pas au répertoire. */
  readonly inconnus: readonly string[];
  /** Les suites de chiffres où l’on ne peut pas découper de codes. */
  readonly illisibles: readonly string[];
}

const MOIS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';

/** Une année n’est pas un code : « 2019-2020 », « 15/03/2024 », « mars 2025 », « année 2022 ». */
const DATES = new RegExp(
  `\\b(?:19|20)\\d\\d\\s*[-–/]\\s*(?:19|20)?\\d\\d\\b|\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}\\b|(?:${MOIS}|années?|rentrée)\\s+\\d{4}\\b(?:\\s*[-–/]\\s*(?:19|20)?\\d\\d\\b)?`,
  'gi',
);

/** « 221321158123 », que donne un clavier sans virgule, se coupe de quatre en quatre. */
const decouper = (suite: string): readonly string[] =>
  suite.length % 4 === 0 ? (suite.match(/\d{4}/g) ?? []) : [suite];

/** Lit les codes à quatre chiffres d’un texte ; les intitulés et les dates sont laissés. */
export function lireCodes(texte: string, connus: Pick<ReadonlySet<string>, 'has'>): CodesLus {
  const suites = texte.replace(DATES, ' ').match(/\d+/g) ?? [];
  const lus = [...new Set(suites.flatMap(decouper))];
  const codes = lus.filter((lu) => lu.length === 4);
  return {
    codes: codes.filter((code) => connus.has(code)),
    inconnus: codes.filter((code) => !connus.has(code)),
    illisibles: lus.filter((lu) => lu.length !== 4),
  };
}
