import { describe, expect, test } from 'vitest';
import { normeDeCreation } from '../../../src/domain/normes/creation.ts';
import { densiteDe } from '../../../src/domain/normes/distance.ts';
import { normeDOuverture, ouvertureDu3eDegre } from '../../../src/domain/normes/ouverture.ts';
import { creation, creationEnVigueur, densites, option } from './exemples.ts';

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
      expect(norme({})).toBe(generale);
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
