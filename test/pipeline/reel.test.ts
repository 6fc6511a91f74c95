import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import { lancer, photographier } from './lancer.ts';
import { REGISTRE, type Serveur, servirRegistre } from './registre-servi.ts';

let serveur: Serveur;
let lieu = '';

beforeEach(async () => {
  serveur = await servirRegistre();
  lieu = mkdtempSync(join(tmpdir(), 'oad-reel-'));
});
afterEach(async () => {
  await serveur.fermer();
  rmSync(lieu, { recursive: true });
});

const data = (...options: string[]) =>
  lancer(['pipelines/cli.ts', ...options], { OAD_CACHE: join(lieu, 'cache'), OAD_REEL: '' });
const controler = (reel: string) => data('check', '--reel', reel);
const construire = (reel: string) => data('build', '--reel', reel, '--out', join(lieu, 'publie'));
const garde = (fichier: string) => readFileSync(join(lieu, 'cache', fichier), 'utf8');
const manifeste = () =>
  JSON.parse(readFileSync(join(lieu, 'publie/manifest.json'), 'utf8')) as Manifeste;
const registre = () => manifeste().tables.find(({ nom }) => nom === 'implantations')?.sources[0];

test('le registre se télécharge, et l’édition a de vraies écoles et rien d’inventé', async () => {
  const { code, stderr } = await construire(serveur.adresse);
  expect(stderr).toContain('6 lignes reçues = 5 entrées + 1 réunie à une autre + 0 écartée');
  expect(code).toBe(0);
  const { lacunes } = manifeste();
  const aujourdhui = new Date().toISOString().slice(0, 10);
  expect(registre()).toMatchObject({
    nature: 'officiel',
    adresse: serveur.adresse,
    consulte_le: aujourdhui,
  });
  expect(new Set(lacunes.map(({ table }) => table))).toEqual(
    new Set([
      ...['inscriptions', 'inscriptions.annee_etude', 'inscriptions.mode', 'totaux_zones'],
      ...['population', 'thematiques_communes', 'fonctions_critiques'],
    ]),
  );
  expect(lacunes.every(({ etat }) => etat === 'inconnu')).toBe(true);
});

test('OAD_REEL vaut --reel ; « non » n’en est pas une', async () => {
  const env = { OAD_CACHE: join(lieu, 'cache') };
  const reel = await lancer(['pipelines/cli.ts', 'check'], { ...env, OAD_REEL: serveur.adresse });
  expect(reel.stderr).toContain('5 entrées');
  const livree = await lancer(['pipelines/cli.ts', 'check'], { ...env, OAD_REEL: 'non' });
  expect(livree.stderr).toBe('');
  expect(livree.stdout).not.toContain('OAD-COUVERTURE');
});

test('le réseau coupé : la copie gardée sert, et son jour et son adresse se disent', async () => {
  await construire(serveur.adresse);
  writeFileSync(
    join(lieu, 'cache/sources.csv'),
    garde('sources.csv').replace(/\d{4}-\d\d-\d\d(?=,)/, '2026-01-15'),
  );
  const avant = photographier(join(lieu, 'cache'));
  await serveur.fermer();
  const { code, stderr } = await construire(serveur.adresse);
  expect(code).toBe(0);
  expect(stderr).toContain('est injoignable');
  expect(stderr).toContain(
    `La copie du 15/01/2026 sert à sa place ; elle vient de ${serveur.adresse}.`,
  );
  expect(photographier(join(lieu, 'cache'))).toEqual(avant);
  expect(registre()?.consulte_le).toBe('2026-01-15');
});

test('ni réseau, ni copie : rien n’est touché, et le remède est dit', async () => {
  await construire(serveur.adresse);
  const publie = photographier(join(lieu, 'publie'));
  rmSync(join(lieu, 'cache'), { recursive: true });
  await serveur.fermer();
  const { code, stderr, stdout } = await construire(serveur.adresse);
  expect(code).toBe(1);
  expect(stderr).toMatch(/n’a pas été reçu, et aucune copie d’avant n’est dans « .*cache »/);
  expect(stderr).toContain('--reel registre.csv');
  expect(stderr).not.toContain('inattendue');
  expect(stdout).toBe('');
  expect(photographier(join(lieu, 'publie'))).toEqual(publie);
});

test.each([
  ['une page d’accueil à la place du fichier', '<!doctype html><title>Connectez-vous</title>'],
  ['un fichier vide', ''],
  ['un tout autre CSV', 'a;b\n1;2\n'],
])('%s ne remplace pas la copie, qui sert', async (_, recu) => {
  await controler(serveur.adresse);
  const avant = photographier(join(lieu, 'cache'));
  serveur.repondre((_demande, vers) => vers.end(recu));
  const { code, stderr } = await controler(serveur.adresse);
  expect(code).toBe(0);
  expect(stderr).toMatch(/La copie du \d\d\/\d\d\/\d{4} sert à sa place/);
  expect(photographier(join(lieu, 'cache'))).toEqual(avant);
});

test('un registre qui a perdu la moitié de ses écoles arrête, et laisse tout', async () => {
  await controler(serveur.adresse);
  const avant = photographier(lieu);
  serveur.repondre((_, vers) => vers.end(REGISTRE.split('\r\n').slice(0, 2).join('\r\n')));
  const { code, stderr } = await controler(serveur.adresse);
  expect(code).toBe(1);
  expect(stderr).toContain('il n’en resterait que 1');
  expect(stderr).toContain('la copie d’avant est intacte');
  expect(photographier(lieu)).toEqual(avant);
});

test('un fichier déjà reçu sert sans réseau', async () => {
  const fichier = join(lieu, 'registre.csv');
  writeFileSync(fichier, REGISTRE);
  await serveur.fermer();
  const { code, stderr } = await controler(fichier);
  expect(stderr).toContain('5 entrées');
  expect(code).toBe(0);
});

test('l’édition gardée suit le comptage du 15 janvier, si elle n’est pas écrite à la main', async () => {
  await controler(serveur.adresse);
  const edition = garde('edition.csv');
  const ancienne = edition.replace(
    /import-.*/,
    'import-2019-2020,Édition 2019-2020,2021-2022,2019-2020,Éditeur à renseigner,Contact à renseigner,',
  );
  writeFileSync(join(lieu, 'cache/edition.csv'), ancienne);
  await controler(serveur.adresse);
  expect(garde('edition.csv')).toBe(edition);
  const mienne = ancienne.replace('Éditeur à renseigner', 'Un observatoire');
  writeFileSync(join(lieu, 'cache/edition.csv'), mienne);
  await controler(serveur.adresse);
  expect(garde('edition.csv')).toBe(mienne);
});

const LIGNES = REGISTRE.split('\r\n');
const ecole = (fase: string) =>
  garde('offre/implantations.csv')
    .split('\n')
    .find((ligne) => ligne.startsWith(`${fase},`));

test.each([
  ['le CEFA d’abord', LIGNES],
  ['l’école d’abord', LIGNES.with(-1, LIGNES.at(-2) ?? '').with(-2, LIGNES.at(-1) ?? '')],
])('un site de CEFA a l’identité de l’école qui l’accueille : %s', async (_, lignes) => {
  const fichier = join(lieu, 'registre.csv');
  writeFileSync(fichier, lignes.join('\r\n'));
  await controler(fichier);
  expect(ecole('39')).toMatch(
    /^39,10,Institut d’essai Bellevue,.*,confessionnel,11,.*,CEFA d’essai$/,
  );
});

test('« qualifiant », écrit à la main dans la copie ou dans le registre, se garde', async () => {
  const fichier = join(lieu, 'registre.csv');
  const ajoutee = LIGNES.map((ligne, i) => `${ligne};${['qualifiant', 'oui', 'non'][i] ?? ''}`);
  writeFileSync(fichier, ajoutee.join('\r\n'));
  await controler(fichier);
  const avec = garde('offre/implantations.csv');
  expect(ecole('31')).toMatch(/,officiel,,oui$/);
  expect(ecole('33')).toMatch(/,officiel,,non$/);
  expect(ecole('35')).toMatch(/,officiel,,$/);
  await controler(serveur.adresse);
  expect(garde('offre/implantations.csv')).toBe(avec);
});
