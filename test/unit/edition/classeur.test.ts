import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { BORNES, FichierRefuse } from '../../../src/edition/read/bornes.ts';
import { lireTableur } from '../../../src/edition/read/tableur.ts';
import { enXlsx } from '../../../src/export/xlsx.ts';
import {
  bombe,
  cellule,
  celluleAuBout,
  fichiersXlsx,
  ligne,
  longClasseur,
  xlsx,
} from './classeurs.ts';

const refus = async (octets: Uint8Array, bornes = BORNES): Promise<string> => {
  const cause = await lireTableur(octets, bornes).then(
    () => null,
    (faute: unknown) => faute,
  );
  expect(cause).toBeInstanceOf(FichierRefuse);
  return String((cause as Error).message).replaceAll(/[\u00a0\u202f]/g, ' ');
};

const rangeesDe = async (octets: Uint8Array, rang = 0) =>
  (await lireTableur(octets)).feuilles[rang]?.rangees;

describe('ce qui se lit', () => {
  test('notre propre export, cellule pour cellule', async () => {
    const colonnes = ['code', 'eleves', 'dit'].map((nom) => ({ nom, type: 'texte' }));
    const rangees = [
      { code: '0107', eleves: 12, dit: '=1+1 & « <b> »' },
      { code: '2115', eleves: null, dit: 'deux\nlignes' },
    ];
    const classeur = await lireTableur(await enXlsx([{ nom: 'A & B', colonnes, rangees }]));
    expect(classeur.feuilles).toEqual([
      {
        nom: 'A & B',
        cachee: false,
        rangees: [
          ['code', 'eleves', 'dit'],
          ['0107', '12', '=1+1 & « <b> »'],
          ['2115', '', 'deux\nlignes'],
        ],
        fusions: [],
      },
    ]);
  });

  test('cinq mille lignes et plus de 512 ko, chaque cellule à sa place', async () => {
    const rangees = await rangeesDe(longClasseur(6_000));
    expect(rangees).toHaveLength(6_001);
    for (const [i, rangee] of (rangees ?? []).slice(1).entries()) {
      expect(rangee).toEqual([
        '2115',
        i % 2 === 0 ? 'PE' : 'ALT',
        '1',
        `ligne ${i} l’école – n° ${i}`,
      ]);
    }
  });

  test('dates, booléens, depuis 1904', async () => {
    const jour = new Date(Date.UTC(2026, 8, 1));
    const blob = await writeXlsxFile([
      [
        { value: jour, type: Date, format: 'dd/mm/yyyy' },
        { value: true, type: Boolean },
        null,
        2.5,
      ],
    ]).toBlob();
    expect(await rangeesDe(new Uint8Array(await blob.arrayBuffer()))).toEqual([
      ['2026-09-01', 'true', '', '2.5'],
    ]);
  });

  test('les feuilles dans l’ordre, les cachées nommées et pas lues', async () => {
    const { feuilles } = await lireTableur(
      xlsx([
        { nom: 'Paramètres', etat: 'hidden', xml: ligne(1, ['secret']) },
        { nom: 'Lisez-moi', xml: ligne(1, ['bonjour']) },
        { nom: 'Très cachée', etat: 'veryHidden', xml: ligne(9_999_999, ['x']) },
        { nom: 'Effectifs', xml: ligne(3, ['a', 1]) },
        { nom: 'Vide', xml: '<row r="1048576"/>' },
      ]),
    );
    expect(feuilles.map(({ nom, cachee, rangees }) => [nom, cachee, rangees])).toEqual([
      ['Paramètres', true, []],
      ['Lisez-moi', false, [['bonjour']]],
      ['Très cachée', true, []],
      [
        'Effectifs',
        false,
        [
          ['', ''],
          ['', ''],
          ['a', '1'],
        ],
      ],
      ['Vide', false, []],
    ]);
  });

  test('les cellules fusionnées sont dites', async () => {
    const xml = `<worksheet><sheetData>${ligne(1, ['a'])}</sheetData><mergeCells><mergeCell ref="B2:C4"/></mergeCells></worksheet>`;
    const { feuilles } = await lireTableur(xlsx([{ xml }]));
    expect(feuilles[0]?.fusions).toEqual([{ lignes: [2, 4], colonnes: [2, 3] }]);
  });

  test('une mise en forme jusqu’au bout de la feuille n’est pas un contenu', async () => {
    const vides = '<row r="1048575" s="1"><c r="A1048575" s="1"/><c r="XFD1048575"></c></row>';
    const classeur = xlsx([{ xml: `${ligne(1, ['a', 'b'])}${vides}<row r="1048576"/>` }]);
    expect(await rangeesDe(classeur)).toEqual([['a', 'b']]);
  });

  test('préfixes, apostrophes, commentaires, textes partagés et enrichis', async () => {
    const xml =
      '<x:worksheet><x:dimension ref="A1:B2"/><x:sheetData><!-- <c r="Z9"> --><x:row r = \'1\'>' +
      '<x:c r=\'A1\' t="s"><x:v>0</x:v></x:c><x:c r="B1" t=\'s\'><x:v>1</x:v></x:c></x:row>' +
      '</x:sheetData><x:extLst><x:c r="C7"><x:v>1</x:v></x:c></x:extLst></x:worksheet>';
    const fichiers = fichiersXlsx([{ xml }]);
    const textes = strToU8(
      '<sst><si><t>é&amp;à</t></si><si><r><t>deux </t></r><r><t>tons</t></r></si></sst>',
    );
    const octets = zipSync({ ...fichiers, 'xl/sharedStrings.xml': textes });
    expect(await rangeesDe(octets)).toEqual([['é&à', 'deux tons']]);
  });

  test('une formule en erreur se lit telle quelle, pas vide', async () => {
    const xml =
      '<row r="1"><c r="A1" s="0" t="e"><f>A2</f><v>#N/A</v></c><c t=\'e\' r="B1"><v>#REF!</v></c></row>';
    expect(await rangeesDe(xlsx([{ xml }]))).toEqual([['#N/A', '#REF!']]);
  });

  test('une archive écrite au fil de l’eau, sans tailles annoncées', async () => {
    const morceaux: Uint8Array[] = [];
    const archive = new Zip((_faute, morceau) => morceaux.push(morceau));
    const fichiers = fichiersXlsx([{ xml: ligne(1, ['a', 'b']).repeat(1) }]);
    for (const [nom, contenu] of Object.entries(fichiers)) {
      const fichier = new ZipDeflate(nom);
      archive.add(fichier);
      fichier.push(contenu, true);
    }
    archive.end();
    expect(await rangeesDe(new Uint8Array(Buffer.concat(morceaux)))).toEqual([['a', 'b']]);
  });

  test('un CSV, avec ou sans marque', async () => {
    expect(await rangeesDe(strToU8('PK;b\n1;2\n\n3;4'))).toEqual([
      ['PK', 'b'],
      ['1', '2'],
      [],
      ['3', '4'],
    ]);
  });
});

describe('ce qui passe une borne se refuse vite, avec l’endroit, la borne et le remède', () => {
  test.each<[string, () => Uint8Array, RegExp]>([
    [
      'une cellule au bout',
      celluleAuBout,
      /« F1 », cellule XFD1048576 : 200 000 lignes au plus\. /,
    ],
    [
      'une colonne au bout',
      () => xlsx([{ xml: `<row r="1">${cellule('XFD1', 1)}</row>` }]),
      /cellule XFD1 : 1 000 colonnes au plus\. /,
    ],
    [
      'une dimension qui ment',
      () =>
        xlsx([
          {
            xml: `<worksheet><dimension ref="A1"/><sheetData><row r='900000'>${cellule('B900000', 'x')}</row></sheetData></worksheet>`,
          },
        ]),
      /cellule B900000 : 200 000 lignes au plus/,
    ],
    [
      'peu de cellules, un grand rectangle',
      () => xlsx([{ xml: `<row r="1">${cellule('ALL1', 1)}</row>${ligne(49_999, ['x'])}` }]),
      /« F1 » : 2 000 000 cellules au plus/,
    ],
    [
      'deux cents feuilles étirées',
      () => xlsx(Array.from({ length: 200 }, () => ({ xml: ligne(40_000, ['x']) }))),
      /« F51 » : 2 000 000 cellules au plus/,
    ],
    ['une bombe', () => bombe(150_000_000), /déplié, dépasse 64 Mo\. .*CSV/],
    [
      'dix mille fichiers',
      () => {
        const vides = Array.from({ length: 10_000 }, (_, i) => [`xl/${i}`, new Uint8Array(0)]);
        return zipSync({ ...fichiersXlsx([{ xml: '' }]), ...Object.fromEntries(vides) });
      },
      /plus de 2 000 fichiers\. /,
    ],
    [
      'une cellule de dix mégas',
      () => xlsx([{ xml: ligne(3, ['a', 'x'.repeat(10_000_000)]) }]),
      /cellule B3 : une cellule de 10 000 000 caractères ; 32 767 au plus\. /,
    ],
    [
      'la même, en texte partagé',
      () =>
        xlsx(
          [{ xml: '<row r="2"><c r="C2" t="s"><v>1</v></c></row>' }],
          ['a', 'x'.repeat(10_000_000)],
        ),
      /cellule C2 : une cellule de 10 000 000 caractères/,
    ],
    [
      'un texte partagé cent mille fois',
      () =>
        xlsx(
          [
            {
              xml: Array.from(
                { length: 40_000 },
                (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`,
              ).join(''),
            },
          ],
          ['x'.repeat(30_000)],
        ),
      /plus de 64 Mo de texte\. /,
    ],
    [
      'un CSV de dix mégas d’une cellule',
      () => strToU8(`a,b\n1,${'x'.repeat(10_000_000)}`),
      /ligne 2 : 10 000 002 caractères ; 1 000 000 au plus\. /,
    ],
    [
      'une cellule de CSV de cent mille caractères',
      () => strToU8(`a,b\n1,${'x'.repeat(100_000)}`),
      /ligne 2, colonne 2 : une cellule de 100 000 caractères ; 32 767 au plus\. /,
    ],
    [
      'un CSV de trois cent mille lignes',
      () => strToU8('a\n'.repeat(300_000)),
      /ligne 200 001 : 200 000 lignes au plus/,
    ],
    [
      'un CSV d’un million de colonnes',
      () => strToU8(','.repeat(1_000_000)),
      /1 000 colonnes au plus/,
    ],
    [
      'un fichier de trente mégas',
      () => new Uint8Array(30_000_000).fill(0x61),
      /pèse 30 Mo ; 20 Mo au plus\. /,
    ],
  ])('%s', async (_nom, faire, phrase) => {
    expect(await refus(faire())).toMatch(phrase);
  });

  test('une taille annoncée plus petite que la vraie : c’est la vraie qui compte', async () => {
    const octets = bombe(100_000_000);
    const vue = new DataView(octets.buffer);
    for (let i = 0; i < octets.length - 46; i++) {
      const signature = vue.getUint32(i, true);
      const taille = signature === 0x04034b50 ? 22 : signature === 0x02014b50 ? 24 : 0;
      if (taille > 0 && vue.getUint32(i + taille, true) === 100_000_000) {
        vue.setUint32(i + taille, 1_000, true);
      }
    }
    expect(await refus(octets)).toMatch(/déplié, dépasse 64 Mo/);
  });
});

describe('ce qui n’est pas un tableau se reconnaît à son contenu, et chacun a son remède', () => {
  const ole = (nom: string): Uint8Array => {
    const octets = new Uint8Array(2_048);
    octets.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    octets.set(Buffer.from(nom, 'utf16le'), 1_024);
    return octets;
  };
  const contenant = (nom: string) => zipSync({ [nom]: strToU8('<a/>') });

  test.each<[string, Uint8Array, RegExp]>([
    ['.xls', ole('Workbook'), /ancien format d’Excel \(\.xls\)\. .*XLSX/],
    ['XLSX chiffré', ole('EncryptedPackage'), /mot de passe\. .*retirez/],
    ['.doc', ole('WordDocument'), /document Word\. /],
    ['.ods', contenant('content.xml'), /OpenDocument \(\.ods\)\. .*XLSX/],
    ['.docx', contenant('word/document.xml'), /document Word\. /],
    ['.pptx', contenant('ppt/presentation.xml'), /présentation\. /],
    ['.xlsb', contenant('xl/workbook.bin'), /\.xlsb\)\. /],
    ['.numbers', contenant('Index/Document.iwa'), /Numbers\. /],
    ['un zip de CSV', contenant('a.csv'), /archive comprimée\. Décompressez/],
    ['PDF', strToU8('%PDF-1.7\n\0'), /PDF\. Demandez/],
    ['PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), /image\. /],
    ['JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), /image\. /],
    ['WebP', strToU8('RIFF\n\n\n\nWEBPVP8 '), /image\. /],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), /archive comprimée\. /],
    ['une page', strToU8('\ufeff<!doctype html><table>'), /page web ou du XML\. /],
    ['JSON', strToU8('[{"code_obg":"2115"}]'), /du JSON\. Exportez/],
    ['SYLK', strToU8('ID;PWXL;N;E\r\n'), /SYLK/],
    ['du binaire', Uint8Array.of(1, 0, 2, 0), /n’est pas du texte\. /],
    ['rien', new Uint8Array(0), /vide\. /],
  ])('%s', async (_nom, octets, phrase) => expect(await refus(octets)).toMatch(phrase));

  test('sans feuille visible', async () => {
    const cachee = xlsx([{ etat: 'hidden', xml: ligne(1, ['a']) }]);
    for (const octets of [xlsx([]), cachee]) {
      expect(await refus(octets)).toMatch(/aucune feuille visible\. Affichez/);
    }
  });

  test.each<[string, () => Uint8Array]>([
    ['coupé à mi-chemin', () => xlsx([{ xml: ligne(1, ['a']) }]).slice(0, 400)],
    ['une archive vide', () => zipSync({})],
    ['un XML mal fermé', () => xlsx([{ xml: '<row r="1"><c r="A1"><v>1</row' }])],
    ['des lignes à rebours', () => xlsx([{ xml: ligne(9, ['a']) + ligne(2, ['b']) }])],
    ['une ligne hors d’Excel', () => xlsx([{ xml: '<row r="4000000000"/>' }])],
    ['un numéro de ligne déguisé', () => xlsx([{ xml: '<row r="1e6"/>' }])],
    ['deux adresses', () => xlsx([{ xml: '<row r="1"><c r="A1" x:r="XFD9"><v>1</v></c></row>' }])],
    [
      'une cellule d’une autre ligne',
      () => xlsx([{ xml: `<row r="1">${cellule('A9', 1)}</row>` }]),
    ],
    ['un type inconnu', () => xlsx([{ xml: '<row r="1"><c r="A1" t="?"><v>1</v></c></row>' }])],
  ])('abîmé : %s', async (_nom, faire) => {
    expect(await refus(faire())).toMatch(/abîmé/);
  });
});
