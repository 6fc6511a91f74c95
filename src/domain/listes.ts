import { rentree } from './annees.ts';

/** L’année dont les listes TC et FC valent au 1er février : 2024 pour « 2023-2024 ». */
export const anneeDesListes = (anneeScolaire: string): number => rentree(anneeScolaire) + 1;

/**
 * L’année du 1er février où s’ouvre une campagne : 2024 pour « 2025-2026 » (circulaire 9146, § 3).
 */
export const anneeDeLaCampagne = (campagne: string): number => rentree(campagne) - 1;

/** Les années des listes qui valent dans une zone : `null`, l’édition n’en a aucune à lire. */
export interface ListesDeZone {
  readonly zone: number;
  readonly annee_tc: number | null;
  readonly annee_fc: number | null;
}

interface Edition {
  readonly annee_scolaire: string;
  readonly campagne: string;
}

/**
 * L’année de la liste en vigueur, pour une année scolaire.
 * La dernière année lit la liste la plus récente au 1er février où s’ouvre la campagne, ou au sien
 * s’il vient après ; à défaut, la première qui le suit. Une année d’avant lit la plus récente à son
 * 1er février, et jamais une qui le suit.
 * @param listes les années des listes d’une région (FC) ou d’une zone (TC)
 */
export function listeEnVigueur(
  listes: readonly number[],
  anneeScolaire: string,
  { annee_scolaire: derniere, campagne }: Edition,
): number | null {
  const estDerniere = anneeScolaire === derniere;
  const sienne = anneeDesListes(anneeScolaire);
  const voulue = estDerniere ? Math.max(anneeDeLaCampagne(campagne), sienne) : sienne;
  const passees = listes.filter((annee) => annee <= voulue);
  if (passees.length > 0) return Math.max(...passees);
  return estDerniere && listes.length > 0 ? Math.min(...listes) : null;
}
