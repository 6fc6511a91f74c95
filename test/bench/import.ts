import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SITES = 1_000;
const PREMIER = 4_000;
const MEGA = 1_000_000;

/** Mille implantations, sur le modèle de la première livrée. */
function ecrireSites(dossier: string): void {
  const [entete = '', modele = ''] = readFileSync('data/offre/implantations.csv', 'utf8').split(
    '\n',
  );
  const lignes = Array.from({ length: SITES }, (_, i) =>
    modele.replace(/^\d+/, String(PREMIER + i)).replace('demonstration', 'officiel'),
  );
  mkdirSync(join(dossier, 'offre'));
  writeFileSync(join(dossier, 'offre/implantations.csv'), `${[entete, ...lignes].join('\n')}\n`);
}

/** Des inscriptions toutes différentes, jusqu’à la taille voulue ; rend leur nombre. */
async function ecrireInscriptions(chemin: string, octets: number): Promise<number> {
  const codes = readFileSync('data/referentiel/options.csv', 'utf8').match(/^\d{4}(?=,)/gm) ?? [];
  const flux = createWriteStream(chemin);
  flux.write('Année scolaire;FASE implantation;Code OBG;Année d’étude;Mode;Élèves\n');
  let [n, ecrits] = [0, 0];
  for (let i = 0; ecrits < octets; i++) {
    const annee = 2001 + Math.floor(i / SITES);
    const fase = PREMIER + (i % SITES);
    const lignes = codes.flatMap((code) =>
      [4, 5, 6].map(
        (etude) => `${annee}-${annee + 1};${fase};${code};${etude};PE;${(i + etude) % 60}`,
      ),
    );
    const bloc = `${lignes.join('\n')}\n`;
    n += lignes.length;
    ecrits += bloc.length;
    if (!flux.write(bloc)) await once(flux, 'drain');
  }
  await once(flux.end(), 'close');
  return n;
}

const nombre = new Intl.NumberFormat('fr-BE', { maximumFractionDigits: 0 });

/**
 * Importe 300 Mo d’inscriptions dans un processus à part : lignes par seconde, et pic de mémoire tel
 * que le système le compte.
 * @param options `--mo N` : un fichier de N mégaoctets
 */
export default async function mesurer(options: readonly string[]): Promise<void> {
  const mo = options.includes('--mo') ? Number(options[options.indexOf('--mo') + 1]) : 300;
  const dossier = mkdtempSync(join(tmpdir(), 'oad-import-'));
  try {
    ecrireSites(dossier);
    const fichier = join(dossier, 'recu.csv');
    const lignes = await ecrireInscriptions(fichier, mo * MEGA);
    const commande = ['pipelines/cli.ts', 'import', 'inscriptions', fichier, '--out', dossier];
    const pic = "process.on('exit', () => console.log('pic', process.resourceUsage().maxRSS));";
    const mesure = ['--import', `data:text/javascript,${encodeURIComponent(pic)}`];
    const debut = performance.now();
    const { status, stdout } = spawnSync(process.execPath, [...mesure, ...commande], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 100 * MEGA,
    });
    const secondes = (performance.now() - debut) / 1000;
    const memoire = Number(stdout.match(/^pic (\d+)$/m)?.[1] ?? Number.NaN) / 1024;
    console.log(
      `${nombre.format(mo)} Mo, ${nombre.format(lignes)} lignes : ${nombre.format(secondes)} s, ` +
        `${nombre.format(lignes / secondes)} lignes/s ; pic de mémoire ${nombre.format(memoire)} Mio.`,
    );
    if (status !== 0) process.exitCode = 1;
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}
