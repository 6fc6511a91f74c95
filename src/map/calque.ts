import { type Map as CarteGl, MercatorCoordinate } from 'maplibre-gl';
import type { Position } from '../domain/geo/distance.ts';
import { GENRES_MARQUE } from './formes.ts';
import { DENSITE, imageAnneau, imageMarque, imageNom } from './icones.ts';
import type { Palette } from './palette.ts';
import { type Marque, PLACES, type Scene } from './scene.ts';
import { COUCHE_DES_NOMS, tailleAu, ZOOM_DES_COMMUNES } from './style.ts';

/** Un nom à écrire sur la carte, et où. */
export interface NomPose extends Position {
  readonly nom: string;
}

/** Une chose à peindre, à sa place sur le plan de Mercator. */
interface Point<T> {
  readonly chose: T;
  readonly x: number;
  readonly y: number;
}

/** Une marque à l’écran, en pixels. */
interface Peinte {
  readonly id: string;
  readonly image: string;
  readonly x: number;
  readonly y: number;
}

/** Les marques de la carte, peintes par-dessus elle. */
export interface Calque {
  montrer(scene: Scene): void;
  survoler(id: string | null): void;
  survolee(): string | null;
  teindre(palette: Palette): void;
  peindre(): void;
  /** Les implantations peintes dans le cadre. */
  sites(): readonly string[];
  /** Les marques à `portee` pixels du point au plus, de la plus proche à la plus lointaine. */
  autour(x: number, y: number, portee: number): readonly string[];
}

const COTE_DU_MONDE = 512;
const DEMI_MARQUE = 7;
/** Une marque dont le centre sort du cadre de plus que cela ne se voit plus. */
const BORD = 24;
const OPACITE_AILLEURS = 0.4;
const CORPS_DES_ZONES = 15;
/** Celui des communes : leur image sert aussi à MapLibre, qui les place. */
export const CORPS_DES_COMMUNES = 12.5;

type Couches = Record<'ailleurs' | 'ecoles' | 'centres' | 'sites', readonly Point<Marque>[]>;

const poser = <T extends Position>(chose: T): Point<T> => {
  const { x, y } = MercatorCoordinate.fromLngLat([chose.lon, chose.lat]);
  return { chose, x, y };
};

const cleDe = ({ genre, creuse }: Pick<Marque, 'genre' | 'creuse'>): string =>
  creuse ? `${genre}/creuse` : genre;

/**
 * Pose sur la carte une toile que filtrer ou survoler repeint seule : le fond, bien plus lent à
 * dessiner sans carte graphique, ne bouge pas.
 */
export function poserCalque(
  carte: CarteGl,
  nomsZones: readonly NomPose[],
  nomsCommunes: readonly NomPose[],
  teinte: Palette,
): Calque {
  const toile = document.createElement('canvas');
  toile.className = 'plan-marques';
  carte.getCanvasContainer().append(toile);
  const pinceau = toile.getContext('2d');
  if (!pinceau) throw new Error('Canvas 2D indisponible.');

  const images = new Map<string, HTMLCanvasElement>();
  const noms = nomsZones.map(poser);
  const communes = new Map(nomsCommunes.map((nom) => [nom.nom, poser(nom)]));
  let placees: readonly Point<NomPose>[] = [];
  let couches: Couches = { ailleurs: [], ecoles: [], centres: [], sites: [] };
  let etoile: Point<Position> | null = null;
  let survolee: string | null = null;
  let peintes: Peinte[] = [];
  let encre = teinte;
  let sites: string[] = [];

  const teindre = (palette: Palette): void => {
    images.clear();
    for (const genre of GENRES_MARQUE) {
      for (const creuse of [false, true]) {
        images.set(cleDe({ genre, creuse }), imageMarque(genre, creuse, palette));
      }
    }
    for (const { nom } of nomsZones) {
      images.set(`zone:${nom}`, imageNom(nom, CORPS_DES_ZONES, palette));
    }
    images.set('anneau', imageAnneau(palette));
    encre = palette;
    for (const { chose } of placees) nommer(chose.nom);
  };
  const nommer = (nom: string): void => {
    images.set(`commune:${nom}`, imageNom(nom, CORPS_DES_COMMUNES, encre));
  };

  const peindre = (): void => {
    const { width, height } = carte.getCanvas();
    if (toile.width !== width) toile.width = width;
    if (toile.height !== height) toile.height = height;
    const ratio = carte.getPixelRatio();
    const [largeur, hauteur] = [width / ratio, height / ratio];
    const milieu = carte.getCenter();
    const centre = MercatorCoordinate.fromLngLat(milieu);
    const ecran = carte.project(milieu);
    const zoom = carte.getZoom();
    const monde = COTE_DU_MONDE * 2 ** zoom;
    const taille = tailleAu(zoom);
    pinceau.setTransform(ratio, 0, 0, ratio, 0, 0);
    pinceau.clearRect(0, 0, largeur, hauteur);

    const tamponner = (cle: string, x: number, y: number, echelle: number): void => {
      const image = images.get(cle);
      if (!image) return;
      const [l, h] = [(image.width / DENSITE) * echelle, (image.height / DENSITE) * echelle];
      pinceau.drawImage(image, x - l / 2, y - h / 2, l, h);
    };
    const enPixels = ({ x, y }: Point<unknown>): readonly [number, number] => [
      (x - centre.x) * monde + ecran.x,
      (y - centre.y) * monde + ecran.y,
    ];
    const peindreCouche = (points: readonly Point<Marque>[]): Peinte[] => {
      const vues: Peinte[] = [];
      for (const point of points) {
        const [dx, dy] = PLACES[point.chose.place] ?? [0, 0];
        const [px, py] = enPixels(point);
        const [x, y] = [px + dx * taille, py + dy * taille];
        if (x < -BORD || y < -BORD || x > largeur + BORD || y > hauteur + BORD) continue;
        const image = cleDe(point.chose);
        tamponner(image, x, y, taille);
        vues.push({ id: point.chose.id, image, x, y });
      }
      return vues;
    };

    pinceau.globalAlpha = OPACITE_AILLEURS;
    peindreCouche(couches.ailleurs);
    pinceau.globalAlpha = 1;
    const autres = [...peindreCouche(couches.ecoles), ...peindreCouche(couches.centres)];
    const vus = peindreCouche(couches.sites);
    peintes = [...autres, ...vus];
    sites = vus.map(({ id }) => id);
    if (zoom < ZOOM_DES_COMMUNES) {
      for (const nom of noms) tamponner(`zone:${nom.chose.nom}`, ...enPixels(nom), 1);
    }
    for (const nom of placees) tamponner(`commune:${nom.chose.nom}`, ...enPixels(nom), 1);
    if (etoile) tamponner('etoile', ...enPixels(etoile), 1);
    const marquee = survolee && peintes.find(({ id }) => id === survolee);
    if (marquee) {
      tamponner(marquee.image, marquee.x, marquee.y, taille);
      tamponner('anneau', marquee.x, marquee.y, taille);
    }
  };

  // MapLibre place les noms de communes sans qu’ils se touchent ; ils s’écrivent ici, sur les marques.
  const placer = (): void => {
    const vus = carte.queryRenderedFeatures({ layers: [COUCHE_DES_NOMS] });
    placees = vus.flatMap(({ properties }) => communes.get(properties.nom) ?? []);
    for (const { chose } of placees) if (!images.has(`commune:${chose.nom}`)) nommer(chose.nom);
    peindre();
  };

  teindre(teinte);
  carte.on('render', peindre);
  carte.on('idle', placer);
  return {
    montrer: (scene) => {
      couches = {
        ailleurs: scene.ailleurs.map(poser),
        ecoles: scene.ecoles.map(poser),
        centres: scene.centres.map(poser),
        sites: scene.sites.map(poser),
      };
      etoile = scene.etoile && poser(scene.etoile);
    },
    survoler: (id) => {
      if (id === survolee) return;
      survolee = id;
      peindre();
    },
    survolee: () => survolee,
    teindre,
    peindre,
    sites: () => sites,
    autour: (x, y, portee) => {
      const loin = portee + DEMI_MARQUE * tailleAu(carte.getZoom());
      return peintes
        .map((peinte) => ({ id: peinte.id, px: Math.hypot(peinte.x - x, peinte.y - y) }))
        .filter(({ px }) => px <= loin)
        .sort((a, b) => a.px - b.px || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id);
    },
  };
}
