import {
  Map as CarteGl,
  type GeoJSONSource,
  type LngLat,
  type MapMouseEvent,
  NavigationControl,
  type PointLike,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import feuilleDeStyle from 'maplibre-gl/dist/maplibre-gl.css?url';
import ouvrier from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { FondDeCarte } from '../config.ts';
import type { Bornes } from '../domain/geo/bornes.ts';
import type { Position } from '../domain/geo/distance.ts';
import { GENRES_MARQUE } from './formes.ts';
import { imageAnneau, imageMarque, imageNom } from './icones.ts';
import { lirePalette } from './palette.ts';
import { CADRE_ENTIER, type Marque, PLACES, type Scene } from './scene.ts';
import { imageDe, sourceNoms, sourceSurvol, sourcesDe } from './sources.ts';
import { COUCHES_POINTABLES, type Fond, SOURCE_TUILES, styleDe, tailleAu } from './style.ts';

interface NomPose {
  readonly nom: string;
  readonly lat: number;
  readonly lon: number;
}

export interface Entrees {
  readonly fond: Fond;
  readonly noms: { readonly zones: readonly NomPose[]; readonly communes: readonly NomPose[] };
  readonly surSurvol: (id: string | null) => void;
  /** Les marques que ce geste peut désigner, la plus proche d’abord : au moins une. */
  readonly surChoix: (ids: readonly string[]) => void;
  /** @returns vrai si le visiteur désignait un lieu : le geste ne choisit alors pas de marque */
  readonly surLieu: (lieu: Position) => boolean;
  /** Aucune tuile n’est venue : le fond schématique est revenu. */
  readonly surFondMuet: () => void;
}

/** La carte MapLibre, réduite à ce que la page lui demande. */
export interface CarteVivante {
  /** @param cadrer vise le cercle ; sinon la vue du visiteur reste. */
  montrer(scene: Scene, cadrer: boolean): void;
  survoler(id: string | null): void;
  /** Pose les tuiles d’un tiers sous les marques ; `null` rend le fond schématique. */
  poserFond(tuiles: FondDeCarte | null): void;
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
/** À quelle distance d’une marque, en pixels, un geste la désigne. */
const PORTEE_SURVOL = 2;
const PORTEE_SOURIS = 8;
const PORTEE_DOIGT = 16;
const DEMI_MARQUE = 7;
const MARGES = { top: 24, right: 24, bottom: 40, left: 24 };

const marquesDe = ({ sites, centres, ecoles }: Scene): readonly Marque[] => [
  ...ecoles,
  ...sites,
  ...centres,
];

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

const PATIENCE_TUILES = 8000;

/**
 * Guette la première tuile d’un tiers : qu’elle manque, ou tarde trop, et c’est l’échec.
 * @returns de quoi commencer le guet (`true`) ou y renoncer
 */
function guetterTuiles(carte: CarteGl, surEchec: () => void): (guetter: boolean) => void {
  let minuterie: ReturnType<typeof setTimeout> | undefined;
  const finir = () => {
    clearTimeout(minuterie);
    minuterie = undefined;
  };
  const echouer = () => {
    finir();
    surEchec();
  };
  carte.on('error', (evenement) => {
    const { sourceId } = evenement as { sourceId?: string };
    if (minuterie !== undefined && sourceId === SOURCE_TUILES) echouer();
  });
  carte.on('sourcedata', ({ sourceId, tile }) => {
    if (sourceId === SOURCE_TUILES && tile?.state === 'loaded') finir();
  });
  return (guetter) => {
    finir();
    if (guetter) minuterie = setTimeout(echouer, PATIENCE_TUILES);
  };
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
  let parId: ReadonlyMap<string, Marque> = new Map();
  let survolee: string | null = null;
  const carte = new CarteGl({
    container: conteneur,
    style: styleDe(entrees.fond, null, noms, palette),
    // Les serveurs de tuiles veulent savoir quel site les demande : son origine, sans la page.
    transformRequest: (url) => ({ url, referrerPolicy: 'strict-origin-when-cross-origin' }),
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
    const [, genre, nom] = id.match(/^(zone|commune):(.*)$/) ?? [];
    if (genre && nom) poserNom(genre as keyof typeof CORPS, nom);
  });

  const source = (nom: string) => carte.getSource<GeoJSONSource>(nom);
  /** Ce que tient chaque source : ce qui n’a pas changé ne repasse pas par l’ouvrier. */
  const poses = new Map<string, string>();
  const poserSource = (nom: string, donnees: GeoJSON.FeatureCollection) => {
    const texte = JSON.stringify(donnees);
    if (poses.get(nom) === texte) return;
    poses.set(nom, texte);
    source(nom)?.setData(donnees);
  };
  const poserSurvol = () => poserSource('survol', sourceSurvol(parId.get(survolee ?? '')));
  const poserScene = () => {
    if (!scene) return;
    for (const [nom, donnees] of Object.entries(sourcesDe(scene))) poserSource(nom, donnees);
    poserSurvol();
  };
  /** Les marques à `portee` pixels du point au plus, de la plus proche à la plus lointaine. */
  const autour = ({ point: { x, y } }: MapMouseEvent, portee: number): readonly string[] => {
    const boite: [PointLike, PointLike] = [
      [x - portee, y - portee],
      [x + portee, y + portee],
    ];
    const trouvees = carte.queryRenderedFeatures(boite, { layers: COUCHES_POINTABLES });
    const taille = tailleAu(carte.getZoom());
    const ecart = ({ lat, lon, place }: Marque): number => {
      const centre = carte.project([lon, lat]);
      const [dx, dy] = PLACES[place] ?? [0, 0];
      return Math.hypot(centre.x + dx * taille - x, centre.y + dy * taille - y);
    };
    const uniques = new Set(trouvees.map(({ properties }) => String(properties.id)));
    return [...uniques]
      .flatMap((id) => parId.get(id) ?? [])
      .map((marque) => ({ id: marque.id, px: ecart(marque) }))
      .filter(({ px }) => px <= portee + DEMI_MARQUE * taille)
      .sort((a, b) => a.px - b.px || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
  };

  await new Promise<void>((resolve) => carte.once('style.load', () => resolve()));
  poserImages();
  const theme = matchMedia('(prefers-color-scheme: dark)');
  let tuiles: FondDeCarte | null = null;
  const refaire = () => {
    palette = lirePalette(conteneur);
    carte.setStyle(styleDe(entrees.fond, tuiles, noms, palette), { diff: false });
    carte.once('style.load', () => {
      poses.clear();
      poserImages();
      poserScene();
    });
  };
  const surTheme = refaire;
  const attente = guetterTuiles(carte, () => {
    tuiles = null;
    refaire();
    entrees.surFondMuet();
  });
  theme.addEventListener('change', surTheme);
  carte.on('mousemove', (evenement) => {
    const [id = null] = autour(evenement, PORTEE_SURVOL);
    carte.getCanvas().style.cursor = id ? 'pointer' : '';
    if (id !== survolee) entrees.surSurvol(id);
  });
  carte.on('mouseout', () => entrees.surSurvol(null));
  const lieuDe = ({ lat, lng: lon }: LngLat): Position => ({ lat, lon });
  carte.getCanvas().addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') entrees.surLieu(lieuDe(carte.getCenter()));
  });
  carte.on('click', (evenement) => {
    if (entrees.surLieu(lieuDe(evenement.lngLat))) return;
    const doigt = matchMedia('(pointer: coarse)').matches;
    const ids = autour(evenement, doigt ? PORTEE_DOIGT : PORTEE_SOURIS);
    if (ids.length > 0) entrees.surChoix(ids);
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
      parId = new Map(marquesDe(scene).map((marque) => [marque.id, marque]));
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
    poserFond(voulu) {
      tuiles = voulu;
      attente(voulu !== null);
      refaire();
    },
    detruire() {
      attente(false);
      theme.removeEventListener('change', surTheme);
      carte.remove();
    },
  };
}
