import { join, resolve } from 'node:path';
import { plusProche } from '../src/domain/recherche/proche.ts';
import { taireCles } from '../src/edition/adresse.ts';
import type { ReponseDImport } from '../src/edition/import/reponses.ts';
import { ErreurDUsage } from '../src/edition/probleme.ts';
import { exigerAdmises, lireArguments, menerCommande, REGISTRE_DONNE } from './commande.ts';
import { dire } from './dire.ts';
import { dossiersDe, verifierDossiers } from './dossiers.ts';
import { dossiersAjoutes } from './reel.ts';
import { traiter } from './traiter.ts';
import { dossierPublic } from './write/lieu.ts';

const USAGE = `Usage : npm run data -- [build | check] [--reel [REGISTRE]] [--data DOSSIER]… [--out DOSSIER]
                                [--json] [--strict]
        npm run data -- import GENRE FICHIER… --out DOSSIER [--url [ADRESSE]]
                               [--rejets-max PART] [--remplacer] [--partiel RAISON]
                               [--feuille NOM]…
                               [--colonne NOM=TITRE]… [--annee debut|fin] [--milliers SIGNE]
                               [--additionner TITRE]… [--garder TITRE=VALEUR]… [--masquees MOT]
                               [--sans COLONNE]… [--tus MOT] [--deux MOT]
        npm run data -- modeles --out DOSSIER [--data DOSSIER]…
        npm run data -- demo [--data DOSSIER]

  build   contrôle les données et écrit les Parquet et manifest.json (par défaut)
  check   contrôle les données sans rien écrire
  import  lit des fichiers officiels et écrit les tables d’un dossier de données ;
          GENRE : odwb-signaletique, odwb-classes, inscriptions, oad-tableau, fc, tc,
          metiers ou options-metiers ;
          les années (et les zones ou régions) que le fichier ne donne pas restent
  modeles écrit un classeur XLSX vide par table à remplir, avec ses titres commentés et ses listes
  demo    retire au sort les tables de démonstration dans le dossier de données, jamais à la
          place de tables réelles

  --reel    les vraies écoles : le registre officiel, téléchargé du portail (à défaut, OAD_REEL=1),
            ou celui de l’adresse ou du fichier donné ; sans réseau, la copie gardée dans
            .cache/reel (ou OAD_CACHE)
  --data    un dossier dont les tables remplacent celles de data/, table par table
            (plusieurs possibles, le dernier gagne ; à défaut, OAD_DATA)
  --out     où écrire (build : public/data par défaut ; un dossier nouveau, vide, ou une édition
            déjà publiée là)
  --json    rend le rapport en JSON
  --strict  un avertissement non accepté vaut une erreur
  --url     télécharge le fichier (odwb-signaletique : l’export du portail à défaut d’adresse) ;
            clés et identifiants de l’adresse servent à télécharger et ne sont ni gardés ni redits
  --rejets-max PART
            importe même si plus de 5 % des lignes de données (et plus d’une) sont refusées, ou si
            des effectifs sont tus par la source : 20% en accepte jusqu’à 20 %
  --remplacer
            importe même si une année (ou une table de métiers) y perd plus de la moitié de ses
            lignes, ou si la dernière en a moins de la moitié de la précédente
  --partiel RAISON
            la liste FC ou TC n’est pas entière : ce qui n’y est pas « n’est pas connu »

Un fichier qui se lit de deux façons n’est pas importé : la question est posée, et l’on y répond par
  --feuille NOM          la feuille à lire, quand plusieurs ont les colonnes (plusieurs possibles)
  --colonne NOM=TITRE    la colonne à lire, par son titre ou son rang : fase_implantation='FASE impl.'
  --annee debut|fin      « 2024 » seul est l’année de la rentrée (2024-2025), ou de la fin
                         (2023-2024) ; ou l’année scolaire elle-même, 2023-2024, et l’année
                         d’une liste, 2025 : elle vaut pour un fichier sans colonne d’année
  --milliers SIGNE       point : « 1.000 » vaut mille ; virgule : « 1,000 » ; aucun : il vaut 1
  --additionner TITRE    additionne les lignes que cette colonne distingue (le sexe)
  --masquees MOT         lire ou laisser les lignes et les colonnes qu’une feuille masque
  --sans COLONNE         lit des inscriptions qui n’ont pas la colonne annee_etude ou mode : ce
                         qu’elle dirait est « non connu »
  --tus MOT              d’un effectif que la source ne donne pas (vide, « - », « n.d. ») : garder, il
                         y a des élèves ; zero, il n’y en a pas (« <5 » et « 1-4 » se gardent seuls)
  --deux MOT             d’une cellule à deux nombres (« 12 / 14 », « 12 (dont 3) ») : premier, second
                         ou somme
  --garder TITRE=VALEUR  ne garde que les lignes qui ont cette valeur (une date de comptage)

Codes de sortie : 0 sans faute, 1 des fautes dans les données ou sur le disque, 2 une commande mal
écrite.`;

const OPTIONS = {
  data: { type: 'string', multiple: true },
  reel: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  strict: { type: 'boolean' },
  url: { type: 'boolean' },
  'rejets-max': { type: 'string' },
  remplacer: { type: 'boolean' },
  partiel: { type: 'string' },
  feuille: { type: 'string', multiple: true },
  colonne: { type: 'string', multiple: true },
  annee: { type: 'string' },
  milliers: { type: 'string' },
  additionner: { type: 'string', multiple: true },
  sans: { type: 'string', multiple: true },
  garder: { type: 'string', multiple: true },
  masquees: { type: 'string' },
  tus: { type: 'string' },
  deux: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Les options dont chaque commande se sert. */
const ADMISES = new Map<string, readonly (keyof typeof OPTIONS)[]>([
  ['build', ['data', 'reel', 'out', 'json', 'strict']],
  ['check', ['data', 'reel', 'json', 'strict']],
  [
    'import',
    [
      ...(['data', 'out', 'url', 'json', 'rejets-max', 'remplacer', 'partiel', 'feuille'] as const),
      ...([
        'colonne',
        'annee',
        'milliers',
        'additionner',
        'garder',
        'masquees',
        'sans',
        'tus',
        'deux',
      ] as const),
    ],
  ],
  ['modeles', ['data', 'out']],
  ['demo', ['data']],
]);

const COMMANDES = [...ADMISES.keys()];

interface OptionsDImport extends ReponseDImport {
  data?: string[];
  url?: boolean;
  json?: boolean;
  out?: string;
  'rejets-max'?: string;
  remplacer?: boolean;
  partiel?: string;
}

async function importerEtDire(
  [genre = '', ...fichiers]: readonly string[],
  { out: sortie, 'rejets-max': rejetsMax, json = false, ...options }: OptionsDImport,
): Promise<void> {
  const { importer } = await import('./import/index.ts');
  const lus = dossiersDe(options.data);
  // Le premier import crée le dossier que OAD_DATA nomme déjà.
  const autres = lus.filter((dossier) => resolve(dossier) !== resolve(sortie ?? ''));
  verifierDossiers(['data', ...autres]);
  const rendu = await importer(genre, fichiers, { ...options, sortie, rejetsMax });
  const { rapport, ecrit, objet } = rendu;
  dire(taireCles(json && objet ? JSON.stringify(objet, null, 1) : rapport));
  if (!ecrit) process.exitCode = 1;
}

async function proposer(data: readonly string[] | undefined, sortie?: string): Promise<void> {
  const { ecrireModeles } = await import('./modeles.ts');
  const dossiers = ['data', ...dossiersDe(data)];
  verifierDossiers(dossiers);
  for (const fichier of await ecrireModeles(dossiers, sortie)) dire(fichier);
}

async function tirer(data: readonly string[] | undefined): Promise<void> {
  const { writeDemo } = await import('./demo/index.ts');
  const [dossier = 'data', ...autres] = dossiersDe(data);
  if (autres.length > 0) throw new ErreurDUsage('demo n’écrit que dans un dossier. Donnez-en un.');
  verifierDossiers([dossier]);
  await writeDemo(dossier);
  dire(`Tables de démonstration tirées au sort et écrites dans ${dossier}.`);
}

async function executer(argv: readonly string[]): Promise<void> {
  const { values, positionals } = lireArguments(argv, OPTIONS, { '--reel': REGISTRE_DONNE });
  const [commande = 'build', ...reste] = positionals;
  if (values.help) return dire(USAGE);
  const admises = ADMISES.get(commande);
  if (!admises) {
    const proche = plusProche(commande, COMMANDES);
    const suite = proche ? `Vouliez-vous ${proche} ?` : `Attendues : ${COMMANDES.join(', ')}.`;
    throw new ErreurDUsage(`la commande « ${commande} » n’existe pas. ${suite}`);
  }
  exigerAdmises(commande, values, admises);
  if (commande === 'import') return importerEtDire(reste, values);
  if (reste.length > 0) throw new ErreurDUsage(`« ${reste.join(' ')} » est de trop.`);
  if (commande === 'demo') return tirer(values.data);
  if (commande === 'modeles') return proposer(values.data, values.out);
  const { out: sortie = join(dossierPublic(), 'data'), json, strict } = values;
  const dossiers = ['data', ...(await dossiersAjoutes(values))];
  await traiter({
    commande: commande === 'check' ? 'check' : 'build',
    dossiers,
    sortie,
    json,
    strict,
  });
}

await menerCommande(USAGE, () => executer(process.argv.slice(2)));
