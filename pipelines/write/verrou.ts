import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { ErreurDeDisque } from '../erreurs.ts';
import { enPartant } from '../menage.ts';

const FORME = /^\.oad-verrou-(.+)-(\d+)-(\d+)$/;
const ESSAIS = 10;
const PAUSE_MS = 60;

/** Un fichier que les commandes laissent dans un dossier le temps d’y écrire. */
export const estVerrou = (nom: string): boolean => FORME.test(nom);

/** Quand un processus est né, en tics ; `null` s’il est mort, 0 si la machine ne le dit pas. */
function naissance(pid: number): number | null {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ESRCH') return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const champs = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return champs[0] === 'Z' ? null : Number(champs[19]);
  } catch {
    return 0;
  }
}

const HOTE = hostname().replace(/[^\w.]/g, '_') || 'ici';
const MIEN = `.oad-verrou-${HOTE}-${process.pid}-${naissance(process.pid) ?? 0}`;

/** Le nom du verrou dit qui l’a posé : un processus mort, ou dont le numéro a resservi, n’y est plus. */
function estVivant(verrou: string): boolean {
  const [, hote, pid, ne] = FORME.exec(verrou) ?? [];
  if (hote !== HOTE) return true;
  const maintenant = naissance(Number(pid));
  return maintenant !== null && (maintenant === 0 || maintenant === Number(ne));
}

const occupe = (dossier: string, verrou: string): ErreurDeDisque => {
  const [, hote, pid] = FORME.exec(verrou) ?? [];
  const ou = hote === HOTE ? '' : ` de la machine ${hote}`;
  return new ErreurDeDisque(
    `une autre commande écrit dans ce dossier, « ${dossier} » (processus ${pid}${ou}). Attendez qu’elle finisse et relancez ; si elle n’existe plus, effacez ${join(dossier, verrou)}.`,
  );
};

function poser(dossier: string): 'posé' | 'disparu' | 'déjà là' {
  try {
    writeFileSync(join(dossier, MIEN), '', { flag: 'wx' });
    return 'posé';
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') return 'déjà là';
    if (code === 'ENOENT') return 'disparu';
    throw cause;
  }
}

/** Pose le verrou avant de regarder les autres : de deux commandes, une au moins voit l’autre. */
async function prendre(dossier: string): Promise<() => void> {
  for (let essai = 1; ; essai++) {
    mkdirSync(dossier, { recursive: true });
    const pose = poser(dossier);
    if (pose === 'déjà là') throw occupe(dossier, MIEN);
    if (pose === 'disparu') continue;
    const retirer = () => rmSync(join(dossier, MIEN), { force: true });
    const oublier = enPartant(retirer);
    const rendre = () => {
      retirer();
      oublier();
    };
    const autres = readdirSync(dossier).filter((nom) => estVerrou(nom) && nom !== MIEN);
    const vivant = autres.find(estVivant);
    if (vivant === undefined) {
      for (const mort of autres) rmSync(join(dossier, mort), { force: true });
      return rendre;
    }
    rendre();
    if (essai === ESSAIS) throw occupe(dossier, vivant);
    await attendre(Math.random() * PAUSE_MS);
  }
}

/** Retire les dossiers créés pour rien, du plus profond au premier créé. */
function retirerVides(dossier: string, premier: string | undefined): void {
  if (premier === undefined) return;
  try {
    const fin = resolve(premier).length;
    for (let vide = resolve(dossier); vide.length >= fin; vide = dirname(vide)) {
      rmdirSync(vide);
    }
  } catch {
    // Il n’est pas vide : on y a écrit.
  }
}

/**
 * Travaille dans un dossier, créé au besoin, où aucune autre commande n’écrit en même temps.
 * @throws ErreurDeDisque si une autre y écrit ; le verrou d’une commande morte est levé
 */
export async function sousVerrou<T>(dossier: string, travail: () => Promise<T>): Promise<T> {
  const premier = mkdirSync(dossier, { recursive: true });
  const ranger = () => retirerVides(dossier, premier);
  const oublier = enPartant(ranger);
  try {
    const rendre = await prendre(dossier);
    try {
      return await travail();
    } finally {
      rendre();
    }
  } finally {
    ranger();
    oublier();
  }
}
