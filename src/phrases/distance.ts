import { decimal } from './nombres.ts';

const ESPACE = '\u00a0';

/** « 6,2 km » ; « environ 6 km » quand la position est celle d’une commune. */
export function enKm(km: number, exacte: boolean): string {
  if (exacte) return `${decimal(km)}${ESPACE}km`;
  return km < 1 ? `environ 1${ESPACE}km` : `environ ${Math.round(km)}${ESPACE}km`;
}
