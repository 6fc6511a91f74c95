import { describe, expect, it } from 'vitest';
import { creerChercherDepart, faseInconnue } from '../../../src/domain/autour/chercher.ts';
import {
  deballerLieux,
  deballerOffre,
  empaqueter,
  empaqueterOffre,
} from '../../../src/domain/autour/paquet.ts';
import { LIEGE, LIEUX, OFFRE, OPTIONS } from './lieux.ts';

const repartis = (organisation: string, n: number) => {
  const alt = organisation === 'PE' ? 0 : organisation === 'PE-ALT' ? 1 : n;
  return { pe: n - alt, alt, masquesPe: 0, masquesAlt: 0 };
};

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

describe('les paquets', () => {
  it('redonnent les lieux', () => {
    const communes = LIEUX.communes.map(({ slug: _, ...commune }) => commune);
    const paquet = {
      implantations: empaqueter(LIEUX.implantations),
      communes: empaqueter(communes),
      centres: empaqueter(LIEUX.centres),
      options: empaqueter(LIEUX.options),
    };
    expect(deballerLieux(JSON.parse(JSON.stringify(paquet)))).toEqual(LIEUX);
  });

  it('gardent une occurrence masquée, en tout ou en partie', () => {
    const nulle = { sousNorme: null, d2: false, d3: false };
    const ligne = {
      ...nulle,
      fase: '100',
      pe: 0,
      alt: 0,
      masquesPe: 1,
      masquesAlt: 2,
      tc: false,
      fc: true,
    };
    const paquet = empaqueterOffre([
      { ...ligne, code: '2115' },
      { ...ligne, code: OPTIONS[1]?.code ?? '', pe: 9, masquesPe: 0, masquesAlt: 0 },
    ]);
    expect(deballerOffre(paquet, OPTIONS).get('100')).toMatchObject([
      { organisation: 'PE-ALT', eleves: 0, masques: 3, besoin: 'fc' },
      { organisation: 'PE', eleves: 9, masques: 0, besoin: 'fc' },
    ]);
  });

  it('redonnent l’offre, son organisation et son besoin', () => {
    const lignes = [...OFFRE].flatMap(([fase, occurrences]) =>
      occurrences.map(({ option, organisation, eleves, besoin, maintien, degres }) => ({
        fase,
        code: option.code,
        ...repartis(organisation, eleves),
        tc: besoin === 'tc-fc',
        fc: besoin === 'tc-fc',
        sousNorme: maintien === 'sous-norme',
        d2: degres.includes('D2'),
        d3: degres.includes('D3'),
      })),
    );
    expect(deballerOffre(empaqueterOffre(lignes), OPTIONS)).toEqual(OFFRE);
  });

  it('refusent une option hors du répertoire', () => {
    expect(() => deballerOffre({ 100: [9999, 1, 0, 0, 0, 0] }, OPTIONS)).toThrow('9999');
  });
});
