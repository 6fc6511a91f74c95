import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lireFeuille } from '../../src/edition/import/feuille.ts';
import type { Connues } from '../../src/edition/import/genre.ts';
import { genreDe } from '../../src/edition/import/index.ts';
import { lireFeuilles } from '../../src/edition/import/lire.ts';
import { lireReponses } from '../../src/edition/import/reponses.ts';
import { CODES, FASES } from './tableurs-au-hasard.ts';

const CONNUES = {
  ...{ communes: [], zones: [], metiers: [] },
  options: CODES.map((code_obg) => ({ code_obg, intitule: 'Électricien' })),
  fases: new Map(FASES.map((fase) => [fase, 4])),
} as unknown as Connues;

const TITRES = ['Année scolaire', 'FASE', 'OBG', 'Année d’étude', 'Mode', 'Élèves'];
const DEGATS = {
  annee: {
    colonne: 0,
    code: 'ANNEE-SCOLAIRE',
    cellules: ['2023-2025', 'l’an dernier', '20232024'],
  },
  fase: { colonne: 1, code: 'FASE', cellules: ['999', 'FASE 31', 'Collège', '3l'] },
  code: { colonne: 2, code: 'OPTION', cellules: ['9999', '12O7', 'coiffure', '12345'] },
  etude: { colonne: 3, code: 'ANNEE', cellules: ['8', 'terminale', '0'] },
  mode: { colonne: 4, code: 'MODE', cellules: ['à mi-temps', 'X', 'PEALT'] },
  eleves: { colonne: 5, code: 'ELEVES', cellules: ['douze', '-3', '12 ?'] },
} as const;
type Degat = keyof typeof DEGATS;

/** Une ligne juste, abîmée ou non en une cellule ; chacune a sa clé. */
const lignes = fc.array(
  fc.record({
    degat: fc.option(fc.constantFrom(...(Object.keys(DEGATS) as Degat[])), { freq: 2 }),
    rang: fc.nat(10),
  }),
  { minLength: 5, maxLength: 40 },
);

test('une ligne refusée l’est pour sa raison, dans sa colonne, et aucune autre ne l’est', async () => {
  await fc.assert(
    fc.asyncProperty(
      lignes,
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
      async (tirees, ordre) => {
        const attendus: string[] = [];
        const ecrites = tirees.map(({ degat, rang }, i) => {
          const cellules = [
            ...[`${2000 + (i % 20)}-${2001 + (i % 20)}`, FASES[i % FASES.length] ?? ''],
            ...[CODES[i % CODES.length] ?? '', '4', i < 20 ? 'PE' : 'ALT', '12'],
          ];
          if (degat) {
            const { colonne, code, cellules: abimees } = DEGATS[degat];
            cellules[colonne] = abimees[rang % abimees.length] ?? '';
            attendus.push(`${i + 2} ${code} ${String.fromCharCode(65 + ordre.indexOf(colonne))}`);
          }
          return ordre.map((place) => cellules[place]).join(';');
        });
        const texte = [ordre.map((place) => TITRES[place]).join(';'), ...ecrites].join('\n');
        const feuille = await lireFeuille('essai.csv', new TextEncoder().encode(texte));
        const lu = lireFeuilles(genreDe('inscriptions'), [feuille], CONNUES, lireReponses({}));
        expect(lu.questions).toEqual([]);
        const rejets = lu.comptes.flatMap((compte) => compte.rejets);
        expect(
          rejets.map(({ ligne, code, colonne }) => `${ligne} ${code} ${colonne?.split(' ')[0]}`),
        ).toEqual(attendus);
        for (const { raison, valeur } of rejets) {
          expect(valeur).not.toBe('');
          expect(raison.length).toBeGreaterThan(10);
        }
        expect(lu.rangees).toHaveLength(tirees.length - attendus.length);
      },
    ),
    { numRuns: 300, seed: 8 },
  );
});
