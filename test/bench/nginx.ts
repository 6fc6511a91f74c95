import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { BASE, batir } from '../site/batir.ts';
import { adresse, fichiers } from '../site/construit.ts';
import { exigerNginx, servirNginx } from '../site/nginx.ts';

const DUREE = '10s';

/** Charge une adresse avec wrk : débit, latence médiane, réponses en erreur. */
function charger(url: string): string {
  const options = [
    '-t1',
    '-c32',
    `-d${DUREE}`,
    '--latency',
    '-H',
    'Accept-Encoding: br, gzip',
    url,
  ];
  const sortie = execFileSync('wrk', options, { encoding: 'utf8' });
  const lu = (forme: RegExp): string => forme.exec(sortie)?.[1] ?? '0';
  return [
    `${lu(/Requests\/sec:\s+([\d.]+)/)} requêtes/s`,
    `${lu(/Transfer\/sec:\s+(\S+)/)}/s`,
    `médiane ${lu(/50%\s+(\S+)/)}`,
    `99 % ${lu(/99%\s+(\S+)/)}`,
    `erreurs ${lu(/Non-2xx or 3xx responses: (\d+)/)}`,
    `sockets ${lu(/Socket errors: (.+)/)}`,
  ].join(' · ');
}

/**
 * nginx de Debian sert `/oad/` avec nos en-têtes : la suite du navigateur d’abord, wrk ensuite.
 * @param options `--sans-tests` ne fait que la charge
 */
export default async function mesurer(options: readonly string[]): Promise<void> {
  exigerNginx();
  if (!options.includes('--sans-tests')) {
    const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'site'], {
      stdio: 'inherit',
      env: { ...process.env, OAD_SERVEUR: 'nginx' },
    });
    if (status !== 0) process.exitCode = 1;
  }
  const construit = await batir();
  const serveur = await servirNginx(construit, BASE);
  const noms = fichiers(construit).map((chemin) => adresse(construit, chemin));
  const lourd = (fin: RegExp): string | undefined => noms.find((nom) => fin.test(nom));
  const cibles = {
    page: '',
    moteur: lourd(/duckdb.*\.wasm$/),
    Parquet: lourd(/^data\/indicateurs\..*\.parquet$/),
  };
  for (const [nom, cible] of Object.entries(cibles)) {
    if (cible !== undefined) console.log(`${nom} : ${charger(serveur.adresse + cible)}`);
  }
  await serveur.fermer();
  rmSync(construit, { recursive: true, force: true });
}
