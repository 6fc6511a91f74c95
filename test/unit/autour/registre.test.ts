import { expect, it } from 'vitest';
import { autour } from '../../../src/domain/autour/autour.ts';
import { ETAT_INITIAL } from '../../../src/domain/autour/etat.ts';
import { connuesDe, ditLesQualifiants } from '../../../src/domain/autour/facettes.ts';
import type { Lieux } from '../../../src/domain/autour/types.ts';
import { decodeCarte, encodeCarte } from '../../../src/domain/url/carte.ts';
import { noteDOffre } from '../../../src/phrases/offre-inconnue.ts';
import { LIEUX } from './lieux.ts';

const [UN, DEUX, TROIS] = LIEUX.implantations;
const MARQUES = [
  { ...UN, id: 'a', qualifiant: true, faseEtablissement: '70' },
  { ...DEUX, id: 'b', qualifiant: false, faseEtablissement: '70' },
  { ...TROIS, id: 'c', qualifiant: null, faseEtablissement: '71' },
] as Lieux['implantations'];
const marques: Lieux = { ...LIEUX, implantations: MARQUES };
const lire = (search: string, lieux = marques) =>
  decodeCarte(search, { choix: connuesDe(lieux), annees: ['2023-2024'] });
const trouves = (search: string) =>
  autour(marques, new Map(), lire(search).etat).sites.map(({ site }) => site.id);

it.each([
  ['?qualifiant=oui', ['a']],
  ['?qualifiant=non', ['b']],
  ['?qualifiant=non-connu', ['c']],
  ['?qualifiant=oui,non-connu', ['a', 'c']],
])('filtre la section qualifiante que l’édition marque : %s', (search, ids) => {
  expect(trouves(search).toSorted()).toEqual(ids);
  expect(encodeCarte(lire(search).etat)).toBe(search);
});

it('n’a pas ce filtre là où rien n’est marqué', () => {
  const muets = {
    ...marques,
    implantations: MARQUES.map((site) => ({ ...site, qualifiant: null })),
  };
  expect(ditLesQualifiants(muets)).toBe(false);
  expect(lire('?qualifiant=oui', muets).etat.choix).toEqual({});
  expect(lire('?qualifiant=oui', muets).avis).toHaveLength(1);
});

it('dit que le registre n’est pas une liste de sites qualifiants, marqués ou non', () => {
  const zones = [{ zone: 4, nom: 'Liège', sansOffre: ['2023-2024'] }];
  const note = (dits: boolean) => noteDOffre(ETAT_INITIAL, zones, '2023-2024', dits);
  expect(note(false)).toContain('le registre ne dit pas lesquelles sont qualifiantes');
  expect(note(true)).toContain('le registre n’est pas une liste de sites qualifiants');
});

it('part d’un FASE d’établissement quand il n’a qu’une implantation', () => {
  const depart = (search: string) => autour(marques, new Map(), lire(search).etat).depart;
  expect(depart('?fase=71')?.implantation?.id).toBe('c');
  expect(depart('?implantation=71')?.implantation?.id).toBe('c');
  expect(depart('?fase=70')).toBeNull();
});
