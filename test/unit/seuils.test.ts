import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const lire = (chemin: string): string => readFileSync(chemin, 'utf8');

test('aucun seuil dans le SQL : ni nombre de deux chiffres, ni comparaison d’élèves à un nombre', () => {
  const marts = globSync('src/edition/marts/*.ts');
  expect(marts.length).toBeGreaterThan(10);
  const fautes = marts.flatMap((chemin) => {
    const sql = lire(chemin).replace(/--.*$|\/\*[\s\S]*?\*\//gm, '');
    const nombres = [...sql.matchAll(/(?<![\w.'$-])\d{2,}(?![\w'-])/g)].map(([n]) => n);
    const seuils = [...sql.matchAll(/eleves\s*[<>]=?\s*([1-9]\d*)/g)].map(([n]) => n);
    return [...nombres, ...seuils].map((faute) => `${chemin} : ${faute}`);
  });
  expect(fautes).toEqual([]);
});

test('aucune norme écrite dans une page : un nombre d’élèves vient toujours d’une règle', () => {
  const pages = globSync([
    'src/pages/**/*.astro',
    'src/components/**/*.astro',
    'src/islands/**/*.tsx',
  ]);
  expect(pages.length).toBeGreaterThan(20);
  const fautes = pages.flatMap((chemin) =>
    [
      ...lire(chemin).matchAll(
        /\b\d+(?:\s|&nbsp;|\\u00a0)élèves?\b|norme[^<{}\n]{0,30}\b[1-9]\d?\b(?!e\b|er\b)/gi,
      ),
    ].map(([faute]) => `${chemin} : ${faute}`),
  );
  expect(fautes).toEqual([]);
});
