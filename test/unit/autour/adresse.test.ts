import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ETAT_INITIAL, type EtatCarte, TRIS_CARTE } from '../../../src/domain/autour/etat.ts';
import { connuesDe } from '../../../src/domain/autour/facettes.ts';
import { decodeCarte, encodeCarte } from '../../../src/domain/url/carte.ts';
import { LIEUX } from './lieux.ts';

const ANNEES = ['2022-2023', '2023-2024'];
const connues = { choix: connuesDe(LIEUX), annees: ANNEES };
const lire = (search: string) => decodeCarte(search, connues);

const etats: fc.Arbitrary<EtatCarte> = fc.record({
  depart: fc.constantFrom(
    null,
    { genre: 'implantation', fase: '900214' } as const,
    { genre: 'commune', slug: 'liege' } as const,
    { genre: 'lieu', lat: 50.633, lon: 5.567 } as const,
  ),
  rayon: fc.integer({ min: 2, max: 30 }),
  choix: fc
    .record({
      option: fc.subarray([...connues.choix.option]),
      caractere: fc.subarray([...connues.choix.caractere]),
      centre: fc.subarray([...connues.choix.centre]),
      reseau: fc.subarray([...connues.choix.reseau]),
    })
    .map((choix) => Object.fromEntries(Object.entries(choix).filter(([, v]) => v.length > 0))),
  annee: fc.constantFrom(null, '2022-2023'),
  anciens: fc.boolean(),
  tri: fc.constantFrom(...TRIS_CARTE),
  vue: fc.constantFrom('liste', 'carte'),
});

describe('l’adresse de la carte', () => {
  it('redonne l’état qu’elle porte, sans avis', () => {
    fc.assert(
      fc.property(etats, (etat) => {
        expect(lire(encodeCarte(etat))).toEqual({ etat, avis: [] });
      }),
    );
  });

  it('est vide pour l’état initial, et s’écrit dans un ordre fixe', () => {
    expect(encodeCarte(ETAT_INITIAL)).toBe('');
    const depart = { genre: 'implantation', fase: '900214' } as const;
    expect(encodeCarte({ ...ETAT_INITIAL, depart })).toBe('?implantation=900214&rayon=10');
  });

  it('ignore une valeur inconnue avec un avis, et garde les autres', () => {
    const { etat, avis } = lire('?option=2115,9999&caractere=laic');
    expect(etat.choix).toEqual({ option: ['2115'] });
    expect(avis).toHaveLength(2);
    expect(avis[0]).toContain('« option=9999 »');
  });

  it.each(['1', '31', 'dix', '-4', ''])('refuse un rayon de « %s »', (rayon) => {
    const { etat, avis } = lire(`?rayon=${rayon}`);
    expect(etat.rayon).toBe(10);
    expect(avis[0]).toContain('de 2 à 30 km');
  });

  it('accepte une virgule, une casse et des clés répétées', () => {
    const { etat, avis } = lire('?rayon=7,5&filiere=pe&filiere=alt');
    expect(etat.rayon).toBe(7.5);
    expect(etat.choix.filiere).toEqual(['PE', 'ALT']);
    expect(avis).toEqual([]);
  });

  it('arrondit un lieu, et refuse ce qui n’en est pas un', () => {
    const lieu = { genre: 'lieu', lat: 50.633, lon: 5.567 };
    expect(lire('?lieu=50.63284,5.56743').etat.depart).toEqual(lieu);
    expect(lire('?lieu=50,633;5,567').etat.depart).toEqual(lieu);
    for (const faux of ['48.85,2.35', '5.567,50.633', 'ici', '']) {
      const { etat, avis } = lire(`?lieu=${faux}`);
      expect(etat.depart).toBeNull();
      expect(avis).toHaveLength(1);
    }
  });

  it('laisse de côté les clés d’autres pages', () => {
    expect(lire('?page=3&q=bois').avis).toEqual([]);
  });
});
