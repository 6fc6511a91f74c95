import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const lire = (chemin: string): string => readFileSync(chemin, 'utf8');
const fichiers = globSync('src/**/*.{ts,tsx,astro}').sort();

/** Ce qu’un fichier importe dans `src`, types mis à part. */
function importes(fichier: string): string[] {
  return [...lire(fichier).matchAll(/(?:^|\n)import (?!type )[^;]*?from '(\.[^']+)'/g)]
    .concat([...lire(fichier).matchAll(/import\('(\.[^']+)'\)/g)])
    .map(([, chemin]) => relative('.', join(dirname(fichier), chemin ?? '')));
}
const graphe = new Map(fichiers.map((fichier) => [fichier, importes(fichier)]));

/** Les pages dont on arrive à un fichier. */
function pagesDe(fichier: string): string[] {
  const vus = new Set([fichier]);
  for (const vu of vus) {
    for (const [autre, siens] of graphe) if (siens.includes(vu)) vus.add(autre);
  }
  return [...vus].filter((vu) => /^src\/pages\/.*\.astro$/.test(vu)).sort();
}

/** Les fonctions de règle : leur commentaire cite un texte. */
const fonctions = globSync('src/domain/normes/*.ts').flatMap((fichier) =>
  [
    ...lire(fichier).matchAll(
      /\/\*\*(?:(?!\*\/)[\s\S])*?(?:circulaire|décret|arrêté)(?:(?!\*\/)[\s\S])*?\*\/\nexport (?:function|const) (\w+)/g,
    ),
  ].map(([, nom]) => ({ nom: nom ?? '', fichier })),
);

/** Celles dont une autre fonction de règle se sert, ou que la chaîne seule lit. */
const INTERNES: Readonly<Record<string, string>> = {
  densiteDe: 'la densité des communes, à la construction',
  statutsDeLOption: 'les statuts des options, à la construction',
  effectifCompte: 'les élèves que compte un statut, à la construction',
};

describe('chaque fonction de règle répond sur une page', () => {
  test('il y en a', () => {
    expect(fonctions.length).toBeGreaterThan(25);
  });

  test.each(fonctions)('$nom', ({ nom, fichier }) => {
    const usages = fichiers.filter(
      (autre) => autre !== fichier && new RegExp(`\\b${nom}\\b`).test(lire(autre)),
    );
    const dansSonFichier = lire(fichier).split(new RegExp(`\\b${nom}\\b`)).length > 2;
    const sources = usages.length > 0 ? usages : dansSonFichier ? [fichier] : [];
    const pages = new Set(sources.flatMap(pagesDe));
    expect(pages.size > 0 || nom in INTERNES, `${nom} (${fichier})`).toBe(true);
  });
});
