import type { XY } from '../geo/projection.ts';
import { type Arete, DEHORS, type Graphe } from './graphe.ts';

/**
 * Une arête tracée. Une arête lissée va de `debut` à `milieu` puis de `milieu` à `fin` par deux
 * arcs de parabole dont les tangentes visent `coinA` et `coinB` ; une droite les ignore.
 */
export interface AreteTracee extends Arete {
  readonly debut: XY;
  readonly milieu: XY;
  readonly fin: XY;
  /** Le sommet du polygone d’origine du côté de `a` et de `b` ; absent là où le tracé est droit. */
  readonly coinA?: XY;
  readonly coinB?: XY;
}

// De combien un sommet se rapproche du milieu de ses voisins avant le lissage : assez pour ôter
// les ressauts des arêtes courtes, trop peu pour user les caps.
const ADOUCI = 0.4;

/**
 * Lisse le bord du dessin et les limites entre zones (`zoneDe` rend la zone d’une cellule), en
 * gardant droites les arêtes intérieures. Le tracé lissé est la B-spline quadratique du polygone,
 * limite du procédé de Chaikin : les cellules se partagent toujours exactement le dessin.
 */
export function lisse(graphe: Graphe, zoneDe: (cellule: number) => number): AreteTracee[] {
  const auBord = ({ gauche, droite }: Arete) => gauche === DEHORS || droite === DEHORS;
  const bord = graphe.aretes.filter(auBord);
  const limites = graphe.aretes.filter(
    (arete) => !auBord(arete) && zoneDe(arete.gauche) !== zoneDe(arete.droite),
  );
  const dedans = graphe.aretes.filter(
    (arete) => !auBord(arete) && zoneDe(arete.gauche) === zoneDe(arete.droite),
  );
  const apresBord = lisseLignes(bord, graphe.sommets);
  const apresLimites = lisseLignes(limites, apresBord.sommets);
  const place = apresLimites.sommets;
  const droites = dedans.map((arete): AreteTracee => {
    const debut = lire(place, arete.a);
    const fin = lire(place, arete.b);
    return { ...arete, debut, milieu: milieu(debut, fin), fin };
  });
  return [...apresBord.aretes, ...apresLimites.aretes, ...droites];
}

function lisseLignes(aretes: readonly Arete[], brut: readonly XY[]) {
  const voisins = new Map<number, number[]>();
  for (const { a, b } of aretes) {
    voisins.set(a, [...(voisins.get(a) ?? []), b]);
    voisins.set(b, [...(voisins.get(b) ?? []), a]);
  }
  const mobiles = new Set([...voisins].filter(([, liste]) => liste.length === 2).map(([s]) => s));
  const pousse = (de: readonly XY[], part: number) =>
    de.map((sommet, i): XY => {
      const [avant, apres] = voisins.get(i) ?? [];
      if (!mobiles.has(i) || avant === undefined || apres === undefined) return sommet;
      const [mx, my] = milieu(lire(de, avant), lire(de, apres));
      return [sommet[0] + part * (mx - sommet[0]), sommet[1] + part * (my - sommet[1])];
    });
  const sommets = pousse(brut, ADOUCI);
  const places = pousse(sommets, 1 / 4);
  const tracees = aretes.map((arete): AreteTracee => {
    const coinA = lire(sommets, arete.a);
    const coinB = lire(sommets, arete.b);
    return {
      ...arete,
      debut: lire(places, arete.a),
      milieu: milieu(coinA, coinB),
      fin: lire(places, arete.b),
      ...(mobiles.has(arete.a) && { coinA }),
      ...(mobiles.has(arete.b) && { coinB }),
    };
  });
  return { sommets: places, aretes: tracees };
}

export const milieu = ([ax, ay]: XY, [bx, by]: XY): XY => [(ax + bx) / 2, (ay + by) / 2];

function lire(sommets: readonly XY[], i: number): XY {
  const sommet = sommets[i];
  if (!sommet) throw new RangeError(`Sommet absent : ${i}.`);
  return sommet;
}
