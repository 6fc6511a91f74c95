import { describe, expect, test } from 'vitest';
import { candidatDe } from '../../../src/domain/dossier/candidats.ts';
import { CRITERES } from '../../../src/domain/dossier/faits.ts';
import {
  type LectureDeCritere,
  peser,
  REGLES_DE_LECTURE,
} from '../../../src/domain/dossier/lectures.ts';
import type { Donnees } from '../../../src/domain/dossier/types.ts';
import { contexte, unBesoin, uneOccurrence, uneOption, unSite } from './exemples.ts';

const PRES = { lat: 50.65, lon: 5.6 };
const LOIN = { lat: 50.2, lon: 5.6 };
const NON = { caractere: 'non confessionnel', reseau: 'WBE' } as const;

type Cas = readonly [
  critere: (typeof CRITERES)[number],
  lecture: LectureDeCritere,
  Partial<Donnees>,
];

const D2 = uneOption({ code_obg: '2101', annees: '3', degre: 'D2' });
const AUTRE_GROUPE = uneOption({ code_obg: '2213', groupe: 22 });
const TC = unBesoin();
const TC_FC = unBesoin({ fc: true, metiersFc: ['D001'] });

/** Chaque règle de lecture, par le plus petit exemple qui la fait parler. */
const CAS: Readonly<Record<string, Cas>> = {
  'aucune option de l’école n’est connue': ['coherence', 'inconnu', {}],
  'l’école organise une autre option du même groupe': [
    'coherence',
    'favorable',
    { options: [uneOption(), D2], occurrences: [uneOccurrence('1', '2101')] },
  ],
  'l’école organise le secteur, mais pas le groupe': [
    'coherence',
    'neutre',
    { options: [uneOption(), AUTRE_GROUPE], occurrences: [uneOccurrence('1', '2213')] },
  ],
  'l’école n’organise pas encore le secteur': [
    'coherence',
    'defavorable',
    {
      options: [uneOption(), uneOption({ code_obg: '8123', secteur: 8, groupe: 81 })],
      occurrences: [uneOccurrence('1', '8123')],
    },
  ],
  'un dédoublement n’ajoute pas d’occurrence': [
    'equilibre',
    'neutre',
    { occurrences: [uneOccurrence('1')] },
  ],
  'aucune occurrence dans la zone : rien à équilibrer': ['equilibre', 'neutre', {}],
  'moins d’occurrences de votre caractère que de l’autre': [
    'equilibre',
    'favorable',
    { sites: [unSite('1'), unSite('2', NON)], occurrences: [uneOccurrence('2')] },
  ],
  'autant d’occurrences de chaque caractère': [
    'equilibre',
    'neutre',
    {
      sites: [unSite('1'), unSite('2', NON), unSite('3')],
      occurrences: [uneOccurrence('2'), uneOccurrence('3')],
    },
  ],
  'plus d’occurrences de votre caractère que de l’autre': [
    'equilibre',
    'defavorable',
    { sites: [unSite('1'), unSite('2')], occurrences: [uneOccurrence('2')] },
  ],
  'un dédoublement n’ajoute pas de site': [
    'repartition',
    'neutre',
    { occurrences: [uneOccurrence('1')] },
  ],
  'aucune occurrence à 10 km ou moins': [
    'repartition',
    'favorable',
    { sites: [unSite('1'), unSite('2', LOIN)], occurrences: [uneOccurrence('2')] },
  ],
  'des occurrences proches, dont rien ne permet de mesurer la place': [
    'repartition',
    'neutre',
    {
      sites: [unSite('1'), unSite('2', PRES)],
      occurrences: [uneOccurrence('2', '2115', { premiere: null })],
    },
  ],
  'les élèves de première année des sites proches rempliraient un site de plus à la norme': [
    'repartition',
    'neutre',
    {
      sites: [unSite('1'), unSite('2', PRES)],
      occurrences: [uneOccurrence('2', '2115', { premiere: 24 })],
    },
  ],
  'les élèves de première année des sites proches ne rempliraient pas un site de plus': [
    'repartition',
    'defavorable',
    {
      sites: [unSite('1'), unSite('2', PRES)],
      occurrences: [uneOccurrence('2', '2115', { premiere: 23 })],
    },
  ],
  'un internat est lié à l’implantation': [
    'accessibilite',
    'favorable',
    { sites: [unSite('1', { internat: true })] },
  ],
  'pas d’internat : la desserte reste à décrire': [
    'accessibilite',
    'neutre',
    { sites: [unSite('1', { internat: false })] },
  ],
  'internat non connu': ['accessibilite', 'inconnu', {}],
  'l’option est TC et FC': ['besoin', 'favorable', { besoins: [TC_FC] }],
  'l’option est TC ou FC, pas les deux': ['besoin', 'neutre', { besoins: [TC] }],
  'l’option n’est ni TC ni FC': ['besoin', 'defavorable', { besoins: [{ ...TC_FC, zone: 1 }] }],
};

describe('les lectures', () => {
  test('chaque règle a son exemple', () => {
    expect(Object.keys(CAS).sort()).toEqual(REGLES_DE_LECTURE.map((r) => r.texte).sort());
  });

  test.each(Object.entries(CAS))('« %s »', (texte, [critere, lecture, champs]) => {
    const { lectures } = candidatDe(contexte(champs), uneOption());
    expect(lectures[critere]).toMatchObject({ critere, lecture, texte });
  });

  test('les critères se lisent tous, quels que soient les faits', () => {
    const { lectures } = candidatDe(contexte(), uneOption());
    expect(Object.keys(lectures)).toEqual([...CRITERES]);
  });

  test('les poids s’ajoutent ; neutre et non connu ne pèsent rien', () => {
    const { lectures } = candidatDe(contexte({ besoins: [TC_FC] }), uneOption());
    const poids = { coherence: 3, equilibre: 3, repartition: 2, accessibilite: 3, besoin: 3 };
    expect(peser(lectures, poids)).toBe(5);
  });
});
