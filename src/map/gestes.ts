import type { Map as CarteGl, LngLat } from 'maplibre-gl';
import type { Position } from '../domain/geo/distance.ts';
import type { Calque } from './calque.ts';

/** À quelle distance d’une marque, en pixels, un geste la désigne. */
const PORTEE_SURVOL = 2;
const PORTEE_SOURIS = 8;
const PORTEE_DOIGT = 16;

export interface Gestes {
  readonly surSurvol: (id: string | null) => void;
  /** Les marques que ce geste peut désigner, la plus proche d’abord : au moins une. */
  readonly surChoix: (ids: readonly string[]) => void;
  /** @returns vrai si le visiteur désignait un lieu : le geste ne choisit alors pas de marque */
  readonly surLieu: (lieu: Position) => boolean;
}

/** Ce que le visiteur désigne, à la souris, au doigt ou au clavier. */
export function ecouterGestes(carte: CarteGl, calque: Calque, gestes: Gestes): void {
  carte.on('mousemove', (evenement) => {
    const [id = null] = calque.autour(evenement.point.x, evenement.point.y, PORTEE_SURVOL);
    carte.getCanvas().style.cursor = id ? 'pointer' : '';
    if (id !== calque.survolee()) gestes.surSurvol(id);
  });
  carte.on('mouseout', () => gestes.surSurvol(null));
  const lieuDe = ({ lat, lng: lon }: LngLat): Position => ({ lat, lon });
  carte.getCanvas().addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') gestes.surLieu(lieuDe(carte.getCenter()));
  });
  carte.on('click', (evenement) => {
    if (gestes.surLieu(lieuDe(evenement.lngLat))) return;
    const doigt = matchMedia('(pointer: coarse)').matches;
    const { x, y } = evenement.point;
    const ids = calque.autour(x, y, doigt ? PORTEE_DOIGT : PORTEE_SOURIS);
    if (ids.length > 0) gestes.surChoix(ids);
  });
}
