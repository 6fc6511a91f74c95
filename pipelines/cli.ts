import { parseArgs } from 'node:util';
import { taireCles } from './check/adresse.ts';
import { ErreurDeDonnees, ErreurDUsage } from './check/probleme.ts';
import { construireEtDire, controler } from './construire.ts';
import { enJson, enTexte, resumer } from './rapport.ts';
import { dossiersDe } from './read/dossiers.ts';

const USAGE = `Usage : npm run data -- [build | check] [--data DOSSIER]… [--out DOSSIER] [--json] [--strict]
        npm run data -- import GENRE FICHIER… --out DOSSIER [--url [ADRESSE]]
                               [--rejets-max PART] [--remplacer]
        npm run data -- demo [--data DOSSIER]

  build   contrôle les données et écrit les Parquet et manifest.json (par défaut)
  check   contrôle les données sans rien écrire
  import  lit des fichiers officiels et écrit les tables d’un dossier de données ;
          GENRE : odwb-signaletique, odwb-classes, inscriptions, fc ou tc ;
          les années (et les zones ou régions) que le fichier ne donne pas restent
  demo    retire au sort les tables de démonstration dans le dossier de données

  --data    un dossier dont les tables remplacent celles de data/, table par table
            (plusieurs possibles, le dernier gagne ; à défaut, OAD_DATA)
  --out     où écrire (build : public/data par défaut)
  --json    rend le rapport en JSON
  --strict  un avertissement non accepté vaut une erreur
  --url     télécharge le fichier (odwb-signaletique : l’export du portail à défaut d’adresse) ;
            clés et identifiants de l’adresse servent à télécharger et ne sont ni gardés ni redits
  --rejets-max PART
            importe même si plus de 5 % des lignes de données (et plus d’une) sont refusées, ou si
            des effectifs sont tus par la source : 20% en accepte jusqu’à 20 %
  --remplacer
            importe même si une année y perd plus de la moitié de ses lignes

Codes de sortie : 0 sans faute, 1 des fautes dans les données, 2 une commande mal écrite.`;

const OPTIONS = {
  data: { type: 'string', multiple: true },
  out: { type: 'string' },
  json: { type: 'boolean' },
  strict: { type: 'boolean' },
  url: { type: 'boolean' },
  'rejets-max': { type: 'string' },
  remplacer: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function lireArguments(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: OPTIONS,
    });
    return { ...values, positionals };
  } catch (cause) {
    throw new ErreurDUsage(cause instanceof Error ? cause.message : String(cause));
  }
}

type Arguments = ReturnType<typeof lireArguments>;

/** Contrôle ou construit, et dit ce qu’il en est. */
async function traiter(commande: 'build' | 'check', args: Arguments): Promise<void> {
  const { json = false, strict = false, out: sortie = 'public/data' } = args;
  const dossiers = ['data', ...dossiersDe(args.data)];
  try {
    const { manifeste, problemes } =
      commande === 'build'
        ? await construireEtDire(dossiers, sortie, { strict })
        : { manifeste: undefined, problemes: await controler(dossiers, { strict }) };
    if (json) return console.log(enJson({ commande, problemes, manifeste }));
    console.log(enTexte(problemes));
    console.log(manifeste ? resumer(manifeste, sortie) : 'Données contrôlées : aucune erreur.');
  } catch (cause) {
    if (!(cause instanceof ErreurDeDonnees)) throw cause;
    process.exitCode = 1;
    if (json) console.log(enJson({ commande, problemes: cause.problemes }));
    else console.error(`${enTexte(cause.problemes)}\n\nRien n’a été écrit.`);
  }
}

async function executer(argv: readonly string[]): Promise<void> {
  const args = lireArguments(argv);
  const [commande = 'build', ...reste] = args.positionals;
  if (args.help) return console.log(USAGE);
  if (commande === 'import') {
    const { importer } = await import('./import/index.ts');
    const [genre = '', ...fichiers] = reste;
    const { rapport, ecrit } = await importer(genre, fichiers, {
      ...args,
      sortie: args.out,
      rejetsMax: args['rejets-max'],
    });
    console.log(taireCles(rapport));
    if (!ecrit) process.exitCode = 1;
    return;
  }
  if (reste.length > 0) throw new ErreurDUsage(`« ${reste.join(' ')} » est de trop.`);
  if (commande === 'check' || commande === 'build') return traiter(commande, args);
  if (commande !== 'demo') throw new ErreurDUsage(`la commande « ${commande} » n’existe pas.`);
  const { writeDemo } = await import('./demo/index.ts');
  await writeDemo(dossiersDe(args.data).at(-1) ?? 'data');
  console.log('Tables de démonstration tirées au sort et écrites.');
}

try {
  await executer(process.argv.slice(2));
} catch (cause) {
  if (!(cause instanceof ErreurDUsage)) throw cause;
  console.error(`${taireCles(cause.message)}\n\n${USAGE}`);
  process.exitCode = 2;
}
