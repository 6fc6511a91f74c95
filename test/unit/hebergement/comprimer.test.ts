import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { comprimer } from '../../../pipelines/hebergement/comprimer.ts';

const dossier = mkdtempSync(join(tmpdir(), 'oad-comprimer-'));
const ecrire = (nom: string, contenu: string | Buffer): string => {
  const chemin = join(dossier, nom);
  writeFileSync(chemin, contenu);
  return chemin;
};

afterAll(() => rmSync(dossier, { recursive: true, force: true }));

test('.br et .gz à côté des textes, qui redonnent le même contenu ; rien pour le reste', async () => {
  const page = ecrire('page.html', '<p>élèves</p>'.repeat(500));
  const court = ecrire('court.css', 'a{}');
  const image = ecrire('image.png', Buffer.alloc(5000));
  const tailles = await comprimer([page, court, image]);
  const contenu = readFileSync(page);
  expect(brotliDecompressSync(readFileSync(`${page}.br`))).toEqual(contenu);
  expect(gunzipSync(readFileSync(`${page}.gz`))).toEqual(contenu);
  expect(tailles.get(page)).toBe(readFileSync(`${page}.br`).byteLength);
  expect(tailles.get(court)).toBe(3);
  expect([court, image].some((chemin) => existsSync(`${chemin}.br`))).toBe(false);
});

test('légère, elle redonne le même contenu', async () => {
  const page = ecrire('legere.html', '<p>élèves et écoles</p>'.repeat(500));
  await comprimer([page], 'legere');
  expect(brotliDecompressSync(readFileSync(`${page}.br`))).toEqual(readFileSync(page));
  expect(gunzipSync(readFileSync(`${page}.gz`))).toEqual(readFileSync(page));
});
