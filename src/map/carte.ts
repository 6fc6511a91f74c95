import {
  Map as CarteGl,
  type GeoJSONSource,
  type MapMouseEvent,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import feuilleDeStyle from 'maplibre-gl/dist/maplibre-gl.css?url';
import ouvrier from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Bornes } from '../domain/geo/bornes.ts';
import { GENRES_MARQUE } from './formes.ts';
import { imageAnneau, imageMarque, imageNom } from './icones.ts';
import { lirePalette } from './palette.ts';
import { CADRE_ENTIER, type Marque, PLACES, type Scene } from './scene.ts';
import { imageDe, sourceNoms, sourceSurvol, sourcesDe } from './sources.ts';
import { COUCHES_POINTABLES, type Fond, styleDe } from './style.ts';

interface NomPose {
  readonly nom: string;
  readonly lat: number;
  readonly lon: number;
}

export interface Entrees {
  readonly fond: Fond;
  readonly noms: { readonly zones: readonly NomPose[]; readonly communes: readonly NomPose[] };
  readonly surSurvol: (id: string | null) => void;
  readonly surChoix: (id: string) => void;
}

/** La carte MapLibre, réduite à ce que la page lui demande. */
export interface CarteVivante {
  /** @param cadrer vise le cercle ; sinon la vue du visiteur reste. */
  montrer(scene: Scene, cadrer: boolean): void;
  survoler(id: string | null): void;
  detruire(): void;
}

const TEXTES = {
  'Map.Title': 'Carte schématique ; la liste dit la même chose en toutes lettres',
  'NavigationControl.ZoomIn': 'Agrandir',
  'NavigationControl.ZoomOut': 'Réduire',
  'ScaleControl.Kilometers': 'km',
  'ScaleControl.Meters': 'm',
};
const DENSITE = 2;
const CORPS = { zone: 15, commune: 12.5 };
const MARGES = { top: 24, right: 24, bottom: 40, left: 24 };

const marquesDe = (scene: Scene | null): readonly Marque[] =>
  scene ? [...scene.sites, ...scene.centres] : [];

const enBornes = ({ ouest, sud, est, nord }: Bornes): [number, number, number, number] => [
  ouest,
  sud,
  est,
  nord,
];

function chargerFeuille(): Promise<void> {
  if (document.querySelector(`link[href="${feuilleDeStyle}"]`)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const lien = document.createElement('link');
    lien.rel = 'stylesheet';
    lien.href = feuilleDeStyle;
    lien.onload = () => resolve();
    lien.onerror = () => reject(new Error(`Feuille de style absente : ${feuilleDeStyle}`));
    document.head.append(lien);
  });
}

/**
 * Ouvre la carte dans un élément vide.
 * @throws si WebGL manque ou si un fichier ne vient pas
 */
export async function creerCarte(conteneur: HTMLElement, entrees: Entrees): Promise<CarteVivante> {
  setWorkerUrl(ouvrier);
  await Promise.all([chargerFeuille(), document.fonts.load('600 15px "Source Sans 3"')]);
  const noms = {
    zones: sourceNoms(entrees.noms.zones),
    communes: sourceNoms(entrees.noms.communes),
  };
  let palette = lirePalette(conteneur);
  let scene: Scene | null = null;
  let survolee: string | null = null;
  const carte = new CarteGl({
    container: conteneur,
    style: styleDe(entrees.fond, noms, palette),
    bounds: enBornes(CADRE_ENTIER),
    fitBoundsOptions: { padding: MARGES },
    locale: TEXTES,
    minZoom: 5.5,
    maxZoom: 16,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: 0,
  });
  carte.touchZoomRotate.disableRotation();
  carte.keyboard.disableRotation();
  carte.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  carte.addControl(new ScaleControl({ unit: 'metric', maxWidth: 120 }), 'bottom-left');

  const poserImages = () => {
    for (const genre of GENRES_MARQUE) {
      for (const creuse of [false, true]) {
        const image = imageMarque(genre, creuse, palette, DENSITE);
        carte.addImage(imageDe({ genre, creuse }), image, { pixelRatio: DENSITE });
      }
    }
    for (const { nom } of entrees.noms.zones) poserNom('zone', nom);
    carte.addImage('anneau', imageAnneau(palette, DENSITE), { pixelRatio: DENSITE });
  };
  const poserNom = (genre: keyof typeof CORPS, nom: string) => {
    const id = `${genre}:${nom}`;
    if (carte.hasImage(id)) return;
    const image = imageNom(nom, CORPS[genre], palette, DENSITE);
    carte.addImage(id, image, { pixelRatio: DENSITE });
  };
  carte.setMissingStyleImageResolver((id) => {
    const nom = id.replace(/^commune:/, '');
    if (nom !== id) poserNom('commune', nom);
  });

  const source = (nom: string) => carte.getSource<GeoJSONSource>(nom);
  const poserSurvol = () => {
    const marque = marquesDe(scene).find(({ id }) => id === survolee);
    source('survol')?.setData(sourceSurvol(marque));
  };
  const poserScene = () => {
    if (!scene) return;
    for (const [nom, donnees] of Object.entries(sourcesDe(scene))) source(nom)?.setData(donnees);
    poserSurvol();
  };
  const pointee = ({ point }: MapMouseEvent): string | null => {
    const trouvees = carte.queryRenderedFeatures(point, { layers: COUCHES_POINTABLES });
    const ids = new Set(trouvees.map(({ properties }) => String(properties.id)));
    const ecart = ({ lat, lon, place }: Marque): number => {
      const { x, y } = carte.project([lon, lat]);
      const [dx, dy] = PLACES[place] ?? [0, 0];
      return Math.hypot(x + dx - point.x, y + dy - point.y);
    };
    const [proche] = marquesDe(scene)
      .filter(({ id }) => ids.has(id))
      .sort((a, b) => ecart(a) - ecart(b));
    return proche?.id ?? null;
  };

  await new Promise<void>((resolve) => carte.once('style.load', () => resolve()));
  poserImages();
  const theme = matchMedia('(prefers-color-scheme: dark)');
  const surTheme = () => {
    palette = lirePalette(conteneur);
    carte.setStyle(styleDe(entrees.fond, noms, palette), { diff: false });
    carte.once('style.load', () => {
      poserImages();
      poserScene();
    });
  };
  theme.addEventListener('change', surTheme);
  carte.on('mousemove', (evenement) => {
    const id = pointee(evenement);
    carte.getCanvas().style.cursor = id ? 'pointer' : '';
    if (id !== survolee) entrees.surSurvol(id);
  });
  carte.on('mouseout', () => entrees.surSurvol(null));
  carte.on('click', (evenement) => {
    const id = pointee(evenement);
    if (id) entrees.surChoix(id);
  });
  // Ce qui est réellement dessiné, pour les tests de concordance avec la liste.
  carte.on('idle', () => {
    const dessinees = carte.queryRenderedFeatures({ layers: ['sites'] });
    const ids = new Set(dessinees.map(({ properties }) => String(properties.id)));
    conteneur.dataset.sites = [...ids].sort().join(' ');
    conteneur.dataset.prete = 'oui';
  });

  return {
    montrer(nouvelle, cadrer) {
      scene = nouvelle;
      delete conteneur.dataset.sites;
      poserScene();
      if (cadrer) {
        carte.fitBounds(enBornes(nouvelle.cadre), { padding: MARGES, animate: false });
      }
      carte.triggerRepaint();
    },
    survoler(id) {
      survolee = id;
      poserSurvol();
    },
    detruire() {
      theme.removeEventListener('change', surTheme);
      carte.remove();
    },
  };
}
