import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculerLignees, codesEnTete } from '../../src/domain/succession.ts';

const lien = (ancien: string, nouveau: string) => ({ ancien, nouveau });

describe('la lignée d’une option', () => {
  test('deux codes n’en font plus qu’un, sur plusieurs générations', () => {
    const liens = [lien('a', 'b'), lien('b', 'c'), lien('x', 'c')];
    const reunies = calculerLignees(['a', 'b', 'c', 'x'], liens);
    expect(reunies.get('c')).toEqual(['c', 'a', 'b', 'x']);
    expect(reunies.get('b')).toEqual(['b', 'a']);
    expect(reunies.get('a')).toEqual(['a']);
  });

  test('un code remplacé par deux autres est dans les deux lignées', () => {
    const reunies = calculerLignees(['a', 'b', 'c'], [lien('a', 'b'), lien('a', 'c')]);
    expect(reunies.get('b')).toEqual(['b', 'a']);
    expect(reunies.get('c')).toEqual(['c', 'a']);
  });

  test('les codes en tête : ceux que rien ne remplace, lui-même s’il est le dernier', () => {
    const liens = [lien('a', 'b'), lien('b', 'c'), lien('x', 'c'), lien('x', 'y')];
    const membres = [...calculerLignees(['a', 'b', 'c', 'x', 'y', 'z'], liens)].flatMap(
      ([code_obg, siens]) => siens.map((membre) => ({ code_obg, membre })),
    );
    expect(Object.fromEntries(codesEnTete(membres))).toEqual({
      a: ['c'],
      b: ['c'],
      c: ['c'],
      x: ['c', 'y'],
      y: ['y'],
      z: ['z'],
    });
  });

  test('n’importe quels liens, même en rond : chaque membre une fois, soi d’abord', () => {
    const code = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const liens = fc.array(fc.record({ ancien: code, nouveau: code }), { maxLength: 12 });
    fc.assert(
      fc.property(liens, (tires) => {
        for (const [soi, membres] of calculerLignees(['a', 'b', 'c', 'd', 'e'], tires)) {
          expect(membres[0]).toBe(soi);
          expect(new Set(membres).size).toBe(membres.length);
          for (const { ancien, nouveau } of tires) {
            if (membres.includes(nouveau)) expect(membres).toContain(ancien);
          }
        }
      }),
    );
  });
});
