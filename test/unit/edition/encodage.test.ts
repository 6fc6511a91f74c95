import { describe, expect, test } from 'vitest';
import { lireEncodage } from '../../../src/edition/read/encodage.ts';

const TEXTES = [
  'Athénée royal de Liège',
  'ATHÉNÉE COMMUNAL',
  'L’École d’Été à Gué',
  'élève;été;où;forêt;naïf;tôt;août;garçon',
  'Éveil – suite…',
];

const MAC = new TextDecoder('macintosh');
const LATIN = new TextDecoder('windows-1252');
const octetsDe = (decodeur: TextDecoder): ReadonlyMap<string, number> =>
  new Map(Array.from({ length: 256 }, (_, o) => [decodeur.decode(Uint8Array.of(o)), o]));
const encoder = (texte: string, decodeur: TextDecoder): Uint8Array => {
  const octets = octetsDe(decodeur);
  return Uint8Array.from(texte, (signe) => octets.get(signe) ?? 0x3f);
};

describe.each(TEXTES)('« %s »', (texte) => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', new TextEncoder().encode(texte)],
    ['Windows-1252', encoder(texte, LATIN)],
    ['Mac OS Roman', encoder(texte, MAC)],
    ['UTF-16 LE', Buffer.from(`\uFEFF${texte}`, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\uFEFF${texte}`, 'utf16le').swap16()],
  ])('en %s', (_nom, octets) => {
    expect(lireEncodage(octets).texte).toBe(texte);
  });

  test('encodé deux fois : refusé', () => {
    for (const decodeur of [LATIN, MAC]) {
      const double = decodeur.decode(new TextEncoder().encode(texte));
      expect(() => lireEncodage(new TextEncoder().encode(double))).toThrow('encodé deux fois');
    }
  });
});

test.each(['2023–2024', 'Total…', '“le test”', 'cœur', 'Muñoz', '12 €'])(
  'un seul signe suffit à Windows-1252 : %s',
  (texte) => expect(lireEncodage(encoder(texte, LATIN)).texte).toBe(texte),
);

test('MS-DOS se nomme', () => {
  const octets = (texte: string, table: Record<string, number>) =>
    Uint8Array.from(texte, (signe) => table[signe] ?? signe.charCodeAt(0));
  for (const texte of ['Athénée de Liège', 'ATHÉNÉE']) {
    const dos = octets(texte, { é: 0x82, è: 0x8a, É: 0x90 });
    expect(() => lireEncodage(dos)).toThrow('MS-DOS');
  }
});

test('deux encodages mêlés ne se lisent pas', () => {
  const mele = Buffer.concat([Buffer.from('é;'), encoder('été', LATIN)]);
  expect(() => lireEncodage(mele)).toThrow('encodé deux fois, ou de deux encodages mêlés');
});

test('un octet perdu : sa ligne, et le reste entier', () => {
  const octets = Buffer.concat([Buffer.from('Liège\nAthénée\nGu'), Uint8Array.of(0xe9, 0x0a)]);
  const { texte, remarques } = lireEncodage(octets);
  expect(texte).toBe('Liège\nAthénée\nGu\uFFFD\n');
  expect(remarques[0]).toMatch(/^Ligne 3 : un octet/);
});
