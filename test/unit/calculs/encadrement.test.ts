import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  calculerEncadrement,
  champsDe,
  ecrireEncadrement,
  editionsDEncadrement,
  lireEncadrement,
} from '../../../src/domain/calculs/encadrement.ts';
import type { RegleEncadrement } from '../../../src/domain/normes/encadrement.ts';
import { lire } from '../normes/lire.ts';

const regles = lire<RegleEncadrement>(
  'encadrement',
  ['rang_min', 'rang_max', 'taux', 'valeur'],
  ['arrondi'],
);

test('deux éditions règlent les périodes, la plus récente d’abord', () => {
  expect(editionsDEncadrement(regles)).toEqual(['2019-20', '1991']);
});

test('chaque édition demande ses propres nombres, sous des clés uniques', () => {
  for (const edition of editionsDEncadrement(regles)) {
    const cles = champsDe(regles, edition).map(({ cle }) => cle);
    expect(new Set(cles).size).toBe(cles.length);
  }
  const anciennes = champsDe(regles, '1991').map(({ cle }) => cle);
  expect(anciennes).toContain('pp-tous');
  expect(anciennes).not.toContain('pp-obligation');
});

test('quarante élèves soumis à l’obligation : 12 × 2,6 et 28 × 1,8, arrondis terme à terme', () => {
  const reponse = calculerEncadrement(regles, {
    edition: '2019-20',
    eleves: { 'pp-obligation': 40, 'ac-obligation': 30, 'co-tous': 47 },
  });
  expect(reponse.periodes).toMatchObject({ genre: 'valeur', valeur: 31 + 50 });
  expect(reponse.accompagnement).toMatchObject({ genre: 'valeur', valeur: 26 });
  expect(reponse.coordination).toMatchObject({ genre: 'valeur', valeur: 0.75 });
  expect(reponse.accompagnateurs).toBeCloseTo(26 / 22);
  expect(reponse.transfert).toBeCloseTo(2.6);
});

test('l’adresse porte le calcul entier', () => {
  for (const edition of editionsDEncadrement(regles)) {
    const cles = champsDe(regles, edition).map(({ cle }) => cle);
    const etats = fc
      .array(fc.integer({ min: 0, max: 2000 }), { minLength: cles.length, maxLength: cles.length })
      .map((n) => ({
        edition,
        eleves: Object.fromEntries(cles.map((cle, i) => [cle, n[i] ?? 0])),
      }));
    fc.assert(
      fc.property(etats, (etat) => {
        const adresse = ecrireEncadrement('?edition=1991&pp-tous=3', etat, regles);
        expect(lireEncadrement(adresse, regles)).toEqual({ etat, avis: [] });
      }),
    );
  }
});
