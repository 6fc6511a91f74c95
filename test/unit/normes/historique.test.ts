import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Eloignement } from '../../../src/domain/normes/distance.ts';
import { statutsDeLOption } from '../../../src/domain/normes/historique.ts';
import type { InscriptionRelevee } from '../../../src/domain/normes/releve.ts';
import { densites, LIEU_INCONNU, maintien, option, septiemePB, transitions } from './exemples.ts';

const tables = { regles: maintien, densites, transitions };
const annees = ['2019-2020', '2020-2021', '2021-2022', '2022-2023', '2023-2024'];

/** Une ligne par année scolaire : les élèves d’une année d’études, en plein exercice. */
function inscrits(
  annee_etude: number,
  ...eleves: readonly number[]
): readonly InscriptionRelevee[] {
  return eleves.map((n, i) => ({
    annee_scolaire: annees[i] ?? '',
    annee_etude,
    mode: 'PE',
    eleves: n,
  }));
}

const ICI: Eloignement = { densite: 'N', km: 1 };

const suivre = (
  inscriptions: readonly InscriptionRelevee[],
  opt = option(),
  lieu: Eloignement = ICI,
) => statutsDeLOption(tables, { option: opt, annees, inscriptions, lieuEn: () => lieu });

test.each([
  ['rurale', { densite: 'R', km: null }, 4, ['atteinte', 'atteinte'], 'norme de maintien 4'],
  ['loin', { densite: null, km: 20.1 }, 4, ['atteinte', 'atteinte'], 'norme de maintien 4'],
  ['inconnu, 6 élèves', LIEU_INCONNU, 6, ['atteinte', 'atteinte'], 'entre 4 et 6 selon le lieu'],
  ['inconnu, 5 élèves', LIEU_INCONNU, 5, ['selon_lieu', 'selon_lieu'], 'dépend du lieu'],
  ['inconnu, 3 élèves', LIEU_INCONNU, 3, ['M1', 'M2'], 'entre 4 et 6 selon le lieu'],
  ['ordinaire, 5 élèves', ICI, 5, ['M1', 'M2'], 'norme de maintien 6'],
] as const)('001 l.2370 : lieu %s', (_cas, lieu, eleves, statuts, dit) => {
  const suivis = suivre(inscrits(5, eleves, eleves), option({ annees: '5-6' }), lieu).slice(0, 2);
  expect(suivis.map((s) => s.statut)).toEqual(statuts);
  expect(suivis[1]?.motif).toContain(dit);
  expect(suivis[1]?.norme === null).toBe(dit.includes('lieu'));
});

test('une option de 5e-6e comptée en 5e, puis en 4e depuis 2023', () => {
  const statuts = suivre([
    ...inscrits(5, 7, 5, 5, 6, 6),
    ...inscrits(6, 9, 9, 9, 9, 9),
    ...inscrits(4, 0, 0, 0, 0, 3),
  ]);
  expect(statuts.map((s) => s.statut)).toEqual(['atteinte', 'M1', 'M2', 'atteinte', 'M1']);
  expect(statuts[1]?.motif).toBe(
    '5 élèves en 5e, norme de maintien 6 ; norme non atteinte pour la première fois',
  );
  expect(statuts[4]?.motif).toContain('3 élèves en 4e, norme de maintien 6');
});

test('une option CPU comptée en 4e dès qu’elle a des élèves de 4e', () => {
  const statuts = suivre([...inscrits(4, 6, 6, 6, 6, 6), ...inscrits(5, 2, 2, 2, 2, 2)]);
  expect(statuts.map((s) => s.statut)).toEqual(Array(5).fill('atteinte'));
});

test('une option nouvelle attend que son degré soit complet', () => {
  const statuts = suivre([...inscrits(5, 0, 3, 3, 3, 3), ...inscrits(6, 0, 0, 3, 3, 3)]);
  expect(statuts.slice(0, 3).map((s) => [s.anneeScolaire, s.statut])).toEqual([
    ['2020-2021', 'creation'],
    ['2021-2022', 'M1'],
    ['2022-2023', 'M2'],
  ]);
});

test('suspension, fermeture et recréation se lisent dans les élèves', () => {
  const septieme = option({ degre: 'D3', forme: 'TQ', annees: '7', type_7e: 'TQ' });
  const statuts = suivre(inscrits(7, 8, 0, 0, 0, 8), septieme);
  expect(statuts.map((s) => s.statut)).toEqual(['atteinte', 'S1', 'S2', 'fermee', 'creation']);
});

test('une 7e P en plein exercice reste indéterminée : la cellule est vide (001 l.2377)', () => {
  const statuts = suivre(inscrits(7, 3, 3), septiemePB);
  expect(statuts.map((s) => s.statut)).toEqual(['indetermine', 'indetermine']);
  expect(statuts[0]?.motif).toContain('ne fixe pas de norme de maintien');
});

test('001 l.2380 : sous 4, une 7e P en alternance seule ne se juge qu’avec les autres', () => {
  const inscriptions = inscrits(7, 5, 3).map((i) => ({ ...i, mode: 'ALT' }));
  const statuts = suivre(inscriptions, septiemePB);
  expect(statuts.slice(0, 2).map((s) => s.statut)).toEqual(['atteinte', 'indetermine']);
  expect(statuts[1]?.motif).toContain('pour l’ensemble des options de 7e P');
});

test('un statut calculé dit toujours ce qui le rend approximatif', () => {
  const [premier, , dernier] = suivre(inscrits(5, 7, 7, 7));
  expect(premier?.reserves).toContain(
    'première année connue : le statut antérieur est supposé en ordre',
  );
  expect(dernier?.reserves).toContain('règles de 2019-20, faute de texte pour 2021-2022');
});

test('un effectif tu à cheval sur la norme : le statut ne se dit plus, puis se dit de nouveau', () => {
  const tue = { annee_scolaire: annees[1] ?? '', annee_etude: 5, mode: 'PE', eleves: 1, auPlus: 9 };
  const statuts = suivre([...inscrits(5, 7, 0, 5, 7), tue]);
  expect(statuts.slice(0, 4).map((s) => [s.statut, s.sousNorme])).toEqual([
    ['atteinte', false],
    ['masque', null],
    ['masque', true],
    ['atteinte', false],
  ]);
  expect(statuts[2]?.motif).toContain('le statut dépend d’un effectif masqué');
});

test('ce qui se dit d’un effectif tu est vrai, et vaut pour tous ceux qu’il pourrait être', () => {
  const ligne = fc.record({
    annee_scolaire: fc.constantFrom(...annees),
    annee_etude: fc.integer({ min: 3, max: 7 }),
    mode: fc.constantFrom('PE', 'ALT'),
    eleves: fc.integer({ min: 1, max: 9 }),
    tue: fc.boolean(),
  });
  const champs = fc.record({
    annees: fc.constantFrom('3', '4-5-6', '5-6', '7'),
    forme: fc.constantFrom('P', 'TQ'),
  });
  const lieux = fc.constantFrom<Eloignement>(ICI, LIEU_INCONNU, { densite: 'S', km: null });
  const suite = fc.array(ligne, { maxLength: 20, size: 'max' });
  fc.assert(
    fc.property(suite, champs, lieux, (lignes, opt, lieu) => {
      const vraies = suivre(lignes, option(opt), lieu);
      const publiees = suivre(
        lignes.map(({ tue, ...l }) =>
          tue ? { ...l, eleves: 1, auPlus: l.eleves < 5 ? 4 : Number.POSITIVE_INFINITY } : l,
        ),
        option(opt),
        lieu,
      );
      const dites = new Map(publiees.map((s) => [s.anneeScolaire, s]));
      for (const { anneeScolaire, statut, sousNorme } of vraies) {
        const dite = dites.get(anneeScolaire);
        expect([statut, 'masque', 'indetermine', 'selon_lieu']).toContain(dite?.statut);
        expect([sousNorme, null]).toContain(dite?.sousNorme);
      }
    }),
  );
});

test('rien ne lève, quels que soient les élèves', () => {
  const ligne = fc.record({
    annee_scolaire: fc.constantFrom(...annees),
    annee_etude: fc.integer({ min: 1, max: 7 }),
    mode: fc.constantFrom('PE', 'ALT'),
    eleves: fc.nat(20),
  });
  const champs = fc.record({
    annees: fc.constantFrom('3', '4-5-6', '4-5-6-7', '5-6', '6', '7', '3-4-5-6', null),
    forme: fc.constantFrom('P', 'TQ', 'AQ', null),
    regime: fc.constantFrom('art49', 'art45', 'urgence'),
  });
  fc.assert(
    fc.property(fc.array(ligne, { maxLength: 20 }), champs, (lignes, opt) => {
      const statuts = suivre(lignes, option(opt));
      expect(new Set(statuts.map((s) => s.anneeScolaire)).size).toBe(statuts.length);
      for (const s of statuts) expect(s.motif).not.toBe('');
    }),
  );
});
