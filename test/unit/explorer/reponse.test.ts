import { expect, test } from 'vitest';
import { accorder, QUESTION_NEUVE, type Question } from '../../../src/domain/explorer/question.ts';
import {
  type Contexte,
  type RangeeLue,
  type RangeesLues,
  repondre,
} from '../../../src/domain/explorer/reponse.ts';
import { direReponse, ecrireValeur, noteDeReponse } from '../../../src/phrases/explorer.ts';

const NOMS = { zone: { 1: 'Bruxelles', 4: 'Liège' }, secteur: {}, groupe: {} };
const CONTEXTE: Contexte = {
  annees: ['2022-2023', '2023-2024'],
  zones: ['1', '4'],
};
const ANNEES = ['2021-2022', '2022-2023', '2023-2024'];
const rangee = (ligne: string, haut: number, reste: Partial<RangeeLue> = {}): RangeeLue => ({
  ligne,
  nom_ligne: ligne,
  colonne: '',
  nom_colonne: '',
  haut,
  bas: 1,
  masques: 0,
  eleves: haut,
  ...reste,
});
const lues = (...parLigne: readonly RangeeLue[]): RangeesLues => ({
  parLigne,
  cellules: [],
  parColonne: [],
  tout: [
    rangee(
      '',
      parLigne.reduce((n, { haut }) => n + haut, 0),
    ),
  ],
});
const poser = (suite: Partial<Question>): Question => accorder({ ...QUESTION_NEUVE, ...suite });
const ecrites = (question: Question, rangees: RangeesLues, contexte = CONTEXTE) => {
  const reponse = repondre(question, rangees, contexte);
  return reponse.lignes.map((l) => `${l.cle} : ${ecrireValeur(l.total, question)}`);
};

const sansLiege: Contexte = {
  ...CONTEXTE,
  lacunes: [
    {
      table: 'inscriptions',
      zone: 4,
      annee_scolaire: '2023-2024',
      etat: 'inconnu',
      raison: null,
    },
  ],
};

test('une zone connue sans rangée vaut zéro, une zone inconnue n’en vaut pas', () => {
  const question = poser({ lignes: 'zone' });
  expect(ecrites(question, lues(rangee('1', 12)))).toEqual(['1 : 12', '4 : 0']);
  expect(ecrites(question, lues(rangee('1', 12)), sansLiege)).toEqual(['1 : 12', '4 : non connue']);
});

test('une part d’un total incomplet ne se dit pas ; un rapport dit sur quoi il porte', () => {
  const part = poser({ lignes: 'zone', part: 'tout', tri: 'nom' });
  const zones = lues(rangee('1', 12));
  expect(ecrites(part, { ...zones, tout: [rangee('', 12)] }, sansLiege)).toEqual([
    '1 : non connue',
    '4 : non connue',
  ]);
  const rapport = poser({ lignes: 'secteur', mesure: 'part-tc-fc' });
  expect(ecrites(rapport, lues(rangee('2', 1, { bas: 2 })), sansLiege)).toEqual([
    '2 : 50\u202f% (zones connues)',
  ]);
});

test('une somme où une zone manque est un minimum', () => {
  const question = poser({ lignes: 'secteur' });
  expect(ecrites(question, lues(rangee('2', 12)), sansLiege)).toEqual(['2 : au moins 12']);
  const ailleurs = poser({ lignes: 'secteur', choix: { zone: ['1'] } });
  expect(ecrites(ailleurs, lues(rangee('2', 12)), sansLiege)).toEqual(['2 : 12']);
});

test('un effectif masqué n’est ni zéro, ni un nombre ; une somme qui en a dit « au moins »', () => {
  const question = poser({});
  const rangees = lues(rangee('2', 12, { masques: 1 }), rangee('5', 0, { masques: 2 }));
  expect(ecrites(question, rangees)).toEqual(['2 : au moins 12', '5 : masqué']);
  const moyenne = poser({ mesure: 'taille' });
  expect(ecrites(moyenne, lues(rangee('2', 12, { bas: 3, masques: 1 })))).toEqual(['2 : masqué']);
});

test('un rapport se fait sur des sommes ; sans dénominateur, il n’y en a pas', () => {
  const question = poser({ mesure: 'part-sous-norme' });
  const rangees = lues(rangee('2', 1, { bas: 4 }), rangee('5', 0, { bas: 0 }));
  expect(ecrites(question, rangees)).toEqual(['2 : 25\u202f%', '5 : –']);
});

test('une évolution où un bout manque n’a pas de valeur, et porte son signe', () => {
  const question = poser({ mesure: 'evolution', lignes: 'zone', tri: 'petit' });
  const rangees = lues(rangee('1', -12, { eleves: 40 }), rangee('4', 3));
  expect(ecrites(question, rangees)).toEqual(['1 : −12', '4 : +3']);
  expect(ecrites(question, rangees, sansLiege)).toEqual(['1 : −12', '4 : non connue']);
});

test('ce que la source tait reste ce qu’elle en dit', () => {
  const tu = { masques: 1, tus: 1, tus_au_moins: 1, tus_au_plus: 4 };
  const rangees = lues(
    rangee('2', 0, tu),
    rangee('5', 0, { ...tu, tus_au_moins: 5, tus_au_plus: 9 }),
    rangee('7', 12, tu),
    rangee('8', 0, { masques: 1, tus: 0, tus_au_moins: 0, tus_au_plus: 0 }),
    rangee('9', 3),
  );
  expect(ecrites(poser({ tri: 'nom' }), rangees)).toEqual([
    '2 : moins de 5',
    '5 : de 5 à 9',
    '7 : au moins 13',
    '8 : masqué',
    '9 : 3',
  ]);
});

test('les bouts d’une évolution ne se disent que s’ils se connaissent', () => {
  const question = poser({ mesure: 'evolution', lignes: 'zone', tri: 'petit' });
  const rangees = lues(rangee('1', -12, { eleves: 40 }), rangee('4', 3, { eleves: 9, masques: 1 }));
  expect(repondre(question, rangees, CONTEXTE).lignes.map(({ bouts }) => bouts)).toEqual([
    [40, 28],
    undefined,
  ]);
});

test('au moins N élèves, les premières, et ce qui est trouvé', () => {
  const question = poser({ auMoins: 10, premieres: 10 });
  const rangees = Array.from({ length: 15 }, (_, i) => rangee(String(i), i));
  const reponse = repondre(question, lues(...rangees), CONTEXTE);
  expect([reponse.trouvees, reponse.lignes.length, reponse.lignes[0]?.cle]).toEqual([5, 5, '14']);
});

test('en part de la colonne : chaque colonne fait cent', () => {
  const question = poser({ colonnes: 'mode', part: 'colonne' });
  const reponse = repondre(
    question,
    {
      parLigne: [rangee('2', 30), rangee('5', 10)],
      cellules: [
        rangee('2', 30, { colonne: 'PE', nom_colonne: 'PE' }),
        rangee('5', 10, { colonne: 'PE', nom_colonne: 'PE' }),
      ],
      parColonne: [rangee('', 40, { colonne: 'PE', nom_colonne: 'PE' })],
      tout: [rangee('', 40)],
    },
    CONTEXTE,
  );
  expect(reponse.lignes.map((l) => l.valeurs.map(({ valeur }) => valeur))).toEqual([
    [0.75],
    [0.25],
  ]);
});

test('la réponse se dit : en tête, sur combien ; d’une année à l’autre', () => {
  const question = poser({ lignes: 'zone' });
  const reponse = repondre(question, lues(rangee('1', 12), rangee('4', 30)), CONTEXTE);
  expect(direReponse(reponse, NOMS)).toMatch(
    /^Au plus haut, Liège\s: 30 sur 42 en tout\. 2\slignes\.$/,
  );
  const annees = poser({ lignes: 'annee-scolaire' });
  const suite = repondre(annees, lues(rangee('2022-2023', 4), rangee('2023-2024', 9)), CONTEXTE);
  expect(direReponse(suite, NOMS)).toBe('De 4 en 2022-\u20602023 à 9 en 2023-\u20602024.');
  const parMode = repondre(
    poser({ lignes: 'annee-scolaire', colonnes: 'mode' }),
    {
      ...lues(...ANNEES.map((annee) => rangee(annee, 9))),
      cellules: ANNEES.flatMap((annee, i) => [
        rangee(annee, 10 + i, { colonne: 'ALT' }),
        rangee(annee, 100 * (i + 1), { colonne: 'PE' }),
      ]),
    },
    { ...CONTEXTE, annees: ANNEES },
  );
  // La 4e entre dans les comptes à la rentrée 2023 : la dernière année ne s’y compare pas.
  expect(direReponse(parMode, NOMS)).toMatch(
    /^Alternance\s: de 10 en 2021-\u20602022 à 11 en 2022-\u20602023\s; Plein exercice\s: de 100 en 2021-\u20602022 à 200 en 2022-\u20602023\./,
  );
  expect(noteDeReponse(parMode)).toMatch(/la 4e s’y ajoute depuis 2023-\u20602024/);
  const vide = repondre(poser({}), lues(), CONTEXTE);
  expect(direReponse(vide, NOMS)).toBe('Rien dans l’édition ne répond à cette question.');
});
