import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BORNES_BELGIQUE } from '../../../src/domain/geo/bornes.ts';
import { deplace, distanceKm } from '../../../src/domain/geo/distance.ts';
import { projectionLocale } from '../../../src/domain/geo/projection.ts';
import { enBelgique } from './positions.ts';

const projection = projectionLocale(BORNES_BELGIQUE, 1000);

describe('projectionLocale', () => {
  it('met le coin nord-ouest à l’origine et le coin sud-est au bout', () => {
    const { ouest, sud, est, nord } = BORNES_BELGIQUE;
    expect(projection.versPlan([ouest, nord])).toEqual([0, 0]);
    const [x, y] = projection.versPlan([est, sud]);
    expect(x).toBeCloseTo(1000, 9);
    expect(y).toBeCloseTo(projection.hauteur, 9);
  });

  it('revient au point de départ', () => {
    fc.assert(
      fc.property(enBelgique, ({ lat, lon }) => {
        const [lonRetour, latRetour] = projection.versGlobe(projection.versPlan([lon, lat]));
        expect(lonRetour).toBeCloseTo(lon, 9);
        expect(latRetour).toBeCloseTo(lat, 9);
      }),
    );
  });

  it('garde les formes à 3 % près sur tout le pays', () => {
    fc.assert(
      fc.property(enBelgique, (ici) => {
        const echelle = (azimut: number) => {
          const la = deplace(ici, azimut, 10);
          const [ax, ay] = projection.versPlan([ici.lon, ici.lat]);
          const [bx, by] = projection.versPlan([la.lon, la.lat]);
          return Math.hypot(bx - ax, by - ay) / distanceKm(ici, la);
        };
        expect(Math.abs(echelle(0) / echelle(90) - 1)).toBeLessThan(0.03);
      }),
    );
  });

  it('refuse un rectangle vide', () => {
    const vide = { ouest: 5, sud: 50, est: 5, nord: 51 };
    expect(() => projectionLocale(vide, 100)).toThrow('Rectangle vide');
  });
});
