import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ErreurDUsage } from '../../src/edition/probleme.ts';
import { existe } from '../dossiers.ts';
import { estVerrou } from './verrou.ts';

/** Où une publication prépare ses fichiers, dans le dossier publié. */
export const PROVISOIRE = '.oad-en-cours';
/** Dans le provisoire : les fichiers que le manifeste d’avant nommait. */
export const ANCIEN = 'ancien.json';
export const MANIFESTE = 'manifest.json';

const FORME = /^[a-z0-9_]+\.[0-9a-f]{10}\.parquet$/;

/** Les fichiers qu’un manifeste nomme ; `null` si ce n’en est pas un des nôtres. */
function nommes(chemin: string): readonly string[] | null {
  try {
    const { format, tables } = JSON.parse(readFileSync(chemin, 'utf8'));
    if ((format !== 1 && format !== 2) || !Array.isArray(tables)) return null;
    return tables.map(({ fichier }) => String(fichier)).filter((nom) => FORME.test(nom));
  } catch {
    return null;
  }
}

/** Le dossier porte le manifeste d’une édition. */
export const estPublie = (dossier: string): boolean => nommes(join(dossier, MANIFESTE)) !== null;

/** Ce que nos publications ont mis dans un dossier : elles seules peuvent l’effacer. */
export interface Publies {
  /** Les fichiers de l’édition en place. */
  readonly courants: ReadonlySet<string>;
  /** Ceux qu’une publication interrompue a laissés, et qu’aucun manifeste en place ne nomme. */
  readonly orphelins: ReadonlySet<string>;
}

/**
 * Les fichiers d’une sortie qui sont à nous.
 * @throws ErreurDUsage si elle contient autre chose et n’a pas de manifeste d’édition
 */
export function lirePublies(sortie: string): Publies {
  const provisoire = join(sortie, PROVISOIRE);
  const prepare = existe(provisoire) && lstatSync(provisoire).isDirectory();
  const enPlace = nommes(join(sortie, MANIFESTE));
  const courants = new Set(enPlace);
  const interrompus = prepare
    ? [MANIFESTE, ANCIEN].flatMap((nom) => nommes(join(provisoire, nom)) ?? [])
    : [];
  const orphelins = new Set(interrompus.filter((nom) => !courants.has(nom)));
  const etranger = (existe(sortie) ? readdirSync(sortie) : []).find((nom) => {
    if (nom === PROVISOIRE) return !prepare;
    return enPlace === null && !estVerrou(nom) && !orphelins.has(nom);
  });
  if (etranger !== undefined) {
    throw new ErreurDUsage(
      `le dossier où publier, « ${sortie} », contient « ${etranger} », qui n’est pas d’une édition publiée ici. Donnez un dossier vide ou nouveau : rien n’a été touché.`,
    );
  }
  return { courants, orphelins };
}
