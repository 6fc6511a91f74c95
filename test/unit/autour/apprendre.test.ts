import { expect, test } from 'vitest';
import { codesDuMetier, formationsDe, ouApprendre } from '../../../src/domain/autour/apprendre.ts';
import type { Souhait } from '../../../src/domain/autour/souhait.ts';
import type { Lieux, OccurrenceDeCarte, OptionSituee } from '../../../src/domain/autour/types.ts';
import { preparerRecherche } from '../../../src/domain/recherche/options.ts';
import { decodeApprendre, encodeApprendre } from '../../../src/domain/url/apprendre.ts';
import {
  anneesEnMots,
  constatDApprentissage,
  noteDApprentissage,
} from '../../../src/phrases/apprendre.ts';
import { unSite } from '../dossier/exemples.ts';
import { toutLeRepertoire } from '../recherche/repertoire.ts';

const NAMUR = { lat: 50.4669, lon: 4.8675 };
const auNord = (id: string, km: number) =>
  unSite(id, { lat: NAMUR.lat + km / 111.2, lon: NAMUR.lon });
const option = (code: string, champs: Partial<OptionSituee> = {}): OptionSituee => ({
  ...{ code, intitule: `Métier ${code}`, secteur: 8, groupe: 83, art45: false },
  ...{ forme: 'P', annees: '4-5-6', nouveaux: [], ...champs },
});
const occurrence = (
  une: OptionSituee,
  organisation: OccurrenceDeCarte['organisation'] = 'PE',
): OccurrenceDeCarte => ({
  ...{ option: une, organisation, eleves: 12, masques: 0 },
  ...{ besoin: 'aucun', maintien: 'non-controlee', degres: [] },
});

const COIFFEUR = option('8328');
const AIDE = option('8314', { annees: '3' });
const ANCIEN = option('8307', { nouveaux: ['8328'] });
const lieux: Lieux = {
  implantations: [auNord('1', 40), auNord('2', 4), auNord('3', 12), auNord('4', 20)],
  ...{ communes: [], centres: [], options: [COIFFEUR, AIDE, ANCIEN] },
};
const offre = new Map([
  ['1', [occurrence(COIFFEUR)]],
  ['2', [occurrence(COIFFEUR, 'PE-ALT'), occurrence(AIDE), occurrence(option('2115'))]],
  ['3', [occurrence(ANCIEN, 'ALT')]],
  ['4', [occurrence(COIFFEUR, 'inconnue')]],
]);
const chercher = (souhait: Partial<Souhait>) =>
  ouApprendre(lieux, offre, NAMUR, {
    codes: ['8328', '8314'],
    voie: null,
    rayon: 30,
    ...souhait,
  });
const fases = (souhait: Partial<Souhait>) => chercher(souhait).proches.map(({ site }) => site.id);

test('les plus proches d’abord, les degrés réunis de la première année à la dernière', () => {
  const { proches, audela } = chercher({});
  expect(proches.map(({ site }) => site.id)).toEqual(['2', '3', '4']);
  expect(proches[0]?.formations.map((f) => f.option.code)).toEqual(['8314', '8328']);
  expect(audela).toEqual([]);
});

test('plein exercice, alternance : ce dont le mode n’est pas connu convient aux deux', () => {
  expect(fases({ voie: 'PE' })).toEqual(['2', '4']);
  expect(fases({ voie: 'ALT' })).toEqual(['2', '3', '4']);
});

test('aucune en deçà : les plus proches au-delà, et la phrase le dit', () => {
  const ecoles = chercher({ rayon: 2 });
  expect(ecoles.proches).toEqual([]);
  expect(ecoles.audela.map(({ site }) => site.id)).toEqual(['2', '3', '4']);
  const cherche = { q: 'coiffure', lieu: 'Namur', rayon: 2, voie: null, complete: true };
  expect(constatDApprentissage(ecoles, cherche).replace(/[\u00a0\u202f]/g, ' ')).toBe(
    'Aucune école connue à 2 km ou moins de Namur pour « coiffure ». La plus proche est à environ 4 km.',
  );
});

test('nulle part : ce n’est vrai que si tout est connu', () => {
  const rien = { proches: [], audela: [] };
  const dire = (complete: boolean) =>
    constatDApprentissage(rien, { q: '', lieu: 'Namur', rayon: 30, voie: 'ALT', complete });
  expect(dire(true)).toContain('Ni plus loin');
  expect(dire(false).replace(/[\u00a0\u202f]/g, ' ')).toBe(
    'Aucune école connue à 30 km ou moins de Namur, en alternance.',
  );
});

test('sans métier, tout ce que l’école organise', () => {
  expect(chercher({ codes: null }).proches[0]?.formations).toHaveLength(3);
});

test('une formation réunit les codes de même nom', () => {
  const homonyme = option('8300', { intitule: 'METIER  8328' });
  expect(formationsDe([COIFFEUR, homonyme, AIDE], ['8328', '8314', '8300'])).toEqual([
    { nom: 'Métier 8328', codes: ['8328', '8300'] },
    { nom: 'Métier 8314', codes: ['8314'] },
  ]);
});

test.each([
  ['4-5-6', 'en 4e, 5e et 6e'],
  ['3', 'en 3e'],
  ['7', 'en 7e'],
  [null, 'années non dites par les textes'],
])('%s : %s', (annees, mots) => {
  expect(anneesEnMots(annees)).toBe(mots);
});

test('ce qui n’est pas connu se dit, partout ou en partie', () => {
  expect(noteDApprentissage([], 10)).toBe('');
  expect(noteDApprentissage([1, 2], 10).replaceAll('\u00a0', ' ')).toContain('2 zones sur 10');
  expect(noteDApprentissage([1, 2], 2)).toContain('ne connaît pas');
});

test('l’adresse : ce qui s’y écrit s’y relit, ce qui n’existe pas est dit', () => {
  const { recherche } = decodeApprendre(
    '?q=coiffure&option=8328,8314&commune=namur&filiere=alt&rayon=50',
  );
  expect(decodeApprendre(encodeApprendre(recherche)).recherche).toEqual(recherche);
  expect(recherche).toMatchObject({ voie: 'ALT', rayon: 50, option: ['8328', '8314'] });
  expect(encodeApprendre(decodeApprendre('').recherche)).toBe('');
  const { avis } = decodeApprendre('?rayon=31&filiere=X&option=abc&lieu=ici&commune=');
  expect(avis).toHaveLength(5);
});

test('un métier nommé écarte ce que seul son groupe rapproche ; sans rien de nommé, le groupe répond', () => {
  const { chercher } = preparerRecherche(toutLeRepertoire());
  const mecanicien = codesDuMetier(chercher('mécanicien')) ?? [];
  expect(mecanicien).toEqual(expect.arrayContaining(['2334', '2420', '2528']));
  expect(mecanicien).not.toContain('2318');
  expect(chercher('mécanicien')?.codes).toContain('2318');
  const hotellerie = chercher('hôtellerie alimentation');
  expect(codesDuMetier(hotellerie)?.length).toBeGreaterThan(3);
  expect(codesDuMetier(chercher(''))).toBe(null);
});
