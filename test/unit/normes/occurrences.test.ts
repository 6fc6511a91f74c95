import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  moyenneAnnuelle,
  regleDesOccurrences,
  suiteAu3eDegre,
} from '../../../src/domain/normes/occurrences.ts';
import type { ParametreDeNorme } from '../../../src/domain/normes/parametres.ts';
import { lire } from './lire.ts';

const parametres = lire<ParametreDeNorme>('parametres_programmation', ['valeur']);

const pe = (n: number) => ({ pe: n, alt: 0, enPleinExercice: true });
const demande = {
  tc: false,
  occurrencesPE: 2,
  au1erOctobre: true,
  annees: [
    [pe(22), pe(18)],
    [pe(20), pe(20)],
  ],
  norme: 10,
};

test('001 l.1673-1679 : deux fois la norme, en moyenne des deux moyennes', () => {
  expect(regleDesOccurrences(parametres, demande)).toMatchObject({
    genre: 'autorisee',
    moyenne: 20,
    seuil: 20,
    reserves: [],
  });
});

test('001 l.1679 : la moyenne des moyennes, non celle de tous les élèves', () => {
  const annees = [[pe(30)], [pe(8), pe(8), pe(8)]];
  const reponse = regleDesOccurrences(parametres, { ...demande, annees });
  expect(reponse).toMatchObject({ genre: 'derogation_necessaire', moyenne: 19 });
  expect(reponse.motif).toContain('dérogation');
});

test('001 l.1675 : l’alternance ne compte que là où l’option existe en plein exercice', () => {
  expect(moyenneAnnuelle([{ pe: 10, alt: 6, enPleinExercice: true }])).toBe(16);
  const seule = { pe: 0, alt: 6, enPleinExercice: false };
  expect(moyenneAnnuelle([pe(10), seule])).toBe(10);
});

test('001 l.1675 : seuls comptent les établissements qui ont un élève', () => {
  expect(moyenneAnnuelle([pe(12), pe(0)])).toBe(12);
  expect(moyenneAnnuelle([])).toBe(0);
});

test.each([
  ['001 l.1671 option TC', { tc: true }, 'sans_objet'],
  ['001 l.1673 moins de deux occurrences', { occurrencesPE: 1 }, 'sans_objet'],
  ['001 l.1673 une occurrence, TC ou non', { tc: null, occurrencesPE: 1 }, 'sans_objet'],
  ['001 l.1673 20 en moyenne, TC ou non', { tc: null }, 'autorisee'],
  ['001 l.1673 20 en moyenne, combien qu’elles soient', { occurrencesPE: null }, 'autorisee'],
  ['001 l.1671 sous le seuil, TC ou non', { tc: null, norme: 11 }, 'indeterminee'],
  ['001 l.1673 sous le seuil, hors TC', { norme: 11 }, 'derogation_necessaire'],
  ['sans norme', { norme: null }, 'indeterminee'],
  ['une seule année connue', { annees: [[pe(30)]] }, 'indeterminee'],
] as const)('%s', (_source, champs, genre) => {
  expect(regleDesOccurrences(parametres, { ...demande, ...champs }).genre).toBe(genre);
});

test('comptée au 15 janvier, la réponse est approximative', () => {
  const reponse = regleDesOccurrences(parametres, { ...demande, au1erOctobre: false });
  expect(reponse.reserves).toHaveLength(1);
});

test('001 l.1683 : une option du 3e degré dans les trois ans', () => {
  expect(suiteAu3eDegre(parametres, 2019)).toBe(2022);
});

test('plus d’élèves dans un établissement déjà compté n’abaisse jamais la moyenne', () => {
  const etablissement = fc.record({
    pe: fc.integer({ min: 1, max: 40 }),
    alt: fc.nat(20),
    enPleinExercice: fc.constant(true),
  });
  const liste = fc.array(etablissement, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(liste, fc.nat(10), (etablissements, enPlus) => {
      const plus = etablissements.map((e, i) => (i === 0 ? { ...e, pe: e.pe + enPlus } : e));
      expect(moyenneAnnuelle(plus)).toBeGreaterThanOrEqual(moyenneAnnuelle(etablissements));
    }),
  );
});
