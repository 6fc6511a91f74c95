import { describe, expect, it } from 'vitest';
import { autour } from '../../../src/domain/autour/autour.ts';
import { type Choix, ETAT_INITIAL, type EtatCarte } from '../../../src/domain/autour/etat.ts';
import { LIEUX, OFFRE } from './lieux.ts';

const depuis = (choix: Choix = {}, reste: Partial<EtatCarte> = {}) =>
  autour(LIEUX, OFFRE, {
    ...ETAT_INITIAL,
    depart: { genre: 'implantation', fase: '100' },
    choix,
    ...reste,
  });
const ids = ({ sites }: ReturnType<typeof depuis>) => sites.map(({ site }) => site.id);

describe('autour', () => {
  it('prend un site à 9,99 km, laisse un site à 10,01 km, et ne compte pas le point de départ', () => {
    expect(ids(depuis())).toEqual(['103', '104', '101']);
    expect(depuis().choisie?.site.id).toBe('100');
    expect(ids(depuis({}, { rayon: 11 }))).toEqual(['103', '104', '101', '102']);
  });

  it('garde l’offre entière du point de départ, quels que soient les filtres', () => {
    expect(depuis({ option: ['4001'] }).choisie?.occurrences).toHaveLength(1);
  });

  it('ne montre d’un site que les occurrences que tous les filtres gardent', () => {
    const [seul, ...autres] = depuis({ option: ['2115'] }).sites;
    expect(autres).toEqual([]);
    expect(seul?.site.id).toBe('101');
    expect(seul?.eleves).toBe(12);
    expect(ids(depuis({ secteur: ['3'], filiere: ['ALT'] }))).toEqual([]);
  });

  it('garde un site sans offre tant qu’aucun filtre ne demande une option', () => {
    expect(ids(depuis({ zone: ['5'] }))).toEqual(['104']);
    expect(ids(depuis({ zone: ['5'], secteur: ['2'] }))).toEqual([]);
  });

  it('compte une option TC-FC aussi comme TC et comme FC', () => {
    expect(ids(depuis({ besoin: ['tc'] }))).toEqual(['101']);
    expect(ids(depuis({ besoin: ['fc'] }))).toEqual(['101']);
    expect(ids(depuis({ besoin: ['aucun'] }))).toEqual(['103', '101']);
  });

  it('compte chaque valeur comme si elle était le seul choix de son filtre', () => {
    const { comptes } = depuis({ caractere: ['confessionnel'] });
    expect(comptes.caractere.get('non-confessionnel')).toBe(2);
    expect(comptes.secteur.get('3')).toBe(1);
    expect(comptes.secteur.get('2')).toBeUndefined();
  });

  it('range par élèves ou par nom, et reste total', () => {
    expect(ids(depuis({}, { tri: 'eleves-' }))).toEqual(['101', '103', '104']);
    expect(ids(depuis({}, { tri: 'nom' }))).toEqual(['101', '103', '104']);
  });

  it('sans point de départ : tous les sites, sans distance', () => {
    const { sites, choisie, ailleurs } = autour(LIEUX, OFFRE, ETAT_INITIAL);
    expect(sites).toHaveLength(5);
    expect(sites.every(({ distance }) => distance === null)).toBe(true);
    expect(choisie).toBeNull();
    expect(ailleurs).toEqual([]);
  });

  it('une implantation ou une commune inconnue n’a pas de position', () => {
    expect(depuis({}, { depart: { genre: 'implantation', fase: '999' } }).depart).toBeNull();
    expect(depuis({}, { depart: { genre: 'commune', slug: 'paris' } }).depart).toBeNull();
  });

  it('depuis une commune, la mesure part de son point central', () => {
    const depuisCommune = depuis({}, { depart: { genre: 'commune', slug: 'grace-hollogne' } });
    expect(depuisCommune.choisie).toBeNull();
    expect(depuisCommune.sites[0]?.distance).toBeCloseTo(0, 6);
  });
});

describe('les centres', () => {
  const trouves = (choix: Choix = {}) => depuis(choix).centres.map(({ centre }) => centre.id);

  it('sont ceux du rayon, puis ceux de la zone sans position', () => {
    expect(trouves()).toEqual(['c1', 'c2', 'c3']);
    expect(depuis().centres.at(-1)?.distance).toBeNull();
  });

  it('un filtre de secteur, de groupe ou d’option met à part ceux d’un autre secteur', () => {
    const siens = (choix: Choix) =>
      depuis(choix).centres.flatMap((c) => (c.autreSecteur ? [] : [c.centre.id]));
    expect(siens({ option: ['2115'] })).toEqual(['c1', 'c2']);
    expect(siens({ groupe: ['34'] })).toEqual(['c2', 'c3']);
    expect(trouves({ option: ['2115'] })).toEqual(['c1', 'c2', 'c3']);
    expect(trouves({ centre: ['CTA'] })).toEqual(['c1']);
  });
});
