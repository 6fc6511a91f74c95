import type { LonLat } from '../geo/cercle.ts';
import { type Projection, projectionLocale, type XY } from '../geo/projection.ts';
import { type Anneau, contours } from './contour.ts';
import { type Etiquette, placeEtiquette } from './etiquette.ts';
import { DEHORS, grapheDeVoronoi } from './graphe.ts';
import { lisse } from './lissage.ts';
import { enPolygone, traceAnneaux, traceSegments } from './trace.ts';
import { VOISINS } from './voisins.ts';

/** Une commune réduite à son centre, en degrés décimaux WGS84. */
export interface CommuneSituee {
  readonly nis: string;
  readonly commune: string;
  readonly zone: number;
  readonly lat: number;
  readonly lon: number;
}

/** Une zone à dessiner : son numéro, de 1 à 10, et le nom à écrire. */
export interface ZoneNommee {
  readonly zone: number;
  readonly nom: string;
}

/** La cellule d’une commune : un polygone fermé, sur le dessin et sur le globe. */
export interface CelluleDeCommune extends CommuneSituee {
  readonly plan: readonly XY[];
  readonly globe: readonly LonLat[];
  /** L’attribut `d` de son contour. */
  readonly trace: string;
}

/** Le contour d’une zone, un polygone par morceau, et de quoi le dessiner en SVG. */
export interface ContourDeZone extends ZoneNommee {
  readonly plan: readonly (readonly XY[])[];
  readonly globe: readonly (readonly LonLat[])[];
  /** L’attribut `d` du contour, puis celui des limites entre ses communes. */
  readonly trace: string;
  readonly filets: string;
  readonly etiquette: Etiquette;
}

export interface CarteSchematique {
  readonly largeur: number;
  readonly hauteur: number;
  readonly projection: Projection;
  readonly communes: readonly CelluleDeCommune[];
  readonly zones: readonly ContourDeZone[];
}

// Le cadre du dessin, en degrés : les dix zones, et au nord la place du nom de Bruxelles.
const CADRE = { ouest: 2.83, sud: 49.47, est: 6.2, nord: 50.99 };
const LARGEUR = 1000;

/**
 * La carte schématique : une cellule par commune (Voronoï des centres, borné par les localités
 * voisines), les zones en familles de cellules, leurs limites adoucies. Elle situe et ne mesure
 * pas : à dire partout où elle paraît. Même entrée, même carte.
 * @throws RangeError si le centre d’une commune sort du cadre formé par les localités voisines.
 */
export function carteSchematique(
  communes: readonly CommuneSituee[],
  zones: readonly ZoneNommee[],
): CarteSchematique {
  const projection = projectionLocale(CADRE, LARGEUR);
  const graphe = grapheDeVoronoi(
    communes.map(({ lon, lat }) => projection.versPlan([lon, lat])),
    VOISINS.map(projection.versPlan),
  );
  const zoneDe = (cellule: number) => communes[cellule]?.zone ?? DEHORS;
  const aretes = lisse(graphe, zoneDe);
  const { polygone, polygoneGlobe } = polygones(projection);
  return {
    largeur: projection.largeur,
    hauteur: Math.round(projection.hauteur),
    projection,
    communes: communes.map((commune, i) => {
      const [anneau] = contours(aretes, (cellule) => cellule === i);
      if (!anneau) throw new RangeError(`Commune sans cellule : ${commune.commune}.`);
      return {
        ...commune,
        plan: polygone(anneau),
        globe: polygoneGlobe(anneau),
        trace: traceAnneaux([anneau]),
      };
    }),
    zones: zones.map(({ zone, nom }) => {
      const anneaux = contours(aretes, (cellule) => zoneDe(cellule) === zone);
      const plan = anneaux.map(polygone);
      return {
        zone,
        nom,
        plan,
        globe: anneaux.map(polygoneGlobe),
        trace: traceAnneaux(anneaux),
        filets: traceSegments(
          aretes.filter((arete) => zoneDe(arete.gauche) === zone && zoneDe(arete.droite) === zone),
        ),
        etiquette: placeEtiquette(nom, plan[0] ?? []),
      };
    }),
  };
}

function polygones({ versGlobe }: Projection) {
  const degre = arrondiA(4);
  const unite = arrondiA(1);
  return {
    polygone: (anneau: Anneau) => enPolygone(anneau).map(([x, y]): XY => [unite(x), unite(y)]),
    polygoneGlobe: (anneau: Anneau) =>
      enPolygone(anneau).map((point): LonLat => {
        const [lon, lat] = versGlobe(point);
        return [degre(lon), degre(lat)];
      }),
  };
}

const arrondiA = (decimales: number) => (n: number) =>
  Math.round(n * 10 ** decimales) / 10 ** decimales;
