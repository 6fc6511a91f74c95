import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deplace, distanceKm, type Position } from '../../../src/domain/geo/distance.ts';
import { enBelgique, partout } from './positions.ts';
import { vincentyKm } from './vincenty.ts';

const VILLES: Record<string, Position> = {
  Arlon: { lat: 49.6833, lon: 5.8167 },
  Bruxelles: { lat: 50.8467, lon: 4.3525 },
  Charleroi: { lat: 50.4114, lon: 4.4447 },
  Comines: { lat: 50.7697, lon: 2.9986 },
  Liège: { lat: 50.6451, lon: 5.5734 },
  Mons: { lat: 50.4542, lon: 3.9567 },
  Namur: { lat: 50.4669, lon: 4.8675 },
  Tournai: { lat: 50.6056, lon: 3.3881 },
  Verviers: { lat: 50.5894, lon: 5.8628 },
};

const paires = Object.entries(VILLES).flatMap(([nomA, a], i) =>
  Object.entries(VILLES)
    .slice(i + 1)
    .map(([nomB, b]) => ({ nom: `${nomA} – ${nomB}`, a, b })),
);

// Distances publiées, en mètres : quatre essais de GeographicLib (C. F. F. Karney), Flinders Peak –
// Buninyong (Geoscience Australia), un degré d’équateur et un quart de méridien.
const PUBLIEES: [number, number, number, number, number][] = [
  [35.60777, -139.44815, -11.17491, -69.95921, 8935244.56048183],
  [55.52454, 106.05087, 77.03196, 197.18234, 4105086.171392441],
  [-21.97856, 142.59065, 41.84138, 98.56635, 8394328.894657671],
  [40.6, -73.8, 49.01666667, 2.55, 5853226],
  [-37.9510334166667, 144.424867888889, -37.6528211388889, 143.926495527778, 54972.271],
  [0, 0, 0, 1, 111319.4908],
  [0, 4, 90, 4, 10001965.7293],
];

describe('distanceKm', () => {
  it('connaît au moins trente paires de villes', () => {
    expect(paires.length).toBeGreaterThanOrEqual(30);
  });

  it.each(paires)('$nom : comme Vincenty, au millionième', ({ a, b }) => {
    const attendue = vincentyKm(a, b);
    expect(Math.abs(distanceKm(a, b) / attendue - 1)).toBeLessThan(1e-6);
  });

  it.each(PUBLIEES)('%d, %d → %d, %d : %d m', (lat1, lon1, lat2, lon2, metres) => {
    const km = distanceKm({ lat: lat1, lon: lon1 }, { lat: lat2, lon: lon2 });
    expect(Math.abs(km * 1000 - metres)).toBeLessThan(0.5);
  });

  it('s’écarte d’une sphère, et c’est pourquoi on ne s’en sert pas', () => {
    const rayon = 6371.0088;
    const unDegre = (rayon * Math.PI) / 180;
    const meridien = distanceKm({ lat: 50, lon: 5 }, { lat: 51, lon: 5 });
    expect(Math.abs(meridien / unDegre - 1)).toBeGreaterThan(1e-4);
  });

  it('est symétrique', () => {
    fc.assert(
      fc.property(partout, partout, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
      }),
    );
  });

  it('est nulle d’un point à lui-même, positive sinon', () => {
    fc.assert(
      fc.property(partout, partout, (a, b) => {
        expect(distanceKm(a, a)).toBe(0);
        expect(distanceKm(a, b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('respecte l’inégalité du triangle au millimètre', () => {
    fc.assert(
      fc.property(partout, partout, partout, (a, b, c) => {
        expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-6);
      }),
    );
  });

  it('refuse une position impossible', () => {
    const ici = { lat: 50, lon: 5 };
    expect(() => distanceKm(ici, { lat: Number.NaN, lon: 5 })).toThrow(RangeError);
    expect(() => distanceKm({ lat: 91, lon: 5 }, ici)).toThrow('latitude 91');
  });
});

describe('deplace', () => {
  it('défait ce que distanceKm mesure', () => {
    const azimuts = fc.double({ min: 0, max: 360, noNaN: true });
    const rayons = fc.double({ min: 0.001, max: 300, noNaN: true });
    fc.assert(
      fc.property(enBelgique, azimuts, rayons, (depart, azimut, km) => {
        expect(distanceKm(depart, deplace(depart, azimut, km))).toBeCloseTo(km, 6);
      }),
    );
  });

  it('va au nord puis à l’est', () => {
    const depart = { lat: 50, lon: 5 };
    const nord = deplace(depart, 0, 10);
    const est = deplace(depart, 90, 10);
    expect(nord.lat).toBeGreaterThan(50);
    expect(nord.lon).toBeCloseTo(5, 9);
    expect(est.lon).toBeGreaterThan(5);
  });
});
