import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { dossierParTest } from './dossier-par-test.ts';
import { photographier } from './lancer.ts';
import { REGISTRE } from './registre-servi.ts';

const dossier = dossierParTest();
const recus = dossierParTest();

const importer = (fichier: string) =>
  spawn(
    process.execPath,
    [
      ...['pipelines/cli.ts', 'import', 'odwb-signaletique', `${recus.chemin}/${fichier}`],
      ...['--out', dossier.chemin],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );

test('Ctrl-C pendant la lecture d’un gros fichier : le dossier d’avant, ou le nouveau, entier', async () => {
  const [entete = '', modele = ''] = REGISTRE.split('\r\n');
  recus.ecrire('avant.csv', REGISTRE);
  recus.ecrire(
    'gros.csv',
    [
      entete,
      ...Array.from({ length: 60_000 }, (_, i) => modele.replace('31.0', `${i + 1}.0`)),
    ].join('\n'),
  );
  expect(await once(importer('avant.csv'), 'exit')).toEqual([0, null]);
  const avant = photographier(dossier.chemin);
  const enfant = importer('gros.csv');
  // La commande dit qu’elle lit : c’est là qu’on l’arrête.
  await once(enfant.stderr, 'data');
  enfant.kill('SIGINT');
  expect(await once(enfant, 'exit')).toEqual([null, 'SIGINT']);
  const apres = photographier(dossier.chemin);
  expect(Object.keys(apres)).toEqual(Object.keys(avant));
  const sites = dossier.lire('offre/implantations.csv').trim().split('\n').length - 1;
  expect([5, 60_000]).toContain(sites);
  if (sites === 5) expect(apres).toEqual(avant);
});
