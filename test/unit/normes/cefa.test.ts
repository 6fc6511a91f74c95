import { expect, test } from 'vitest';
import {
  creationDUnCefa,
  maintienDUnCefa,
  type RegleCefa,
  secondCefa,
} from '../../../src/domain/normes/cefa.ts';
import { lire } from './lire.ts';

const regles = lire<RegleCefa>('cefa', ['seuil'], ['strict']);
const E2019 = '2019-20';

test.each([
  ['001 l.255 douze', creationDUnCefa(regles, 12, E2019), 'oui'],
  ['001 l.255 onze', creationDUnCefa(regles, 11, E2019), 'non'],
  ['004 l.134 douze', creationDUnCefa(regles, 12, '1991'), 'oui'],
  ['001 l.257 plus de 4 000', secondCefa(regles, 4001, false, E2019), 'oui'],
  ['001 l.257 4 000 juste', secondCefa(regles, 4000, false, E2019), 'non'],
  ['001 l.259 plus de 3 000', secondCefa(regles, 3001, true, E2019), 'oui'],
  ['001 l.259 3 000 juste', secondCefa(regles, 3000, true, E2019), 'non'],
  ['001 l.271 cinquante-six', maintienDUnCefa(regles, 56, true, E2019), 'oui'],
  ['001 l.271 cinquante-cinq', maintienDUnCefa(regles, 55, true, E2019), 'non'],
  ['001 l.271 créé depuis 2001', maintienDUnCefa(regles, 30, false, E2019), 'non_prevu'],
  ['004 muet sur un second CEFA', secondCefa(regles, 5000, false, '1991'), 'non_prevu'],
] as const)('%s', (_source, reponse, genre) => {
  expect(reponse.genre).toBe(genre);
  expect(reponse.reference).not.toBe('');
});
