import { describe, expect, it } from 'vitest';
import { lieuxDe } from '../../../src/domain/autour/lieux.ts';
import { type LigneOffre, offreDe } from '../../../src/domain/autour/offre.ts';
import { ecrireTables, enColonnes, enRangees } from '../../../src/domain/colonnes.ts';
import { lireTablesPartagees, type TablesPartagees } from '../../../src/domain/tables-partagees.ts';
import { uneOption } from '../dossier/exemples.ts';
import { LIEUX, OFFRE, OPTIONS } from './lieux.ts';

const parLeReseau = <T>(donnees: T): T => JSON.parse(JSON.stringify(donnees));
const relire = (lignes: readonly LigneOffre[]) =>
  offreDe(enRangees(parLeReseau(enColonnes(lignes))), OPTIONS);

const repartis = (organisation: string, n: number) => {
  const alt = organisation === 'PE' ? 0 : organisation === 'PE-ALT' ? 1 : n;
  return { pe: n - alt, alt, masquesPe: 0, masquesAlt: 0 };
};

const TABLES: TablesPartagees = {
  sites: LIEUX.implantations.map((site) => ({ ...site, cefa: null })),
  options: LIEUX.options.map(({ code, art45, ...option }) =>
    Object.assign(uneOption({ code_obg: code, ...(art45 && { filiere: 'art45' }) }), option),
  ),
  communes: LIEUX.communes.map(({ slug: _, ...commune }) => commune),
  centres: LIEUX.centres,
};

describe('les tables partagées', () => {
  it('se relisent comme elles ont été écrites, et la carte y voit ses lieux', async () => {
    const ecrites = parLeReseau(ecrireTables<TablesPartagees>(TABLES));
    const lues = await lireTablesPartagees(async (nom) => ecrites[nom]);
    expect(lues).toEqual(TABLES);
    const lieux = lieuxDe(lues);
    expect(lieux.options).toEqual(LIEUX.options);
    expect(lieux.communes).toEqual(LIEUX.communes);
    expect(lieux.centres).toEqual(LIEUX.centres);
    expect(lieux.implantations).toMatchObject(LIEUX.implantations);
  });
});

describe('l’offre d’une année', () => {
  it('garde une occurrence masquée, en tout ou en partie', () => {
    const ligne = {
      ...{ fase: '100', pe: 0, alt: 0, masquesPe: 1, masquesAlt: 2 },
      ...{ tc: false, fc: true, sousNorme: null, d2: false, d3: false },
    };
    const offre = relire([
      { ...ligne, code: '2115' },
      { ...ligne, code: OPTIONS[1]?.code ?? '', pe: 9, masquesPe: 0, masquesAlt: 0 },
    ]);
    expect(offre.get('100')).toMatchObject([
      { organisation: 'PE-ALT', eleves: 0, masques: 3, besoin: 'fc' },
      { organisation: 'PE', eleves: 9, masques: 0, besoin: 'fc' },
    ]);
  });

  it('redonne l’organisation, le besoin, le maintien et les degrés', () => {
    const lignes = [...OFFRE].flatMap(([fase, occurrences]) =>
      occurrences.map(({ option, organisation, eleves, besoin, maintien, degres }) => ({
        fase,
        code: option.code,
        ...repartis(organisation, eleves),
        tc: besoin.includes('tc'),
        fc: besoin.includes('fc'),
        sousNorme: maintien === 'non-controlee' ? null : maintien === 'sous-norme',
        d2: degres.includes('D2'),
        d3: degres.includes('D3'),
      })),
    );
    expect(relire(lignes)).toEqual(OFFRE);
  });

  it('refuse une option hors du répertoire', () => {
    const ligne = { fase: '100', code: '9999', pe: 1, alt: 0, masquesPe: 0, masquesAlt: 0 };
    const reste = { tc: false, fc: false, sousNorme: null, d2: false, d3: false };
    expect(() => relire([{ ...ligne, ...reste }])).toThrow('9999');
  });
});
