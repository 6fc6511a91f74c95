import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join, resolve } from 'node:path';
import { ErreurDUsage } from '../src/edition/probleme.ts';
import { exigerAdmises, lireArguments, menerCommande, REGISTRE_DONNE } from './commande.ts';
import { dire } from './dire.ts';
import { exigerSite } from './hebergement/sortie.ts';
import { enPartant } from './menage.ts';
import { dossiersAjoutes } from './reel.ts';
import { servir } from './serve.ts';
import { traiter } from './traiter.ts';
import { dossierPublic } from './write/lieu.ts';

const USAGE = `Usage : npm run build -- [--reel [REGISTRE]] [--data DOSSIER]… [--strict]
        npm run dev -- [--reel [REGISTRE]] [--data DOSSIER]… [--strict] [--port N] [--host [ADRESSE]]
        npm start -- [--reel [REGISTRE]] [--data DOSSIER]… [--strict] [--port N]

  build   contrôle les données, les publie dans public/data et construit le site dans dist/
  dev     les mêmes données, et le site à chaud
  start   construit le site et le sert

  --data    un dossier dont les tables remplacent celles de data/, table par table
            (plusieurs possibles, le dernier gagne ; à défaut, OAD_DATA)
  --reel    les vraies écoles : le registre officiel, téléchargé du portail (à défaut, OAD_REEL=1),
            ou celui de l’adresse ou du fichier donné ; sans réseau, la copie gardée dans
            .cache/reel (ou OAD_CACHE) ; les dossiers de --data s’y ajoutent
  --strict  un avertissement non accepté vaut une erreur
  --base, --site, --outDir   à la place de OAD_BASE, OAD_SITE, OAD_DIST (build et start)
  --port, --host, --open, --mode, --silent, --verbose, --force   passent à Astro

Codes de sortie : 0 sans faute, 1 des fautes dans les données ou sur le disque, 2 une commande mal
écrite.`;

const OPTIONS = {
  data: { type: 'string', multiple: true },
  reel: { type: 'string' },
  strict: { type: 'boolean' },
  base: { type: 'string' },
  site: { type: 'string' },
  outDir: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  open: { type: 'string' },
  mode: { type: 'string' },
  silent: { type: 'boolean' },
  verbose: { type: 'boolean' },
  force: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Option = keyof typeof OPTIONS;

const DE_DONNEES: readonly Option[] = ['data', 'reel', 'strict', 'base', 'site'];
const D_ASTRO: readonly Option[] = ['mode', 'silent', 'verbose', 'force'];
/** Les options dont chaque commande se sert. */
const ADMISES = new Map<string, readonly Option[]>([
  ['build', [...DE_DONNEES, ...D_ASTRO, 'outDir']],
  ['dev', [...DE_DONNEES, ...D_ASTRO, 'port', 'host', 'open']],
  ['start', [...DE_DONNEES, ...D_ASTRO, 'outDir', 'port']],
]);

const PREND = { '--host': /^[^-]/, '--open': /^[^-]/, '--reel': REGISTRE_DONNE };

/** Ce qu’Astro reçoit de la ligne de commande. */
const pourAstro = (values: Readonly<Record<string, unknown>>, noms: readonly Option[]): string[] =>
  noms.flatMap((nom) => {
    const valeur = values[nom];
    if (valeur === undefined) return [];
    return valeur === true || valeur === '' ? [`--${nom}`] : [`--${nom}`, String(valeur)];
  });

/** Lance Astro, et le code de sortie de la commande est le sien. */
async function astro(...options: readonly string[]): Promise<boolean> {
  const processus = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', ...options], {
    stdio: 'inherit',
  });
  const oublier = enPartant(() => processus.kill());
  const [code] = await once(processus, 'exit');
  oublier();
  if (code !== 0) process.exitCode = code ?? 1;
  return code === 0;
}

async function ouvrir(dossier: string, port: number): Promise<string> {
  const base = `/${(process.env.OAD_BASE ?? '').replace(/^\/|\/$/g, '')}/`.replace('//', '/');
  try {
    return (await servir(dossier, base, port)).adresse;
  } catch (cause) {
    const occupe = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    if (occupe && port !== 0) return ouvrir(dossier, 0);
    throw cause;
  }
}

/** Une option donnée vaut la variable d’environnement que lit `astro.config.mjs`. */
function poserEnvironnement(valeurs: Readonly<Record<string, string | undefined>>): void {
  for (const [nom, valeur] of Object.entries(valeurs)) {
    const choisie = valeur ?? process.env[nom];
    if (choisie) process.env[nom] = choisie;
    else delete process.env[nom];
  }
}

function lirePort(port: string | undefined): number {
  const lu = Number(port ?? (process.env.PORT || 4321));
  if (Number.isInteger(lu) && lu >= 0 && lu < 65_536) return lu;
  throw new ErreurDUsage(`--port attend un nombre de 0 à 65535, pas « ${port} ».`);
}

async function executer([commande = '', ...argv]: readonly string[]): Promise<void> {
  const { values, positionals } = lireArguments(argv, OPTIONS, PREND);
  if (values.help) return dire(USAGE);
  const admises = ADMISES.get(commande);
  if (!admises) throw new ErreurDUsage(`la commande « ${commande} » n’existe pas.`);
  exigerAdmises(commande, values, admises);
  if (positionals.length > 0) {
    throw new ErreurDUsage(
      `« ${positionals.join(' ')} » est de trop. Un dossier de données se donne avec --data, après -- : npm run build -- --data DOSSIER.`,
    );
  }
  const port = lirePort(values.port);
  const ajoutes = await dossiersAjoutes(values);
  poserEnvironnement({
    OAD_BASE: values.base,
    OAD_SITE: values.site,
    OAD_DIST: values.outDir,
    OAD_PUBLIC: undefined,
    OAD_DATA: ajoutes.map((dossier) => resolve(dossier)).join(delimiter),
  });
  // Servi d’ici, le site n’a pas besoin d’être petit, et compresser prend presque autant que bâtir.
  if (commande === 'start') process.env.OAD_COMPRESSION ??= 'non';
  const dossiers = ['data', ...ajoutes];
  const site = process.env.OAD_DIST ?? 'dist';
  const sortie = join(dossierPublic(), 'data');
  const demande = { commande: 'build', dossiers, sortie, strict: values.strict } as const;
  if (commande === 'dev') {
    const options = pourAstro(values, [...D_ASTRO, 'port', 'host', 'open']);
    if (await traiter(demande)) await astro('dev', ...options);
    return;
  }
  exigerSite(site, dossierPublic(), dossiers);
  let construit = false;
  const suite = async () => {
    construit = await astro('build', ...pourAstro(values, D_ASTRO));
  };
  await traiter({ ...demande, suite });
  if (commande === 'start' && construit) {
    dire(`\nLe site est à cette adresse : ${await ouvrir(site, port)}`);
  }
}

await menerCommande(USAGE, () => executer(process.argv.slice(2)));
