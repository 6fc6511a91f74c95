import { describe, expect, it } from 'vitest';
import { contours } from '../../../src/domain/carte-schematique/contour.ts';
import { DEHORS, grapheDeVoronoi } from '../../../src/domain/carte-schematique/graphe.ts';
import { lisse } from '../../../src/domain/carte-schematique/lissage.ts';
import {
  enPolygone,
  traceAnneaux,
  traceSegments,
} from '../../../src/domain/carte-schematique/trace.ts';
import { aireSignee } from '../../../src/domain/geo/polygone.ts';
import type { XY } from '../../../src/domain/geo/projection.ts';

// Deux cellules carrées côte à côte, dans une grille de sites de dix en dix.
const SITES: XY[] = [
  [10, 10],
  [20, 10],
];
const AUTOUR: XY[] = [0, 10, 20, 30].flatMap((x) => [
  [x, 0],
  [x, 20],
]);
const VOISINS: XY[] = [...AUTOUR, [0, 10], [30, 10]];

describe('grapheDeVoronoi', () => {
  it('sépare les deux cellules et les borne toutes deux', () => {
    const { aretes } = grapheDeVoronoi(SITES, VOISINS);
    const entre = aretes.filter(({ gauche, droite }) => gauche !== DEHORS && droite !== DEHORS);
    expect(entre).toHaveLength(1);
  });

  it('refuse une cellule sans fin', () => {
    expect(() => grapheDeVoronoi([...SITES, [40, 10]], VOISINS)).toThrow('Site au bord');
  });
});

describe('contours', () => {
  const aretes = lisse(grapheDeVoronoi(SITES, VOISINS), () => 1);

  it('fond les cellules retenues en une ligne, dont l’aire est la somme des leurs', () => {
    const aire = (dans: (cellule: number) => boolean) => {
      const anneaux = contours(aretes, dans);
      expect(anneaux).toHaveLength(1);
      return anneaux.reduce((total, anneau) => total + Math.abs(aireSignee(enPolygone(anneau))), 0);
    };
    const deux = aire(() => true);
    expect(aire((cellule) => cellule === 0) + aire((cellule) => cellule === 1)).toBeCloseTo(deux);
    expect(deux).toBeGreaterThan(150);
    expect(deux).toBeLessThan(200);
  });

  it('s’écrit en relatif, sans zéro ni espace inutiles', () => {
    const d = traceAnneaux(contours(aretes, () => true));
    expect(d).toMatch(/^M[\d.]+ [\d.]+q/);
    expect(d).toMatch(/z$/);
    expect(d).not.toMatch(/(^|[^\d])0\.| {2}| -/);
  });

  it('enchaîne les segments sans lever la plume', () => {
    const entre = aretes.filter(({ gauche, droite }) => gauche !== DEHORS && droite !== DEHORS);
    expect(traceSegments(entre)).toMatch(/^M[\d.]+ [\d.]+l[-\d. ]+$/);
    expect(traceSegments([])).toBe('');
  });
});
