import { plusProche } from '../../domain/recherche/proche.ts';
import { alias_metiers, metiers } from '../../domain/tables/besoins.ts';
import { reponses_import } from '../../domain/tables/edition.ts';
import { implantations } from '../../domain/tables/offre.ts';
import { options } from '../../domain/tables/referentiel.ts';
import type { Ligne, TableSource } from '../../domain/tables/schema.ts';
import { communes, zones } from '../../domain/tables/territoire.ts';
import { rendrePublique } from '../adresse.ts';
import { ErreurDeFichier, ErreurDUsage } from '../probleme.ts';
import { type Depots, depotDe } from '../read/depot.ts';
import type { Bilan } from './bilan.ts';
import { type Composee, composerImport, lireAvant, lireSiLa } from './composer.ts';
import { fc } from './fc.ts';
import type { Feuille } from './feuille.ts';
import { direFusion, fusionner } from './fusion.ts';
import type { Connues, Genre } from './genre.ts';
import { inscriptionsOfficielles } from './inscriptions.ts';
import { liensRecus, metiersRecus } from './liens.ts';
import { lireAuFil } from './lire.ts';
import { rappeler, retenir } from './memoire.ts';
import { oadTableau } from './oad-tableau.ts';
import { odwbClasses } from './odwb-classes.ts';
import { odwbSignaletique } from './odwb-signaletique.ts';
import { lireReponses, type ReponseDImport } from './reponses.ts';
import { direObstacles, type Seuil } from './seuil.ts';
import { tc } from './tc.ts';

/** Les genres d’import, dans l’ordre où l’un se lit avant l’autre. */
export const GENRES: readonly Genre[] = [
  ...[odwbSignaletique, odwbClasses, inscriptionsOfficielles, oadTableau],
  ...[fc, tc, metiersRecus, liensRecus],
];

/**
 * Le genre d’import qui porte ce nom.
 * @throws ErreurDUsage s’il n’existe pas
 */
export function genreDe(nom: string): Genre {
  const genre = GENRES.find((connu) => connu.nom === nom);
  if (genre) return genre;
  const noms = GENRES.map((connu) => connu.nom);
  const proche = plusProche(nom, noms);
  const suite = proche ? `Vouliez-vous ${proche} ?` : `Attendus : ${noms.join(', ')}.`;
  throw new ErreurDUsage(`« ${nom} » n’est pas un genre d’import. ${suite}`);
}

async function lireConnues(depots: Depots): Promise<Connues> {
  const lire = <T extends TableSource>(table: T): Promise<Ligne<T>[]> =>
    lireSiLa(table, depotDe(table, depots));
  const sites = await lire(implantations);
  const alias = await Promise.all(depots.map((depot) => lireSiLa(alias_metiers, depot)));
  return {
    communes: await lire(communes),
    zones: await lire(zones),
    options: await lire(options),
    metiers: await lire(metiers),
    alias,
    fases: new Map(sites.map(({ fase_implantation, zone }) => [fase_implantation, zone])),
  };
}

/** L’adresse gardée, quand elle n’est pas celle qu’on a donnée. */
function direAdresse(adresse: string): string[] {
  const { adresse: publique, retires } = rendrePublique(adresse);
  if (retires.length === 0) return [];
  return [`Adresse gardée : ${publique}, sans ${retires.join(', ')}.`];
}

interface Demande {
  readonly genre: Genre;
  readonly feuilles: readonly Feuille[];
  /** L’adresse d’où vient le fichier ; vide, il vient d’ailleurs. */
  readonly adresse: string;
  /** L’édition ; le dernier dépôt est celui où l’import s’écrira. */
  readonly depots: Depots;
  readonly seuil: Seuil;
  /** Pourquoi la liste n’est pas entière, si on le dit. */
  readonly partiel?: string | undefined;
  /** Les options telles qu’on les a écrites ; celles du dossier s’y ajoutent. */
  readonly reponse: ReponseDImport;
}

/** Ce qu’un import donnerait, et ce qu’il en dit. */
export interface Import extends Bilan {
  /** Ce qui est à écrire ; `null` si rien ne doit l’être. */
  readonly composee: Composee | null;
}

/**
 * Joint des fichiers officiels aux tables d’une édition, sans rien écrire.
 * @throws ErreurDUsage si un en-tête ou une table de l’édition ne convient pas
 */
export async function importerFeuilles(demande: Demande): Promise<Import> {
  const { genre, feuilles, adresse, depots, seuil } = demande;
  const sortie = depots.at(-1) ?? depots[0];
  const gardees = await lireSiLa(reponses_import, sortie);
  const { reponse, reprises } = rappeler(gardees, genre.nom, demande.reponse, feuilles);
  const connues = await lireConnues(depots);
  const lues = lireReponses(reponse);
  const importee = await lireAuFil(genre, feuilles, connues, lues).catch((cause) => {
    throw cause instanceof ErreurDUsage ? new ErreurDeFichier(cause.message, { cause }) : cause;
  });
  const { comptes, questions } = importee;
  const lu = { genre: genre.nom, comptes, questions, reprises, adresse: direAdresse(adresse) };
  const rien = { ...lu, obstacles: [], changements: [], composee: null };
  if (questions.length > 0) return rien;
  if (importee.rangees.length === 0) return rien;
  const fusion = fusionner(genre, importee, await lireAvant(genre, depots));
  const obstacles = direObstacles(importee, fusion, seuil);
  const changements = direFusion(fusion);
  if (obstacles.length > 0) return { ...rien, obstacles, changements };
  const memoire = retenir(gardees, genre.nom, demande.reponse);
  const composee = await composerImport({
    genre,
    importee,
    fusion,
    depot: sortie,
    adresse,
    memoire,
    partielle: { partiel: demande.partiel, zones: connues.zones, fases: connues.fases },
  });
  return { ...lu, obstacles, changements, composee };
}
