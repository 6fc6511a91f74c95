import { expect, test } from 'vitest';
import { type AnneeComptee, AUCUN_ELEVE } from '../../../src/domain/tendance.ts';
import { sousAncienCode } from '../../../src/phrases/anciens.ts';
import { constatTendance, direCoupure, noteDesRuptures } from '../../../src/phrases/tendance.ts';

const annee = (anneeScolaire: string, eleves: Partial<Record<3 | 4 | 5 | 6 | 7, number>>) => ({
  anneeScolaire,
  parAnnee: {
    ...AUCUN_ELEVE,
    ...Object.fromEntries(Object.entries(eleves).map(([a, n]) => [a, { eleves: n, masques: 0 }])),
  } as AnneeComptee['parAnnee'],
});

test('une tendance se dit à années d’étude égales, et dit ce qui coupe la série', () => {
  const trois = [
    annee('2019-2020', { 5: 73, 6: 70 }),
    annee('2022-2023', { 5: 70, 6: 70 }),
    annee('2023-2024', { 4: 81, 5: 74, 6: 70 }),
  ];
  expect(constatTendance('4-5-6', trois)).toBe(
    'À années égales (5e et 6e), de 2019-2020 à 2023-2024 : stable, 143\u00a0→\u00a0144 élèves ; ' +
      'la 4e s’y ajoute depuis 2023-2024.',
  );
  const degre2 = [annee('2022-2023', { 3: 140, 4: 121 }), annee('2023-2024', { 3: 125 })];
  expect(constatTendance('3', degre2)).toBe(
    'À années égales (3e), de 2022-2023 à 2023-2024 : en baisse, 140\u00a0→\u00a0125 élèves ; ' +
      'la 4e n’y compte plus depuis 2023-2024.',
  );
});

test('sans coupure, toutes les années comptent ; sans élève, rien n’est dit', () => {
  const septieme = [annee('2019-2020', { 7: 10 }), annee('2023-2024', { 7: 12 })];
  expect(constatTendance('7', septieme)).toBe(
    'De 2019-2020 à 2023-2024 : en hausse, 10\u00a0→\u00a012 élèves.',
  );
  expect(constatTendance('7', septieme.slice(0, 1))).toBeNull();
  expect(constatTendance('7', [annee('2019-2020', {}), annee('2023-2024', {})])).toBeNull();
});

test('un effectif masqué tait la tendance', () => {
  const tue = { ...AUCUN_ELEVE, 7: { eleves: 0, masques: 1 } };
  expect(
    constatTendance('7', [
      annee('2019-2020', { 7: 9 }),
      { anneeScolaire: '2023-2024', parAnnee: tue },
    ]),
  ).toMatch(/la tendance n’est pas connue\.$/);
});

test('une coupure dit ce qui entre et ce qui sort', () => {
  expect(direCoupure('5-6', '4-5-6')).toBe('la 4e s’y ajoute');
  expect(direCoupure('5-6', '3-4')).toBe(
    'les 3e et 4e s’y ajoutent, les 5e et 6e n’y comptent plus',
  );
});

test('une page qui réunit des options dit lesquelles ne se comparent pas', () => {
  expect(noteDesRuptures(['2022-2023', '2023-2024'])).toBe(
    'Pour les options de trois ans (4-5-6), la 4e s’y ajoute depuis 2023-2024 ; pour celles de 3e, ' +
      'la 4e n’y compte plus depuis 2023-2024 : d’un côté à l’autre, leurs élèves ne se comparent pas.',
  );
  expect(noteDesRuptures(['2023-2024', '2024-2025'])).toBe('');
});

test('sous quel ancien code', () => {
  const dit = (occurrences: number, sous_ancien_code: number, anciens: string | null) =>
    sousAncienCode({ occurrences, sous_ancien_code, anciens });
  expect(dit(4, 4, '2410')).toBe('sous l’ancien code 2410');
  expect(dit(7, 3, '2112 2113')).toBe('dont 3 sous les anciens codes 2112 et 2113');
  expect(dit(2, 0, '2112')).toBe('avec l’ancien code 2112');
  expect(dit(2, 0, null)).toBeNull();
});
