/** Une ligne de `densites.csv` : ce qui fait une commune rurale, semi-rurale ou ordinaire, et les
 * distances qui en dépendent. Une borne vide est ouverte. */
export type RegleDeDensite = {
  readonly densite: string;
  readonly intitule: string;
  /** Habitants par km² : minimum compris, maximum exclu. */
  readonly densite_min: number | null;
  readonly densite_max: number | null;
  /** Kilomètres à dépasser. */
  readonly km_caractere: number;
  readonly km_longue: number;
  readonly reference: string;
};

/** R rural, S semi-rural, N ordinaire. */
export type Densite = 'R' | 'S' | 'N';

/** Colonne du tableau des normes où lire ; `rural` : commune rurale, sans la condition de km. */
export type CasDeDistance = 'generale' | 'caractere' | 'longue' | 'rural';

/** Situation déclarée par l’utilisateur : le site ne tient ni superficies ni réseaux de routes. */
export type Eloignement = {
  readonly densite: Densite | null;
  /** Kilomètres jusqu’à l’établissement de même caractère le plus proche qui organise le même
   * degré dans la même forme ; `null` : inconnus. */
  readonly km: number | null;
};

type Cas = { readonly cas: CasDeDistance; readonly motif: string };

/** Le cas de distance d’un établissement, du plus favorable au moins favorable.
 * Source : décret du 29 juillet 1992, art. 18. */
export function casDeDistance(densites: readonly RegleDeDensite[], lieu: Eloignement): Cas {
  const regle = densites.find((d) => d.densite === lieu.densite);
  const longue = densites[0]?.km_longue ?? Number.POSITIVE_INFINITY;
  if (lieu.km !== null && lieu.km > longue) {
    return { cas: 'longue', motif: `à plus de ${longue} km` };
  }
  if (!regle) return { cas: 'generale', motif: 'densité non déclarée : règle générale' };
  if (lieu.km !== null && lieu.km > regle.km_caractere) {
    return { cas: 'caractere', motif: `${regle.intitule}, à plus de ${regle.km_caractere} km` };
  }
  if (regle.densite === 'R') {
    return { cas: 'rural', motif: `${regle.intitule}, sans la condition de distance` };
  }
  if (lieu.km === null) return { cas: 'generale', motif: 'distance inconnue : règle générale' };
  return { cas: 'generale', motif: `${regle.intitule}, pas assez éloigné : règle générale` };
}

/** La densité d’une commune d’après ses habitants par km², ou `null` si le nombre n’en est pas un.
 * La densité qui compte est celle du recensement publié le 1er octobre 2001. */
export function densiteDe(
  densites: readonly RegleDeDensite[],
  habitantsParKm2: number,
): Densite | null {
  const regle = densites.find(
    (d) => habitantsParKm2 >= (d.densite_min ?? 0) && habitantsParKm2 < (d.densite_max ?? Infinity),
  );
  return (regle?.densite as Densite | undefined) ?? null;
}
