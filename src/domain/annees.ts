/** Rentrée depuis laquelle les options du 3e degré courent sur 4e-5e-6e (circulaire 9146, §5.3). */
export const PREMIERE_RENTREE_PEQ = 2023;

/** L’année civile où commence une année scolaire : 2023 pour « 2023-2024 ». */
export const rentree = (anneeScolaire: string): number => Number(anneeScolaire.slice(0, 4));

/** L’année scolaire qui commence une année civile. */
export const anneeScolaireDe = (debut: number): string => `${debut}-${debut + 1}`;

/**
 * Les années scolaires d’un bout à l’autre, sans trou.
 * @param annees dans l’ordre ; aucune si elles sont vides
 */
export function anneesDe(annees: readonly string[]): readonly string[] {
  const [premiere, derniere] = [annees[0], annees.at(-1)];
  if (!premiere || !derniere) return [];
  const debut = rentree(premiere);
  return Array.from({ length: rentree(derniere) - debut + 1 }, (_, i) =>
    anneeScolaireDe(debut + i),
  );
}

/**
 * La première année d’étude d’une option, pour une année scolaire.
 * Une option 4-5-6 commençait en 5e avant la rentrée 2023, sauf là où le régime en trois ans
 * (CPU) valait déjà : des élèves de 4e le montrent.
 * @param annees par exemple `4-5-6` ; vide si le texte ne le dit pas
 * @param eleves4e l’option a des élèves en 4e cette année-là
 * @returns l’année d’étude, ou `null` quand le texte ne dit pas les années
 */
export function premiereAnnee(
  annees: string | null,
  anneeScolaire: string,
  eleves4e = false,
): number | null {
  if (annees === null) return null;
  const premiere = Number(annees.split('-')[0]);
  const enDeuxAns = premiere === 4 && rentree(anneeScolaire) < PREMIERE_RENTREE_PEQ && !eleves4e;
  return enDeuxAns ? 5 : premiere;
}
