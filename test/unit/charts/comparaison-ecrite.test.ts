import { expect, test } from 'vitest';
import type { Serie } from '../../../src/charts/zones/serie.ts';
import { ecrireThemes, relireThemes } from '../../../src/islands/comparer/props.ts';

const serie = (cle: string, reste: Partial<Serie>): Serie => ({
  cle,
  titre: `Titre ${cle}`,
  ecriture: 'part',
  comptes: [],
  tables: [],
  ...reste,
});

test('les thèmes comparés se relisent comme ils ont été écrits', () => {
  const themes = [
    {
      ...{ id: 'eleves', titre: 'Les élèves', source: 'Source : offre' },
      series: [
        serie('qualifiant', {
          sur: 'élèves',
          comptes: [
            [12, 40, 0],
            [null, null, 3],
          ],
        }),
        serie('options', {
          population: 'organisables',
          ecriture: 'entier',
          comptes: [[7, null, 0]],
        }),
      ],
    },
    { id: 'besoins', titre: 'Les besoins', source: 'Source : besoins', series: [] },
  ];
  expect(relireThemes(ecrireThemes(themes))).toEqual(themes);
});
