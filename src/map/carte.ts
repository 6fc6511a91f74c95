import {
  Map as CarteGl,
  type GeoJSONSource,
  type LngLat,
  NavigationControl,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import feuilleDeStyle from 'maplibre-gl/dist/maplibre-gl.css?url';
import ouvrier from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { FondDeCarte } from '../config.ts';
import type { Emprise } from '../domain/geo/bornes.ts';
import type { Position } from '../domain/geo/distance.ts';
import { type Calque, CORPS_DES_COMMUNES, type NomPose, poserCalque } from './calque.ts';
import { DENSITE, imageNom, pixels } from './icones.ts';
import { lirePalette } from './palette.ts';
import { CADRE_ENTIER, type Scene } from './scene.ts';
import { sourceNoms, sourcesDe } from './sources.ts';
import { type Fond, SOURCE_TUILES, styleDe } from './style.ts';

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
  /** La scène est peinte tout entière : rien n’a plus à tenir la place de la carte. */
  readonly surPeinte: () => void;
  /** Le navigateur a repris WebGL : la carte est vide jusqu’à son prochain `surPeinte`. */
  readonly surPerte: () => void;
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
/** À quelle distance d’une marque, en pixels, un geste la désigne. */
const PORTEE_SURVOL = 2;
const PORTEE_SOURIS = 8;
const PORTEE_DOIGT = 16;
const MARGES = { top: 24, right: 24, bottom: 40, left: 24 };

/** La carte n’est plus peinte : le dessin reprend sa place. */
const effacer = ({ dataset }: HTMLElement): void => {
  delete dataset.prete;
  delete dataset.sites;
};

const enBornes = ({ ouest, sud, est, nord }: Emprise): [number, number, number, number] => [
  ouest,
  sud,
  est,
  nord,
];

/** MapLibre ne dit rien d’un ouvrier qui manque : la carte l’attendrait sans fin. */
async function exigerOuvrier(): Promise<void> {
  const { ok } = await fetch(ouvrier);
  if (!ok) throw new Error(`Ouvrier absent : ${ouvrier}`);
}

function chargerFeuille(): Promise<void> {
  if (document.querySelector(`link[href="${feuilleDeStyle}"]`)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const lien = document.createElement('link');
    lien.rel = 'stylesheet';
    lien.href = feuilleDeStyle;
    const perdre = () => {
      lien.remove();
      reject(new Error(`Feuille de style absente : ${feuilleDeStyle}`));
    };
    // Une page à la place de la feuille « arrive », sans une règle.
    lien.onload = () => (lien.sheet?.cssRules.length ? resolve() : perdre());
    lien.onerror = perdre;
    document.head.append(lien);
  });
}

/** Ce qui, en changeant, change les couleurs de la carte. */
const THEMES = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];
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

const PATIENCE_POLICE = 3000;
const PATIENCE_FICHIERS = 20_000;

const renoncer = (temps: number): Promise<never> =>
  new Promise((_, rejeter) => {
    setTimeout(() => rejeter(new Error('Les fichiers de la carte ne viennent pas.')), temps);
  });

/** Les noms de la carte s’écrivent mieux dans leur police, et s’écrivent sans elle. */
const attendrePolice = (): Promise<unknown> =>
  Promise.race([
    document.fonts.load('600 15px "Source Sans 3"').catch(() => {}),
    new Promise((suite) => setTimeout(suite, PATIENCE_POLICE)),
  ]);

/** MapLibre et ses commandes, cadrés sur les dix zones. */
function composer(container: HTMLElement, style: StyleSpecification): CarteGl {
  const carte = new CarteGl({
    container,
    style,
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
  return carte;
}

/** Ce que le visiteur désigne, à la souris, au doigt ou au clavier. */
function ecouterGestes(carte: CarteGl, calque: Calque, entrees: Entrees): void {
  carte.on('mousemove', (evenement) => {
    const [id = null] = calque.autour(evenement.point.x, evenement.point.y, PORTEE_SURVOL);
    carte.getCanvas().style.cursor = id ? 'pointer' : '';
    if (id !== calque.survolee()) entrees.surSurvol(id);
  });
  carte.on('mouseout', () => entrees.surSurvol(null));
  const lieuDe = ({ lat, lng: lon }: LngLat): Position => ({ lat, lon });
  carte.getCanvas().addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') entrees.surLieu(lieuDe(carte.getCenter()));
  });
  carte.on('click', (evenement) => {
    if (entrees.surLieu(lieuDe(evenement.lngLat))) return;
    const doigt = matchMedia('(pointer: coarse)').matches;
    const { x, y } = evenement.point;
    const ids = calque.autour(x, y, doigt ? PORTEE_DOIGT : PORTEE_SOURIS);
    if (ids.length > 0) entrees.surChoix(ids);
  });
}

/**
 * Ouvre la carte dans un élément vide.
 * @throws si WebGL manque ou si un fichier ne vient pas
 */
export async function creerCarte(conteneur: HTMLElement, entrees: Entrees): Promise<CarteVivante> {
  setWorkerUrl(ouvrier);
  const fichiers = Promise.all([chargerFeuille(), exigerOuvrier(), attendrePolice()]);
  await Promise.race([fichiers, renoncer(PATIENCE_FICHIERS)]);
  const noms = sourceNoms(entrees.noms.communes);
  let palette = lirePalette(conteneur);
  let scene: Scene | null = null;
  let tuiles: FondDeCarte | null = null;
  let perdue = false;
  const carte = composer(conteneur, styleDe(entrees.fond, null, noms, palette));
  carte.setMissingStyleImageResolver((id) => {
    const [, nom] = id.match(/^commune:(.*)$/) ?? [];
    if (!nom || carte.hasImage(id)) return;
    const image = pixels(imageNom(nom, CORPS_DES_COMMUNES, palette));
    carte.addImage(id, image, { pixelRatio: DENSITE });
  });
  // Sans WebGL, MapLibre n’a plus de style : rien ne s’y pose avant qu’il ne revienne.
  carte.on('webglcontextlost', () => {
    perdue = true;
    effacer(conteneur);
    entrees.surPerte();
  });
  await new Promise<void>((resolve) => carte.once('style.load', () => resolve()));

  const calque = poserCalque(carte, entrees.noms.zones, entrees.noms.communes, palette);
  const poserScene = () => {
    if (!scene || perdue) return;
    for (const [nom, donnees] of Object.entries(sourcesDe(scene))) {
      carte.getSource<GeoJSONSource>(nom)?.setData(donnees);
    }
  };
  const refaire = () => {
    if (perdue) return;
    palette = lirePalette(conteneur);
    calque.teindre(palette);
    carte.setStyle(styleDe(entrees.fond, tuiles, noms, palette), { diff: false });
    carte.once('style.load', poserScene);
  };
  const attente = guetterTuiles(carte, () => {
    tuiles = null;
    refaire();
    entrees.surFondMuet();
  });
  const themes = THEMES.map((theme) => matchMedia(theme));
  for (const theme of themes) theme.addEventListener('change', refaire);
  carte.on('webglcontextrestored', () => {
    perdue = false;
    refaire();
  });
  ecouterGestes(carte, calque, entrees);
  // Ce qui est réellement peint, pour les tests de concordance avec la liste.
  const dire = () => {
    conteneur.dataset.sites = calque.sites().toSorted().join(' ');
  };
  carte.on('idle', () => {
    if (!scene || perdue) return;
    conteneur.dataset.prete = 'oui';
    dire();
    entrees.surPeinte();
  });

  return {
    montrer(nouvelle, cadrer) {
      scene = nouvelle;
      calque.montrer(scene);
      if (cadrer) {
        delete conteneur.dataset.sites;
        poserScene();
        carte.fitBounds(enBornes(nouvelle.cadre), { padding: MARGES, animate: false });
        carte.triggerRepaint();
      } else if (!perdue) {
        calque.peindre();
        dire();
      }
    },
    survoler: calque.survoler,
    poserFond(voulu) {
      tuiles = voulu;
      attente(voulu !== null);
      refaire();
    },
    detruire() {
      attente(false);
      for (const theme of themes) theme.removeEventListener('change', refaire);
      carte.remove();
      effacer(conteneur);
    },
  };
}
