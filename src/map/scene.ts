import type { SitesAutour } from '../domain/autour/autour.ts';
import { estSitue } from '../domain/autour/centres.ts';
import type { EcoleCpu } from '../domain/autour/ecoles.ts';
import type { CentreTechnique, ImplantationSituee } from '../domain/autour/types.ts';
import { bornesAutour, bornesDe, type Emprise } from '../domain/geo/bornes.ts';
import type { Position } from '../domain/geo/distance.ts';
import type { GenreMarque } from './formes.ts';

export interface Marque {
  /** Le FASE d’une implantation, l’identifiant d’un centre. */
  readonly id: string;
  readonly genre: GenreMarque;
  /** Posée au point central de sa commune, faute de mieux. */
  readonly creuse: boolean;
  readonly lat: number;
  readonly lon: number;
  /** Le rang dans `PLACES` : écarte les marques qui ont la même position. */
  readonly place: number;
}

/** Tout ce que la carte dessine, quel que soit le moteur de dessin. */
export interface Scene {
  readonly cercle: { readonly centre: Position; readonly km: number } | null;
  /** Le point de départ : une implantation, un lieu, ou le point central d’une commune. */
  readonly etoile: Position | null;
  readonly sites: readonly Marque[];
  readonly ailleurs: readonly Marque[];
  readonly centres: readonly Marque[];
  /** Les écoles bénéficiaires de la CPU, si le visiteur les demande. */
  readonly ecoles: readonly Marque[];
  readonly cadre: Emprise;
}

/** Les dix zones. */
export const CADRE_ENTIER: Emprise = { ouest: 2.83, sud: 49.47, est: 6.2, nord: 50.93 };

const MARGE = 1.12;
/** Autour des sites trouvés, en kilomètres. */
const MARGE_DES_SITES = 4;
/** Des sites plus étalés que cette part de la largeur et de la hauteur des dix zones les montrent toutes. */
const PRESQUE_TOUT = 0.6;

/** Sans point de départ : ce que le filtre retient, ou les dix zones. */
function cadreDesSites(sites: readonly Position[]): Emprise {
  if (sites.length === 0) return CADRE_ENTIER;
  const { ouest, sud, est, nord } = bornesDe(sites, MARGE_DES_SITES);
  const large = (est - ouest) / (CADRE_ENTIER.est - CADRE_ENTIER.ouest);
  const haut = (nord - sud) / (CADRE_ENTIER.nord - CADRE_ENTIER.sud);
  return Math.min(large, haut) > PRESQUE_TOUT ? CADRE_ENTIER : { ouest, sud, est, nord };
}

// Un tournesol : des places à 15 pixels l’une de l’autre environ, en spirale autour du point.
const ECART = 15;
const ANGLE_DOR = Math.PI * (3 - Math.sqrt(5));
const SOUS_ETOILE = 3;

/** De combien de pixels écarter la n-ième marque d’un même point. */
export const PLACES: readonly (readonly [number, number])[] = Array.from({ length: 64 }, (_, i) => {
  const rayon = ECART * Math.sqrt(i);
  const [x, y] = [Math.cos(i * ANGLE_DOR), Math.sin(i * ANGLE_DOR)];
  return [Math.round(rayon * x), Math.round(rayon * y)];
});

const marqueDuSite = ({ id, caractere, precision, lat, lon }: ImplantationSituee): Marque => ({
  id,
  genre: caractere === 'confessionnel' ? 'confessionnel' : 'non-confessionnel',
  creuse: precision !== 'adresse',
  lat,
  lon,
  place: 0,
});

const marqueDuCentre = ({ id, type, precision, lat, lon }: CentreTechnique & Position): Marque => ({
  id,
  genre: type as GenreMarque,
  creuse: precision !== 'adresse',
  lat,
  lon,
  place: 0,
});

const marqueDeLEcole = ({ id, lat, lon }: EcoleCpu): Marque => ({
  id,
  genre: 'CPU',
  creuse: true,
  lat,
  lon,
  place: 0,
});

// Deux sites de la même case, de 200 mètres environ, se cacheraient l’un l’autre.
const CASES_PAR_DEGRE = 500;

/** Écarte en spirale les marques d’un même endroit, pour que chacune se voie et s’atteigne. */
function ecarter(marques: readonly Marque[], etoile: Position | null): readonly Marque[] {
  const rang = (degres: number) => Math.round(degres * CASES_PAR_DEGRE);
  const cle = ({ lat, lon }: Position) => `${rang(lat)}/${rang(lon)}`;
  const prises = new Map(etoile ? [[cle(etoile), SOUS_ETOILE]] : []);
  return marques.map((marque) => {
    const place = prises.get(cle(marque)) ?? 0;
    prises.set(cle(marque), place + 1);
    return { ...marque, place: place % PLACES.length };
  });
}

/** Ce que la carte dessine pour un résultat : les marques du cercle sont celles de la liste. */
export function sceneDe(
  resultat: SitesAutour,
  rayon: number,
  ecoles: readonly EcoleCpu[] = [],
): Scene {
  const { depart, sites, ailleurs, centres } = resultat;
  const position = depart?.position ?? null;
  const etoile = position;
  const marques = ecarter(
    [
      ...centres
        .filter(({ autreSecteur }) => !autreSecteur)
        .map(({ centre }) => centre)
        .filter(estSitue)
        .map(marqueDuCentre),
      ...sites.map(({ site }) => marqueDuSite(site)),
      ...ecoles.map(marqueDeLEcole),
    ],
    etoile,
  );
  const estSite = ({ genre }: Marque) => genre === 'confessionnel' || genre === 'non-confessionnel';
  return {
    cercle: position && { centre: position, km: rayon },
    etoile,
    sites: marques.filter(estSite),
    centres: marques.filter((marque) => !estSite(marque) && marque.genre !== 'CPU'),
    ecoles: marques.filter(({ genre }) => genre === 'CPU'),
    ailleurs: ailleurs.map(marqueDuSite),
    cadre: position
      ? bornesAutour(position, rayon * MARGE)
      : cadreDesSites(sites.map(({ site }) => site)),
  };
}
