import type { LieuxNommes, TrouverLieux } from '../recherche/lieux.ts';
import { choisirFacette, type Selection } from './selection.ts';

/** Une question telle qu’elle est comprise : son lieu est un filtre. */
export interface Entendue {
  readonly selection: Selection;
  /** Ce que la question dit du lieu ; `null` : rien. */
  readonly nommes: LieuxNommes | null;
}

/**
 * Fait d’un lieu nommé dans la question un filtre de plus : « coiffure Ottignies » cherche
 * « coiffure » dans sa zone. Un lieu ambigu se propose seulement.
 * @param connues les zones, dans l’ordre de leur filtre
 */
export function entendre(
  selection: Selection,
  connues: readonly string[],
  trouver: TrouverLieux | null,
): Entendue {
  const nommes = trouver?.(selection.q) ?? null;
  if (!nommes || nommes.ambigu) return { selection, nommes };
  return { selection: avecLeLieu(selection, connues, nommes), nommes };
}

/** La question sans son lieu, et les zones de ce lieu parmi les filtres. */
export function avecLeLieu(
  selection: Selection,
  connues: readonly string[],
  { zones, reste }: LieuxNommes,
): Selection {
  const voulues = [...(selection.facettes.zone ?? []), ...zones.map(String)];
  const { page } = selection;
  return { ...choisirFacette(selection, 'zone', voulues, connues), q: reste, page };
}
