/** Ce qu’on lit d’une liste de codes d’options collée telle quelle. */
export interface CodesLus {
  /** Les codes du répertoire, sans doublon, dans l’ordre du texte. */
  readonly codes: readonly string[];
  /** Ce qui a quatre chiffres et n’est pas au répertoire. */
  readonly inconnus: readonly string[];
}

/** Lit les codes à quatre chiffres d’un texte ; les intitulés qui les suivent sont laissés. */
export function lireCodes(texte: string, connus: ReadonlySet<string>): CodesLus {
  const lus = [...new Set(texte.match(/(?<!\d)\d{4}(?!\d)/g) ?? [])];
  return {
    codes: lus.filter((code) => connus.has(code)),
    inconnus: lus.filter((code) => !connus.has(code)),
  };
}
