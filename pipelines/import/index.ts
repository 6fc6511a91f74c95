import { existsSync } from 'node:fs';
import { normalize } from 'node:path';
import { plusProche } from '../../src/domain/recherche/proche.ts';
import { metiers } from '../../src/domain/tables/besoins.ts';
import { implantations } from '../../src/domain/tables/offre.ts';
import { options } from '../../src/domain/tables/referentiel.ts';
import type { Ligne, TableSource } from '../../src/domain/tables/schema.ts';
import { communes, zones } from '../../src/domain/tables/territoire.ts';
import { ErreurDUsage } from '../check/probleme.ts';
import { lireLignes } from '../demo/csv.ts';
import { dossiersDe, fichierDe } from '../read/dossiers.ts';
import { ecrireDans } from '../write/ensemble.ts';
import { refuserTables } from '../write/place.ts';
import { direCompte } from './compte.ts';
import { ecrireImport } from './ecrire.ts';
import { fc } from './fc.ts';
import { lireFeuille } from './feuille.ts';
import type { Connues, Genre } from './genre.ts';
import { inscriptionsOfficielles } from './inscriptions.ts';
import { lireFeuilles } from './lire.ts';
import { odwbClasses } from './odwb-classes.ts';
import { odwbSignaletique } from './odwb-signaletique.ts';
import { tc } from './tc.ts';
import { ErreurDeTelechargement, telecharger } from './telecharger.ts';

const GENRES: readonly Genre[] = [odwbSignaletique, odwbClasses, inscriptionsOfficielles, fc, tc];

interface Options {
  readonly data?: readonly string[] | undefined;
  /** Télécharger, depuis l’adresse donnée à la place des fichiers ou celle du genre. */
  readonly url?: boolean | undefined;
  readonly sortie?: string | undefined;
  /** Délai d’un serveur muet, en millisecondes. */
  readonly silence?: number;
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

async function lireEtEcrire(
  nom: string,
  fichiers: readonly string[],
  { data, url = false, sortie, silence }: Options,
): Promise<{ rapport: string; ecrit: boolean }> {
  const genre = genreDe(nom);
  if (!sortie) throw new ErreurDUsage('dites où écrire. Ajoutez --out DOSSIER.');
  const adresse = url ? (fichiers[0] ?? genre.adresse ?? '') : '';
  if (url ? adresse === '' : fichiers.length === 0) {
    throw new ErreurDUsage(`dites quoi importer. Donnez ${url ? 'une adresse' : 'un fichier'}.`);
  }
  try {
    const chemins = url ? [await telecharger(adresse, silence)] : fichiers;
    const feuilles = await Promise.all(chemins.map(lireFeuille));
    const importee = lireFeuilles(
      genre,
      feuilles,
      await lireConnues(['data', ...dossiersDe(data), sortie]),
    );
    const comptes = importee.comptes.map(direCompte);
    if (importee.rangees.length === 0) {
      return {
        rapport: [...comptes, 'Aucune ligne n’est entrée : rien n’est écrit.'].join('\n'),
        ecrit: false,
      };
    }
    const suites = await ecrireImport(genre, importee, sortie, adresse);
    return { rapport: [...comptes, `Écrit dans ${sortie}.`, ...suites].join('\n'), ecrit: true };
  } catch (cause) {
    if (!(cause instanceof ErreurDeTelechargement)) throw cause;
    return { rapport: cause.message, ecrit: false };
  }
}

/**
 * Importe des fichiers officiels dans un dossier de données, où aucune autre commande n’écrit.
 * @returns le rapport : chaque ligne reçue y est comptée ; et si quelque chose a été écrit
 * @throws ErreurDUsage si la commande, le dossier ou l’en-tête d’un fichier ne convient pas
 */
export function importer(
  nom: string,
  fichiers: readonly string[],
  options: Options,
): Promise<{ rapport: string; ecrit: boolean }> {
  const sortie = options.sortie && normalize(options.sortie);
  const lancer = () => lireEtEcrire(nom, fichiers, { ...options, sortie });
  if (!sortie) return lancer();
  if (!options.url) refuserTables(fichiers, sortie);
  return ecrireDans(sortie, lancer);
}
