import { expect, test } from 'vitest';
import {
  perdUnFiltre,
  questionDuTableau,
  sqlDesImplantations,
} from '../../../src/domain/explorer/depuis.ts';
import { SELECTION_VIDE } from '../../../src/domain/filtre/selection.ts';
import { type ConnuesExplorer, decodeExplorer } from '../../../src/domain/url/explorer.ts';

const CONNUES: ConnuesExplorer = {
  annees: ['2022-2023', '2023-2024'],
  choix: {
    zone: ['4', '6'],
    secteur: ['2'],
    groupe: ['21'],
    besoin: ['tc-fc', 'aucun'],
    forme: ['P'],
    filiere: [],
    caractere: ['confessionnel'],
    reseau: [],
    mode: [],
    'annee-etude': [],
    maintien: ['sous'],
    option: ['2115'],
  },
};

test('les filtres du tableau passent à Explorer, sans avis', () => {
  const facettes = { zone: ['4', '6'], besoin: ['tc-fc'], secteur: ['2'], option: ['2115'] };
  const selection = { ...SELECTION_VIDE, annee: '2022-2023', facettes };
  const { question, avis } = decodeExplorer(questionDuTableau(selection), CONNUES);
  expect(avis).toEqual([]);
  expect(question).toMatchObject({ lignes: 'option', annee: '2022-2023', choix: facettes });
  expect(perdUnFiltre(selection)).toBe(false);
});

test('ce qu’Explorer ne filtre pas n’y passe pas, et se dit', () => {
  const selection = {
    ...SELECTION_VIDE,
    facettes: { tendance: ['hausse'], caractere: ['les-deux'] },
  };
  const { question, avis } = decodeExplorer(questionDuTableau(selection), CONNUES);
  expect([question.choix, avis]).toEqual([{}, []]);
  expect(perdUnFiltre(selection)).toBe(true);
});

test('une apostrophe ne sort pas de son texte', () => {
  expect(sqlDesImplantations(["9'); DROP"], [4], ["2'115"])).toContain("('9''); DROP')");
});
