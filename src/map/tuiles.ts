import type { Map as CarteGl } from 'maplibre-gl';
import { SOURCE_TUILES } from './style.ts';

const PATIENCE_TUILES = 8000;

/**
 * Guette la première tuile d’un tiers : qu’elle manque, ou tarde trop, et c’est l’échec.
 * @returns de quoi commencer le guet (`true`) ou y renoncer
 */
export function guetterTuiles(carte: CarteGl, surEchec: () => void): (guetter: boolean) => void {
  let minuterie: ReturnType<typeof setTimeout> | undefined;
  const finir = () => {
    clearTimeout(minuterie);
    minuterie = undefined;
  };
  const echouer = () => {
    finir();
    surEchec();
  };
  carte.on('error', (evenement) => {
    const { sourceId } = evenement as { sourceId?: string };
    if (minuterie !== undefined && sourceId === SOURCE_TUILES) echouer();
  });
  carte.on('sourcedata', ({ sourceId, tile }) => {
    if (sourceId === SOURCE_TUILES && tile?.state === 'loaded') finir();
  });
  return (guetter) => {
    finir();
    if (guetter) minuterie = setTimeout(echouer, PATIENCE_TUILES);
  };
}
