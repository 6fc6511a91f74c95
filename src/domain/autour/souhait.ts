/** Comment on apprend : à l’école (`PE`), ou en alternance avec une entreprise (`ALT`). */
export const VOIES = ['PE', 'ALT'] as const;
export type Voie = (typeof VOIES)[number];

export const RAYONS = [10, 20, 30, 50] as const;
export const RAYON_D_APPRENTISSAGE = 30;

/** Ce qu’on cherche ; l’adresse de la page le porte en entier. */
export interface Souhait {
  /** Les codes des formations ; `null` : toutes. */
  readonly codes: readonly string[] | null;
  /** `null` : l’une ou l’autre. */
  readonly voie: Voie | null;
  readonly rayon: number;
}
