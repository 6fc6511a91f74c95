import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exigerEntier } from '../../pipelines/write/ensemble.ts';
import { type Dossier, ouvrirDossier } from './dossier.ts';
import { cli, lancer, photographier } from './lancer.ts';

const REGISTRE = 'test/fixtures/import/registre.csv';
/** Ces fichiers d’essai ont des lignes refusées exprès. */
const SANS_SEUIL = ['--rejets-max', '100%'];
const INSCRIPTIONS = 'test/fixtures/import/inscriptions.csv';
const TUER = ['--import', resolve('test/pipeline/tuer.mjs'), 'pipelines/cli.ts'];

let dossier: Dossier;
const ici = (...noms: string[]) => join(dossier.chemin, ...noms);
const contenu = () => photographier(dossier.chemin);
const importer = (genre: string, fichier: string, sortie = dossier.chemin) =>
  cli('import', genre, fichier, '--out', sortie, ...SANS_SEUIL);

beforeEach(() => {
  dossier = ouvrirDossier();
});

afterEach(() => dossier.effacer());

describe('un import s’écrit tout entier ou pas du tout', () => {
  test('tué après la n-ième opération : les tables d’avant, ou toutes les nouvelles', async () => {
    await importer('odwb-signaletique', REGISTRE);
    const avant = ouvrirDossier(dossier.chemin);
    await importer('inscriptions', INSCRIPTIONS);
    const apres = ouvrirDossier(dossier.chemin);
    const relatif = (depuis: string) =>
      Object.entries(photographier(depuis)).map(([nom, empreinte]) => [
        nom.slice(depuis.length),
        empreinte,
      ]);
    const [ancien, nouveau] = [relatif(avant.chemin), relatif(apres.chemin)];
    const vus = new Set<string>();
    try {
      for (let n = 1; ; n += 2) {
        rmSync(dossier.chemin, { recursive: true });
        cpSync(avant.chemin, dossier.chemin, { recursive: true });
        const { code } = await lancer(
          [...TUER, 'import', 'inscriptions', INSCRIPTIONS, '--out', dossier.chemin, ...SANS_SEUIL],
          { OAD_TUER_APRES: String(n) },
        );
        await exigerEntier(dossier.chemin);
        const etat = relatif(dossier.chemin).filter(([nom]) => !nom?.startsWith('/.oad-'));
        const quel = [ancien, nouveau].findIndex(
          (attendu) => JSON.stringify(attendu) === JSON.stringify(etat),
        );
        expect(quel, `n = ${n} : ${JSON.stringify(etat)}`).not.toBe(-1);
        vus.add(`${code === null ? 'tué' : 'fini'} ${quel}`);
        if (code !== null) break;
      }
      expect(vus).toEqual(new Set(['tué 0', 'tué 1', 'fini 1']));
      // La commande suivante n’est pas gênée par ce que les tuées ont laissé, et le range.
      expect((await importer('inscriptions', INSCRIPTIONS)).code).toBe(0);
      expect(readdirSync(dossier.chemin).filter((nom) => nom.startsWith('.'))).toEqual([]);
    } finally {
      avant.effacer();
      apres.effacer();
    }
  });

  test.each([
    ['un dossier à la place d’une table', () => mkdirSync(ici('sources.csv'))],
    ['un fichier à la place d’un dossier', () => dossier.ecrire('offre', 'à garder')],
    [
      'un autre fichier sous le nom d’une table',
      () => dossier.ecrire('offre/implantations.csv', 'Nom;Rue;Téléphone\nA;B;C\n'),
    ],
    [
      'un dossier lié ailleurs',
      () => {
        mkdirSync(ici('ailleurs'));
        symlinkSync(ici('ailleurs'), ici('offre'));
        dossier.ecrire('dedans/notes.txt', 'à garder');
        symlinkSync(resolve('data/offre'), ici('dedans', 'offre'));
      },
      'dedans',
    ],
  ])('%s : rien n’est touché', async (_nom, gener, sous = '') => {
    gener();
    const avant = contenu();
    const livrees = photographier('data/offre');
    const { code, stderr } = await importer('odwb-signaletique', REGISTRE, ici(sous));
    expect(code).not.toBe(0);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(contenu()).toEqual(avant);
    expect(photographier('data/offre')).toEqual(livrees);
  });

  test('le fichier lu n’est jamais celui qui serait remplacé', async () => {
    dossier.ecrire('offre/implantations.csv', 'à garder');
    const avant = contenu();
    const { code, stderr } = await importer('odwb-signaletique', ici('offre', 'implantations.csv'));
    expect(code).toBe(2);
    expect(stderr).toContain('hors de ce dossier');
    expect(contenu()).toEqual(avant);
  });

  test('le premier import crée le dossier que OAD_DATA nomme déjà', async () => {
    const options = ['pipelines/cli.ts', 'import', 'odwb-signaletique', REGISTRE, ...SANS_SEUIL];
    const { code, stderr } = await lancer([...options, '--out', ici('neuf')], {
      OAD_DATA: ici('neuf'),
    });
    expect(code, stderr).toBe(0);
    expect(existsSync(ici('neuf', 'offre', 'implantations.csv'))).toBe(true);
  });

  test('un import refusé ne laisse pas le dossier qu’il aurait créé', async () => {
    dossier.ecrire('recu.csv', 'a,b\n1,2\n');
    const { code } = await importer('odwb-signaletique', ici('recu.csv'), ici('x', 'y'));
    expect(code).toBe(2);
    expect(existsSync(ici('x'))).toBe(false);
  });
});

describe('une seule commande écrit à la fois dans un dossier', () => {
  test('de huit constructions et imports lancés ensemble, ceux qui finissent laissent un tout', async () => {
    await importer('odwb-signaletique', REGISTRE, ici('donnees'));
    await importer('inscriptions', INSCRIPTIONS, ici('donnees'));
    const construire = () => cli('build', '--data', ici('donnees'), '--out', ici('publie'));
    const seule = await construire();
    expect(seule.code, seule.stderr).toBe(0);
    const attendu = contenu();
    const rendus = await Promise.all([
      ...Array.from({ length: 4 }, construire),
      ...Array.from({ length: 2 }, () => importer('odwb-signaletique', REGISTRE, ici('donnees'))),
      ...Array.from({ length: 2 }, () => importer('inscriptions', INSCRIPTIONS, ici('donnees'))),
    ]);
    for (const { code, stderr } of rendus.filter(({ code }) => code !== 0)) {
      expect(code).toBe(1);
      expect(stderr).toMatch(/une autre commande écrit dans ce dossier|ont changé pendant/);
    }
    expect(rendus.some(({ code }) => code === 0)).toBe(true);
    // Le rapport est celui du dernier import, quel qu’il soit.
    const tables = (tout: ReturnType<typeof contenu>) =>
      Object.fromEntries(Object.entries(tout).filter(([nom]) => !nom.endsWith('rapport.html')));
    expect(tables(contenu())).toEqual(tables(attendu));
  });

  test('le verrou d’un processus mort, ou dont le numéro a resservi, est levé', async () => {
    const hote = hostname().replace(/[^\w.]/g, '_');
    dossier.ecrire(`.oad-verrou-${hote}-4194305-7`, '');
    dossier.ecrire(`.oad-verrou-${hote}-${process.pid}-7`, '');
    const { code, stderr } = await importer('odwb-signaletique', REGISTRE);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(readdirSync(dossier.chemin).filter((nom) => nom.startsWith('.'))).toEqual([]);
  });

  test('le verrou d’une autre machine tient, et le message dit quoi effacer', async () => {
    dossier.ecrire('.oad-verrou-ailleurs-12-7', '');
    const { code, stderr } = await importer('odwb-signaletique', REGISTRE);
    expect(code).toBe(1);
    expect(stderr).toContain('une autre commande écrit dans ce dossier');
    expect(stderr).toContain(ici('.oad-verrou-ailleurs-12-7'));
    expect(readdirSync(dossier.chemin)).toEqual(['.oad-verrou-ailleurs-12-7']);
  });
});

describe('une commande arrêtée range ce qu’elle a commencé', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s pendant un téléchargement', async (signal) => {
    const serveur = createServer((_requete, reponse) => {
      reponse.writeHead(200).write('type;nom\n');
      serveur.emit('demande');
    });
    await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
    const { port } = serveur.address() as AddressInfo;
    mkdirSync(ici('tmp'));
    const enfant = spawn(
      process.execPath,
      [
        ...['pipelines/cli.ts', 'import', 'odwb-signaletique', `http://127.0.0.1:${port}/`],
        ...['--url', '--out', ici('neuf')],
      ],
      { env: { ...process.env, TMPDIR: ici('tmp') }, stdio: 'ignore' },
    );
    await once(serveur, 'demande');
    expect(readdirSync(ici('neuf'))).toHaveLength(1);
    enfant.kill(signal);
    expect(await once(enfant, 'exit')).toEqual([null, signal]);
    serveur.closeAllConnections();
    serveur.close();
    expect(readdirSync(dossier.chemin)).toEqual(['tmp']);
    expect(readdirSync(ici('tmp'))).toEqual([]);
  });

  test('un téléchargement lu, bon ou mauvais, ne laisse rien dans le dossier provisoire', async () => {
    const serveur = createServer((_requete, reponse) => reponse.end('a,b\n1,2\n'));
    await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
    const { port } = serveur.address() as AddressInfo;
    mkdirSync(ici('tmp'));
    const { code } = await lancer(
      [
        ...['pipelines/cli.ts', 'import', 'odwb-signaletique', `http://127.0.0.1:${port}/`],
        ...['--url', '--out', ici('neuf')],
      ],
      { TMPDIR: ici('tmp') },
    );
    serveur.close();
    expect(code).toBe(2);
    expect(readdirSync(ici('tmp'))).toEqual([]);
  });
});

describe('le disque plein', () => {
  /** Un petit disque, monté le temps d’une commande ; toutes les machines ne le permettent pas. */
  const surUnPetitDisque = (octets: string, commande: string) =>
    lancer(
      [
        ...['-rm', 'sh', '-c'],
        `mount -t tmpfs -o size=${octets} tmpfs "$0" && cp -r "$1"/. "$0" && ${commande}; c=$?; ` +
          'rm -rf "$1"/*; cp -r "$0"/. "$1"; exit $c',
        ici('disque'),
        ici('reste'),
        process.execPath,
      ],
      {},
      'unshare',
    );

  test('un import et une construction le disent, et laissent l’ancien', async (contexte) => {
    mkdirSync(ici('disque'));
    await importer('odwb-signaletique', REGISTRE, ici('reste'));
    const possible = await surUnPetitDisque('1m', 'true');
    if (possible.code !== 0) return contexte.skip(`pas de petit disque ici : ${possible.stderr}`);
    const avant = photographier(ici('reste'));
    const importe = await surUnPetitDisque(
      '24k',
      `"$2" pipelines/cli.ts import inscriptions ${INSCRIPTIONS} --out "$0" ${SANS_SEUIL.join(' ')}`,
    );
    expect(importe.stderr).toContain('plus de place sur le disque');
    expect(importe.code).toBe(1);
    expect(photographier(ici('reste'))).toEqual(avant);
    rmSync(ici('reste'), { recursive: true });
    mkdirSync(ici('reste'));
    const construit = await surUnPetitDisque('100k', '"$2" pipelines/cli.ts build --out "$0"');
    expect(construit.stderr).toContain('plus de place sur le disque');
    expect(construit.code).toBe(1);
    expect(construit.stderr).not.toMatch(/\n {4}at /);
    expect(readdirSync(ici('reste'))).toEqual([]);
  });
});
