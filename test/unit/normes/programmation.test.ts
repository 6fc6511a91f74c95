import { describe, expect, test } from 'vitest';
import {
  type AccesDepuis,
  acces7e,
  type LettreDAcces,
} from '../../../src/domain/normes/acces7e.ts';
import type { Condition } from '../../../src/domain/normes/conditions.ts';
import {
  type CasDeDedoublement,
  casDeDedoublement,
  dedoublement,
} from '../../../src/domain/normes/dedoublement.ts';
import { delegation } from '../../../src/domain/normes/delegation.ts';
import { reglesDe, reglesEnVigueur } from '../../../src/domain/normes/edition.ts';
import { demandesGoss } from '../../../src/domain/normes/goss.ts';
import { type Instance, instanceCompetente } from '../../../src/domain/normes/instance.ts';
import {
  formationsExclues,
  perimetreDe,
  type ReglePerimetre,
} from '../../../src/domain/normes/perimetre.ts';
import { article45, CAMPAGNE, option, septiemePB, septiemeTQ, troisieme } from './exemples.ts';
import { lire } from './lire.ts';

const perimetres = lire<ReglePerimetre>('perimetre');
const perimetre = reglesEnVigueur(perimetres, CAMPAGNE);
const lettres = lire<LettreDAcces>('acces_7e');
const depuis = lire<AccesDepuis>('acces_7e_depuis');
const conditions = reglesEnVigueur(lire<Condition>('conditions_alternance', ['ordre']), CAMPAGNE);
const cas = lire<CasDeDedoublement>('dedoublement_cas', ['cas'], ['possible', 'suspendue']);
const echeances = { projet: { jour: 15, mois: 3 }, autorisation: { jour: 15, mois: 5 } };

describe('périmètre', () => {
  test.each([
    ['000 l.521 3e année', troisieme, 'a_programmer', '3e année'],
    ['000 l.522, 561 option 4-5-6', option(), 'a_programmer', 'uniquement en 4e'],
    ['000 l.553 option de 5e-6e', option({ annees: '5-6' }), 'a_programmer', 'en 4e'],
    ['000 l.523 7e année', septiemePB, 'a_programmer', '7e année'],
    ['000 l.528 article 45', article45, 'a_programmer', 'article 45'],
    ['001 l.1685 SN', { ...septiemeTQ, sans_norme: true }, 'a_programmer', 'sans norme'],
    ['000 l.590 8217', option({ annees: '4-5-6-7' }), 'a_programmer', '4-5-6-7'],
    ['000 l.537 NP', option({ statut: 'non_programmable' }), 'non_programmable', 'NP'],
    [
      '001 l.1365 éteinte',
      option({ statut: 'extinction' }),
      'non_programmable',
      'répertoire de 2019',
    ],
    [
      '000 l.569-571 ancien code d’une transformation',
      option({ statut: 'extinction', sous_reserve: true }),
      'hors_perimetre',
      'sans exclure l’ancienne',
    ],
    ['000 l.515-530 urgence', option({ regime: 'urgence' }), 'hors_perimetre', 'urgence'],
    ['années inconnues', option({ annees: null }), 'hors_perimetre', 'ne cite pas'],
  ] as const)('%s', (_source, opt, genre, motif) => {
    const reponse = perimetreDe(perimetre, opt);
    expect(reponse.genre).toBe(genre);
    expect(reponse.motif).toContain(motif);
    expect(reponse.reference).not.toBe('');
  });

  test('000 l.534-536 : trois formations exclues', () => {
    expect(formationsExclues(perimetre)).toHaveLength(3);
  });

  test('001 l.1588-1592 : en 2019, l’article 45 et l’urgence ont leur procédure', () => {
    const urgence = option({ regime: 'urgence' });
    expect(perimetreDe(reglesDe(perimetres, '2019-20'), urgence).genre).toBe('a_programmer');
    expect(perimetreDe(reglesDe(perimetres, '2019-20'), option()).genre).toBe('a_programmer');
  });
});

describe('accès à la 7e année', () => {
  test.each([
    ['001 l.2125', 'L', 'certificat de qualification particulier'],
    ['001 l.2126', 'SO', 'réservée aux porteurs d’un certificat'],
    ['001 l.2127', 'O', 'réussi une 6e'],
  ])('%s : %s', (_source, acces_7e, sens) => {
    expect(acces7e(lettres, depuis, { code_obg: '9999', acces_7e }).motif).toContain(sens);
  });

  test('000 l.621-631 : 4126, semi-ouverte en 2019, n’a plus que trois accès', () => {
    const chef = acces7e(lettres, depuis, { code_obg: '4126', acces_7e: 'SO' });
    expect(chef.depuis).toEqual(['4118', '4128', '4131']);
  });

  test('lettre absente', () => {
    const reponse = acces7e(lettres, depuis, { code_obg: '2219', acces_7e: null });
    expect(reponse.motif).toBe('accès non publié');
  });
});

describe('dédoublement', () => {
  const projet = {
    modes: 'PE',
    accordCefa: true,
    fermetureImposee: false,
    communiqueLe: '2024-03-15',
  } as const;
  const demander = (champs: object) =>
    dedoublement(conditions, echeances, { ...projet, ...champs });

  test('000 l.501-513 : trois conditions, autorisé le 15 mai, ouvert à la rentrée', () => {
    expect(demander({})).toMatchObject({
      genre: 'possible',
      autoriseLe: '2024-05-15',
      ouverture: '2024-2025',
      edition: '2025-26',
    });
  });

  test.each([
    ['000 l.501 déjà en alternance', { modes: 'PE-ALT' }, 'impossible'],
    ['000 l.503 1°', { accordCefa: false }, 'impossible'],
    ['000 l.503 1°, inconnu', { accordCefa: null }, 'a_completer'],
    ['000 l.504 2°', { fermetureImposee: true }, 'impossible'],
    ['000 l.505 3°', { communiqueLe: '2024-03-16' }, 'impossible'],
    ['000 l.505 3°, inconnu', { communiqueLe: null }, 'a_completer'],
  ])('%s', (_source, champs, genre) => {
    expect(demander(champs)).toMatchObject({ genre, autoriseLe: null });
  });

  test.each([
    ['001 l.1717 cas 1°', 'atteinte', false, 1, true],
    ['001 l.1717 cas 2°, l.1809', 'M1', false, 2, false],
    ['001 l.1717 cas 3°', 'M2', false, 3, false],
    ['001 l.1717 cas 3°, dérogation', 'derogation', false, 3, false],
    ['001 l.1717 cas 4°', 'atteinte', true, 4, true],
  ] as const)('%s', (_source, statut, suspendue, numero, possible) => {
    const trouve = casDeDedoublement(cas, statut, suspendue);
    expect(trouve).toMatchObject({ cas: numero, possible });
  });

  test('une option suspendue au 15 janvier n’est dans aucun cas', () => {
    expect(casDeDedoublement(cas, 'S1', true)).toBeNull();
  });
});

describe('délégation', () => {
  const projet = {
    statut: 'atteinte',
    accords: true,
    declaration: true,
    recevantCooperant: true,
    dejaDeleguee: false,
    dejaDedoublee: false,
  } as const;

  test('001 l.1736 : possible, à renouveler chaque année', () => {
    const reponse = delegation(conditions, projet);
    expect(reponse.genre).toBe('possible');
    expect(reponse.suites.join()).toContain('chaque année');
  });

  test.each([
    ['001 l.1736 suspension', { statut: 'S1' }, 'impossible'],
    ['001 l.1736 maintien 1', { statut: 'M1' }, 'impossible'],
    ['001 l.1736 maintien 2', { statut: 'M2' }, 'impossible'],
    ['001 l.1721 sous la norme', { statut: 'derogation' }, 'impossible'],
    ['001 l.1729 une seule délégation', { dejaDeleguee: true }, 'impossible'],
    ['001 l.1714, 1729 dédoublée', { dejaDedoublee: true }, 'impossible'],
    ['001 l.1736 coopérant', { recevantCooperant: false }, 'impossible'],
    ['001 l.1736 déclaration', { declaration: null }, 'a_completer'],
  ] as const)('%s', (_source, champs, genre) => {
    expect(delegation(conditions, { ...projet, ...champs }).genre).toBe(genre);
  });
});

test.each([
  ['R', 'Comité de concertation'],
  ['R2', 'Conseil général de concertation'],
  [null, 'Conseil de zone'],
])('001 l.1698 : option %s, %s', (reserve, instance) => {
  const table = lire<Instance>('instances_programmation');
  expect(instanceCompetente(table, reserve)?.instance).toBe(instance);
});

describe('demandes GOSS (000 l.811-826)', () => {
  const rien = { degre: false, annee: false, optionEnPleinExercice: false };
  const opt = { code_obg: '2115', forme: 'P' };

  test('le degré, puis l’année, puis l’option', () => {
    expect(demandesGoss(rien, opt, 'PE').map((d) => d.libelle)).toEqual(['DQ', 'DQ 4 P', '2115']);
  });

  test('RDQ en alternance', () => {
    expect(demandesGoss(rien, opt, 'ALT')[0]?.libelle).toBe('RDQ');
  });

  test('l’option seule quand le degré et l’année existent', () => {
    expect(demandesGoss({ ...rien, degre: true, annee: true }, opt, 'PE')).toHaveLength(1);
  });

  test('un dédoublement quand l’option existe en plein exercice', () => {
    const structures = { degre: true, annee: true, optionEnPleinExercice: true };
    expect(demandesGoss(structures, opt, 'PE-ALT').at(-1)?.type).toBe('Dédoublement');
  });
});
