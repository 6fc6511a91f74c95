import { expect, test } from 'vitest';
import { optionsDites, repondre } from '../../../src/edition/import/dites.ts';
import { lireReponses } from '../../../src/edition/import/reponses.ts';

/** Des messages de l’import, et les options qu’ils proposent. */
const MESSAGES: readonly (readonly [string, readonly string[]])[] = [
  [
    '« 2024 » seul se lit 2024-2025 (--annee debut, l’année de la rentrée) ou 2023-2024 (--annee fin).',
    ['annee debut', 'annee fin'],
  ],
  [
    "a.csv : « Sexe » (F, G), non lu, les distingue. Additionnez-les (--additionner 'Sexe'), ou n’en gardez qu’une sorte (--garder 'Sexe=F') ; 2 lignes.",
    ['additionner Sexe', 'garder Sexe=F'],
  ],
  [
    "dites laquelle : « FASE » avec --colonne 'fase_implantation=FASE' ; ou --colonne 'fase_implantation=FASE impl.'.",
    ['colonne fase_implantation=FASE', 'colonne fase_implantation=FASE impl.'],
  ],
  [
    '2 lignes de données sur 8 refusées (25 %) ; au plus 5 %. Corrigez le fichier, ou ajoutez --rejets-max 25% pour l’importer sans elles.',
    ['rejets-max 25%'],
  ],
  ['il n’en resterait que 1. Vérifiez, ou ajoutez --remplacer pour le préférer.', ['remplacer ']],
  ['Si elle vaut pour tout le fichier, ajoutez --annee 2023-2024.', ['annee 2023-2024']],
  [
    'Complétez, ou ajoutez --tus garder (organisées), --tus zero (aucun).',
    ['tus garder', 'tus zero'],
  ],
  [
    '« 1.000 » se lit 1000 (--milliers point) ou 1 (--milliers aucun)',
    ['milliers point', 'milliers aucun'],
  ],
  ['rien à répondre -- vraiment --autre chose', []],
];

test.each(MESSAGES)('%s', (message, dites) => {
  const options = optionsDites(message);
  expect(options.map(({ nom, valeur }) => `${nom} ${valeur}`)).toEqual(dites);
  for (const option of options) {
    const { reponse } = repondre({ reponse: {}, seuil: {} }, option);
    expect(() => lireReponses(reponse)).not.toThrow();
  }
});

test('les réponses s’ajoutent ; celle d’une même question se remplace', () => {
  const suite = [
    '--annee debut',
    "--garder 'Sexe=F'",
    "--garder 'Jour=1'",
    '--annee fin',
    '--remplacer',
  ];
  const rendue = suite.flatMap(optionsDites).reduce(repondre, { reponse: {}, seuil: {} });
  expect(rendue).toEqual({
    reponse: { annee: 'fin', garder: ['Sexe=F', 'Jour=1'] },
    seuil: { remplacer: true },
  });
});
