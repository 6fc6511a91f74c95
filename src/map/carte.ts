import {
  Map as CarteGl,
  type GeoJSONSource,
  NavigationControl,
  ScaleControl,
  type StyleSpecification,
} from 'maplibre-gl';
import type { FondDeCarte } from '../config.ts';
import type { Emprise } from '../domain/geo/bornes.ts';
import { CORPS_DES_COMMUNES, type NomPose, poserCalque } from './calque.ts';
import { attendreFichiers } from './fichiers.ts';
import { ecouterGestes, type Gestes } from './gestes.ts';
import { DENSITE, imageNom, pixels } from './icones.ts';
import { lirePalette } from './palette.ts';
import { CADRE_ENTIER, type Scene } from './scene.ts';
import { sourceNoms, sourcesDe } from './sources.ts';
import { type Fond, styleDe } from './style.ts';
import { guetterTuiles } from './tuiles.ts';

export interface Entrees extends Gestes {
  readonly fond: Fond;
  readonly noms: { readonly zones: readonly NomPose[]; readonly communes: readonly NomPose[] };
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

/** Ce qui, en changeant, change les couleurs de la carte. */
const THEMES = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

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

/**
 * Ouvre la carte dans un élément vide.
 * @throws si WebGL manque ou si un fichier ne vient pas
 */
export async function creerCarte(conteneur: HTMLElement, entrees: Entrees): Promise<CarteVivante> {
  await attendreFichiers();
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
