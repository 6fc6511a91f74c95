import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BaseNative, ouvrirBase } from '../../pipelines/base.ts';
import { mart } from '../../src/domain/tables/schema.ts';
import { exigerColonnes, fautesDuMart } from '../../src/edition/check/marts.ts';
import { creation, remplir } from '../../src/edition/sql.ts';

const essai = mart({
  nom: 'essai',
  titre: 'Essai',
  sens: 'Un mart d’essai.',
  tables: [],
  cle: ['code'],
  colonnes: {
    code: { type: 'texte', sens: 'Code', forme: { regexp: /^\d{4}$/, exemple: '2115' } },
    genre: { type: 'texte', sens: 'Genre', valeurs: ['a', 'b'], vide: 'aucun' },
    eleves: { type: 'entier', sens: 'Élèves', min: 0, vide: 'masqués' },
    zone: { type: 'entier', sens: 'Zone', reference: 'zones.zone' },
  },
});

let base: BaseNative;

beforeEach(async () => {
  base = await ouvrirBase();
  await base.run('CREATE TABLE source.zones AS SELECT unnest([1, 4]) AS zone');
});

afterEach(() => base.fermer());

describe('un mart se contrôle contre son schéma', () => {
  test('juste, il n’a pas de faute', async () => {
    await remplir(base, 'main', essai, [
      { code: '2115', genre: 'a', eleves: 0, zone: 4 },
      { code: '2112', genre: null, eleves: null, zone: 1 },
    ]);
    expect(await fautesDuMart(base, essai)).toEqual([]);
  });

  test('toutes ses fautes sont dites à la fois', async () => {
    await base.run(creation('main', essai));
    await base.run(`INSERT INTO main.essai VALUES
      ('2115', 'a', 1, 4), ('2115', 'c', -1, 4), ('21', 'a', 1, 9), ('2113', 'a', 1, NULL)`);
    expect(await fautesDuMart(base, essai)).toEqual([
      'clé (code) : 1 en double',
      'colonne « code » mal formée : 1 fois',
      'colonne « genre » hors liste : 1 fois',
      'colonne « eleves » trop petite : 1 fois',
      'colonne « zone » vide : 1 fois',
      'colonne « zone » sans cible dans zones.zone : 1 fois',
    ]);
  });

  test('une colonne que son SQL oublie, ou invente, arrête la construction', async () => {
    const sql = `SELECT '2115' AS code, 'a' AS genre, 4 AS zone, 1 AS eleve`;
    await expect(exigerColonnes(base, essai, sql)).rejects.toThrow(
      'oubliées : eleves ; de trop : eleve',
    );
  });

  test('une rangée calculée qui oublie une colonne aussi', async () => {
    const rangees = [{ code: '2115', genre: 'a', zone: 4 }];
    await expect(remplir(base, 'main', essai, rangees)).rejects.toThrow('« eleves »');
  });
});
