import { describe, expect, test } from 'vitest';
import { lireSaisie } from '../../../src/domain/dossier/saisie.ts';
import { bilanDeSaisie, premieresValeurs } from '../../../src/phrases/dossier/saisie.ts';

const CONNUS = ['2115', '2213', '8123'];

describe('« Mes données » dans un tableau', () => {
  test.each([
    [
      'élèves et mode',
      [
        ['code_obg', 'mode', 'eleves'],
        ['2115', 'PE', '12'],
        ['2115', 'ALT', '3'],
      ],
    ],
    [
      'pe et alt',
      [
        ['Code', 'PE', 'ALT'],
        ['2115', '12', '3'],
      ],
    ],
    [
      'en-têtes accentués',
      [
        ['Code OBG', 'Élèves', 'Mode'],
        ['2115', '12', ''],
        ['2115', '3', 'alternance'],
      ],
    ],
    [
      'colonnes en trop',
      [
        ['annee', 'code', 'pe', 'alt'],
        ['2023-2024', '2115', '12', '3'],
      ],
    ],
    [
      'lignes vides',
      [
        ['code', 'pe', 'alt'],
        ['', '', ''],
        [' 2115 ', '12', '3'],
      ],
    ],
  ])('%s', (_, rangees) => {
    expect(lireSaisie(rangees, CONNUS)).toEqual({
      options: [{ code: '2115', pe: 12, alt: 3 }],
      avis: [],
      ecartees: 0,
      additionnes: [],
    });
  });

  test.each([
    ['OBG', 'Effectif', 'Mode', '2115', '12', 'PE', 12, 0],
    ['Code option', 'Nombre d’élèves', 'Mode', '2115', '12', 'CEFA', 0, 12],
    ['Code OBG', 'Nb élèves', 'Filière', '2115', '12', 'PE', 12, 0],
    ['code_obg', 'eleves', 'mode', '2115', '1\u202f012', 'PE', 1012, 0],
    ['code_obg', 'eleves', 'mode', '2115.0', '12,0', 'P.E.', 12, 0],
    ['N° OBG', 'Nombre d’élèves', 'PE/ALT', '2115', '12.0', 'Art. 45', 0, 12],
  ])('ce que l’import reconnaît : %s, %s, %s, %s %s %s', (code, eleves, mode, c, n, m, pe, alt) => {
    const lue = lireSaisie(
      [
        [code, eleves, mode],
        [c, n, m],
      ],
      CONNUS,
    );
    expect(lue.avis).toEqual([]);
    expect(lue.options).toEqual([{ code: '2115', pe, alt }]);
  });

  const tu = (auMoins: number, auPlus: number | null) => ({ auMoins, auPlus });

  test.each([
    ['<5', tu(1, 4)],
    ['moins de 5', tu(1, 4)],
    ['5-9', tu(5, 9)],
    ['10 et plus', tu(10, null)],
    ['confidentiel', tu(1, null)],
    ['n.c.', tu(1, null)],
  ])('« %s » reste ce que le fichier en dit : ni zéro, ni un nombre', (ecrit, lu) => {
    const entete = ['code', 'eleves', 'mode'];
    const lue = lireSaisie([entete, ['2115', ecrit, 'ALT'], ['2115', '12', 'PE']], CONNUS);
    expect(lue.avis).toEqual([]);
    expect(lue.options).toEqual([{ code: '2115', pe: 12, alt: 0, tus: { alt: lu } }]);
    const paire = lireSaisie(
      [
        ['code', 'pe', 'alt'],
        ['2115', ecrit, '3'],
      ],
      CONNUS,
    );
    expect(paire.options).toEqual([{ code: '2115', pe: 0, alt: 3, tus: { pe: lu } }]);
  });

  test('deux effectifs tus d’un même code ajoutent leurs bornes, et se disent additionnés', () => {
    const lue = lireSaisie(
      [
        ['code', 'eleves'],
        ['2115', '<5'],
        ['2115', '5-9'],
      ],
      CONNUS,
    );
    expect(lue.options).toEqual([{ code: '2115', pe: 0, alt: 0, tus: { pe: tu(6, 13) } }]);
    expect(lue.additionnes).toEqual(['2115']);
  });

  test.each([
    ['-', 'ne le donne pas : ce n’est pas forcément zéro'],
    ['n.d.', 'ne le donne pas : ce n’est pas forcément zéro'],
    ['12 / 14', 'tient deux nombres. N’en laissez qu’un'],
    ['12 (dont 3)', 'tient deux nombres. N’en laissez qu’un'],
    ['05-sept', 'n’est pas un nombre entier'],
    ['néant', 'n’est pas un nombre entier'],
  ])(
    '« %s » n’est ni zéro ni un effectif : la ligne est écartée, et dit pourquoi',
    (ecrit, dit) => {
      const lue = lireSaisie(
        [
          ['code', 'eleves'],
          ['2115', ecrit],
        ],
        CONNUS,
      );
      expect(lue.options).toEqual([]);
      expect(lue.avis).toEqual([
        `Ligne 2, colonne B : le nombre d’élèves de 2115, « ${ecrit} », ${dit}.`,
      ]);
    },
  );

  test('deux colonnes d’élèves qui diffèrent ne se lisent pas ; pareilles, si', () => {
    const lire = (second: string) =>
      lireSaisie(
        [
          ['code', 'Élèves', 'Effectif'],
          ['2115', '12', second],
        ],
        CONNUS,
      );
    expect(lire('12').options).toEqual([{ code: '2115', pe: 12, alt: 0 }]);
    expect(lire('13')).toMatchObject({
      options: [],
      avis: [
        'Les colonnes « Élèves » et « Effectif » se disputent « élèves » : n’en gardez qu’une.',
      ],
    });
    const codes = lireSaisie(
      [
        ['Option', 'Code OBG', 'eleves'],
        ['Fleuriste', '2115', '3'],
      ],
      CONNUS,
    );
    expect(codes.options).toEqual([{ code: '2115', pe: 3, alt: 0 }]);
  });

  test('un titre au-dessus de deux colonnes de nombres ne dit pas laquelle lire', () => {
    const rangees = [
      ['code', 'Élèves', ''],
      ['', 'PE', 'ALT'],
      ['2115', '12', '3'],
    ];
    const { options, avis } = lireSaisie(rangees, CONNUS);
    expect(options).toEqual([]);
    expect(avis).toEqual([
      'Le titre « Élèves » couvre plusieurs colonnes : donnez un titre à chacune.',
    ]);
    const remarque = [
      ['code', 'Élèves', ''],
      ['2115', '12', 'provisoire'],
    ];
    expect(lireSaisie(remarque, CONNUS).options).toEqual([{ code: '2115', pe: 12, alt: 0 }]);
  });

  test.each(['Total', 'F+G', 'T', 'Ensemble', 'Σ'])(
    'une ligne « %s » à côté de celles qu’elle réunit ne s’additionne pas, et se dit',
    (mot) => {
      const entete = ['code', 'sexe', 'eleves'];
      const rangees = [entete, ['2115', 'F', '7'], ['2115', 'G', '5'], ['2115', mot, '12']];
      const lue = lireSaisie(rangees, CONNUS);
      expect(lue.options).toEqual([{ code: '2115', pe: 12, alt: 0 }]);
      expect(lue.remarques).toEqual(['Lignes de total, laissées : 1.']);
      const seule = lireSaisie([entete, ['2115', mot, '12']], CONNUS);
      expect(seule.options, 'sans détail, elle est la donnée').toEqual(lue.options);
    },
  );

  test('« Élèves » à côté de « PE » et de « ALT » est leur somme, ou la ligne est écartée', () => {
    const lire = (eleves: string) =>
      lireSaisie(
        [
          ['code', 'PE', 'ALT', 'Élèves'],
          ['2115', '7', '5', eleves],
        ],
        CONNUS,
      );
    expect(lire('12').options).toEqual([{ code: '2115', pe: 7, alt: 5 }]);
    expect(lire('13')).toMatchObject({
      options: [],
      avis: [
        'Ligne 2, colonne D : les élèves de 2115, « 13 », ne font pas la somme de PE et de ALT.',
      ],
    });
  });

  test('une colonne de pourcentages n’est pas celle des élèves', () => {
    const lue = lireSaisie(
      [
        ['code', '% élèves', 'eleves'],
        ['2115', '12', '30'],
      ],
      CONNUS,
    );
    expect(lue.options).toEqual([{ code: '2115', pe: 30, alt: 0 }]);
    expect(
      lireSaisie(
        [
          ['code', 'Élèves (%)'],
          ['2115', '12'],
        ],
        CONNUS,
      ).options,
    ).toEqual([]);
  });

  test('un nombre à deux lectures ne se devine pas', () => {
    const lue = lireSaisie(
      [
        ['code', 'eleves'],
        ['2115', '1.000'],
      ],
      CONNUS,
    );
    expect(lue.avis[0]).toContain('« 1.000 », se lit de deux façons');
  });

  test('une colonne qui ressemble à l’attendue se propose', () => {
    const [avis] = lireSaisie(
      [
        ['Code OBG', 'Effectis'],
        ['2115', '12'],
      ],
      CONNUS,
    ).avis;
    expect(avis).toContain('« Effectis » est-elle « élèves » ? Renommez-la ainsi.');
  });

  test('sans les colonnes qu’il faut, une phrase les nomme', () => {
    expect(lireSaisie([['nom', 'classe']], CONNUS).avis).toEqual([
      expect.stringContaining('« code_obg »'),
    ]);
    expect(lireSaisie([], CONNUS).options).toEqual([]);
  });

  test('une ligne fausse est nommée, les autres restent', () => {
    const { options, avis } = lireSaisie(
      [
        ['code', 'eleves'],
        ['2116', '4'],
        ['8123', 'dix'],
        ['2213', '20'],
      ],
      CONNUS,
    );
    expect(options).toEqual([{ code: '2213', pe: 20, alt: 0 }]);
    expect(avis).toEqual([
      'Ligne 2, colonne A : « 2116 » n’est pas au répertoire. Vouliez-vous 2115 ?',
      'Ligne 3, colonne B : le nombre d’élèves de 8123, « dix », n’est pas un nombre entier.',
    ]);
  });

  test.each([
    ['-5', 'PE', 'Ligne 2, colonne B : le nombre d’élèves de 2115, « -5 », est négatif.'],
    [
      '1,5',
      'PE',
      'Ligne 2, colonne B : le nombre d’élèves de 2115, « 1,5 », n’est pas un nombre entier.',
    ],
    ['10000', 'PE', 'Ligne 2, colonne B : le nombre d’élèves de 2115, « 10000 », dépasse 9999.'],
    ['8', 'XX', 'Ligne 2, colonne C : le mode de 2115, « XX », n’est ni PE ni ALT.'],
  ])('« %s » élèves en « %s » : la ligne est écartée, et dit pourquoi', (eleves, mode, phrase) => {
    const lue = lireSaisie(
      [
        ['code', 'eleves', 'mode'],
        ['2115', eleves, mode],
      ],
      CONNUS,
    );
    expect(lue).toEqual({ options: [], avis: [phrase], ecartees: 1, additionnes: [] });
  });

  test('cent mille codes inconnus : vingt sont dits, les autres comptés', () => {
    const rangees = Array.from({ length: 100_000 }, (_, i) => [`x${i}`, '1']);
    const lue = lireSaisie([['code', 'eleves'], ['2115', '4'], ...rangees], CONNUS);
    expect(lue.options).toEqual([{ code: '2115', pe: 4, alt: 0 }]);
    expect(lue.avis).toHaveLength(21);
    expect(lue.avis.at(-1)).toMatch(/^Et 99\s980 autres\.$/);
    expect(bilanDeSaisie(lue, 0).replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(
      '100 000 lignes écartées',
    );
  });

  test('une valeur interminable se cite par son début', () => {
    const { avis } = lireSaisie(
      [
        ['code', 'eleves'],
        ['9'.repeat(30_000), '1'],
        ['2115', '9'.repeat(30_000)],
      ],
      CONNUS,
    );
    expect(avis[0]).toBe(`Ligne 2, colonne A : « ${'9'.repeat(40)}… » n’est pas au répertoire.`);
    expect(avis[1]).toMatch(
      /^Ligne 3, colonne B : le nombre d’élèves de 2115, « 9{40}… », dépasse 9999\.$/,
    );
  });

  test('un code écrit deux fois s’additionne, et le bilan le dit', () => {
    const lue = lireSaisie(
      [
        ['code', 'eleves'],
        ['2115', '4'],
        ['2115', '3'],
        ['2213', '20'],
        ['9999', '1'],
      ],
      CONNUS,
    );
    expect(lue.options[0]).toEqual({ code: '2115', pe: 7, alt: 0 });
    expect(bilanDeSaisie(lue, 4).replaceAll('\u00a0', ' ')).toBe(
      '2 options lues, 1 ligne écartée. Elles remplacent les 4 options d’avant. Écrits sur plusieurs lignes, leurs élèves s’additionnent : 2115.',
    );
    expect(bilanDeSaisie({ ...lue, options: [] }, 4)).toContain('restent comme elles étaient');
  });

  test.each([
    [
      ['code', 'eleves', 'mode'],
      ['2115', '', 'PE'],
    ],
    [
      ['code', 'eleves', 'mode'],
      ['2115', ' ', ''],
    ],
    [
      ['code', 'pe', 'alt'],
      ['2115', '', ''],
    ],
    [
      ['code', 'pe'],
      ['2115', ''],
    ],
  ])('une cellule d’élèves vide n’est pas 0 : %j, %j', (entete, vide) => {
    const lue = lireSaisie([entete, vide, ['2213', '7', 'PE'].slice(0, entete.length)], CONNUS);
    expect(lue.options.map(({ code }) => code)).toEqual(lue.avis.length === 1 ? ['2213'] : []);
    expect(lue.avis[0]).toBe('Ligne 2, colonne B : le nombre d’élèves de 2115 manque.');
  });

  test('d’une paire PE et ALT, une seule cellule vide se lit 0, et se dit', () => {
    const lue = lireSaisie(
      [
        ['code', 'pe', 'alt'],
        ['2115', '12', ''],
        ['2213', '3', '4'],
      ],
      CONNUS,
    );
    expect(lue.options[0]).toEqual({ code: '2115', pe: 12, alt: 0 });
    expect(bilanDeSaisie(lue, 0)).toContain('Une cellule PE ou ALT vide est lue 0 : 2115.');
  });

  test.each([
    ['annee_scolaire', '2022-2023', '2023-2024'],
    ['Année scolaire', '2022/2023', '2023/2024'],
    ['annee', '2022', '2023'],
    ['Rentrée', '2023-09-01', '2024-08-28'],
    ['Date', '01/10/2023', '15/01/2024'],
  ])('« %s » : la dernière seule se lit, et se dit', (entete, avant, derniere) => {
    const lue = lireSaisie(
      [
        [entete, 'code_obg', 'eleves', 'mode'],
        [avant, '2115', '30', 'PE'],
        [derniere, '2115', '28', 'PE'],
        [avant, '2213', '9', 'PE'],
      ],
      CONNUS,
    );
    expect(lue.options).toEqual([{ code: '2115', pe: 28, alt: 0 }]);
    expect(lue.additionnes).toEqual([]);
    expect(bilanDeSaisie(lue, 0)).toContain(
      `Seules les lignes « ${derniere} », les dernières, sont lues ; 2 autres sont laissées.`,
    );
  });

  test('une année d’études, elle, s’additionne', () => {
    const lue = lireSaisie(
      [
        ['annee', 'code', 'eleves'],
        ['4', '2115', '12'],
        ['5', '2115', '9'],
      ],
      CONNUS,
    );
    expect(lue.options).toEqual([{ code: '2115', pe: 21, alt: 0 }]);
    expect(lue.remarques).toBeUndefined();
  });

  test('deux implantations ne font pas une école : rien n’est lu', () => {
    const rangees = [
      ['fase_implantation', 'code', 'eleves'],
      ['900214', '2115', '12'],
      ['900215', '2115', '9'],
    ];
    const lue = lireSaisie(rangees, CONNUS);
    expect(lue.options).toEqual([]);
    expect(bilanDeSaisie(lue, 3)).toContain('Ce fichier compte 2 implantations');
    expect(lireSaisie(rangees.slice(0, 2), CONNUS).options).toHaveLength(1);
  });

  test('une somme démesurée se refuse, comme une cellule', () => {
    const ligne = ['2115', '6000'];
    const lue = lireSaisie([['code', 'eleves'], ligne, ligne], CONNUS);
    expect(lue.options).toEqual([]);
    expect(bilanDeSaisie(lue, 0)).toContain('Plus de 9999 élèves en tout, non lu : 2115.');
  });
});

test('des valeurs par milliers : les vingt premières, et combien d’autres', () => {
  expect(premieresValeurs(['9998', '9999'])).toBe('9998, 9999');
  const milliers = Array.from({ length: 5_000 }, (_, i) => String(i));
  expect(premieresValeurs(milliers)).toMatch(/^0, 1, .*, 19 et 4\s980 autres$/);
  expect(premieresValeurs(['1'.repeat(9_001)])).toBe(`${'1'.repeat(40)}…`);
});
