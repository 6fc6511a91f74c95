import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIMENSIONS } from '../../../src/domain/explorer/dimensions.ts';
import { GALERIE } from '../../../src/domain/explorer/galerie.ts';
import { MESURES_EXPLOREES } from '../../../src/domain/explorer/mesures.ts';
import {
  accorder,
  PARTS,
  PREMIERES,
  QUESTION_NEUVE,
  TRIS_DE_REPONSE,
} from '../../../src/domain/explorer/question.ts';
import { decodeExplorer, encodeExplorer } from '../../../src/domain/url/explorer.ts';

const CONNUES = {
  annees: ['2022-2023', '2023-2024'],
  choix: {
    zone: ['1', '4'],
    secteur: ['2'],
    groupe: ['21'],
    besoin: ['tc-fc', 'tc', 'fc', 'aucun', 'non-connu'],
    forme: ['P', 'TQ'],
    filiere: ['PE', 'ALT'],
    caractere: ['confessionnel', 'non confessionnel'],
    reseau: ['WBE', 'libre confessionnel'],
    mode: ['PE', 'ALT'],
    'annee-etude': ['5', '7'],
    maintien: ['sous', 'atteinte', 'sans'],
    option: ['2115', '2420'],
  },
} as const;

const questions = fc
  .record({
    mesure: fc.constantFrom(...MESURES_EXPLOREES),
    lignes: fc.constantFrom(...DIMENSIONS),
    colonnes: fc.option(fc.constantFrom(...DIMENSIONS)),
    annee: fc.constantFrom('', ...CONNUES.annees),
    depuis: fc.constantFrom('', ...CONNUES.annees),
    choix: fc.record(
      {
        zone: fc.constant(['1', '4']),
        caractere: fc.constant(['non confessionnel']),
        option: fc.constant(['2115']),
      },
      { requiredKeys: [] },
    ),
    anciens: fc.boolean(),
    auMoins: fc.nat(1000),
    premieres: fc.constantFrom(...PREMIERES),
    tri: fc.constantFrom(...TRIS_DE_REPONSE),
    part: fc.constantFrom(...PARTS),
  })
  .map(accorder);

describe('l’adresse d’une question', () => {
  test('toute question y tient, et en revient', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { question: relue, avis } = decodeExplorer(encodeExplorer(question), CONNUES);
        expect(relue).toEqual(question);
        expect(avis).toEqual([]);
      }),
    );
  });

  test('la question neuve n’en a pas ; une valeur inconnue s’ignore et se dit', () => {
    expect(encodeExplorer(QUESTION_NEUVE)).toBe('');
    const { question, avis } = decodeExplorer('?zone=77&mesure=elves&au-moins=-3', CONNUES);
    expect(question).toEqual(QUESTION_NEUVE);
    expect(avis).toHaveLength(3);
    expect(avis.join(' ')).toContain('Vouliez-vous « eleves » ?');
  });

  test('chaque question de la galerie est d’accord avec elle-même', () => {
    for (const { question, titre } of GALERIE) expect(accorder(question), titre).toEqual(question);
    expect(new Set(GALERIE.map(({ titre }) => titre)).size).toBe(GALERIE.length);
  });
});
