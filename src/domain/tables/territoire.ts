import { LATITUDE, LONGITUDE, REF_ZONE, SOURCE_TEXTE, ZONE } from './formes.ts';
import { type Ligne, source } from './schema.ts';
import { REGIONS } from './valeurs.ts';

const dossier = 'territoire';

export const zones = source({
  nom: 'zones',
  dossier,
  publiee: true,
  titre: 'Zones',
  sens: 'Les dix zones d’enseignement, leur région et son service public de l’emploi.',
  cle: ['zone'],
  colonnes: {
    zone: ZONE,
    slug: {
      type: 'texte',
      sens: 'Nom dans les adresses du site',
      forme: { regexp: /^[a-z]+(-[a-z]+)*$/, exemple: 'huy-waremme' },
    },
    nom: { type: 'texte', sens: 'Nom de la zone', max: 60 },
    region: { type: 'texte', sens: 'Région', valeurs: REGIONS },
    spe: { type: 'texte', sens: 'Service public de l’emploi', valeurs: ['Actiris', 'Forem'] },
    source: SOURCE_TEXTE,
  },
});

export const communes = source({
  nom: 'communes',
  dossier,
  publiee: true,
  titre: 'Communes',
  sens: 'Les communes des dix zones, avec un point central.',
  cle: ['nis'],
  colonnes: {
    nis: {
      type: 'texte',
      sens: 'Code NIS de la commune',
      forme: { regexp: /^\d{5}$/, exemple: '62063' },
    },
    commune: { type: 'texte', sens: 'Nom de la commune' },
    zone: REF_ZONE,
    codes_postaux: {
      type: 'texte',
      sens: 'Codes postaux, séparés par une espace',
      forme: { regexp: /^\d{4}( \d{4})*$/, exemple: '4000 4020' },
    },
    lat: { ...LATITUDE, sens: 'Latitude du point central (WGS84)' },
    lon: { ...LONGITUDE, sens: 'Longitude du point central (WGS84)' },
    population_2020: {
      type: 'entier',
      sens: 'Habitants en 2020',
      unite: 'habitants',
      min: 0,
    },
    densite_2001: {
      type: 'texte',
      sens:
        'Classe de densité au recensement publié le 1er octobre 2001 : R (rurale), S (semi-rurale) ' +
        'ou N (ordinaire) ; estimée d’après la superficie de 2001 et la population de 2005 (Statbel)',
      valeurs: ['R', 'S', 'N'],
      vide: 'non connue',
      facultative: true,
    },
    densite_2001_sure: {
      type: 'booleen',
      sens: 'La classe de 2001 est loin de ses bornes ; non : à vérifier',
      vide: 'non connue',
      facultative: true,
    },
    source: SOURCE_TEXTE,
  },
});

export type Zone = Ligne<typeof zones>;
export type Commune = Ligne<typeof communes>;
