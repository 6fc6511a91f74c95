import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { taireCles } from '../../src/edition/adresse.ts';
import { direBilan, enObjet } from '../../src/edition/import/bilan.ts';
import type { Genre } from '../../src/edition/import/genre.ts';
import { genreDe, importerFeuilles } from '../../src/edition/import/index.ts';
import { lireReponses, type ReponseDImport } from '../../src/edition/import/reponses.ts';
import { lirePart, type Seuil } from '../../src/edition/import/seuil.ts';
import { ErreurDUsage } from '../../src/edition/probleme.ts';
import { dossiersDe, ouvrirDepots } from '../dossiers.ts';
import { ecrireDans, ecrireEnsemble } from '../write/ensemble.ts';
import { refuserTables } from '../write/place.ts';
import { enHtml } from './rapport-html.ts';
import { recevoir } from './recevoir.ts';
import { type Delais, ErreurDeTelechargement } from './telecharger.ts';

interface Options extends Seuil, Delais, ReponseDImport {
  readonly data?: readonly string[] | undefined;
  /** Télécharger, depuis l’adresse donnée à la place des fichiers ou celle du genre. */
  readonly url?: boolean | undefined;
  readonly sortie?: string | undefined;
  /** Pourquoi une liste FC ou TC n’est pas entière. */
  readonly partiel?: string | undefined;
}

interface Rendu {
  readonly rapport: string;
  readonly ecrit: boolean;
  /** Le même rapport pour un programme. */
  readonly objet?: ReturnType<typeof enObjet>;
}

/** Ce que le dernier import a dit, à côté des tables qu’il a écrites. */
export const RAPPORT = 'rapport.html';

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
  { data, url = false, sortie, silence, duree, rejetsMax, remplacer, partiel, ...reponse }: Options,
): Promise<Rendu> {
  const genre = genreDe(nom);
  const seuil = { rejetsMax, remplacer };
  lirePart(rejetsMax);
  if (partiel !== undefined && nom !== 'fc' && nom !== 'tc') {
    throw new ErreurDUsage('--partiel ne se dit que d’une liste fc ou tc. Retirez-la.');
  }
  lireReponses(reponse);
  if (!sortie) throw new ErreurDUsage('dites où écrire. Ajoutez --out DOSSIER.');
  const adresse = adresseDe(genre, fichiers, url);
  try {
    const feuilles = await recevoir(fichiers, adresse, { silence, duree });
    const depots = ouvrirDepots(['data', ...dossiersDe(data), sortie]);
    const lu = await importerFeuilles({
      genre,
      feuilles,
      adresse,
      depots,
      seuil,
      partiel,
      reponse,
    });
    const { textes, suites = [] } = lu.composee ?? {};
    const dire = [...direBilan(lu), ...(textes ? [`Écrit dans ${sortie}.`, ...suites] : [])];
    const rendu = { rapport: dire.join('\n'), ecrit: textes !== undefined };
    const objet = enObjet(lu, rendu.ecrit, suites);
    const avant = await readFile(join(sortie, RAPPORT), 'utf8').catch(() => '');
    if (textes) await ecrireEnsemble(sortie, new Map([...textes, [RAPPORT, enHtml(lu, avant)]]));
    return { ...rendu, objet };
  } catch (cause) {
    if (!(cause instanceof ErreurDeTelechargement)) throw cause;
    return { rapport: cause.message, ecrit: false };
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
