const MASCULINS = /^(Brabant|Luxembourg|Hainaut)/;

/** « de Liège », « du Hainaut Sud » : la zone après « zone ». */
export const deLaZone = (nom: string): string => (MASCULINS.test(nom) ? `du ${nom}` : `de ${nom}`);

/** « A », « A et B », « A, B et C ». */
export const enumerer = (noms: readonly string[]): string =>
  noms.length < 2 ? (noms[0] ?? '') : `${noms.slice(0, -1).join(', ')} et ${noms.at(-1)}`;
