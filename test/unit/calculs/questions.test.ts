import { describe, expect, test } from 'vitest';
import { ecrireReponses, lireReponses } from '../../../src/domain/calculs/questions/adresse.ts';
import type { Questionnaire, Reponses } from '../../../src/domain/calculs/questions/types.ts';
import { CAMPAGNE, densites, maintien, transitions } from '../normes/exemples.ts';
import { lire } from '../normes/lire.ts';
import { QUESTIONNAIRES, type Sujet } from './questionnaires.ts';

const TABLES: Readonly<Record<Sujet, unknown>> = {
  cefa: { cefa: lire('cefa', ['seuil'], ['strict']) },
  cpu: {
    options: lire('cpu_options'),
    renforts: lire('cpu_renforts', ['rang', 'renforts']),
    complements: lire('cpu_complements', ['taux']),
    parametres: lire('parametres_programmation', ['valeur']),
  },
  dedoublement: {
    conditions: lire('conditions_alternance', ['ordre']),
    cas: lire('dedoublement_cas', ['cas'], ['possible', 'suspendue']),
    campagne: CAMPAGNE,
  },
  degre: { maintien, densites, transitions },
  delegation: { conditions: lire('conditions_alternance', ['ordre']), campagne: CAMPAGNE },
  personnel: {
    encadrement: lire('encadrement', ['rang_min', 'rang_max', 'taux', 'valeur'], ['arrondi']),
  },
  occurrences: {
    parametres: lire('parametres_programmation', ['valeur']),
    instances: lire('instances_programmation'),
  },
};

const repondre = (sujet: Sujet, reponses: Reponses) =>
  Object.fromEntries(
    (QUESTIONNAIRES[sujet] as Questionnaire<unknown>)
      .repondre(TABLES[sujet], reponses)
      .map((dite) => [dite.id, dite]),
  );

describe.each(Object.keys(QUESTIONNAIRES) as Sujet[])('%s', (sujet) => {
  test('sans réponse, rien ne se suppose, et chaque réponse dit où elle est écrite', () => {
    for (const { valeur, reference } of Object.values(repondre(sujet, {}))) {
      expect(valeur).toBe('a_completer');
      expect(reference).not.toBe('');
    }
  });
});

test.each<readonly [string, Sujet, Reponses, string, string]>([
  ['7282, I.I.3 : douze élèves', 'cefa', { obligation: '12' }, 'creation', 'oui'],
  ['7282, I.I.3 : onze', 'cefa', { obligation: '11' }, 'creation', 'non'],
  ['7282, I.I.3 : 3 500, sans savoir', 'cefa', { qualifiant: '3500' }, 'second', 'selon'],
  ['7282, I.I.3 : 3 500, à garder', 'cefa', { qualifiant: '3500', second: 'oui' }, 'second', 'oui'],
  ['7282, I.I.3 : 4 001, sans savoir', 'cefa', { qualifiant: '4001' }, 'second', 'oui'],
  ['7282, I.I.4 : 55 élèves', 'cefa', { inscrits: '55', ancien: 'oui' }, 'maintien', 'non'],
  ['7282, I.I.4 : créé depuis', 'cefa', { ancien: 'non' }, 'maintien', 'non_prevu'],
  [
    '9146, § 4 : tout est rempli',
    'dedoublement',
    { pe: 'oui', cefa: 'oui', fermeture: 'non', delai: 'oui' },
    'campagne',
    'possible',
  ],
  ['9146, § 4, 3° : après le 15 mars', 'dedoublement', { delai: 'non' }, 'campagne', 'impossible'],
  ['7282, VI.II.3, cas 2°', 'dedoublement', { statut: 'M1' }, 'cas', 'cas 2'],
  ['7282, VI.II.3, cas 1° ou 4°', 'dedoublement', { statut: 'atteinte' }, 'cas', 'cas 1 cas 4'],
  [
    '7282, VI.II.3, cas 4°',
    'dedoublement',
    { statut: 'atteinte', suspendue: 'oui' },
    'cas',
    'cas 4',
  ],
  ['7282, VI.II.3, S1 : aucun cas', 'dedoublement', { statut: 'S1' }, 'cas', 'non_prevu'],
  ['7282, VI.II.4 : en M1', 'delegation', { statut: 'M1' }, 'delegation', 'impossible'],
  [
    '7282, VI.II.4 : tout est rempli',
    'delegation',
    {
      ...{ statut: 'atteinte', accords: 'oui', declaration: 'oui', cooperant: 'oui' },
      ...{ deleguee: 'non', dedoublee: 'non' },
    },
    'delegation',
    'possible',
  ],
  ['7282, VI.II.1 : TC', 'occurrences', { tc: 'oui' }, 'regle', 'sans_objet'],
  ['7282, VI.II.1 : une occurrence', 'occurrences', { tc: 'non', pe: '1' }, 'regle', 'sans_objet'],
  ['7282, VI.II.1 : une occurrence, TC ou non', 'occurrences', { pe: '1' }, 'regle', 'sans_objet'],
  ['7282, VI.II.1 : 2, TC ou non', 'occurrences', { pe: '2' }, 'regle', 'indeterminee'],
  [
    '7282, VI.II.1 : 20 en moyenne pour une norme de 10',
    'occurrences',
    {
      ...{ tc: 'non', pe: '2', norme: '10' },
      ...{ 'eleves-1': '40', 'ecoles-1': '2', 'eleves-2': '60', 'ecoles-2': '3' },
    },
    'regle',
    'autorisee',
  ],
  ['7282, VI.II.1 : dans les trois ans', 'occurrences', { creation: '2019' }, 'suite', '2022'],
  [
    '7282, VI.II.2 : strictement réservée',
    'occurrences',
    { reserve: 'R2' },
    'instance',
    'Conseil général de concertation',
  ],
  [
    '7282, VIII.III.1 : 400 h à 16 ans',
    'personnel',
    { age: 'moins-17', heures: '400' },
    'heures',
    'oui',
  ],
  [
    '7282, VIII.III.1 : 599 h à 17 ans',
    'personnel',
    { age: 'moins-18', heures: '599' },
    'heures',
    'non',
  ],
  [
    '7282, VIII.III.1 : 799 h à 19 ans',
    'personnel',
    { age: 'plus-18', heures: '799' },
    'heures',
    'non',
  ],
  [
    '7282, VIII.III.1, l. 2617 : 18 ans le 31 décembre même',
    'personnel',
    { age: 'juste-18', heures: '900' },
    'heures',
    'non_prevu',
  ],
  [
    '7282, VIII.VII, l. 2809 : le tableau du 3e degré s’arrête à 20',
    'personnel',
    { degre: 'D3', cours: '21' },
    'pratique',
    'a_completer',
  ],
  ...(
    [
      ['D2', [3, 7, 11, 14, 18, 22]],
      ['D3', [2, 5, 7, 10, 12, 15, 17, 20]],
    ] as const
  ).flatMap(([degre, bornes]) =>
    bornes.flatMap((borne, i) =>
      [borne, borne + 1]
        .filter((cours) => cours <= (degre === 'D2' ? 22 : 20))
        .map(
          (cours) =>
            [
              `7282, VIII.VII : ${cours} périodes de PP au ${degre}`,
              'personnel',
              { degre, cours: String(cours) },
              'pratique',
              String(cours === borne ? i + 1 : i + 2),
            ] as const,
        ),
    ),
  ),
  [
    '7282, VIII.VI : 10 élèves, secteur 2, P',
    'personnel',
    { atelier: '2-P', eleves: '10' },
    'atelier',
    '15',
  ],
  ['7282, VIII.VI : groupe 83, P', 'personnel', { atelier: '83-P', eleves: '10' }, 'atelier', '12'],
  ['7282, VIII.V : coefficient 0,5', 'personnel', { eleves: '31' }, 'personnel', '15.5'],
  ['1991, art. 14 : 20 élèves', 'personnel', { memes: '20' }, 'edition-1991', '48.8'],
  ['7282, VIII.IV : 20 élèves', 'personnel', { memes: '20' }, 'edition-2019-20', '45'],
  [
    '2009 : rien pour les professeurs',
    'personnel',
    { memes: '20' },
    'edition-2009-10',
    'non_prevu',
  ],
  ['7282, VII.I : D3 P, rien du lieu', 'degre', { degre: 'D3-P' }, 'norme', '12 15 20'],
  ['7282, VII.I : D3 P à 15 km', 'degre', { degre: 'D3-P', km: '15' }, 'norme', '15'],
  ['7282, VII.I : D2 TQ, muet', 'degre', { degre: 'D2-TQ' }, 'norme', 'non_prevu'],
  [
    '7282, VII.III : 21 élèves suffisent partout',
    'degre',
    { degre: 'D3-P', eleves: '21', statut: 'M1' },
    'suite',
    'atteinte',
  ],
  [
    '7282, VII.I : l’alternance ne compte pas',
    'degre',
    { degre: 'D3-P', densite: 'N', km: '1', eleves: '14', alternance: '9', statut: 'atteinte' },
    'suite',
    'M1',
  ],
  [
    '7282, VII.III : 17 élèves, cela dépend du lieu',
    'degre',
    { degre: 'D3-P', eleves: '17', statut: 'M1' },
    'suite',
    'a_completer',
  ],
  [
    '7282, VII.III.1, 5° : la première année n’est pas organisée',
    'degre',
    { degre: 'D3-P', statut: 'M2', premiere: 'non' },
    'suite',
    'fermee',
  ],
  [
    '7282, VII.III, l. 2427 : un degré en ordre ne se suspend pas, le texte ne dit pas la suite',
    'degre',
    { degre: 'D3-P', statut: 'atteinte', premiere: 'non' },
    'suite',
    'non_prevu',
  ],
  [
    '7282, VII.III, l. 2431 : la norme attend que le degré soit complet',
    'degre',
    { degre: 'D3-P', statut: 'creation' },
    'suite',
    'creation',
  ],
  ['7282, VII.I : D3 AQ, muet', 'degre', { degre: 'D3-AQ' }, 'norme', 'non_prevu'],
  ['arrêté de 2018, art. 6, § 2', 'cpu', { remplacee: 'oui' }, 'passage', 'automatique'],
  ['arrêté de 2018, art. 6, § 3', 'cpu', { remplacee: 'non' }, 'passage', 'creation'],
  [
    'arrêté de 2018, annexe I, A, 6',
    'cpu',
    {
      ...{ partie: 'A', 'A-usinage': 'oui', 'A-mecanicien-polyvalent': 'non' },
      ...{ 'A-electromecanique': 'non', 'A-mecanique-automobile': 'non' },
    },
    'renfort',
    '14',
  ],
  [
    'arrêté de 2018, annexe I, A : le reste n’est pas dit',
    'cpu',
    { partie: 'A', 'A-usinage': 'oui' },
    'renfort',
    'a_completer',
  ],
  [
    'arrêté de 2018, annexe I, G, l. 469 : sans 2e degré',
    'cpu',
    {
      ...{ partie: 'G', 'G-coiffeur': 'oui', 'G-coiffure': 'non', 'G-restaurateur': 'non' },
      ...{ 'G-estheticien': 'non', 'G-ouvrier-agriculture': 'non' },
    },
    'renfort',
    '14',
  ],
  ['arrêté de 2018, annexe I, F : au cas par cas', 'cpu', { partie: 'F' }, 'renfort', 'non_prevu'],
  [
    'arrêté de 2018, art. 10, § 3, quatrième année',
    'cpu',
    { quand: '4', eleves4: '10', eleves5: '0', eleves6: '10' },
    'complement',
    '7',
  ],
  [
    'arrêté de 2018, art. 10, § 3 : les élèves de 5e ne sont pas dits',
    'cpu',
    { quand: '4', eleves4: '10', eleves6: '10' },
    'complement',
    'a_completer',
  ],
  [
    'arrêté de 2018, art. 10, § 3 : la 6e ne compte pas la deuxième année',
    'cpu',
    { quand: '2', eleves4: '10', eleves5: '10' },
    'complement',
    '5',
  ],
  ['arrêté de 2018, art. 10, § 3, rien la première', 'cpu', { quand: '1' }, 'complement', '0'],
  [
    'arrêté de 2018, art. 10, § 4',
    'cpu',
    { quand: '2018-2019', eleves5: '10', eleves6: '10' },
    'complement',
    '9',
  ],
])('%s', (_source, sujet, reponses, id, attendu) => {
  expect(repondre(sujet, reponses)[id]?.valeur).toBe(attendu);
});

test('l’adresse porte les réponses, et une question disparue en sort', () => {
  const questionnaire = QUESTIONNAIRES.cpu as Questionnaire<unknown>;
  const aller = (search: string, reponses: Reponses) =>
    ecrireReponses(search, 'cpu', questionnaire, TABLES.cpu, reponses);
  const reponses = { partie: 'A', 'A-usinage': 'oui', eleves4: '12' };
  const search = aller('?cefa-inscrits=3', reponses);
  expect(lireReponses(search, 'cpu', questionnaire, TABLES.cpu).etat).toEqual(reponses);
  expect(search).toContain('cefa-inscrits=3');
  expect(aller(search, { ...reponses, partie: 'B' })).not.toContain('usinage');
});
