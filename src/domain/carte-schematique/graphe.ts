import { Delaunay } from 'd3-delaunay';
import type { XY } from '../geo/projection.ts';

/** Le propriétaire d’un côté d’arête : l’indice d’une commune, ou `DEHORS`. */
export type Cote = number;
export const DEHORS: Cote = -1;

/** Une arête entre deux sommets ; `gauche` et `droite` sont les cellules qu’elle sépare. */
export interface Arete {
  readonly a: number;
  readonly b: number;
  readonly gauche: Cote;
  readonly droite: Cote;
}

export interface Graphe {
  readonly sommets: readonly XY[];
  readonly aretes: readonly Arete[];
}

/**
 * Le diagramme de Voronoï de `sites`, borné par celui des `voisins` : les cellules des voisins
 * forment le dehors. Chaque sommet y joint trois arêtes au plus.
 * @throws RangeError si un site touche l’enveloppe convexe : sa cellule serait sans fin.
 */
export function grapheDeVoronoi(sites: readonly XY[], voisins: readonly XY[]): Graphe {
  const delaunay = Delaunay.from<XY>(
    [...sites, ...voisins],
    ([x]) => x,
    ([, y]) => y,
  );
  for (const i of delaunay.hull) {
    if (i < sites.length) throw new RangeError(`Site au bord du dessin : ${i}.`);
  }
  const { triangles, halfedges, points } = delaunay;
  const proprietaire = (demi: number): Cote => {
    const site = triangles[demi] ?? sites.length;
    return site < sites.length ? site : DEHORS;
  };
  const aretes: Arete[] = [];
  halfedges.forEach((opposee, demi) => {
    if (opposee < demi) return;
    const gauche = proprietaire(suivante(demi));
    const droite = proprietaire(demi);
    if (gauche === droite) return;
    aretes.push({ a: Math.floor(demi / 3), b: Math.floor(opposee / 3), gauche, droite });
  });
  return { sommets: centresCirconscrits(triangles, points), aretes };
}

const suivante = (demi: number) => (demi % 3 === 2 ? demi - 2 : demi + 1);

function centresCirconscrits(triangles: ArrayLike<number>, points: ArrayLike<number>): XY[] {
  const point = (demi: number): XY => {
    const i = 2 * (triangles[demi] ?? 0);
    return [points[i] ?? 0, points[i + 1] ?? 0];
  };
  return Array.from({ length: triangles.length / 3 }, (_, t) =>
    centreCirconscrit(point(3 * t), point(3 * t + 1), point(3 * t + 2)),
  );
}

function centreCirconscrit([ax, ay]: XY, [bx, by]: XY, [cx, cy]: XY): XY {
  const ux = bx - ax;
  const uy = by - ay;
  const vx = cx - ax;
  const vy = cy - ay;
  const double = 2 * (ux * vy - uy * vx);
  const u2 = ux * ux + uy * uy;
  const v2 = vx * vx + vy * vy;
  return [ax + (vy * u2 - uy * v2) / double, ay + (ux * v2 - vx * u2) / double];
}
