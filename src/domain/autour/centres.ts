import type { Position } from '../geo/distance.ts';
import { dansLeRayon } from '../geo/rayon.ts';
import type { CentreTrouve, DepartSitue } from './autour.ts';
import type { EtatCarte } from './etat.ts';
import type { CentreTechnique, Lieux } from './types.ts';

/** Un centre qui a une position : celle de son adresse, ou le point central de sa commune. */
export const estSitue = <C extends CentreTechnique>(centre: C): centre is C & Position =>
  centre.lat !== null && centre.lon !== null;

/** Les secteurs que les filtres demandent, par le secteur, le groupe ou l’option. */
function secteursDemandes({ options }: Lieux, { choix }: EtatCarte): ReadonlySet<number> | null {
  const secteurs = [
    ...(choix.secteur ?? []),
    ...(choix.groupe ?? []).map((groupe) => groupe.slice(0, -1)),
    ...(choix.option ?? []).map(
      (code) => options.find((option) => option.code === code)?.secteur ?? 0,
    ),
  ];
  return secteurs.length > 0 ? new Set(secteurs.map(Number)) : null;
}

const ordre = (a: CentreTrouve, b: CentreTrouve): number =>
  Number(a.autreSecteur ?? false) - Number(b.autreSecteur ?? false) ||
  (a.distance ?? Number.POSITIVE_INFINITY) - (b.distance ?? Number.POSITIVE_INFINITY) ||
  (a.centre.id < b.centre.id ? -1 : 1);

/**
 * Les centres du rayon, et ceux de la zone de départ qui n’ont pas de position. Un filtre de
 * secteur met à part ceux d’un autre secteur, pas ceux dont le secteur n’est pas connu.
 */
export function trouverCentres(
  lieux: Lieux,
  depart: DepartSitue | null,
  etat: EtatCarte,
): readonly CentreTrouve[] {
  const secteurs = secteursDemandes(lieux, etat);
  const types = etat.choix.centre;
  const retenus = lieux.centres.filter(({ type }) => !types || types.includes(type));
  const situer = (centre: CentreTechnique, distance: number | null): CentreTrouve => {
    const siens = centre.secteurs;
    const autre = secteurs && siens.length > 0 && !siens.some((secteur) => secteurs.has(secteur));
    return { centre, distance, ...(autre && { autreSecteur: true as const }) };
  };
  if (!depart) return retenus.map((centre) => situer(centre, null)).sort(ordre);
  const { position, zone } = depart;
  const proches = dansLeRayon(retenus.filter(estSitue), position, etat.rayon);
  const sansPosition = retenus.filter((centre) => !estSitue(centre) && centre.zone === zone);
  return [
    ...proches.map(({ distance, ...centre }) => situer(centre, distance)),
    ...sansPosition.map((centre) => situer(centre, null)),
  ].sort(ordre);
}
