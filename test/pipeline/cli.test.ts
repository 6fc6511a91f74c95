import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import { type Dossier, MINI, ouvrirDossier } from './dossier.ts';
import { cli, lancer } from './lancer.ts';

let ajout: Dossier;

beforeAll(() => {
  ajout = ouvrirDossier();
});

afterAll(() => ajout.effacer());

describe('codes de sortie', () => {
  test('0 quand tout va ; le rapport JSON a une forme stable', async () => {
    const { code, stdout } = await cli('check', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ commande: 'check', ok: true, erreurs: 0 });
  });

  test('1 pour des fautes dans les données, toutes dites en JSON', async () => {
    ajout.ecrire('besoins/metiers.csv', 'metier,intitule\nd001,a\n');
    const { code, stdout } = await cli('check', '--data', ajout.chemin, '--json');
    expect(code).toBe(1);
    const { ok, problemes } = JSON.parse(stdout);
    expect(ok).toBe(false);
    expect(problemes).toContainEqual(
      expect.objectContaining({ code: 'OAD-FORME', ligne: 2, colonne: 'metier', valeur: 'd001' }),
    );
    rmSync(join(ajout.chemin, 'besoins'), { recursive: true });
  });

  test('1 avec --strict pour un avertissement non accepté, 0 sans', async () => {
    ajout.ecrire('offre/inscription.csv', 'a,b\n');
    const rienLu = await cli('check', '--data', ajout.chemin);
    expect(rienLu.code, 'aucun fichier du dossier n’est lu').toBe(1);
    ajout.ecrire('acceptes.csv', 'code,table,valeur,raison\n');
    const simple = await cli('check', '--data', ajout.chemin);
    expect(simple.code).toBe(0);
    expect(simple.stdout).toContain('Vouliez-vous offre/inscriptions.csv ? [OAD-FICHIER-INCONNU]');
    expect((await cli('check', '--data', ajout.chemin, '--strict')).code).toBe(1);
    rmSync(join(ajout.chemin, 'offre'), { recursive: true });
  });

  test.each([
    [['chek'], 'la commande « chek » n’existe pas'],
    [['check', '--donnees', 'x'], '--donnees'],
    [['check', '--data', 'nulle/part'], 'nulle/part'],
    [['check', 'de', 'trop'], 'de trop'],
  ])('2 pour « %s », avec l’usage', async (options, message) => {
    const { code, stderr } = await cli(...options);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage');
  });

  test('OAD_DATA vaut --data', async () => {
    const { code } = await lancer(['pipelines/cli.ts', 'check'], { OAD_DATA: 'nulle/part' });
    expect(code).toBe(2);
  });
});

/** La sortie est entière : chaque fichier que nomme le manifeste est là, avec son empreinte. */
function exigerEntiere(sortie: string): string {
  const texte = readFileSync(join(sortie, 'manifest.json'), 'utf8');
  const { tables, edition }: Manifeste = JSON.parse(texte);
  for (const { fichier, sha256 } of tables) {
    const octets = readFileSync(join(sortie, fichier));
    expect(createHash('sha256').update(octets).digest('hex'), fichier).toBe(sha256);
  }
  return edition.id;
}

describe('tuée après la n-ième opération de fichier', () => {
  let dossier: Dossier;
  let sortie: string;
  const construire = (apres?: number) =>
    lancer(['--import', resolve('test/pipeline/tuer.mjs'), 'test/pipeline/construire-mini.ts'], {
      OAD_MINI: dossier.chemin,
      OAD_SORTIE: sortie,
      ...(apres !== undefined && { OAD_TUER_APRES: String(apres) }),
    });

  beforeAll(async () => {
    dossier = ouvrirDossier(MINI);
    sortie = join(dossier.chemin, 'sortie');
    expect((await construire()).code).toBe(0);
    expect(exigerEntiere(sortie)).toBe('mini-1');
    dossier.remplacer('edition.csv', 'mini-1', 'mini-2');
    dossier.remplacer('offre/inscriptions.csv', '4,PE,9', '4,PE,10');
  });

  afterAll(() => dossier.effacer());

  test.each(Array.from({ length: 20 }, (_, i) => 1 + i * 6))(
    'n = %i : une sortie entière, l’ancienne ou la nouvelle',
    async (n) => {
      const { code } = await construire(n);
      const edition = exigerEntiere(sortie);
      if (n < 60) expect(code, 'le processus a bien été tué').toBeNull();
      expect(code === null ? ['mini-1', 'mini-2'] : ['mini-2']).toContain(edition);
      expect(existsSync(join(sortie, 'manifest.json'))).toBe(true);
    },
  );

  test('la construction suivante balaie ce que les interrompues ont laissé', async () => {
    expect((await construire()).code).toBe(0);
    expect(exigerEntiere(sortie)).toBe('mini-2');
    const { tables }: Manifeste = JSON.parse(readFileSync(join(sortie, 'manifest.json'), 'utf8'));
    const attendus = ['manifest.json', ...tables.map(({ fichier }) => fichier)].sort();
    expect(readdirSync(sortie).sort()).toEqual(attendus);
  });
});
