import {
  appendFileSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ErreurDUsage } from '../../src/edition/probleme.ts';
import type { Texte } from '../../src/edition/read/lignes.ts';
import { existe } from '../dossiers.ts';
import { enPartant } from '../menage.ts';
import { parcourirDossier } from '../parcourir.ts';
import { fixer } from './fixer.ts';
import { dossierPublic, refuserRacines, refuserRencontre, situerDossier } from './lieu.ts';
import { verifierPlace } from './place.ts';
import { estPublie } from './publies.ts';
import { sousVerrou } from './verrou.ts';

const PROVISOIRE = '.oad-ecriture-';
/** L’ensemble est écrit : il ne reste qu’à donner leur place aux fichiers, même après une coupure. */
const A_POSER = '.oad-a-poser';
const ANCIENS = 'anciens';
const NEUFS = 'neufs';

/** Garde de quoi remettre un fichier qu’on remplace. */
function garder(cible: string, garde: string): void {
  mkdirSync(dirname(garde), { recursive: true });
  rmSync(garde, { force: true });
  try {
    linkSync(cible, garde);
  } catch {
    copyFileSync(cible, garde);
  }
}

/** Donne leur place aux fichiers d’un ensemble écrit ; sans `reprise`, une faute remet les anciens. */
function poser(dossier: string, reprise: boolean): void {
  const aPoser = join(dossier, A_POSER);
  const neufs = join(aPoser, NEUFS);
  const defaire: (() => void)[] = [];
  try {
    for (const nom of existe(neufs) ? parcourirDossier(neufs) : []) {
      const cible = join(dossier, nom);
      const garde = join(aPoser, ANCIENS, nom);
      mkdirSync(dirname(cible), { recursive: true });
      const remplace = existe(cible);
      if (remplace) garder(cible, garde);
      renameSync(join(neufs, nom), cible);
      defaire.push(() => (remplace ? renameSync(garde, cible) : rmSync(cible)));
    }
  } catch (cause) {
    if (reprise) throw cause;
    for (const geste of defaire.reverse()) geste();
    rmSync(aPoser, { recursive: true, force: true });
    throw cause;
  }
  fixer(dossier);
  rmSync(aPoser, { recursive: true, force: true });
}

/** Finit ce qu’une commande interrompue avait entièrement écrit, et efface ce qu’elle n’avait pas fini. */
function reprendre(dossier: string): void {
  for (const nom of readdirSync(dossier)) {
    if (nom.startsWith(PROVISOIRE)) rmSync(join(dossier, nom), { recursive: true, force: true });
  }
  if (existe(join(dossier, A_POSER))) poser(dossier, true);
}

/**
 * Un dossier à lire n’est pas entre deux ensembles : une écriture interrompue y est d’abord finie.
 * @throws ErreurDeDisque si une autre commande y écrit
 */
export async function exigerEntier(dossier: string): Promise<void> {
  if (existe(join(dossier, A_POSER))) await sousVerrou(dossier, async () => reprendre(dossier));
}

/** Écrit un fichier jusqu’au disque, avec les droits de celui qu’il remplacera. */
function ecrireNeuf(chemin: string, contenu: Texte, cible: string): void {
  mkdirSync(dirname(chemin), { recursive: true });
  const mode = existe(cible) ? statSync(cible, { throwIfNoEntry: false })?.mode : undefined;
  const [debut, suite] =
    typeof contenu === 'string' ? [contenu, []] : [contenu.entete, contenu.suite];
  writeFileSync(chemin, debut, { flag: 'wx', ...(mode !== undefined && { mode: mode & 0o777 }) });
  for (const morceau of suite) appendFileSync(chemin, morceau);
  fixer(chemin);
}

/**
 * Écrit un ensemble de fichiers, tout ou rien : le disque plein, un refus ou une coupure laissent
 * l’ancien ou le nouveau, jamais un mélange.
 * @param fichiers le contenu de chacun, par chemin relatif au dossier
 */
export async function ecrireEnsemble(
  dossier: string,
  fichiers: ReadonlyMap<string, Texte>,
): Promise<void> {
  mkdirSync(resolve(dossier), { recursive: true });
  for (const [nom, contenu] of fichiers) {
    verifierPlace(dossier, nom, typeof contenu === 'string' ? contenu : contenu.entete);
  }
  const provisoire = mkdtempSync(join(dossier, PROVISOIRE));
  const effacer = () => rmSync(provisoire, { recursive: true, force: true });
  const oublier = enPartant(effacer);
  try {
    for (const [nom, contenu] of fichiers) {
      ecrireNeuf(join(provisoire, NEUFS, nom), contenu, join(dossier, nom));
    }
    renameSync(provisoire, join(dossier, A_POSER));
  } finally {
    effacer();
    oublier();
  }
  poser(dossier, false);
}

/**
 * Travaille dans un dossier de données où aucune autre commande n’écrit en même temps.
 * @throws ErreurDUsage si ce dossier n’est pas fait pour recevoir des tables
 */
export async function ecrireDans<T>(dossier: string, travail: () => Promise<T>): Promise<T> {
  const lieu = situerDossier(dossier, 'le dossier de données');
  refuserRacines(lieu, 'le dossier de données');
  refuserRencontre(lieu, 'le dossier de données', [dossierPublic()], 'est publié');
  if (estPublie(lieu.reel)) {
    throw new ErreurDUsage(
      `« ${dossier} » est une édition publiée : des tables y seraient lues de tous. Donnez un dossier de données.`,
    );
  }
  return sousVerrou(lieu.reel, async () => {
    reprendre(lieu.reel);
    return travail();
  });
}
