import { motsDe } from '../../domain/recherche/mots.ts';
import { racine } from '../../domain/recherche/racine.ts';
import { plat } from '../../domain/recherche/texte.ts';
import type { Metier } from '../../domain/tables/besoins.ts';
import { formes } from './intitules.ts';

const PROCHES = 3;

const enOrdre = (forme: string): string => forme.split(' ').sort().join(' ');

/** Les clés d’un titre : à chaque genre et en entier, sans égard à l’ordre de ses mots. */
export const clesDe = (titre: string): readonly string[] => [
  ...new Set([...formes(titre)].map(enOrdre)),
];

const racinesDe = (texte: string): readonly string[] => [
  ...new Set(motsDe(texte).map((mot) => racine(mot))),
];

/** Les suites de trois lettres d’un texte. */
const trigrammes = (texte: string): ReadonlySet<string> => {
  const lisse = ` ${plat(texte.slice(0, 200))} `;
  return new Set(
    Array.from({ length: Math.max(0, lisse.length - 2) }, (_, i) => lisse.slice(i, i + 3)),
  );
};

/** De 0 à 1 : la part des suites de trois lettres que deux textes partagent. */
function ressemblance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let communs = 0;
  for (const trois of a) if (b.has(trois)) communs++;
  return (2 * communs) / (a.size + b.size || 1);
}

/** Les trois métiers les plus proches d’un texte : par leurs mots rares, à défaut par leurs lettres. */
export function chercherProches(metiers: readonly Metier[]): (texte: string) => readonly Metier[] {
  const lus = metiers.map((m) => ({
    m,
    racines: racinesDe(m.intitule),
    lettres: trigrammes(m.intitule),
  }));
  const porteurs = new Map<string, number>();
  for (const { racines } of lus) {
    for (const mot of racines) porteurs.set(mot, (porteurs.get(mot) ?? 0) + 1);
  }
  return (texte) => {
    const mots = new Set(racinesDe(texte));
    const lettres = trigrammes(texte);
    return lus
      .map(({ m, racines, lettres: siennes }) => {
        const communs = racines.filter((mot) => mots.has(mot));
        const rares = communs.reduce((n, mot) => n + 1 / (porteurs.get(mot) ?? 1), 0);
        return { m, rares, lettres: rares > 0 ? 0 : ressemblance(lettres, siennes) };
      })
      .sort(
        (a, b) =>
          b.rares - a.rares || b.lettres - a.lettres || a.m.metier.localeCompare(b.m.metier),
      )
      .slice(0, PROCHES)
      .map(({ m }) => m);
  };
}
