import type { XY } from '../geo/projection.ts';
import type { Anneau, Pas } from './contour.ts';
import type { AreteTracee } from './lissage.ts';

// Un tracé SVG s’écrit au dixième d’unité : moins d’un pixel sur une carte large de 5 000.
const PAS_PAR_UNITE = 10;

/** Les anneaux comme attribut `d` d’un `path` : coordonnées relatives, une décimale. */
export function traceAnneaux(anneaux: readonly Anneau[]): string {
  const plume = nouvellePlume();
  for (const { debut, pas } of anneaux) {
    plume.va(debut);
    for (const un of pas) plume.trace(un);
    plume.ferme();
  }
  return plume.d();
}

/** Des segments droits comme attribut `d`, enchaînés en aussi peu de levers que possible. */
export function traceSegments(aretes: readonly AreteTracee[]): string {
  const restantes = new Set(aretes);
  const parSommet = new Map<number, AreteTracee[]>();
  for (const arete of aretes) {
    for (const s of [arete.a, arete.b]) parSommet.set(s, [...(parSommet.get(s) ?? []), arete]);
  }
  const libre = (s: number) => parSommet.get(s)?.find((arete) => restantes.has(arete));
  const impairs = [...parSommet].filter(([, liste]) => liste.length % 2 === 1).map(([s]) => s);
  const plume = nouvellePlume();
  for (const depart of [...impairs, ...parSommet.keys()]) {
    let sommet = depart;
    for (let arete = libre(sommet); arete; arete = libre(sommet)) {
      const versB = arete.a === sommet;
      if (sommet === depart) plume.va(versB ? arete.debut : arete.fin);
      plume.trace({ fin: versB ? arete.fin : arete.debut });
      restantes.delete(arete);
      sommet = versB ? arete.b : arete.a;
    }
  }
  return plume.d();
}

// Une demi-parabole en deux segments, une entière en quatre : deux cellules voisines, dont l’une
// parcourt la courbe entière et l’autre ses moitiés, gardent les mêmes points.
const SEGMENTS = 4;

/** L’anneau en polygone fermé : les paraboles deviennent des segments. */
export function enPolygone({ debut, pas }: Anneau): XY[] {
  const points: XY[] = [debut];
  let ici = debut;
  for (const { coin, fin, demi } of pas) {
    if (coin) points.push(...interieurs(ici, coin, fin, demi ? SEGMENTS / 2 : SEGMENTS));
    points.push(fin);
    ici = fin;
  }
  return points;
}

function interieurs(p: XY, c: XY, q: XY, segments: number): XY[] {
  return Array.from({ length: segments - 1 }, (_, i): XY => {
    const t = (i + 1) / segments;
    const u = 1 - t;
    return [
      u * u * p[0] + 2 * u * t * c[0] + t * t * q[0],
      u * u * p[1] + 2 * u * t * c[1] + t * t * q[1],
    ];
  });
}

/** Écrit en relatif au dernier point *écrit*, arrondi : les arrondis ne s’additionnent pas. */
function nouvellePlume() {
  let d = '';
  let [x, y] = [0, 0];
  let commande = '';
  const ecrit = (lettre: string, points: readonly XY[]) => {
    const nombres = points.flatMap(([px, py]) => [court(px - x), court(py - y)]).join(' ');
    d += `${lettre === commande ? ' ' : lettre}${nombres}`.replaceAll(' -', '-');
    commande = lettre;
    [x, y] = points.at(-1) ?? [x, y];
  };
  return {
    va: (point: XY) => {
      [x, y, commande] = [0, 0, ''];
      ecrit('M', [auPas(point)]);
    },
    trace: ({ coin, fin }: Pas) => {
      if (coin) ecrit('q', [auPas(coin), auPas(fin)]);
      else ecrit('l', [auPas(fin)]);
    },
    ferme: () => {
      d += 'z';
    },
    d: () => d,
  };
}

const auPas = ([x, y]: XY): XY => [Math.round(x * PAS_PAR_UNITE), Math.round(y * PAS_PAR_UNITE)];
const court = (pas: number) => String(pas / PAS_PAR_UNITE).replace(/^(-?)0\./, '$1.');
