import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { mentions, paquetDe, SERVIS_TELS_QUELS } from '../../../pipelines/hebergement/mentions.ts';

const dossier = mkdtempSync(join(tmpdir(), 'oad-mentions-'));
afterAll(() => rmSync(dossier, { recursive: true }));

const paquet = (nom: string, contenu: object, licence?: string): string => {
  const racine = join(dossier, nom);
  mkdirSync(racine);
  writeFileSync(join(racine, 'package.json'), JSON.stringify({ version: '1.0.0', ...contenu }));
  if (licence) writeFileSync(join(racine, 'LICENSE'), licence);
  return racine;
};

describe('les mentions des logiciels distribués', () => {
  test('un module dit son paquet, une portée et un paquet dans un paquet compris', () => {
    expect(paquetDe('/x/node_modules/preact/dist/preact.mjs')).toBe('/x/node_modules/preact');
    expect(paquetDe('\0/x/node_modules/@a/b/c.js?url')).toBe('/x/node_modules/@a/b');
    expect(paquetDe('/x/node_modules/a/node_modules/b/c.js')).toBe(
      '/x/node_modules/a/node_modules/b',
    );
    expect(paquetDe('/x/src/islands/directive.ts')).toBeUndefined();
  });

  test('le texte entier de chacune s’y lit, et le moteur a la sienne', () => {
    const seul = paquet('seul', { name: 'seul', license: 'MIT' }, 'Copyright de Seul');
    const texte = mentions([seul, ...SERVIS_TELS_QUELS]);
    expect(texte).toContain('seul 1.0.0 (MIT)\n\nCopyright de Seul');
    expect(texte).toContain('Stichting DuckDB Foundation');
    expect(texte).toContain('SIL OPEN FONT LICENSE');
  });

  test('un paquet sans licence arrête la construction', () => {
    expect(() => mentions([paquet('muet', { name: 'muet' }, 'texte')])).toThrow('muet 1.0.0');
    expect(() => mentions([paquet('nu', { name: 'nu', license: 'MIT' })])).toThrow('nu 1.0.0');
  });
});
