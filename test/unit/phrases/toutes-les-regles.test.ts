import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TABLES_SOURCE } from '../../../src/domain/tables/index.ts';
import { coteACote } from '../../../src/phrases/cote-a-cote.ts';
import { FAMILLES_DE_REGLES, reponseEnClair } from '../../../src/phrases/toutes-les-regles.ts';
import { cellules } from '../normes/lire.ts';

/** Des listes, non des règles : ce que chacune dit se lit à sa page. */
const LISTES =
  /^(options|secteurs|groupes|profils|successions|synonymes|glossaire|actualites|acces_7e_depuis|cpu_options|cpu_ecoles)$/;

test('chaque table de règles du référentiel est dans la liste, et ses colonnes existent', () => {
  const regles = TABLES_SOURCE.filter(
    ({ dossier, nom }) => dossier === 'referentiel' && !LISTES.test(nom),
  );
  expect(FAMILLES_DE_REGLES.map(({ table }) => table).sort()).toEqual(
    regles.map(({ nom }) => nom).sort(),
  );
  for (const { table, vise, repond } of FAMILLES_DE_REGLES) {
    const entete = readFileSync(`data/referentiel/${table}.csv`, 'utf8').split('\n')[0]?.split(',');
    const colonnes = [...vise.filter((c) => entete?.includes(c)), ...Object.keys(repond)];
    expect(
      vise.some((c) => entete?.includes(c)),
      table,
    ).toBe(true);
    expect(entete, table).toEqual(expect.arrayContaining(colonnes));
  }
});

test.each(FAMILLES_DE_REGLES.map((famille) => [famille.table, famille] as const))(
  '%s : chaque ligne dit ce qu’elle vise, ce qu’elle répond et où c’est écrit',
  (table, famille) => {
    const lignes = cellules(table);
    const { rangees } = coteACote(famille, lignes);
    const dites = rangees.flatMap(({ vise, editions }) =>
      [...editions.values()].flat().map((dite) => ({ vise, ...dite })),
    );
    const lues = new Set(dites.map(({ reponse, reference }) => `${reponse}${reference}`));
    for (const ligne of lignes) {
      expect(lues).toContain(`${reponseEnClair(famille, ligne)}${ligne.reference}`);
    }
    for (const { vise, reference } of dites) {
      expect(vise).not.toBe('');
      expect(reference, vise).not.toBe('');
    }
    expect(lignes.some((ligne) => reponseEnClair(famille, ligne) !== '')).toBe(true);
  },
);

test('deux éditions qui ne répondent pas la même chose se disent changées, la plus récente d’abord', () => {
  const famille = FAMILLES_DE_REGLES.find(({ table }) => table === 'parametres_programmation');
  if (!famille) throw new Error('famille');
  const regle = (edition: string, valeur: number) => ({
    parametre: 'seuil',
    edition,
    valeur,
    unite: 'élèves',
    reference: 'art. 1',
  });
  const { editions, rangees } = coteACote(famille, [regle('2019-20', 12), regle('2025-26', 14)]);
  expect(editions).toEqual(['2025-26', '2019-20']);
  expect(rangees[0]?.change).toBe(true);
  expect(rangees[0]?.editions.get('2025-26')?.[0]?.reponse).toBe('14 ; élèves');
});

test('un cas que deux éditions groupent autrement se lit côte à côte', () => {
  const famille = FAMILLES_DE_REGLES.find(({ table }) => table === 'normes_creation');
  if (!famille) throw new Error('famille');
  const { rangees } = coteACote(famille, cellules('normes_creation'));
  const lire = (vise: string) => {
    const rangee = rangees.find((une) => une.vise === vise);
    const en = (edition: string) => rangee?.editions.get(edition)?.[0]?.reponse.split(' ')[0];
    return [rangee?.change, en('2025-26'), en('2019-20')];
  };
  // 000 l. 684 et 001 l. 1836 : le 2e degré P passe de 15 à 1.
  expect(lire('degré · 3e · P · règle générale')).toEqual([true, '1', '15']);
  // 000 l. 685 et 001 l. 1837-1838 : le 3e degré ne change pas.
  expect(lire('degré · 5e · P ou TQ ou AQ · règle générale')[0]).toBe(false);
  // 000 l. 656 et 001 l. 1788 : l’option de 3e P passe de 12 à 1.
  expect(
    lire('option · 3e · P · plein exercice ou plein exercice et alternance · sans cours groupés'),
  ).toEqual([true, '1', '12']);
});
