type Datee = { readonly edition: string; readonly valide_du: string };

/** Édition la plus récente d’une table de règles (par date de début), ou `null` si vide. */
export function editionCourante(regles: readonly Datee[]): string | null {
  let derniere: Datee | null = null;
  for (const regle of regles) {
    if (!derniere || regle.valide_du > derniere.valide_du) derniere = regle;
  }
  return derniere?.edition ?? null;
}

/** Les règles d’une seule édition, l’édition courante si aucune n’est nommée : deux éditions
 * ne se mêlent jamais. */
export function reglesDe<R extends Datee>(regles: readonly R[], edition?: string): readonly R[] {
  const choisie = edition ?? editionCourante(regles);
  return regles.filter((regle) => regle.edition === choisie);
}

type Bornee = Datee & { readonly valide_au: string | null };

/** L’édition qui vaut à une date ISO, sinon la dernière commencée avant elle, sinon la première :
 * `exacte` dit si le texte couvre vraiment cette date. */
export function editionAu(
  regles: readonly Bornee[],
  date: string,
): { readonly edition: string; readonly exacte: boolean } | null {
  const commencees = regles.filter((regle) => regle.valide_du <= date);
  const edition = editionCourante(commencees);
  if (edition !== null) {
    const couvre = (r: Bornee) => r.edition === edition && (!r.valide_au || r.valide_au >= date);
    return { edition, exacte: commencees.some(couvre) };
  }
  const premiere = [...regles].sort((a, b) => a.valide_du.localeCompare(b.valide_du))[0];
  return premiere ? { edition: premiere.edition, exacte: false } : null;
}
