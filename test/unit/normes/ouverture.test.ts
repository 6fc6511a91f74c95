import { describe, expect, test } from 'vitest';
import { normeDeCreation } from '../../../src/domain/normes/creation.ts';
import { densiteDe } from '../../../src/domain/normes/distance.ts';
import { normeDOuverture, ouvertureDu3eDegre } from '../../../src/domain/normes/ouverture.ts';
import { creation, creationEnVigueur, densites, LIEU_INCONNU, option } from './exemples.ts';

const PRES = { densite: 'N', km: 0 } as const;
const RURAL = { densite: 'R', km: 9 } as const;
const SEMI = { densite: 'S', km: 8.1 } as const;
const ORDINAIRE = { densite: 'N', km: 13 } as const;
const LOIN = { densite: 'N', km: 21 } as const;

describe('norme de création d’un degré', () => {
  test.each([
    ['000 l.684 3e', '2025-26', 3, ['P', 'TQ', 'AQ'], [1, 1, 1]],
    ['000 l.685 5e', '2025-26', 5, ['P', 'TQ', 'AQ'], [12, 9, 8]],
    ['001 l.1836 3e P', '2019-20', 3, ['P'], [15, 12, 10]],
    ['001 l.1837 5e TQ, AQ', '2019-20', 5, ['TQ', 'AQ'], [12, 9, 8]],
    ['001 l.1838 5e P', '2019-20', 5, ['P'], [12, 9, 8]],
  ] as const)('%s', (_source, edition, annee, formes, [generale, caractere, longue]) => {
    for (const forme of formes) {
      const norme = (lieu: Parameters<typeof normeDOuverture>[2] | object) => {
        const n = normeDOuverture(creation, densites, {
          densite: null,
          km: null,
          ...lieu,
          annee,
          forme,
          edition,
        });
        return n.genre === 'valeur' ? n.valeur : n.motif;
      };
      expect(norme(PRES)).toBe(generale);
      expect(norme({ densite: 'R', km: 8 })).toBe(generale);
      expect(norme({ densite: 'N', km: 12 })).toBe(generale);
      expect(norme(RURAL)).toBe(caractere);
      expect(norme(SEMI)).toBe(caractere);
      expect(norme(ORDINAIRE)).toBe(caractere);
      expect(norme({ densite: 'N', km: 20 })).toBe(caractere);
      expect(norme(LOIN)).toBe(longue);
    }
  });

  test.each([
    ['000 § 6, 15 km, densité tue', { densite: null, km: 15 }, 9, 'quelle que soit la densité'],
    ['000 § 6, 21 km, densité tue', { densite: null, km: 21 }, 8, 'quelle que soit la densité'],
    ['000 § 6, 8 km, densité tue', { densite: null, km: 8 }, 12, 'quelle que soit la densité'],
    [
      '000 § 6, 10 km, densité tue',
      { densite: null, km: 10 },
      [9, 12],
      '9 en commune rurale ou semi-rurale ; 12 sinon',
    ],
    [
      '000 § 6, rurale, distance tue',
      { densite: 'R', km: null },
      [8, 9, 12],
      '8 à plus de 20 km ; 9 à plus de 8 km ; 12 sinon',
    ],
    [
      '000 § 6, rien de dit',
      { densite: null, km: null },
      [8, 9, 12],
      '8 à plus de 20 km ; 9 en commune rurale ou semi-rurale à plus de 8 km, ou en commune ' +
        'ordinaire à plus de 12 km ; 12 sinon',
    ],
  ] as const)('%s', (_source, lieu, attendu, motif) => {
    const n = normeDOuverture(creationEnVigueur, densites, { ...lieu, annee: 5, forme: 'P' });
    const dites = n.genre === 'selon' ? n.possibles.map(({ valeur }) => valeur) : n;
    expect(dites).toMatchObject(
      typeof attendu === 'number' ? { genre: 'valeur', valeur: attendu } : attendu,
    );
    expect(n.motif).toContain(motif);
  });

  test('000 § 6 : la 3e vaut 1 où que soit l’école', () => {
    const degre = { ...LIEU_INCONNU, annee: 3, forme: 'TQ' } as const;
    expect(normeDOuverture(creationEnVigueur, densites, degre)).toMatchObject({
      genre: 'valeur',
      valeur: 1,
      motif: 'la même norme, où que soit l’école',
    });
  });

  test('000 § 6 ; 001 VII.II : le tableau ne nomme pas l’alternance seule', () => {
    const degre = { ...PRES, annee: 5, forme: 'TQ', mode: 'ALT' } as const;
    const norme = normeDOuverture(creationEnVigueur, densites, degre);
    expect(norme.genre).toBe('non_prevu');
    expect(norme.motif).toContain('en alternance seule');
  });

  test('001 l.1836 : la 3e TQ de 2019 n’est pas dans le tableau', () => {
    const degre = { ...PRES, annee: 3, forme: 'TQ', edition: '2019-20' } as const;
    expect(normeDOuverture(creation, densites, degre).genre).toBe('non_prevu');
  });

  test.each([
    ['001 l.1842', 124.9, 'R'],
    ['001 l.1843', 125, 'S'],
    ['001 l.1843', 249.9, 'S'],
    ['001 l.1844', 250, 'N'],
  ] as const)('%s : %d habitants au km²', (_source, habitants, densite) => {
    expect(densiteDe(densites, habitants)).toBe(densite);
  });
});

test('000 l.687-689 : la 4P s’ouvre avec 10 élèves, la 5P devra en compter 12', () => {
  const quatrieme = normeDeCreation(creationEnVigueur, option(), {
    tc: true,
    fc: true,
    mode: 'PE',
    groupement: 'seule',
  });
  expect(quatrieme).toMatchObject({ genre: 'valeur', valeur: 10 });
  expect(
    ouvertureDu3eDegre(creationEnVigueur, densites, 2025, { ...PRES, forme: 'P' }),
  ).toMatchObject({
    anneeScolaire: '2026-2027',
    norme: { genre: 'valeur', valeur: 12, regle: '9146-degre-5e-generale' },
  });
});
