import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nginx } from '../../pipelines/hebergement/configurations.ts';
import type { Serveur } from '../../pipelines/serve.ts';

const BINAIRE = '/usr/sbin/nginx';
const TYPES = '/etc/nginx/mime.types';
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const PAQUETS = ['nginx', 'libnginx-mod-http-brotli-static', 'wrk'];
const TEMPORAIRES = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** Installe le nginx de Debian et wrk s’ils manquent. Il faut être root. */
export function exigerNginx(): void {
  if (existsSync(BINAIRE) && existsSync('/usr/bin/wrk')) return;
  const options = { stdio: 'inherit', env: { ...process.env, RUNLEVEL: '1' } } as const;
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PAQUETS], options);
}

const portLibre = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const essai = createServer().once('error', reject);
    essai.listen(0, '127.0.0.1', () => {
      const adresse = essai.address();
      essai.close(() => resolve(typeof adresse === 'object' && adresse ? adresse.port : 0));
    });
  });

async function attendre(adresse: string, essais = 50): Promise<void> {
  try {
    await fetch(adresse);
  } catch (cause) {
    if (essais === 0) throw cause;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await attendre(adresse, essais - 1);
  }
}

/** Sert un site construit par nginx, avec la configuration que le projet propose. */
export async function servirNginx(dossier: string, base: string): Promise<Serveur> {
  const travail = mkdtempSync(join(tmpdir(), 'oad-nginx-'));
  const port = await portLibre();
  const brotli = existsSync(BROTLI);
  for (const nom of TEMPORAIRES) mkdirSync(join(travail, nom));
  copyFileSync(TYPES, join(travail, 'mime.types'));
  const conf = [
    ...(brotli ? [`load_module ${BROTLI};`] : []),
    'user root; daemon off; worker_processes 2; error_log stderr crit;',
    `pid ${join(travail, 'nginx.pid')};`,
    'events { worker_connections 1024; }',
    'http {',
    'include mime.types; access_log off; sendfile on; tcp_nopush on;',
    ...TEMPORAIRES.map((nom) => `${nom}_temp_path ${join(travail, nom)};`),
    nginx({ base, racine: dossier, ecoute: `127.0.0.1:${port}`, brotli }),
    '}',
  ].join('\n');
  const chemin = join(travail, 'nginx.conf');
  writeFileSync(chemin, conf);
  const processus = spawn(BINAIRE, ['-c', chemin], { stdio: ['ignore', 'inherit', 'inherit'] });
  const adresse = `http://127.0.0.1:${port}${base}`;
  await attendre(adresse);
  return {
    adresse,
    fermer: () =>
      new Promise((resolve) => {
        processus.once('exit', () => {
          rmSync(travail, { recursive: true, force: true });
          resolve();
        });
        processus.kill('SIGQUIT');
      }),
  };
}
