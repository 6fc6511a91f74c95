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
  expect(reponse.completee).toEqual({ donnees: 27, complete: 36, prises: 9, reste: 17 });
  expect(reponse.accompagnateurs).toBeCloseTo(17 / 22);
  expect(reponse.transfert).toBeCloseTo(2.6);
});

test.each([
  ['001 VIII.II, 30 élèves et 26 périodes', 30, 30, { donnees: 18, prises: 18, reste: 8 }],
  ['001 VIII.II, trop peu pour compléter', 30, 12, { donnees: 18, prises: 10, reste: 0 }],
  ['001 VIII.II, charge déjà complète', 56, 30, { donnees: 36, prises: 0, reste: 26 }],
])('%s : la coordination se complète d’abord', (_source, inscrits, obligation, attendu) => {
  const reponse = calculerEncadrement(regles, {
    edition: '2019-20',
    eleves: { 'ac-obligation': obligation, 'co-tous': inscrits },
  });
  expect(reponse.completee).toMatchObject(attendu);
  expect(reponse.accompagnateurs).toBeCloseTo(attendu.reste / 22);
});

test('004 art. 14 : en 1991, rien ne complète la coordination', () => {
  const eleves = { 'ac-obligation': 30, 'co-tous': 30 };
  expect(calculerEncadrement(regles, { edition: '1991', eleves }).completee).toBeNull();
});

test('ce qui n’est pas dit n’est pas zéro : 001 l.2529-2534', () => {
  const rien = calculerEncadrement(regles, { edition: '2019-20', eleves: {} });
  expect(rien).toMatchObject({ completee: null, accompagnateurs: null, transfert: null });
  for (const calcul of ['periodes', 'accompagnement', 'specialise', 'coordination'] as const) {
    expect(rien[calcul]?.genre, calcul).toBe('a_completer');
  }
  // Sans savoir ce que la coordination prend d’abord, les accompagnateurs ne se disent pas.
  const eleves = { 'ac-obligation': 30 };
  const sansInscrits = calculerEncadrement(regles, { edition: '2019-20', eleves });
  expect(sansInscrits.accompagnement).toMatchObject({ genre: 'valeur', valeur: 26 });
  expect(sansInscrits).toMatchObject({
    accompagnateurs: null,
    coordination: { genre: 'a_completer' },
  });
  const partielle = calculerEncadrement(regles, { edition: '1991', eleves: {} });
  expect(partielle.coordination.genre).toBe('non_prevu');
});

test('l’adresse porte le calcul entier', () => {
  for (const edition of editionsDEncadrement(regles)) {
    const cles = champsDe(regles, edition).map(({ cle }) => cle);
    const etats = fc
      .array(
        fc.integer({ min: 0, max: 2000 }).map((n) => (n % 3 === 0 ? 1999 : n)),
        { minLength: cles.length, maxLength: cles.length },
      )
      .map((n) => ({
        edition,
        eleves: Object.fromEntries(
          cles.flatMap((cle, i) => (n[i] === 1999 ? [] : [[cle, n[i] ?? 0]])),
        ),
      }));
    fc.assert(
      fc.property(etats, (etat) => {
        const adresse = ecrireEncadrement('?edition=1991&pp-tous=3', etat, regles);
        expect(lireEncadrement(adresse, regles)).toEqual({ etat, avis: [] });
      }),
    );
  }
});
