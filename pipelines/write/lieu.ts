import { realpathSync, type Stats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { ErreurDUsage } from '../../src/edition/probleme.ts';
import { existe } from '../dossiers.ts';

/** Le dossier du projet. */
export const RACINE = resolve(import.meta.dirname, '..', '..');

/** Ce que le site publie tel quel. */
export const dossierPublic = (): string => process.env.OAD_PUBLIC || 'public';

/** Un dossier, qu’il existe ou non, là où il est vraiment : liens suivis, casse du disque. */
export interface LieuDEcriture {
  readonly reel: string;
  readonly existe: boolean;
  /** Ce qui identifie le dossier et chacun de ses parents, de lui à la racine. */
  readonly lignee: readonly string[];
}

const lire = (chemin: string): Stats | undefined => {
  try {
    return statSync(chemin);
  } catch {
    return undefined;
  }
};

/** Le même dossier a deux chemins sur un disque sans casse, ou monté deux fois : pas deux numéros. */
const identite = (chemin: string): string => {
  const { dev, ino } = statSync(chemin, { bigint: true });
  return ino === 0n ? chemin : `${dev}:${ino}`;
};

function ligneeDe(chemin: string): string[] {
  const parent = dirname(chemin);
  return [identite(chemin), ...(parent === chemin ? [] : ligneeDe(parent))];
}

/**
 * Situe un dossier qui existe ou que l’on veut créer.
 * @param nom comment la personne qui a tapé la commande le désigne
 * @throws ErreurDUsage si ce n’est pas un dossier, ni rien qui puisse en devenir un
 */
export function situerDossier(chemin: string, nom: string): LieuDEcriture {
  if (chemin.trim() === '') throw new ErreurDUsage(`${nom} est vide. Donnez un dossier.`);
  const restes: string[] = [];
  let parent = resolve(chemin);
  for (; lire(parent) === undefined; parent = dirname(parent)) {
    if (existe(parent)) {
      throw new ErreurDUsage(
        `${nom} « ${chemin} » passe par « ${parent} », un lien rompu ou inaccessible. Réparez-le, ou donnez un autre dossier.`,
      );
    }
    restes.unshift(basename(parent));
  }
  if (!lire(parent)?.isDirectory()) {
    const par = parent === resolve(chemin) ? '' : `passe par « ${parent} », qui `;
    throw new ErreurDUsage(
      `${nom} « ${chemin} » ${par}est un fichier, pas un dossier. Donnez un dossier.`,
    );
  }
  const reel = realpathSync.native(parent);
  return { reel: join(reel, ...restes), existe: restes.length === 0, lignee: ligneeDe(reel) };
}

/** Deux chemins du même fichier, liens suivis. */
export const estLeMemeDossier = (a: string, b: string): boolean =>
  lire(a) !== undefined && lire(b) !== undefined && identite(a) === identite(b);

/** Le dossier est l’autre, ou dans l’autre. */
export const estDans = (lieu: LieuDEcriture, autre: LieuDEcriture): boolean =>
  autre.existe
    ? lieu.lignee.includes(autre.lignee[0] ?? '')
    : `${lieu.reel}${sep}`.startsWith(`${autre.reel}${sep}`);

/**
 * Refuse d’écrire à la place du projet ou du dossier personnel, ou par-dessus eux.
 * @throws ErreurDUsage
 */
export function refuserRacines(lieu: LieuDEcriture, nom: string): void {
  for (const [racine, quoi] of [
    [RACINE, 'le projet'],
    [process.cwd(), 'le dossier courant'],
    [homedir(), 'votre dossier personnel'],
  ] as const) {
    if (existe(racine) && estDans(situerDossier(racine, nom), lieu)) {
      throw new ErreurDUsage(
        `${nom} « ${lieu.reel} » est ${quoi}, ou le contient. Donnez un dossier à part : rien n’a été touché.`,
      );
    }
  }
}

/**
 * Refuse un dossier où l’on écrit qui est, contient, ou est dans un autre.
 * @param quoi ce que les autres ont de particulier
 * @throws ErreurDUsage
 */
export function refuserRencontre(
  lieu: LieuDEcriture,
  nom: string,
  autres: readonly string[],
  quoi: string,
): void {
  for (const chemin of autres) {
    const autre = situerDossier(chemin, 'le dossier');
    const dans = estDans(lieu, autre);
    const contient = estDans(autre, lieu);
    const sens = dans && contient ? 'est' : dans ? 'est dans' : 'contient';
    if (dans || contient) {
      throw new ErreurDUsage(
        `${nom} « ${lieu.reel} » ${sens} « ${chemin} », qui ${quoi}. Donnez un dossier à part : rien n’a été touché.`,
      );
    }
  }
}
