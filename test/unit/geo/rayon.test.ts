import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BORNES_BELGIQUE, bornesAutour, contient } from '../../../src/domain/geo/bornes.ts';
import { cercle } from '../../../src/domain/geo/cercle.ts';
import { deplace, distanceKm } from '../../../src/domain/geo/distance.ts';
import { aireSignee } from '../../../src/domain/geo/polygone.ts';
import { dansLeRayon } from '../../../src/domain/geo/rayon.ts';
import { enBelgique } from './positions.ts';

const LIEGE = { lat: 50.6451, lon: 5.5734 };
const rayons = fc.double({ min: 0.1, max: 200, noNaN: true });
const azimuts = fc.double({ min: 0, max: 360, noNaN: true });

describe('dansLeRayon', () => {
  it('garde un site à 9,99 km et laisse un site à 10,01 km, dans toutes les directions', () => {
    for (let azimut = 0; azimut < 360; azimut += 15) {
      const sites = [9.99, 10.01].map((km) => ({ id: String(km), ...deplace(LIEGE, azimut, km) }));
      expect(dansLeRayon(sites, LIEGE, 10).map(({ id }) => id)).toEqual(['9.99']);
    }
  });

  it('garde un site à la distance même du rayon', () => {
    const site = { id: '1', ...deplace(LIEGE, 40, 10) };
    expect(dansLeRayon([site], LIEGE, distanceKm(LIEGE, site))).toHaveLength(1);
  });

  it('trie par distance, puis par identifiant', () => {
    const site = (id: string, km: number) => ({ id, ...deplace(LIEGE, 30, km) });
    const sites = [site('30', 4), site('9', 2), site('10', 2), site('1', 3)];
    expect(dansLeRayon(sites, LIEGE, 10).map(({ id }) => id)).toEqual(['10', '9', '1', '30']);
  });

  it('garde les autres colonnes du site et lui donne sa distance', () => {
    const [seul] = dansLeRayon([{ id: '1', nom: 'ici', ...LIEGE }], LIEGE, 10);
    expect(seul).toEqual({ id: '1', nom: 'ici', ...LIEGE, distance: 0 });
  });

  it('rend ce que rend la mesure de tous les sites, sans présélection', () => {
    fc.assert(
      fc.property(fc.array(enBelgique, { maxLength: 60 }), enBelgique, rayons, (points, c, km) => {
        const sites = points.map((point, i) => ({ id: String(i), ...point }));
        const attendus = sites.filter((site) => distanceKm(c, site) <= km).map(({ id }) => id);
        const trouves = dansLeRayon(sites, c, km).map(({ id }) => id);
        expect(trouves.toSorted()).toEqual(attendus.toSorted());
      }),
    );
  });
});

describe('bornesAutour', () => {
  it('contient tout point du cercle, jusqu’au cercle polaire', () => {
    const centres = fc.record({
      lat: fc.double({ min: -66, max: 66, noNaN: true }),
      lon: fc.double({ min: -150, max: 150, noNaN: true }),
    });
    fc.assert(
      fc.property(centres, azimuts, rayons, (centre, azimut, km) => {
        expect(contient(bornesAutour(centre, km), deplace(centre, azimut, km))).toBe(true);
      }),
    );
  });

  it('prend toutes les longitudes près d’un pôle', () => {
    const { ouest, est } = bornesAutour({ lat: 89.5, lon: 0 }, 100);
    expect(est - ouest).toBeGreaterThanOrEqual(360);
  });
});

describe('BORNES_BELGIQUE', () => {
  it('contient les extrémités du pays et laisse ses voisins', () => {
    expect(contient(BORNES_BELGIQUE, { lat: 51.505, lon: 4.76 })).toBe(true);
    expect(contient(BORNES_BELGIQUE, { lat: 49.497, lon: 5.47 })).toBe(true);
    expect(contient(BORNES_BELGIQUE, { lat: 48.857, lon: 2.352 })).toBe(false);
  });
});

describe('cercle', () => {
  it('a tous ses points à la distance du rayon, et se ferme', () => {
    fc.assert(
      fc.property(enBelgique, rayons, fc.integer({ min: 3, max: 120 }), (centre, km, n) => {
        const anneau = cercle(centre, km, n);
        expect(anneau).toHaveLength(n + 1);
        expect(anneau.at(-1)).toEqual(anneau[0]);
        for (const [lon, lat] of anneau) {
          expect(distanceKm(centre, { lat, lon })).toBeCloseTo(km, 6);
        }
      }),
    );
  });

  it('tourne dans le sens antihoraire', () => {
    expect(aireSignee(cercle(LIEGE, 10))).toBeGreaterThan(0);
  });

  it('refuse un rayon nul et deux points', () => {
    expect(() => cercle(LIEGE, 0)).toThrow('0 km');
    expect(() => cercle(LIEGE, 10, 2)).toThrow(RangeError);
  });
});
