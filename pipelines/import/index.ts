import { existsSync } from 'node:fs';
import { normalize } from 'node:path';
import { plusProche } from '../../src/domain/recherche/proche.ts';
import { metiers } from '../../src/domain/tables/besoins.ts';
import { implantations } from '../../src/domain/tables/offre.ts';
import { options } from '../../src/domain/tables/referentiel.ts';
import type { Ligne, TableSource } from '../../src/domain/tables/schema.ts';
import { communes, zones } from '../../src/domain/tables/territoire.ts';
import { rendrePublique, taireCles } from '../check/adresse.ts';
import { ErreurDUsage } from '../check/probleme.ts';
import { lireLignes } from '../demo/csv.ts';
import { dossiersDe, fichierDe } from '../read/dossiers.ts';
import { ecrireDans } from '../write/ensemble.ts';
import { refuserTables } from '../write/place.ts';
import { direCompte } from './compte.ts';
import { ecrireImport, lireAvant } from './ecrire.ts';
import { fc } from './fc.ts';
import { type Feuille, lireFeuille } from './feuille.ts';
import { direFusion, fusionner } from './fusion.ts';
import type { Connues, Genre } from './genre.ts';
import { inscriptionsOfficielles } from './inscriptions.ts';
import { lireFeuilles } from './lire.ts';
import { odwbClasses } from './odwb-classes.ts';
import { odwbSignaletique } from './odwb-signaletique.ts';
import { direObstacles, lirePart, type Seuil } from './seuil.ts';
import { tc } from './tc.ts';
import { type Delais, ErreurDeTelechargement, telecharger } from './telecharger.ts';

const GENRES: readonly Genre[] = [odwbSignaletique, odwbClasses, inscriptionsOfficielles, fc, tc];

interface Options extends Seuil, Delais {
  readonly data?: readonly string[] | undefined;
  /** Télécharger, depuis l’adresse donnée à la place des fichiers ou celle du genre. */
  readonly url?: boolean | undefined;
  readonly sortie?: string | undefined;
}

function genreDe(nom: string): Genre {
  const genre = GENRES.find((connu) => connu.nom === nom);
  if (genre) return genre;
  const noms = GENRES.map((connu) => connu.nom);
  const proche = plusProche(nom, noms);
  const suite = proche ? `Vouliez-vous ${proche} ?` : `Attendus : ${noms.join(', ')}.`;
  throw new ErreurDUsage(`« ${nom} » n’est pas un genre d’import. ${suite}`);
}

async function lireConnues(dossiers: readonly string[]): Promise<Connues> {
  const lire = <T extends TableSource>(table: T): Promise<Ligne<T>[]> => {
    const chemin = fichierDe(table, dossiers);
    const dossier = dossiers.findLast((d) => fichierDe(table, [d]) === chemin) ?? 'data';
    return existsSync(chemin) ? lireLignes(table, dossier) : Promise.resolve([]);
  };
  const sites = await lire(implantations);
  return {
    communes: await lire(communes),
    zones: await lire(zones),
    options: await lire(options),
    metiers: await lire(metiers),
    fases: new Set(sites.map(({ fase_implantation }) => fase_implantation)),
  };
}

/** Lit les fichiers reçus ; téléchargés, ils ne restent pas sur le disque. */
async function recevoir(
  fichiers: readonly string[],
  adresse: string,
  delais: Delais,
): Promise<Feuille[]> {
  if (adresse === '') return Promise.all(fichiers.map(lireFeuille));
  const { chemin, effacer } = await telecharger(adresse, delais);
  try {
    return [await lireFeuille(chemin)];
  } finally {
    effacer();
  }
}

/** L’adresse gardée, quand elle n’est pas celle qu’on a donnée. */
function direAdresse(adresse: string): string[] {
  const { adresse: publique, retires } = rendrePublique(adresse);
  if (retires.length === 0) return [];
  return [`Adresse gardée : ${publique}, sans ${retires.join(', ')}.`];
}

interface Rendu {
  readonly rapport: string;
  readonly ecrit: boolean;
}

const rendre = (ecrit: boolean, ...lignes: readonly string[]): Rendu => ({
  rapport: lignes.join('\n'),
  ecrit,
});

/**
 * L’adresse à télécharger ; vide, ce sont des fichiers.
 * @throws ErreurDUsage s’il n’y a rien à lire, ou une adresse là où l’on attend un chemin
 */
function adresseDe(genre: Genre, fichiers: readonly string[], url: boolean): string {
  const adresse = url ? (fichiers[0] ?? genre.adresse ?? '') : '';
  if (url ? adresse === '' : fichiers.length === 0) {
    throw new ErreurDUsage(`dites quoi importer. Donnez ${url ? 'une adresse' : 'un fichier'}.`);
  }
  if (url && fichiers.length > 1) {
    throw new ErreurDUsage('--url télécharge une seule adresse. Lancez une commande par adresse.');
  }
  const egaree = fichiers.find((fichier) => /^[a-z][a-z0-9+.-]+:\/\//i.test(fichier));
  if (url || egaree === undefined) return adresse;
  const suite = /^https?:/i.test(egaree)
    ? 'Ajoutez --url pour la télécharger.'
    : 'Donnez un chemin.';
  throw new ErreurDUsage(`« ${taireCles(egaree)} » est une adresse, pas un chemin. ${suite}`);
}

async function lireEtEcrire(
  nom: string,
  fichiers: readonly string[],
  { data, url = false, sortie, silence, duree, ...seuil }: Options,
): Promise<Rendu> {
  const genre = genreDe(nom);
  lirePart(seuil.rejetsMax);
  if (!sortie) throw new ErreurDUsage('dites où écrire. Ajoutez --out DOSSIER.');
  const adresse = adresseDe(genre, fichiers, url);
  try {
    const feuilles = await recevoir(fichiers, adresse, { silence, duree });
    const connues = await lireConnues(['data', ...dossiersDe(data), sortie]);
    const importee = lireFeuilles(genre, feuilles, connues);
    const fusion = fusionner(genre, importee, await lireAvant(genre, sortie));
    const debut = [...importee.comptes.map(direCompte), ...direAdresse(adresse)];
    if (importee.rangees.length === 0) {
      return rendre(false, ...debut, 'Aucune ligne n’est entrée : rien n’est écrit.');
    }
    const obstacles = direObstacles(importee, fusion, seuil);
    if (obstacles.length > 0) {
      const annonce = 'Rien n’est écrit. L’import aurait donné :';
      return rendre(false, ...debut, ...obstacles, annonce, ...direFusion(fusion));
    }
    const suites = await ecrireImport(genre, importee, fusion, sortie, adresse);
    return rendre(true, ...debut, ...direFusion(fusion), `Écrit dans ${sortie}.`, ...suites);
  } catch (cause) {
    if (!(cause instanceof ErreurDeTelechargement)) throw cause;
    return rendre(false, cause.message);
  }
}

/**
 * Importe des fichiers officiels dans un dossier de données, où aucune autre commande n’écrit.
 * @returns le rapport : chaque ligne reçue y est comptée ; et si quelque chose a été écrit
 * @throws ErreurDUsage si la commande, le dossier, un fichier ou son en-tête ne convient pas
 */
export async function importer(
  nom: string,
  fichiers: readonly string[],
  options: Options,
): Promise<Rendu> {
  const sortie = options.sortie && normalize(options.sortie);
  const lancer = () => lireEtEcrire(nom, fichiers, { ...options, sortie });
  if (!sortie) return lancer();
  if (!options.url) refuserTables(fichiers, sortie);
  return ecrireDans(sortie, lancer);
}
