/** Ce qu’aucune phrase n’affirme là où l’offre, ou les listes, ne sont pas connues. */
const ABSENCES: readonly RegExp[] = [
  /non organisée(?!s)/,
  /(?<!qui )n’organise(nt)? (aucun|pas)/,
  /nulle part/,
  /aucune? (implantation|option|élève|occurrence|zone)s?(?! (connue|n’est connue|ne l’organise en [^.]*dont l’offre est connue))/i,
  /(^|[^\d\u202f])0 (élève|option|occurrence)/,
  /n’y existe(nt)? pas encore/,
  /ni TC ni FC/,
  /n’y manque/,
  /Trop peu d’élèves|masqués?\b/,
  /Pas de (thématique|fonction)/,
  /FC sans TC|option hors TC/,
];

/** Les absences qu’un texte affirme, chacune avec ce qui l’entoure. */
export const absencesDe = (texte: string): string[] => {
  const lu = texte.replace(/[\u00A0\u202F]/g, ' ').replaceAll('\u2060', '');
  return ABSENCES.flatMap((absence) => {
    const trouve = absence.exec(lu);
    return trouve
      ? [`${absence} : ${lu.slice(Math.max(0, trouve.index - 60), trouve.index + 60)}`]
      : [];
  });
};
