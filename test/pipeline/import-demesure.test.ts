import { mkdirSync, readdirSync } from 'node:fs';
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

/** Importe un texte démesuré : rien n’est écrit, et la commande finit d’elle-même. */
async function refuser(genre: string, texte: string) {
  const sortie = join(dossier.chemin, 'sortie');
  mkdirSync(sortie);
  dossier.ecrire('recu.csv', texte);
  const rendu = await commande('import', genre, join(dossier.chemin, 'recu.csv'), '--out', sortie);
  expect(rendu.code, rendu.texte.slice(0, 500)).toBe(1);
  expect(readdirSync(sortie)).toEqual([]);
  expect(rendu.texte.length).toBeLessThan(20_000);
  return rendu.texte;
}

test('100 000 codes inconnus : vingt sont montrés, les autres comptés', async () => {
  const lignes = Array.from({ length: 100_000 }, (_, i) => `D004x${i};2024;Forem;quantitative`);
  const texte = await refuser('fc', `métier;année;région;nature\n${lignes.join('\n')}\n`);
  expect(texte.match(/\[METIER\] «/g)).toHaveLength(20);
  expect(texte).toMatch(/et 99.980 autres \[METIER\]/);
});

test('des cellules démesurées se citent abrégées', async () => {
  const ligne = `2023-2024;${'9'.repeat(30_000)};2115;4;PE;12\n`;
  const texte = await refuser('inscriptions', ENTETE + ligne.repeat(50));
  expect(texte).toMatch(
    /\[LONGUEUR\] « 9+… », colonne [A-Z] « [^»]+ » : 30000 caractères ; au plus 600/,
  );
});

test('un long fichier, lu au fil de l’eau, s’arrête à 200 000 lignes refusées', async () => {
  const sortie = join(dossier.chemin, 'sortie');
  dossier.ecrire('recu.csv', ENTETE + '2023-2024;99;2115;4;PE;3;\n'.repeat(900_000));
  const { code, texte } = await commande(
    ...['import', 'inscriptions', join(dossier.chemin, 'recu.csv'), '--out', sortie],
  );
  expect(code).toBeGreaterThan(0);
  const dit = texte.replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(dit).toMatch(/Mo lus sur/);
  expect(dit).toMatch(/plus de 200 000 lignes refusées.*ligne 200 002\..*\[FASE\], ligne 2/s);
});
