import { createReadStream, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { importer } from '../../pipelines/import/index.ts';
import type { Delais } from '../../pipelines/import/telecharger.ts';
import { ouvrirDossier } from './dossier.ts';

const REGISTRE = 'test/fixtures/import/registre.csv';
const VITE = { silence: 400 };

/** Importe le registre depuis un serveur local qui répond comme on le lui dit. */
async function depuis(repondre: RequestListener, autres: Delais = {}) {
  const serveur = createServer(repondre);
  await new Promise<void>((ouvert) => serveur.listen(0, '127.0.0.1', ouvert));
  const { port } = serveur.address() as AddressInfo;
  const dossier = ouvrirDossier();
  try {
    return await importer('odwb-signaletique', [`http://127.0.0.1:${port}/`], {
      url: true,
      sortie: dossier.chemin,
      silence: 60_000,
      rejetsMax: '100%',
      ...autres,
    });
  } finally {
    dossier.effacer();
    serveur.closeAllConnections();
    serveur.close();
  }
}

test('un serveur qui répond : le fichier entre', async () => {
  const { rapport, ecrit } = await depuis((_, reponse) => createReadStream(REGISTRE).pipe(reponse));
  expect(ecrit).toBe(true);
  expect(rapport).toContain('9 lignes reçues');
});

test('un serveur lent mais vivant : on l’attend', async () => {
  const octets = readFileSync(REGISTRE);
  const { ecrit } = await depuis(async (_, reponse) => {
    for (let i = 0; i < octets.length; i += 500) {
      reponse.write(octets.subarray(i, i + 500));
      await new Promise((suite) => setTimeout(suite, 100));
    }
    reponse.end();
  }, VITE);
  expect(ecrit).toBe(true);
});

test('un serveur muet est abandonné, sans rien écrire', async () => {
  const { rapport, ecrit } = await depuis((_, reponse) => reponse.write('ndeg'), VITE);
  expect(ecrit).toBe(false);
  expect(rapport).toMatch(/ne répond plus\. Réessayez/);
});

test('une réponse coupée avant la fin ne s’importe pas', async () => {
  const { rapport, ecrit } = await depuis((_, reponse) => {
    reponse.writeHead(200, { 'Content-Length': '100000' });
    reponse.write(readFileSync(REGISTRE), () => reponse.destroy());
  });
  expect(ecrit).toBe(false);
  expect(rapport).toMatch(/a coupé avant la fin/);
});

test('une réponse 500 est dite avec ce qu’il faut faire', async () => {
  const { rapport, ecrit } = await depuis((_, reponse) => reponse.writeHead(500).end());
  expect(ecrit).toBe(false);
  expect(rapport).toMatch(/répond 500\. Réessayez, ou téléchargez le fichier/);
});

/** Écrit le même morceau jusqu’à ce que l’on coupe. */
const sansFin = (reponse: ServerResponse) => {
  const morceau = Buffer.alloc(1 << 16, 'a;b\n');
  const suite = () => {
    while (!reponse.destroyed && reponse.write(morceau));
    if (!reponse.destroyed) reponse.once('drain', suite);
  };
  suite();
};

test('une réponse sans fin s’arrête à la borne', async () => {
  const { rapport, ecrit } = await depuis((_, reponse) => sansFin(reponse));
  expect(ecrit).toBe(false);
  expect(rapport).toMatch(/envoie plus de 100 Mo, c’est la borne\. Téléchargez/);
});

test('une taille annoncée au-delà de la borne ne se lit pas', async () => {
  const { rapport } = await depuis((_, reponse) => {
    reponse.writeHead(200, { 'Content-Length': '300000000' });
    reponse.flushHeaders();
  });
  expect(rapport).toMatch(/envoie plus de 100 Mo/);
});

test('une bombe gzip s’arrête à la borne, une fois décompressée', async () => {
  const bombe = gzipSync(Buffer.alloc(110_000_000));
  const { rapport, ecrit } = await depuis((_, reponse) =>
    reponse.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bombe),
  );
  expect(bombe.byteLength).toBeLessThan(1 << 20);
  expect(ecrit).toBe(false);
  expect(rapport).toMatch(/envoie plus de 100 Mo/);
});

test('un goutte-à-goutte s’arrête au bout du temps', async () => {
  const { rapport, ecrit } = await depuis(
    (_, reponse) => {
      const goutte = setInterval(() => reponse.write('a'), 50);
      reponse.once('close', () => clearInterval(goutte));
    },
    { duree: 1_000 },
  );
  expect(ecrit).toBe(false);
  expect(rapport).toMatch(/envoie depuis plus de 1 secondes/);
});

test.each([
  ['/', /renvoie d’adresse en adresse plus de 5 fois/],
  ['file:///etc/hostname', /renvoie vers autre chose qu’une adresse du Web/],
])('un renvoi vers %s est dit tel', async (vers, attendu) => {
  const { rapport, ecrit } = await depuis((_, reponse) =>
    reponse.writeHead(302, { location: vers }).end(),
  );
  expect(ecrit).toBe(false);
  expect(rapport).toMatch(attendu);
});

test('une adresse file:// est refusée pour ce qu’elle est', async () => {
  const dossier = ouvrirDossier();
  const { rapport, ecrit } = await importer('fc', ['file:///etc/hostname'], {
    url: true,
    sortie: dossier.chemin,
  });
  dossier.effacer();
  expect(ecrit).toBe(false);
  expect(rapport).toMatch(/commence par « file: » : seules http:\/\/ et https:\/\//);
});
