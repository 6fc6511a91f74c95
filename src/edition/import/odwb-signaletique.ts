import {
  apostrophe,
  CelluleAbimee,
  lireDecimal,
  lireEntier,
  nettoyer,
  zerosPerdus,
} from '../../domain/fichier-recu.ts';
import { distanceKm } from '../../domain/geo/distance.ts';
import { plat } from '../../domain/recherche/texte.ts';
import { implantations } from '../../domain/tables/offre.ts';
import type { Commune } from '../../domain/tables/territoire.ts';
import { type Connues, type Genre, type Lue, type Recue, refuser } from './genre.ts';

const RESEAUX: Readonly<Record<string, string>> = {
  wbe: 'WBE',
  'subventionne communal': 'officiel subventionné',
  'subventionne provincial': 'officiel subventionné',
  cocof: 'officiel subventionné',
  'libre confessionnel': 'libre confessionnel',
  'libre non confessionnel': 'libre non confessionnel',
};

const ADMIS = ['secondaire ordinaire', 'secondaire cefa'];
const PORTEE_KM = 20;
const CHIFFRES_BCE = 10;

interface Lieu {
  readonly commune: string;
  readonly zone: number | null;
  readonly centre: Commune | null;
  readonly corrections: readonly string[];
}

/**
 * La commune d’une implantation, par son nom puis par son code postal. Le bassin du registre est
 * celui de l’établissement : il ne sert pas.
 */
function situer(nom: string, codePostal: string, { communes }: Connues): Lieu {
  const exacte = communes.find(({ commune }) => plat(commune) === plat(nom));
  if (exacte) {
    const corrections = exacte.commune === nom ? [] : [`commune « ${nom} » → ${exacte.commune}`];
    return { commune: exacte.commune, zone: exacte.zone, centre: exacte, corrections };
  }
  const postales = communes.filter((c) => c.codes_postaux.split(' ').includes(codePostal));
  const [seule] = postales;
  if (seule && postales.length === 1) {
    const corrections = [`commune « ${nom} » → ${seule.commune}, par son code postal`];
    return { commune: seule.commune, zone: seule.zone, centre: seule, corrections };
  }
  return { commune: nom, zone: null, centre: null, corrections: [`« ${nom} » est hors zone`] };
}

function placer(recue: Recue, centre: Commune | null) {
  const inconnue = { lat: null, lon: null, precision: 'inconnue', corrections: [] as string[] };
  const [lat, lon] = ['latitude', 'longitude'].map((nom) => lireDecimal(recue.cellule(nom)));
  if (!lat || !lon) return inconnue;
  const position = { lat: Number(lat), lon: Number(lon) };
  const { min: sud = 0, max: nord = 0 } = implantations.colonnes.lat;
  const { min: ouest = 0, max: est = 0 } = implantations.colonnes.lon;
  const dedans =
    position.lat >= sud && position.lat <= nord && position.lon >= ouest && position.lon <= est;
  if (!dedans || (centre && distanceKm(position, centre) > PORTEE_KM)) {
    return { ...inconnue, corrections: [`position ${lat}, ${lon} hors de portée : écartée`] };
  }
  return { ...position, precision: 'adresse', corrections: [] };
}

/** Le numéro BCE n’est pas repris ; s’il est abîmé, on le dit. */
function bceAbime(brut: string): string[] {
  try {
    const bce = zerosPerdus(brut, CHIFFRES_BCE);
    return bce ? [`numéro BCE non repris : Excel a ôté ses premiers zéros (${bce})`] : [];
  } catch (cause) {
    if (!(cause instanceof CelluleAbimee)) throw cause;
    return [`numéro BCE non repris : ${cause.message}`];
  }
}

/** Le registre ne dit pas quels sites sont qualifiants : on peut y ajouter une colonne qui le dit. */
function lireQualifiant(brut: string) {
  const mot = plat(brut);
  const valeur = mot === 'oui' ? true : mot === 'non' ? false : null;
  const perdu = valeur === null && mot !== '';
  const corrections = perdu ? [`qualifiant « ${brut} » non repris : écrivez oui ou non`] : [];
  return { valeur, corrections };
}

function lire(recue: Recue, connues: Connues): Lue {
  const type = nettoyer(recue.cellule('type_d_enseignement'));
  if (!ADMIS.includes(plat(type))) {
    return refuser('HORS-CHAMP', type, 'ni secondaire ordinaire, ni CEFA : hors du qualifiant.');
  }
  const fase = lireEntier(recue.cellule('ndeg_fase_de_l_implantation'));
  const etablissement = lireEntier(recue.cellule('ndeg_fase_de_l_etablissement'));
  const reseau = RESEAUX[plat(recue.cellule('reseau'))];
  if (!reseau) {
    return refuser('RESEAU', recue.cellule('reseau'), 'réseau inconnu du répertoire des réseaux.');
  }
  const nomCommune = apostrophe(recue.cellule('commune_de_l_implantation'));
  const codePostal = lireEntier(recue.cellule('code_postal_de_l_implantation'));
  if (nomCommune === '') return refuser('COMMUNE', fase, 'la commune de l’implantation est vide.');
  const lieu = situer(nomCommune, codePostal, connues);
  const place = placer(recue, lieu.centre);
  const nom = apostrophe(recue.cellule('nom_d_etablissement'));
  // Un site de CEFA est deux fois au registre : au nom du CEFA, et de l’école qui l’accueille.
  const deCefa = plat(type) === 'secondaire cefa';
  const estAccueil = deCefa && !/\bcefa\b/.test(plat(nom));
  const bce = bceAbime(recue.cellule('numero_bce_de_l_etablissement'));
  const qualifiant = lireQualifiant(recue.cellule('qualifiant'));
  return {
    rangee: {
      fase_implantation: fase,
      fase_etablissement: etablissement,
      etablissement: nom,
      nom: `${nom} (${lieu.commune}${estAccueil ? ', CEFA' : ''})`,
      adresse: apostrophe(recue.cellule('adresse_de_l_implantation')) || null,
      code_postal: codePostal,
      commune: lieu.commune,
      zone: lieu.zone,
      reseau,
      // Le registre n’a pas de caractère : il se déduit du réseau.
      caractere: reseau === 'libre confessionnel' ? 'confessionnel' : 'non confessionnel',
      fase_cefa: deCefa && !estAccueil ? etablissement : null,
      nom_cefa: deCefa && !estAccueil ? nom : null,
      qualifiant: qualifiant.valeur,
      internat: null,
      lat: place.lat,
      lon: place.lon,
      precision: place.precision,
      nature: 'officiel',
    },
    corrections: [...lieu.corrections, ...place.corrections, ...bce, ...qualifiant.corrections],
  };
}

const champ = (nom: string, ...noms: string[]) => ({ nom, noms });

/** Le registre des établissements du portail ODWB : les implantations du secondaire ordinaire. */
export const odwbSignaletique: Genre = {
  nom: 'odwb-signaletique',
  portee: () => [],
  cles: ['ndeg_fase_de_l_implantation'],
  table: implantations,
  gardees: ['qualifiant', 'internat'],
  colonnes: [
    champ('type_d_enseignement'),
    champ('ndeg_fase_de_l_etablissement'),
    champ('nom_d_etablissement', 'nom_de_l_etablissement'),
    { ...champ('numero_bce_de_l_etablissement'), facultative: true },
    champ('ndeg_fase_de_l_implantation'),
    champ('reseau'),
    champ('adresse_de_l_implantation'),
    champ('code_postal_de_l_implantation'),
    champ('commune_de_l_implantation'),
    champ('latitude'),
    champ('longitude'),
    { ...champ('qualifiant'), facultative: true },
  ],
  source: {
    titre: 'Fichier signalétique des établissements d’enseignement (ODWB)',
    editeur: 'Fédération Wallonie-Bruxelles',
    licence: 'CC BY',
  },
  adresse:
    'https://www.odwb.be/api/explore/v2.1/catalog/datasets/fwb-age-fichier-signaletique-' +
    'des-etablissements-d-enseignement-de-la-federation-/exports/csv?delimiter=%3B&with_bom=true',
  lecteur: (connues) => (recue) => lire(recue, connues),
  // L’école qui accueille un CEFA garde son identité, et le CEFA s’y ajoute.
  reunir: (premiere, seconde) => {
    const [a, b] = [premiere.fase_cefa ?? null, seconde.fase_cefa ?? null];
    if (a === null && b === null) return null;
    const [ecole, cefa] = a === null ? [premiere, seconde] : [seconde, premiere];
    return { ...ecole, fase_cefa: a ?? b, nom_cefa: cefa.nom_cefa ?? null };
  },
};
