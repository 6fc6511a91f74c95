import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carteSchematique } from '../../../src/domain/carte-schematique/carte.ts';
import { aireSignee, dedans } from '../../../src/domain/geo/polygone.ts';
import { COMMUNES, ZONES } from './territoire.ts';

const carte = carteSchematique(COMMUNES, ZONES);
const aire = (polygone: readonly (readonly [number, number])[]) => Math.abs(aireSignee(polygone));
const somme = (nombres: number[]) => nombres.reduce((a, b) => a + b, 0);
const contour = (numero: number) => {
  const zone = carte.zones.find(({ zone }) => zone === numero);
  if (!zone) throw new Error(`Zone absente : ${numero}.`);
  return zone;
};

describe('carteSchematique', () => {
  it('donne à chaque commune une cellule fermée qui contient son centre', () => {
    expect(carte.communes).toHaveLength(COMMUNES.length);
    for (const { commune, plan, globe, lat, lon } of carte.communes) {
      expect(plan[0], commune).toEqual(plan.at(-1));
      expect(aire(plan), commune).toBeGreaterThan(1);
      expect(dedans(carte.projection.versPlan([lon, lat]), plan), commune).toBe(true);
      expect(dedans([lon, lat], globe), commune).toBe(true);
    }
  });

  it('partage chaque zone entre ses communes, sans trou ni recouvrement', () => {
    for (const { zone, nom, plan } of carte.zones) {
      const cellules = carte.communes.filter((commune) => commune.zone === zone);
      const total = somme(cellules.map((commune) => aire(commune.plan)));
      expect(total / somme(plan.map(aire)), nom).toBeCloseTo(1, 3);
    }
  });

  it('ne met aucun point dans deux communes, ni dans une commune hors de sa zone', () => {
    const x = fc.double({ min: 0, max: carte.largeur, noNaN: true });
    const y = fc.double({ min: 0, max: carte.hauteur, noNaN: true });
    // Les polygones sont arrondis au dixième : tout près d’un bord, deux réponses sont justes.
    const presDuBord = (point: readonly [number, number]) =>
      carte.communes.some(({ plan }) =>
        plan.some(([px, py], i) => {
          const [qx, qy] = plan[i + 1] ?? [px, py];
          const t =
            ((point[0] - px) * (qx - px) + (point[1] - py) * (qy - py)) /
            ((qx - px) ** 2 + (qy - py) ** 2 || 1);
          const borne = Math.max(0, Math.min(1, t));
          return (
            Math.hypot(point[0] - px - borne * (qx - px), point[1] - py - borne * (qy - py)) < 0.2
          );
        }),
      );
    fc.assert(
      fc.property(x, y, (px, py) => {
        if (presDuBord([px, py])) return;
        const ici = carte.communes.filter(({ plan }) => dedans([px, py], plan));
        const zones = carte.zones.filter(({ plan }) => plan.some((p) => dedans([px, py], p)));
        expect(ici.length).toBeLessThanOrEqual(1);
        expect(zones.map(({ zone }) => zone)).toEqual(ici.map(({ zone }) => zone));
      }),
      { numRuns: 400 },
    );
  });

  it('entoure chaque commune du contour de sa zone', () => {
    for (const { commune, zone, lat, lon } of carte.communes) {
      const point = carte.projection.versPlan([lon, lat]);
      expect(
        contour(zone).plan.some((polygone) => dedans(point, polygone)),
        commune,
      ).toBe(true);
    }
  });

  it('dessine la Wallonie picarde en deux morceaux, Comines-Warneton à part', () => {
    const morceaux = carte.zones.map(({ nom, plan }) => [nom, plan.length]);
    const plusieurs = morceaux.filter(([, nombre]) => nombre !== 1);
    expect(plusieurs).toEqual([['Wallonie picarde', 2]]);
  });

  it('laisse Bruxelles à distance du Brabant wallon', () => {
    const ecart = Math.min(
      ...contour(1)
        .plan.flat()
        .flatMap(([ax, ay]) =>
          contour(2)
            .plan.flat()
            .map(([bx, by]) => Math.hypot(bx - ax, by - ay)),
        ),
    );
    expect(ecart).toBeGreaterThan(5);
  });

  it('pose chaque nom dans sa zone, sauf celui de Bruxelles, écrit au-dessus', () => {
    for (const { zone, nom, plan, etiquette } of carte.zones) {
      const { x, y, lignes, dehors } = etiquette;
      expect(lignes.join(' ').replace('- ', '-')).toBe(nom);
      expect(dehors, nom).toBe(zone === 1);
      expect(
        plan.some((polygone) => dedans([x, y], polygone)),
        nom,
      ).toBe(!dehors);
    }
  });

  it('tient dans son cadre et dans 25 ko de tracés', () => {
    for (const [x, y] of carte.zones.flatMap(({ plan }) => plan.flat())) {
      expect(x >= 0 && x <= carte.largeur && y >= 0 && y <= carte.hauteur).toBe(true);
    }
    const octets = somme(carte.zones.map(({ trace, filets }) => trace.length + filets.length));
    expect(octets).toBeLessThan(25_000);
  });

  it('rend la même carte pour la même entrée', () => {
    expect(JSON.stringify(carteSchematique(COMMUNES, ZONES))).toBe(JSON.stringify(carte));
  });

  it('refuse une commune hors du cadre', () => {
    const paris = { nis: '75056', commune: 'Paris', zone: 8, lat: 48.857, lon: 2.352 };
    expect(() => carteSchematique([...COMMUNES, paris], ZONES)).toThrow(RangeError);
  });
});
