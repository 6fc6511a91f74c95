import { expect, test } from 'vitest';
import { normesVoisines } from '../../../src/domain/normes/voisine.ts';
import { constatVoisines } from '../../../src/phrases/norme-voisine.ts';
import { creationEnVigueur, option, septiemePB, septiemeTQ } from './exemples.ts';

const PE = { mode: 'PE', groupement: 'seule', tc: null, fc: null } as const;

const septiemeP = { ...septiemePB, type_7e: null };

test.each([
  ['l. 590, 8217 en 4-5-6-7 : celle des 4-5-6', option({ annees: '4-5-6-7' }), PE, ['4-5-6 12/10']],
  ['une 4-5-6 a la sienne', option(), PE, []],
  ['rien ne se prête à des années inconnues', option({ annees: null }), PE, []],
  ['l. 600 et 605, une 7e P sans type : celles de B et de C', septiemeP, PE, ['PB 10/8', 'PC 8']],
  ['l. 675, en alternance seule : celle de B', septiemeP, { ...PE, mode: 'ALT' }, ['PB 5']],
  ['une 7e TQ a la sienne', septiemeTQ, PE, []],
] as const)('circulaire 9146 : %s', (_cas, cas, contexte, attendues) => {
  const dites = normesVoisines(creationEnVigueur, cas, contexte).map(
    ({ annees, type7e, valeur, autreValeur }) =>
      `${type7e ?? annees} ${valeur}${autreValeur === undefined ? '' : `/${autreValeur}`}`,
  );
  expect(dites).toEqual(attendues);
});

test('ce qui se prête n’est pas une norme, et la phrase dit à qui écrire', () => {
  const dire = (voisines: ReturnType<typeof normesVoisines>) =>
    constatVoisines(
      voisines.map((voisine) => ({ ...voisine, mode: 'PE' as const })),
      questions,
    );
  const questions = { phrase: 'Écrivez à la Direction.', reference: 'contacts' };
  const dit = dire(normesVoisines(creationEnVigueur, option({ annees: '4-5-6-7' }), PE));
  expect(dit).toMatch(
    /12\s*élèves \(10 avec la norme préférentielle\) en plein exercice, comme pour une option de 4e à 6e/,
  );
  expect(dire(normesVoisines(creationEnVigueur, septiemeP, PE))).toContain('comme pour une 7e PC');
  expect(dit).toContain('Ce n’est pas une norme');
  expect(dit).toContain('Écrivez à la Direction.');
  expect(constatVoisines([], questions)).toBe('');
});
