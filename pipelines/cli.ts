import { parseArgs } from 'node:util';
import { ErreurDeDonnees, ErreurDUsage } from './check/probleme.ts';
import { construire, controler } from './construire.ts';

const USAGE = `Usage : npm run data -- [build | check | demo] [--data DOSSIER]… [--out DOSSIER]

  build   contrôle les données et écrit les Parquet et manifest.json (par défaut)
  check   contrôle les données sans rien écrire
  demo    retire au sort les tables de démonstration dans le dossier de données

  --data  un dossier dont les tables remplacent celles de data/ (plusieurs possibles)
  --out   où écrire (par défaut public/data)`;

const nombre = new Intl.NumberFormat('fr-BE');

function lireArguments(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        data: { type: 'string', multiple: true },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const ajoutes = values.data ?? (process.env.OAD_DATA ? [process.env.OAD_DATA] : []);
    return {
      commande: values.help ? 'aide' : (positionals[0] ?? 'build'),
      dossiers: ['data', ...ajoutes],
      sortie: values.out ?? 'public/data',
    };
  } catch (cause) {
    throw new ErreurDUsage(cause instanceof Error ? cause.message : String(cause));
  }
}

async function executer(argv: readonly string[]): Promise<void> {
  const { commande, dossiers, sortie } = lireArguments(argv);
  if (commande === 'aide') {
    console.log(USAGE);
  } else if (commande === 'check') {
    await controler(dossiers);
    console.log('Données contrôlées : aucune erreur.');
  } else if (commande === 'build') {
    const { tables, edition } = await construire(dossiers, sortie);
    const lignes = tables.reduce((n, table) => n + table.lignes, 0);
    const octets = tables.reduce((n, table) => n + table.octets, 0);
    console.log(
      `Édition ${edition.id} : ${tables.length} tables, ${nombre.format(lignes)} lignes, ` +
        `${nombre.format(Math.round(octets / 1024))} kio dans ${sortie}.`,
    );
  } else if (commande === 'demo') {
    const { writeDemo } = await import('./demo/index.ts');
    await writeDemo(dossiers.at(-1) ?? 'data');
    console.log('Tables de démonstration tirées au sort et écrites.');
  } else {
    throw new ErreurDUsage(`la commande « ${commande} » n’existe pas.`);
  }
}

try {
  await executer(process.argv.slice(2));
} catch (cause) {
  if (cause instanceof ErreurDeDonnees) {
    console.error(
      `${cause.message}\n\n${cause.problemes.length} problème(s) ; rien n’a été écrit.`,
    );
    process.exitCode = 1;
  } else if (cause instanceof ErreurDUsage) {
    console.error(`${cause.message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else throw cause;
}
