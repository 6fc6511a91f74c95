import { createReadStream, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { importer } from '../../pipelines/import/index.ts';
import { ouvrirDossier } from './dossier.ts';

const REGISTRE = 'test/fixtures/import/registre.csv';

/** Importe le registre depuis un serveur local qui répond comme on le lui dit. */
async function depuis(repondre: RequestListener) {
  const serveur = createServer(repondre);
  await new Promise<void>((ouvert) => serveur.listen(0, '127.0.0.1', ouvert));
  const { port } = serveur.address() as AddressInfo;
  const dossier = ouvrirDossier();
  try {
    return await importer('odwb-signaletique', [`http://127.0.0.1:${port}/`], {
      url: true,
      sortie: dossier.chemin,
      silence: 400,
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
  });
  expect(ecrit).toBe(true);
});

test('un serveur muet est abandonné, sans rien écrire', async () => {
  const { rapport, ecrit } = await depuis((_, reponse) => reponse.write('ndeg'));
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
