import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ouvrirBase } from '../../pipelines/base.ts';
import {
  nomDansAdresse,
  rendrePublique,
  sansTraces,
  taireCles,
} from '../../src/edition/adresse.ts';
import { commande, commandeAvec } from './commande.ts';
import { type Dossier, ouvrirDossier } from './dossier.ts';

const REGISTRE = readFileSync('test/fixtures/import/registre.csv');
const SECRET = /S3CR3T|jean/;

let serveur: Server;
let base: string;
let dossier: Dossier;

beforeAll(async () => {
  serveur = createServer(({ url = '', headers }, reponse) => {
    const { pathname } = new URL(url, 'http://x');
    const renvoi = (vers: string) => reponse.writeHead(302, { location: vers }).end();
    const attendu = `Basic ${Buffer.from('jean:S3CR3T').toString('base64')}`;
    if (pathname === '/renvoi') renvoi('/registre.csv?token=S3CR3T');
    else if (pathname === '/fichier') renvoi('file:///home/jean/S3CR3T');
    else if (pathname === '/perdu.csv') reponse.writeHead(404).end('S3CR3T');
    else if (pathname === '/prive.csv' && headers.authorization !== attendu)
      reponse.writeHead(401).end();
    else reponse.end(REGISTRE);
  });
  await new Promise<void>((ouvert) => serveur.listen(0, '127.0.0.1', ouvert));
  base = `127.0.0.1:${(serveur.address() as AddressInfo).port}`;
});

afterAll(() => {
  serveur.closeAllConnections();
  serveur.close();
});

beforeEach(() => {
  dossier = ouvrirDossier();
});

afterEach(() => dossier.effacer());

const importer = (adresse: string) =>
  commande(
    ...['import', 'odwb-signaletique', adresse, '--url', '--out', dossier.chemin],
    ...['--rejets-max', '100%'],
  );

/** Ce qu’un dossier contient, octets compris. */
const contenu = (chemin: string) =>
  readdirSync(chemin, { recursive: true, encoding: 'utf8' })
    .map((nom) => join(chemin, nom))
    .filter((nom) => statSync(nom).isFile())
    .map((nom) => `${nom}\n${readFileSync(nom, 'utf8')}`)
    .join('\n');

async function lireParquet(fichier: string) {
  const duckdb = await ouvrirBase();
  try {
    return await duckdb.lire(`SELECT * FROM read_parquet('${fichier}')`);
  } finally {
    await duckdb.fermer();
  }
}

test('le fichier téléchargé ne reste pas sur le disque', async () => {
  const provisoire = join(dossier.chemin, 'tmp');
  mkdirSync(provisoire);
  const { code } = await commandeAvec(
    { TMPDIR: provisoire },
    ...['import', 'odwb-signaletique', `http://${base}/registre.csv`, '--url'],
    ...['--out', join(dossier.chemin, 'sortie'), '--rejets-max', '100%'],
  );
  expect(code).toBe(0);
  expect(readdirSync(provisoire).filter((nom) => nom.startsWith('oad-import-'))).toEqual([]);
});

describe('une adresse à clé', () => {
  test('ni la clé, ni l’identifiant, ni ce qui suit # ne sont gardés ou redits', async () => {
    const adresse = `http://jean:S3CR3T@${base}/prive.csv?lang=fr&apikey=S3CR3T&S3CR3T#S3CR3T`;
    const { code, texte } = await importer(adresse);
    expect(code, texte).toBe(0);
    expect(texte).not.toMatch(SECRET);
    expect(texte).toContain(`Adresse gardée : http://${base}/prive.csv?lang=fr, sans`);
    expect(texte).toContain('« apikey »');
    expect(contenu(dossier.chemin)).not.toMatch(SECRET);
    const sources = dossier.lire('sources.csv');
    expect(sources).toContain(`,http://${base}/prive.csv?lang=fr,`);
    expect(sources).toContain('Importé de prive.csv');
  });

  test.each(['renvoi?sig=S3CR3T', 's/S3CR3T/registre.csv', 'registre.csv;jsessionid=S3CR3T'])(
    '%s : entre sans laisser sa clé',
    async (chemin) => {
      const { code, texte } = await importer(`http://${base}/${chemin}`);
      expect(code, texte).toBe(0);
      expect(texte + contenu(dossier.chemin)).not.toMatch(SECRET);
    },
  );

  test.each(['perdu.csv?token=S3CR3T', 'fichier?token=S3CR3T'])(
    '%s : l’erreur ne la redit pas',
    async (chemin) => {
      const { code, texte } = await importer(`http://jean:S3CR3T@${base}/${chemin}`);
      expect(code).toBe(1);
      expect(texte).toContain(`http://${base}/`);
      expect(texte).not.toMatch(SECRET);
    },
  );

  test.each([
    ['import', 'fc', 'https://jean:S3CR3T@exemple.be/x.csv?key=S3CR3T', '--out', 'x'],
    ['import', 'https://exemple.be/x.csv?key=S3CR3T', '--url', '--out', 'x'],
    ['check', 'https://exemple.be/x.csv?key=S3CR3T'],
  ])('%s mal écrit : la commande ne la redit pas', async (...options) => {
    const { code, texte } = await commande(...options);
    expect(code).toBe(2);
    expect(texte).toContain('https://exemple.be/x.csv');
    expect(texte).not.toMatch(SECRET);
  });
});

test('écrite à la main dans sources.csv : le contrôle la dit, la publication l’ôte', async () => {
  dossier.ecrire('territoire/zones.csv', readFileSync('data/territoire/zones.csv'));
  dossier.ecrire(
    'sources.csv',
    `table,titre,editeur,nature,adresse,consulte_le,licence,note
zones,Zones,Moi,transcription,https://jean:S3CR3T@exemple.be/z.csv?page=12&sig=S3CR3T,,,"Copié de \
/home/jean/Mes données/zones.csv, token=S3CR3T, C:\\Users\\jean\\a.csv"
`,
  );
  const sortie = mkdtempSync(join(tmpdir(), 'oad-publie-'));
  const { code, texte } = await commande('build', '--data', dossier.chemin, '--out', sortie);
  expect(code, texte).toBe(0);
  expect(texte.match(/OAD-SECRET/g)).toHaveLength(2);
  expect(texte).not.toMatch(SECRET);
  const parquet = readdirSync(sortie).find((nom) => /^sources\..*parquet$/.test(nom)) ?? '';
  const lignes = await lireParquet(join(sortie, parquet));
  const publie = contenu(sortie) + JSON.stringify(lignes);
  expect(lignes.length).toBeGreaterThan(0);
  expect(publie).toContain('https://exemple.be/z.csv?page=12');
  expect(publie).toContain('Copié de zones.csv, token=…, a.csv');
  expect(publie).not.toMatch(SECRET);
  rmSync(sortie, { recursive: true });
});

test('ce qui fait une adresse publique', () => {
  const memes = [
    'https://www.odwb.be/api/explore/v2.1/catalog/datasets/fwb-age-classes/exports/csv?lang=fr&timezone=Europe%2FBrussels&use_labels=true&delimiter=%3B',
    'https://exemple.be/2024/effectifs2023v2.csv',
    'https://exemple.be/Effectifs-15-janvier_2024/Zone-4_Liege.xlsx',
    'http://www.enseignement.be/index.php?page=26264&navi=3387',
  ];
  for (const adresse of memes) expect(rendrePublique(adresse)).toEqual({ adresse, retires: [] });
  const publiques = [
    ['https://x.blob.core.windows.net/c/f.csv?sv=2020&se=2024&sig=abc', 'f.csv'],
    ['https://b.s3.amazonaws.com/c/f.csv?X-Amz-Signature=abc&X-Amz-Date=1', 'f.csv'],
    ['https://exemple.be/c/f.csv?id=1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs', 'f.csv'],
    ['https://exemple.be/c/f.csv?limit=motdepasse%40x&where=token%3Dabc', 'f.csv'],
  ] as const;
  for (const [adresse, fin] of publiques) {
    expect(rendrePublique(adresse).adresse).toBe(`https://${new URL(adresse).host}/c/${fin}`);
    expect(nomDansAdresse(adresse)).toBe(fin);
  }
  const coupees = [
    '8dKq2LmZpR4xT7w',
    'eyJhbGciOiJIUzI1NiJ9',
    '123e4567-e89b-12d3-a456-426614174000',
    'OavG5jPGLp_S6Rw6lR4U9A',
    '5N7wF0RBVl-wvvT-VNyRqyGvrXU',
    'v7zK9e-u3PAeHy6f',
  ];
  for (const jeton of coupees) {
    expect(rendrePublique(`https://exemple.be/c/${jeton}/f.csv`).adresse).toBe(
      'https://exemple.be/c/',
    );
  }
  const textes = ['Tirage documenté, PE/ALT.', 'Pages sur les CTA, CDC et PFE ; 1/2, et/ou.'];
  for (const texte of textes) expect(sansTraces(texte)).toBe(texte);
});

/** Une clé comme on en tire, de lettres et de chiffres, d’hexadécimaux ou en UUID. */
const cle = fc.oneof(
  fc.base64String({ minLength: 24, maxLength: 44 }).map((tiree) => tiree.replace(/[+/=]/g, '4')),
  fc.stringMatching(/^[0-9a-f]{32}$/),
  fc.uuid(),
);
const NOMS_DE_CLE = ['apikey', 'token', 'sig', 'x', 'access_token', 'code', 'limit', 'id', 'q'];

test('où qu’elle soit dans une adresse, une clé n’est ni gardée ni redite', () => {
  const adresses = fc
    .tuple(cle, fc.constantFrom(...NOMS_DE_CLE), fc.nat(5))
    .map(([dite, nom, ou]) => {
      const formes = [
        `https://exemple.be/e.csv?lang=fr&${nom}=${dite}`,
        `https://moi:${dite}@exemple.be/e.csv`,
        `https://${dite}@exemple.be/e.csv?lang=fr`,
        `https://exemple.be/e.csv?lang=fr#${nom}=${dite}`,
        `https://exemple.be/token/${dite}/e.csv`,
        `https://exemple.be/e.csv;jsessionid=${dite}?lang=fr`,
      ];
      return { dite, adresse: formes[ou] ?? '' };
    });
  fc.assert(
    fc.property(adresses, ({ dite, adresse }) => {
      const redites = [
        rendrePublique(adresse).adresse,
        rendrePublique(adresse).retires.join(),
        nomDansAdresse(adresse),
        taireCles(`reçu de ${adresse}, hier`),
        sansTraces(`(${adresse})`),
      ];
      for (const redite of redites) expect(redite).not.toContain(dite);
      expect(redites[0]).toMatch(/^https:\/\/exemple\.be\//);
    }),
    { numRuns: 1000, seed: 1898466117 },
  );
});
