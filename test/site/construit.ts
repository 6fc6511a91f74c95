import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Tous les fichiers d’un dossier, en chemins absolus. */
export const fichiers = (dossier: string): string[] =>
  readdirSync(dossier).flatMap((nom) => {
    const chemin = join(dossier, nom);
    return statSync(chemin).isDirectory() ? fichiers(chemin) : [chemin];
  });

export const lire = (chemin: string): string => readFileSync(chemin, 'utf8');

/** Le poids d’un fichier en gzip, en kilo-octets. */
export const gzip = (chemin: string): number => gzipSync(readFileSync(chemin)).byteLength / 1024;

/** L’adresse d’un fichier construit, relative à la base. */
export const adresse = (construit: string, chemin: string): string =>
  relative(construit, chemin)
    .replaceAll('\\', '/')
    .replace(/(^|\/)index\.html$/, '$1');

/** Au-delà, les pages d’un dossier se ressemblent : la plus lourde vaut pour toutes. */
const REPETITION = 4;

const genreDe = (chemin: string, enfants: ReadonlyMap<string, Set<string>>): string =>
  chemin
    .split('/')
    .map((partie, i, parties) => {
      const parent = parties.slice(0, i).join('/');
      const repete = i > 0 && partie !== '' && (enfants.get(parent)?.size ?? 0) > REPETITION;
      return repete ? '*' : partie;
    })
    .join('/');

/**
 * Une page par genre, lue dans le site construit : `zones/liege/` et `zones/namur/` n’en font qu’un,
 * et la page la plus lourde représente le sien.
 * @returns des adresses relatives à la base, triées
 */
export function genres(construit: string): string[] {
  const pages = fichiers(construit).filter((chemin) => chemin.endsWith('.html'));
  const adresses = pages.map((chemin) => adresse(construit, chemin));
  const enfants = new Map<string, Set<string>>();
  for (const chemin of adresses) {
    const parties = chemin.split('/');
    for (let i = 1; i < parties.length - 1; i++) {
      const parent = parties.slice(0, i).join('/');
      enfants.set(parent, (enfants.get(parent) ?? new Set()).add(parties[i] ?? ''));
    }
  }
  const lourde = new Map<string, { chemin: string; octets: number }>();
  for (const [i, chemin] of adresses.entries()) {
    const genre = genreDe(chemin, enfants);
    const octets = statSync(pages[i] ?? '').size;
    if (octets > (lourde.get(genre)?.octets ?? -1)) lourde.set(genre, { chemin, octets });
  }
  return [...lourde.values()].map(({ chemin }) => chemin).sort();
}

const SCRIPTS = /(?:href|src|component-url|renderer-url)="([^"]+\.(?:css|js))"/g;
const IMPORTS = /(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g;

/**
 * Les feuilles et les scripts d’une page, avec tout ce que ces scripts importent d’emblée.
 * @param base la base du site, finie par `/`
 */
export function ressources(construit: string, base: string, html: string): string[] {
  const vues = new Set<string>();
  const suivre = (chemin: string): void => {
    if (vues.has(chemin)) return;
    vues.add(chemin);
    if (!chemin.endsWith('.js')) return;
    for (const [, relatif = ''] of lire(chemin).matchAll(IMPORTS)) {
      suivre(join(chemin, '..', relatif));
    }
  };
  for (const [, lien = ''] of html.matchAll(SCRIPTS)) {
    suivre(join(construit, lien.slice(base.length)));
  }
  return [...vues];
}
