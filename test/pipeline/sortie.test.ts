import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { construire } from '../../pipelines/construire.ts';
import { verifierSortie } from '../../pipelines/traiter.ts';
import { lirePublies } from '../../pipelines/write/publies.ts';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import { ErreurDUsage } from '../../src/edition/probleme.ts';
import { type Dossier, MINI, ouvrirDossier } from './dossier.ts';
import { cli, lancer, photographier } from './lancer.ts';

let lieu: Dossier;
const ici = (...noms: string[]) => join(lieu.chemin, ...noms);

beforeEach(() => {
  lieu = ouvrirDossier();
  cpSync(MINI, ici('mini'), { recursive: true });
  lieu.ecrire('notes/notes.txt', 'à garder');
  lieu.ecrire('manifeste/manifest.json', '{"name":"un autre site"}');
  symlinkSync(ici('mini'), ici('lien'));
  symlinkSync(ici('notes'), ici('lien-notes'));
  symlinkSync(ici('nulle-part'), ici('rompu'));
  symlinkSync('tourne', ici('tourne'));
});

afterEach(() => lieu.effacer());

const sansPile = (texte: string) => expect(texte).not.toMatch(/\n {4}at |node:internal/);

describe('build refuse un dossier où il y a à perdre, et n’y touche pas', () => {
  test.each([
    ['les données', () => ici('mini')],
    ['les données, fini par /', () => `${ici('mini')}/`],
    ['les données, par un détour', () => `${ici('notes')}/../mini`],
    ['les données, par un lien', () => ici('lien')],
    ['un dossier des données', () => ici('mini', 'offre')],
    ['un dossier à créer dans les données', () => ici('mini', 'site', 'data')],
    ['un dossier à créer dans les données, par un lien', () => ici('lien', 'site')],
    ['un dossier qui contient les données', () => lieu.chemin],
    ['un dossier non vide', () => ici('notes')],
    ['un dossier non vide, par un lien', () => ici('lien-notes')],
    ['un dossier au manifeste d’autre chose', () => ici('manifeste')],
    ['un fichier', () => ici('notes', 'notes.txt')],
    ['sous un fichier', () => ici('notes', 'notes.txt', 'site')],
    ['un lien rompu', () => ici('rompu')],
    ['sous un lien rompu', () => ici('rompu', 'site')],
    ['un lien qui tourne en rond', () => ici('tourne')],
    ['rien', () => ''],
  ])('%s', async (_nom, sortie) => {
    const avant = photographier(lieu.chemin);
    const { code, stderr } = await cli('build', '--data', ici('mini'), '--out', sortie());
    expect(code).toBe(2);
    expect(stderr).toMatch(/Donnez|Réparez/);
    sansPile(stderr);
    expect(photographier(lieu.chemin)).toEqual(avant);
  });

  // Sans commande lancée : le jour où le refus manquerait, rien ne serait perdu.
  test.each([
    ['les données livrées', 'data'],
    ['un dossier des données livrées', './data/offre/'],
    ['un dossier à créer dans les données livrées', 'data/site'],
    ['le projet', '.'],
    ['ce qui contient le projet', '..'],
    ['la racine', '/'],
    ['le dossier personnel', homedir()],
  ])('%s', (_nom, sortie) => {
    expect(() => verifierSortie(sortie, ['data'])).toThrow(ErreurDUsage);
  });

  test('des sources', () => {
    expect(() => lirePublies('src')).toThrow(ErreurDUsage);
  });

  test('OAD_DATA et OAD_PUBLIC comptent autant que --data et --out', async () => {
    const avant = photographier(lieu.chemin);
    const parData = await lancer(['pipelines/cli.ts', 'build', '--out', ici('lien')], {
      OAD_DATA: ici('mini'),
    });
    expect(parData.code).toBe(2);
    lieu.ecrire('public/data/notes.txt', 'à garder');
    const parPublic = await lancer(['pipelines/cli.ts'], { OAD_PUBLIC: ici('public') });
    expect(parPublic.code).toBe(2);
    rmSync(ici('public'), { recursive: true });
    expect(photographier(lieu.chemin)).toEqual(avant);
  });
});

describe('build ne balaie que l’édition d’avant', () => {
  test('un fichier ajouté reste ; les Parquet d’avant et ceux d’une interrompue s’en vont', async () => {
    const sortie = ici('édition');
    await construire([MINI], sortie);
    const avant: Manifeste = JSON.parse(readFileSync(join(sortie, 'manifest.json'), 'utf8'));
    const orpheline = 'offre.00112233aa.parquet';
    lieu.ecrire(
      `édition/.oad-en-cours/manifest.json`,
      `{"format":1,"tables":[{"fichier":"${orpheline}"}]}`,
    );
    lieu.ecrire(`édition/${orpheline}`, 'interrompue');
    lieu.ecrire('édition/.htaccess', 'Require all granted');
    lieu.ecrire('édition/autre.00112233aa.parquet', 'à garder');
    lieu.ecrire('édition/sous/notes.txt', 'à garder');
    lieu.remplacer('mini/offre/inscriptions.csv', '4,PE,9', '4,PE,10');
    const { tables } = await construire([ici('mini')], sortie);
    const noms = readdirSync(sortie);
    expect(noms).toEqual(
      expect.arrayContaining(['.htaccess', 'autre.00112233aa.parquet', 'sous', 'manifest.json']),
    );
    expect(noms).toHaveLength(tables.length + 4);
    const changes = avant.tables.filter(({ fichier }) => !noms.includes(fichier));
    expect(changes.length).toBeGreaterThan(0);
  });

  test('un manifeste trafiqué n’efface rien hors de ses Parquet', async () => {
    const sortie = ici('édition');
    const fichiers = ['../notes/notes.txt', 'notes.txt', 'sous', 'sous/a.0011223344.parquet'];
    lieu.ecrire('édition/notes.txt', 'à garder');
    lieu.ecrire('édition/sous/a.0011223344.parquet', 'à garder');
    const tables = fichiers.map((fichier) => ({ fichier }));
    lieu.ecrire('édition/manifest.json', JSON.stringify({ format: 1, tables }));
    await construire([MINI], sortie);
    for (const nom of fichiers)
      expect(photographier(lieu.chemin)).toHaveProperty([
        join(sortie, nom === 'sous' ? (fichiers[3] ?? '') : nom),
      ]);
  });
});

/** Ce qu’un tirage pose dans un bac : un fichier, ou un lien vers un autre endroit du bac. */
const NOMS = [
  'a',
  'a/b',
  'a/b/c',
  'd',
  'd/notes.txt',
  'd/manifest.json',
  'd/.en-cours-abc123/x.csv',
  'e/offre.0123456789.parquet',
  'e/edition.csv',
  'mini/site',
  'publie/notes.txt',
  'publie/sous/notes.txt',
  'publie/.htaccess',
];
const POSES = fc.uniqueArray(
  fc.record({
    nom: fc.constantFrom(...NOMS),
    vers: fc.constantFrom(
      null,
      null,
      '.',
      'd',
      'e',
      'a/b',
      'mini',
      'mini/offre',
      'publie',
      'nulle',
    ),
  }),
  { selector: ({ nom }) => nom, maxLength: 8 },
);
const CIBLES = fc.tuple(
  fc.constantFrom('.', 'a', 'a/b', 'a/b/c', 'd', 'e', 'mini', 'mini/site', 'publie', 'neuf', 'e/x'),
  fc.constantFrom('', '/', '/.', '/sous', '/../d', '/../publie'),
);

describe('des dossiers et des liens au hasard', () => {
  let modele: string;
  beforeAll(async () => {
    modele = mkdtempSync(join(tmpdir(), 'oad-publie-'));
    await construire([MINI], modele);
  });
  afterAll(() => rmSync(modele, { recursive: true, force: true }));

  test('rien de ce qui était là, hors de l’édition d’avant, ne change ni ne s’en va', async () => {
    const anciens = new Set(readdirSync(modele));
    let construites = 0;
    await fc.assert(
      fc.asyncProperty(POSES, CIBLES, async (poses, [cible, suite]) => {
        const bac = ouvrirDossier();
        try {
          cpSync(MINI, join(bac.chemin, 'mini'), { recursive: true });
          cpSync(modele, join(bac.chemin, 'publie'), { recursive: true });
          for (const { nom, vers } of poses) {
            const chemin = join(bac.chemin, nom);
            try {
              mkdirSync(dirname(chemin), { recursive: true });
              if (vers === null) writeFileSync(chemin, 'à garder', { flag: 'wx' });
              else symlinkSync(join(bac.chemin, vers), chemin);
            } catch {
              // La place est prise, ou passe par un lien : ce tirage-là pose moins.
            }
          }
          const avant = photographier(bac.chemin);
          const sortie = `${bac.chemin}/${cible}${suite}`;
          const donnees = [join(bac.chemin, 'mini')];
          try {
            verifierSortie(sortie, donnees);
            await construire(donnees, sortie);
            construites++;
          } catch (cause) {
            expect(cause).toMatchObject({ name: 'ErreurDUsage' });
            expect(photographier(bac.chemin)).toEqual(avant);
          }
          const apres = photographier(bac.chemin);
          for (const [chemin, contenu] of Object.entries(avant)) {
            const publie = relative(join(bac.chemin, 'publie'), chemin);
            if (!anciens.has(publie)) expect(apres[chemin], chemin).toBe(contenu);
          }
        } finally {
          bac.effacer();
        }
      }),
      { numRuns: 40 },
    );
    expect(construites).toBeGreaterThan(2);
  });
});
