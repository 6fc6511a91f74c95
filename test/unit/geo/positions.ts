import fc from 'fast-check';
import { BORNES_BELGIQUE } from '../../../src/domain/geo/bornes.ts';

const { ouest, sud, est, nord } = BORNES_BELGIQUE;

const degre = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Une position quelconque du globe. */
export const partout = fc.record({ lat: degre(-90, 90), lon: degre(-180, 180) });

/** Une position en Belgique. */
export const enBelgique = fc.record({ lat: degre(sud, nord), lon: degre(ouest, est) });
