import type { Base } from './base.ts';
import { taireSecrets } from './check/sources.ts';
import { lireEtControler } from './controler.ts';
import { direBilan, enObjet } from './import/bilan.ts';
import { type Feuille, lireFeuille } from './import/feuille.ts';
import type { Genre } from './import/genre.ts';
import { GENRES, importerFeuilles } from './import/index.ts';
import type { ReponseDImport } from './import/reponses.ts';
import type { Seuil } from './import/seuil.ts';
import { calculerMarts } from './marts/index.ts';
import { bloquants, ErreurDUsage, type Probleme } from './probleme.ts';
import { FichierRefuse } from './read/bornes.ts';
import { type Depot, depotTenu } from './read/depot.ts';
import type { Texte } from './read/lignes.ts';
import { genresDUnFichier } from './reconnaitre.ts';
import { type Resume, resumer } from './resumer.ts';

export interface FichierRecu {
  readonly nom: string;
  readonly octets: Uint8Array;
  /** Ce qu’on a répondu à ses questions, et ce qu’on accepte qu’il perde. */
  readonly reponse?: ReponseDImport | undefined;
  readonly seuil?: Seuil | undefined;
}

/** Où en est une édition qui se compose. */
export interface Etape {
  readonly quoi: 'lire' | 'joindre' | 'controler' | 'calculer';
  readonly fichier?: string;
}

/** Ce qu’un fichier reçu est devenu. */
export interface RapportDeFichier {
  readonly nom: string;
  /** Ce qu’il est ; `null` : rien de connu. */
  readonly genre: string | null;
  readonly entre: boolean;
  /** Le rapport d’import, ou pourquoi il n’y en a pas. */
  readonly dit: string;
  readonly rendu: ReturnType<typeof enObjet> | null;
}

/** Une édition composée de fichiers reçus, ou ce qui l’empêche. */
export interface Assemblee {
  readonly rapports: readonly RapportDeFichier[];
  readonly problemes: readonly Probleme[];
  /** `null` : rien n’est entré, ou une erreur arrête tout. */
  readonly resume: Resume | null;
}

interface Demande {
  readonly base: Base;
  /** L’édition publique : le répertoire, les règles, les zones. */
  readonly livree: Depot;
  readonly recus: readonly FichierRecu[];
  readonly dire?: (etape: Etape) => void;
}

interface Lu extends Pick<FichierRecu, 'nom' | 'reponse' | 'seuil'> {
  readonly feuille: Feuille;
  readonly genre: Genre;
}

const SIENNE = 'votre édition';

const refuser = (nom: string, dit: string): RapportDeFichier => ({
  ...{ nom, genre: null, entre: false, dit, rendu: null },
});

/** Lit un fichier et dit ce qu’il est, ou pourquoi il n’est rien. */
async function lire(recu: FichierRecu): Promise<Lu | RapportDeFichier> {
  const { nom, octets, reponse, seuil } = recu;
  try {
    const feuille = await lireFeuille(nom, octets);
    const [genre, ...autres] = genresDUnFichier(feuille);
    if (!genre) {
      const noms = GENRES.map(({ source }) => source.titre).join(' ; ');
      return refuser(nom, `Ses colonnes ne sont celles d’aucun fichier attendu : ${noms}.`);
    }
    if (autres.length === 0) return { nom, feuille, genre, reponse, seuil };
    const titres = [genre, ...autres].map(({ source }) => source.titre).join(', ou ');
    return refuser(nom, `Ses colonnes conviennent à plusieurs fichiers : ${titres}.`);
  } catch (cause) {
    if (!(cause instanceof FichierRefuse || cause instanceof ErreurDUsage)) throw cause;
    return refuser(nom, cause.message);
  }
}

const encodeur = new TextEncoder();

function enOctets(texte: Texte): Uint8Array {
  if (typeof texte === 'string') return encodeur.encode(texte);
  return encodeur.encode([texte.entete, ...texte.suite].join(''));
}

/** Joint un fichier à ce que l’édition tient déjà ; ce qu’il n’a pas pu y entrer n’y change rien. */
async function joindre(
  { nom, feuille, genre, reponse = {}, seuil = {} }: Lu,
  livree: Depot,
  tenus: Map<string, Uint8Array>,
): Promise<RapportDeFichier> {
  const titre = genre.source.titre;
  try {
    const depots = [livree, depotTenu(SIENNE, tenus)] as const;
    const demande = { genre, feuilles: [feuille], adresse: '', seuil, reponse };
    const lu = await importerFeuilles({ ...demande, depots });
    const { textes, suites = [] } = lu.composee ?? {};
    for (const [chemin, texte] of textes ?? []) tenus.set(chemin, enOctets(texte));
    const entre = textes !== undefined;
    const rendu = enObjet(lu, entre, suites);
    return { nom, genre: titre, entre, dit: direBilan(lu).join('\n'), rendu };
  } catch (cause) {
    if (!(cause instanceof FichierRefuse || cause instanceof ErreurDUsage)) throw cause;
    return { nom, genre: titre, entre: false, dit: cause.message, rendu: null };
  }
}

/**
 * Compose une édition de fichiers reçus, par le chemin de la commande : chacun est reconnu à ses
 * colonnes, importé, puis l’édition entière est contrôlée et ses marts calculés dans la base.
 */
export async function assembler({ base, livree, recus, dire }: Demande): Promise<Assemblee> {
  const lus: (Lu | RapportDeFichier)[] = [];
  for (const recu of recus) {
    dire?.({ quoi: 'lire', fichier: recu.nom });
    lus.push(await lire(recu));
  }
  const tenus = new Map<string, Uint8Array>();
  const faits = new Map<Lu | RapportDeFichier, RapportDeFichier>();
  for (const genre of GENRES) {
    for (const lu of lus) {
      if (!('feuille' in lu) || lu.genre !== genre) continue;
      dire?.({ quoi: 'joindre', fichier: lu.nom });
      faits.set(lu, await joindre(lu, livree, tenus));
    }
  }
  const rapports = lus.flatMap((lu) => faits.get(lu) ?? ('feuille' in lu ? [] : [lu]));
  if (tenus.size === 0) return { rapports, problemes: [], resume: null };
  dire?.({ quoi: 'controler' });
  const { problemes } = await lireEtControler(base, [livree, depotTenu(SIENNE, tenus)]);
  if (bloquants(problemes, false).length > 0) return { rapports, problemes, resume: null };
  dire?.({ quoi: 'calculer' });
  await taireSecrets(base);
  await calculerMarts(base);
  return { rapports, problemes, resume: await resumer(base, tenus.has('edition.csv')) };
}
