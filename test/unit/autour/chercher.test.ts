import { describe, expect, it } from 'vitest';
import { creerChercherDepart, faseInconnue } from '../../../src/domain/autour/chercher.ts';
import { LIEGE, LIEUX } from './lieux.ts';

const chercher = creerChercherDepart(LIEUX);
const premier = (texte: string) => {
  const [proposition] = chercher(texte);
  const depart = proposition?.depart;
  return depart && Object.values(depart).slice(1).join('/');
};

describe('chercher un point de départ', () => {
  it.each([
    ['103', '103'],
    ['Site 103', '103'],
    ['grace', 'grace-hollogne'],
    ['Grâce-Hollogne', 'grace-hollogne'],
    ['4460', 'grace-hollogne'],
    ['4020', 'liege'],
    ['école 104', '104'],
    ['rue longue', '100'],
  ])('« %s » propose d’abord %s', (texte, attendu) => {
    expect(premier(texte)).toBe(attendu);
  });

  it('trouve une commune dont le nom commence par un article', () => {
    const louviere = {
      slug: 'la-louviere',
      commune: 'La Louvière',
      zone: 8,
      codesPostaux: ['7100'],
      ...LIEGE,
    };
    const tous = creerChercherDepart({ ...LIEUX, communes: [...LIEUX.communes, louviere] });
    for (const texte of ['La Louvière', 'la louv', 'louviere', '7100 La Louvière']) {
      expect(tous(texte)[0]?.titre, texte).toBe('La Louvière');
    }
  });

  it('ne propose rien pour un texte vide ou inconnu', () => {
    expect(chercher('  ')).toEqual([]);
    expect(chercher('xyzzy')).toEqual([]);
  });

  it('reconnaît un numéro FASE que l’édition ne connaît pas', () => {
    expect(faseInconnue(LIEUX, '912 345')).toBe('912345');
    expect(faseInconnue(LIEUX, '103')).toBeNull();
    expect(faseInconnue(LIEUX, 'Liège')).toBeNull();
  });
});
