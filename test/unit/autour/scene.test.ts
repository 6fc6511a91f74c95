import { describe, expect, it } from 'vitest';
import { autour } from '../../../src/domain/autour/autour.ts';
import { ETAT_INITIAL } from '../../../src/domain/autour/etat.ts';
import { contient } from '../../../src/domain/geo/bornes.ts';
import { CADRE_ENTIER, PLACES, sceneDe } from '../../../src/map/scene.ts';
import { sourcesDe } from '../../../src/map/sources.ts';
import { constatAlentour, constatAutour, enKm } from '../../../src/phrases/autour.ts';
import { LIEUX, OFFRE } from './lieux.ts';

const sansInsecables = (texte: string) => texte.replaceAll('\u00a0', ' ');
const depart = { genre: 'implantation', fase: '100' } as const;
const etat = { ...ETAT_INITIAL, depart };
const resultat = autour(LIEUX, OFFRE, etat);
const scene = sceneDe(resultat, etat.rayon);

describe('la scène', () => {
  it('a les marques de la liste, creuses à la précision « commune »', () => {
    expect(scene.sites.map(({ id }) => id).toSorted()).toEqual(['101', '103', '104']);
    expect(scene.sites.find(({ id }) => id === '104')?.creuse).toBe(true);
    expect(scene.ailleurs.map(({ id }) => id)).toEqual(['102']);
  });

  it('ne dessine pas un centre sans position', () => {
    expect(scene.centres.map(({ id }) => id)).toEqual(['c1', 'c2']);
  });

  it('écarte les marques d’un même point, jusqu’à la dernière place', () => {
    const tas = Array.from({ length: 20 }, (_, i) => ({ ...LIEUX.implantations[1], id: `${i}` }));
    const lieux = { ...LIEUX, implantations: [...LIEUX.implantations, ...tas] } as typeof LIEUX;
    const { sites } = sceneDe(autour(lieux, OFFRE, etat), etat.rayon);
    expect(new Set(sites.filter(({ id }) => Number(id) < 20).map(({ place }) => place)).size).toBe(
      20,
    );
    for (const [i, [x, y]] of PLACES.entries()) {
      for (const [a, b] of PLACES.slice(0, i)) {
        expect(Math.hypot(x - a, y - b)).toBeGreaterThan(11);
      }
    }
  });

  it('devient des sources : un cercle fermé, un voile percé', () => {
    const sources = sourcesDe(scene);
    expect(sources.cercle?.features).toHaveLength(1);
    const [voile] = sources.voile?.features ?? [];
    expect(voile?.geometry.type === 'Polygon' && voile.geometry.coordinates).toHaveLength(2);
    expect(sourcesDe(sceneDe(autour(LIEUX, OFFRE, ETAT_INITIAL), 10)).cercle?.features).toEqual([]);
  });
});

describe('le cadre', () => {
  const sansDepart = (choix: object) => {
    const filtre = { ...ETAT_INITIAL, choix };
    return sceneDe(autour(LIEUX, OFFRE, filtre), filtre.rayon);
  };

  it('tient ce que le filtre retient, sans point de départ', () => {
    const { cadre, sites } = sansDepart({ zone: ['5'] });
    expect(sites.map(({ id }) => id)).toEqual(['104']);
    expect(sites.every((site) => contient(cadre, site))).toBe(true);
    expect(cadre.est - cadre.ouest).toBeLessThan(0.2);
  });

  it('suit une zone tout en hauteur, jusqu’au bout du pays', () => {
    const [un] = LIEUX.implantations;
    const hauts = [50.46, 49.53].map((lat, i) => ({ ...un, id: `h${i}`, zone: 7, lat, lon: 5.6 }));
    const lieux = { ...LIEUX, implantations: [...LIEUX.implantations, ...hauts] } as typeof LIEUX;
    const etat = { ...ETAT_INITIAL, choix: { zone: ['7'] } };
    const { cadre } = sceneDe(autour(lieux, OFFRE, etat), 10);
    expect(cadre.est - cadre.ouest).toBeLessThan(0.2);
    expect(hauts.every((site) => contient(cadre, site))).toBe(true);
  });

  it('reste celui des dix zones quand rien n’est retenu, ou presque tout', () => {
    expect(sansDepart({ option: ['9999'] }).cadre).toBe(CADRE_ENTIER);
    const [premier] = LIEUX.implantations;
    const loin = { ...premier, id: '1', lat: 49.6, lon: 2.9 } as typeof premier;
    const lieux = { ...LIEUX, implantations: [...LIEUX.implantations, loin] } as typeof LIEUX;
    expect(sceneDe(autour(lieux, OFFRE, ETAT_INITIAL), 10).cadre).toBe(CADRE_ENTIER);
  });
});

describe('les phrases', () => {
  it.each([
    [{}, 'dans les dix zones.'],
    [{ zone: ['4'] }, 'implantations dans la zone de Liège.'],
    [{ zone: ['4', '5'] }, 'implantations dans les zones de Liège et de Verviers.'],
    [{ zone: ['4'], reseau: ['WBE'] }, 'selon vos filtres dans la zone de Liège.'],
    [{ zone: ['1', '2', '4', '5'] }, 'implantations dans 4 zones.'],
  ])('disent dans quelles zones : %o', (choix, fin) => {
    const zones = [
      { zone: 4, nom: 'Liège' },
      { zone: 5, nom: 'Verviers' },
    ];
    const filtre = { ...ETAT_INITIAL, choix };
    const phrase = constatAutour(LIEUX, filtre, autour(LIEUX, OFFRE, filtre), zones);
    expect(sansInsecables(phrase)).toContain(fin);
  });

  it('disent combien, où, et la plus proche du même caractère', () => {
    expect(sansInsecables(constatAutour(LIEUX, etat, resultat))).toBe(
      '3 implantations à 10 km ou moins, dont 2 de votre caractère, la plus proche à environ 5 km.',
    );
  });

  it.each([
    [['101'], '1 implantation à 10 km ou moins, de votre caractère, à 10,0 km.'],
    [['103'], '1 implantation à 10 km ou moins, d’un autre caractère.'],
  ])('disent ce que vaut une implantation seule : %s', (gardees, attendu) => {
    const sites = resultat.sites.filter(({ site }) => gardees.includes(site.id));
    expect(sansInsecables(constatAutour(LIEUX, etat, { ...resultat, sites }))).toBe(attendu);
  });

  it('accordent le verbe avec le nombre', () => {
    const filtre = { ...etat, choix: { option: ['2115'] } };
    const phrase = constatAutour(LIEUX, filtre, autour(LIEUX, OFFRE, filtre));
    expect(sansInsecables(phrase)).toContain(
      '1 implantation organise l’option 2115 Option 2115 à 10 km ou moins',
    );
  });

  it('donnent une décimale à une adresse, aucune à une commune', () => {
    expect(sansInsecables(enKm(6.23, true))).toBe('6,2 km');
    expect(sansInsecables(enKm(6.23, false))).toBe('environ 6 km');
    expect(sansInsecables(enKm(0.2, false))).toBe('environ 1 km');
  });
});

it.each([
  [0, 0, 'Aucune autre implantation à 10 km ou moins.'],
  [1, 0, '1 implantation à 10 km ou moins, dont aucune de même caractère.'],
  [3, 2, '3 implantations à 10 km ou moins, dont 2 de même caractère.'],
])('autour d’une implantation : %i, dont %i de même caractère', (total, memes, dit) => {
  expect(constatAlentour(total, memes, 10).replace(/[\u00A0\u202F]/g, ' ')).toBe(dit);
});
