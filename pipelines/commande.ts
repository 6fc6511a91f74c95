import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { plusProche } from '../src/domain/recherche/proche.ts';
import { taireCles } from '../src/edition/adresse.ts';
import { ErreurDeFichier, ErreurDUsage } from '../src/edition/probleme.ts';
import { crier } from './dire.ts';
import { expliquer } from './erreurs.ts';

const enFrancais = (cause: unknown, options: ParseArgsOptionsConfig): string => {
  const { message, code } = cause as NodeJS.ErrnoException;
  const nom = /'(?:-\w, )?--?([\w-]+)/.exec(message)?.[1] ?? '';
  const option = options[nom];
  if (option)
    return `--${nom} ${option.type === 'string' ? 'attend une' : 'ne prend pas de'} valeur.`;
  if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return message;
  const proche = plusProche(nom, Object.keys(options));
  return `l’option --${nom} n’existe pas.${proche ? ` Vouliez-vous --${proche} ?` : ''}`;
};

const AUSSI_DE_NPM = ['json', 'force', 'silent', 'verbose', 'help'];

/** Sans `--` devant elles, npm garde pour lui les options d’un script, et ne les passe pas. */
function refuserCellesDeNpm(options: ParseArgsOptionsConfig): void {
  const { npm_lifecycle_event: script = 'data' } = process.env;
  const gardees = Object.keys(options).filter(
    (nom) => !AUSSI_DE_NPM.includes(nom) && process.env[`npm_config_${nom}`] !== undefined,
  );
  if (gardees.length === 0) return;
  const noms = gardees.map((nom) => `--${nom}`).join(' et ');
  throw new ErreurDUsage(
    `npm a gardé ${noms} pour lui. Écrivez -- d’abord : npm run ${script} -- ${noms} …`,
  );
}

/** Ce que `--reel` prend pour un registre : une adresse, un chemin ; pas le nom d’une commande. */
export const REGISTRE_DONNE = /^[^-].*[./\\]/;

/** Donne une valeur vide aux options qui peuvent n’en avoir pas. */
const completer = (argv: readonly string[], prend: Readonly<Record<string, RegExp>>): string[] =>
  argv.map((mot, i) => {
    const forme = Object.hasOwn(prend, mot) ? prend[mot] : undefined;
    return forme && !forme.test(argv[i + 1] ?? '') ? `${mot}=` : mot;
  });

/**
 * Lit les options et les mots d’une ligne de commande.
 * @param prend les options dont la valeur est facultative, et ce qu’elles prennent pour valeur
 * @throws ErreurDUsage si une option n’existe pas, manque de sa valeur, ou a été gardée par npm
 */
export function lireArguments<const T extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: T,
  prend: Readonly<Record<string, RegExp>> = {},
) {
  refuserCellesDeNpm(options);
  try {
    return parseArgs({ args: completer(argv, prend), allowPositionals: true, options });
  } catch (cause) {
    throw new ErreurDUsage(enFrancais(cause, options));
  }
}

/**
 * Refuse les options données à une commande qui ne s’en sert pas : ignorées, elles tromperaient.
 * @throws ErreurDUsage
 */
export function exigerAdmises(commande: string, donnees: object, admises: readonly string[]): void {
  const trop = Object.keys(donnees).find((nom) => nom !== 'help' && !admises.includes(nom));
  if (trop) throw new ErreurDUsage(`--${trop} ne sert à rien avec « ${commande} ». Retirez-la.`);
}

/** Exécute une commande ; toute faute se dit en français, sans pile, et rend son code de sortie. */
export async function menerCommande(usage: string, executer: () => Promise<void>): Promise<void> {
  const echouer = (cause: unknown) => {
    const { message: brut, code } = expliquer(cause);
    const message = taireCles(brut);
    const malEcrite = code === 2 && !(cause instanceof ErreurDeFichier);
    crier(malEcrite ? `${message}\n\n${usage}` : message);
    process.exitCode = code;
  };
  process.on('uncaughtException', (cause) => {
    // Le lecteur du rapport (`| head`) peut partir le premier.
    if (!('code' in cause && cause.code === 'EPIPE')) echouer(cause);
    process.exit();
  });
  await executer().catch(echouer);
}
