import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commande } from './commande.ts';
import { type Dossier, ouvrirDossier } from './dossier.ts';

const ENTETE = 'année scolaire;FASE;OBG;année;mode;élèves\n';

let dossier: Dossier;

beforeEach(() => {
  dossier = ouvrirDossier();
});

afterEach(() => dossier.effacer());

/** Importe un fichier préparé ; rien n’est jamais écrit, et la commande finit d’elle-même. */
async function refuser(preparer: (chemin: string) => void, genre = 'inscriptions') {
  const chemin = join(dossier.chemin, 'recu.csv');
  const sortie = join(dossier.chemin, 'sortie');
  mkdirSync(sortie);
  preparer(chemin);
  const { code, texte } = await commande('import', genre, chemin, '--out', sortie);
  expect(code, texte.slice(0, 500)).toBeGreaterThan(0);
  expect(readdirSync(sortie)).toEqual([]);
  expect(texte.length).toBeLessThan(20_000);
  return texte;
}

const ecrire = (texte: string) => () => dossier.ecrire('recu.csv', texte);

test('un tube, un dossier, un périphérique ne se lisent pas', async () => {
  expect(await refuser((chemin) => execFileSync('mkfifo', [chemin]))).toContain('est un tube');
  dossier.effacer();
  dossier = ouvrirDossier();
  expect(await refuser((chemin) => mkdirSync(chemin))).toContain('est un dossier');
  const { code, texte } = await commande('import', 'fc', '/dev/zero', '--out', dossier.chemin);
  expect(code).toBe(2);
  expect(texte).toContain('est un périphérique');
});

test('300 Mo : la borne est dite sans lire le fichier', async () => {
  const texte = await refuser((chemin) => {
    dossier.ecrire('recu.csv', ENTETE);
    truncateSync(chemin, 300_000_000);
  });
  expect(texte).toMatch(/pèse 287 Mio ; au plus 50 Mio/);
});

test.each([
  ['une cellule de 10 Mo', `2023-2024;31;${'9'.repeat(10_000_000)};4;PE;12\n`],
  ['une rangée de 10 Mo', `${';'.repeat(10_000_000)}\n`],
])('%s : la ligne et la borne sont dites', async (_, ligne) => {
  const texte = await refuser(ecrire(`${ENTETE}2023-2024;31;2115;4;PE;12\n${ligne}`));
  expect(texte).toMatch(/ligne 3 : plus de 65.536 octets/);
});

test('600 000 lignes : la borne est dite', async () => {
  const texte = await refuser(ecrire(ENTETE + '2023-2024;31;2115;4;PE;1\n'.repeat(600_000)));
  expect(texte).toMatch(/plus de 500.000 lignes/);
});

test('100 000 codes inconnus : vingt sont montrés, les autres comptés', async () => {
  const lignes = Array.from({ length: 100_000 }, (_, i) => `D004x${i};2024;Forem;quantitative`);
  const texte = await refuser(ecrire(`métier;année;région;nature\n${lignes.join('\n')}\n`), 'fc');
  expect(texte.match(/\[METIER\] «/g)).toHaveLength(20);
  expect(texte).toMatch(/et 99.980 autres \[METIER\]/);
});

test('des cellules démesurées se citent abrégées', async () => {
  const ligne = `2023-2024;${'9'.repeat(60_000)};2115;4;PE;12\n`;
  const texte = await refuser(ecrire(ENTETE + ligne.repeat(50)));
  expect(texte).toMatch(/\[LONGUEUR\] « 9+… » : .* 60000 caractères ; au plus 600/);
});
