import { expect, test } from 'vitest';
import { normeVoisine } from '../../../src/domain/normes/voisine.ts';
import { constatVoisines } from '../../../src/phrases/norme-voisine.ts';
import { creationEnVigueur, option } from './exemples.ts';

const PE = { mode: 'PE', groupement: 'seule', tc: false, fc: false } as const;

test.each([
  ['8217, 4-5-6-7 : celle des 4-5-6', { annees: '4-5-6-7' }, '4-5-6', 12],
  ['une 4-5-6 a la sienne', {}, null, null],
  ['rien ne se prête à des années inconnues', { annees: null }, null, null],
] as const)('circulaire 9146, § 6 : %s', (_cas, champs, annees, valeur) => {
  const voisine = normeVoisine(creationEnVigueur, option(champs), PE);
  expect(voisine?.annees ?? null).toBe(annees);
  expect(voisine?.valeur ?? null).toBe(valeur);
});

test('ce qui se prête n’est pas une norme, et la phrase dit à qui écrire', () => {
  const voisine = normeVoisine(creationEnVigueur, option({ annees: '4-5-6-7' }), PE);
  const questions = { phrase: 'Écrivez à la Direction.', reference: 'contacts' };
  const dit = constatVoisines(voisine ? [{ ...voisine, mode: 'PE' }] : [], questions);
  expect(dit).toMatch(/12\s*élèves en plein exercice, comme pour une option de 4e à 6e/);
  expect(dit).toContain('Ce n’est pas une norme');
  expect(dit).toContain('Écrivez à la Direction.');
  expect(constatVoisines([], questions)).toBe('');
});
