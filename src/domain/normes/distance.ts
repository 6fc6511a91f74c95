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

/** Ce que l’édition sait de la densité d’une commune. */
export interface CommuneDense {
  readonly commune: string;
  /** Classe au recensement publié le 1er octobre 2001, estimée ; `null` : non connue. */
  readonly densite?: Densite | null | undefined;
  /** `false` : trop près d’une borne, à vérifier. */
  readonly densiteSure?: boolean | null | undefined;
}

/** La classe d’une commune : à lire dans une norme si elle est sûre, à vérifier sinon. */
export interface ClasseDeCommune {
  readonly commune: string;
  /** `null` : non connue, ou trop près d’une borne pour la dire. */
  readonly densite: Densite | null;
  readonly intitule: string;
  /** `null` : l’édition ne sait rien de cette commune. */
  readonly sure: boolean | null;
}

/**
 * La classe de densité d’une commune, d’après le recensement publié le 1er octobre 2001
 * (circulaire 7282, VII.III.2), que l’édition estime.
 */
export function classerCommune(
  densites: readonly RegleDeDensite[],
  { commune, densite, densiteSure }: CommuneDense,
): ClasseDeCommune {
  const regle = densites.find((d) => d.densite === densite);
  if (!regle || !densite) return { commune, densite: null, intitule: '', sure: null };
  const sure = densiteSure === true;
  return { commune, densite: sure ? densite : null, intitule: regle.intitule, sure };
}

/** Colonne du tableau des normes où lire ; `rural` : commune rurale, sans la condition de km. */
export type CasDeDistance = 'generale' | 'caractere' | 'longue' | 'rural';

/** Où est l’établissement ; `null` : inconnu. */
export type Eloignement = {
  readonly densite: Densite | null;
  /** Kilomètres jusqu’à l’établissement de même caractère le plus proche qui organise le même
   * degré dans la même forme. */
  readonly km: number | null;
};

/** Un cas que ce qu’on sait du lieu laisse possible. */
export type CasPossible = {
  /** `null` : l’édition n’a pas de densités. */
  readonly regle: RegleDeDensite | null;
  readonly cas: CasDeDistance;
  /** Kilomètres à dépasser pour être dans ce cas. */
  readonly auDela: number;
};

function paliers(regle: RegleDeDensite): readonly CasPossible[] {
  const { densite, km_caractere, km_longue } = regle;
  return [
    { regle, cas: densite === 'R' ? 'rural' : 'generale', auDela: 0 },
    { regle, cas: 'caractere', auDela: km_caractere },
    { regle, cas: 'longue', auDela: km_longue },
  ];
}

/** Tous les cas possibles d’un lieu : un seul quand la densité et la distance sont connues.
 * Source : décret du 29 juillet 1992, art. 18. */
export function casPossibles(
  densites: readonly RegleDeDensite[],
  { densite, km }: Eloignement,
): readonly CasPossible[] {
  const regles = densites
    .filter((d) => densite === null || d.densite === densite)
    .toSorted((a, b) => (a.densite_min ?? 0) - (b.densite_min ?? 0));
  if (regles.length === 0) return [{ regle: null, cas: 'generale', auDela: 0 }];
  return regles.flatMap((regle) => {
    const tous = paliers(regle);
    if (km === null) return tous;
    return tous.filter(({ auDela }) => auDela === 0 || km > auDela).slice(-1);
  });
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
