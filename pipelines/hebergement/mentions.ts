import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Le dossier du paquet d’où vient un module, ou rien s’il est du projet. */
export const paquetDe = (module: string): string | undefined =>
  /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module.replaceAll('\\', '/').replace(/^\0/, ''))?.[0];

/** Les paquets que le navigateur reçoit sans qu’un script les importe : polices, moteur, îlots. */
export const SERVIS_TELS_QUELS = [
  '@duckdb/duckdb-wasm',
  '@fontsource-variable/source-sans-3',
  '@fontsource-variable/source-serif-4',
  'astro',
].map((nom) => `node_modules/${nom}`);

/** Un paquet publié sans son texte de licence. */
const SANS_FICHIER: Readonly<Record<string, URL>> = {
  '@duckdb/duckdb-wasm': new URL('licence-duckdb.txt', import.meta.url),
};

interface Paquet {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

function textesDe(dossier: string, nom: string): string[] {
  const fichiers = readdirSync(dossier).filter((fichier) => /^(licen[cs]e|notice)/i.test(fichier));
  const chemins = fichiers.sort().map((fichier) => join(dossier, fichier));
  const adoptes =
    chemins.length > 0 ? chemins : [SANS_FICHIER[nom]].filter((url) => url !== undefined);
  return adoptes.map((chemin) => readFileSync(chemin, 'utf8').trim());
}

/**
 * Les mentions des logiciels et des caractères que le site distribue : nom, version, licence et
 * texte entier, comme l’OFL, les licences BSD, MIT et Apache le demandent.
 * @param dossiers ceux des paquets, chacun avec son `package.json`
 * @throws Error si un paquet ne dit pas sa licence : le site ne peut pas le distribuer
 */
export function mentions(dossiers: Iterable<string>): string {
  const parNom = new Map<string, string>();
  for (const dossier of dossiers) {
    const { name, version, license } = JSON.parse(
      readFileSync(join(dossier, 'package.json'), 'utf8'),
    ) as Paquet;
    const textes = textesDe(dossier, name);
    if (!license || textes.length === 0) {
      throw new Error(
        `${name} ${version} : pas de licence à publier. Ajoutez-la dans mentions.ts.`,
      );
    }
    parNom.set(`${name} ${version}`, [`${name} ${version} (${license})`, ...textes].join('\n\n'));
  }
  const tries = [...parNom].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, texte]) => texte);
  const tete = 'OAD ouvert distribue ces logiciels et ces caractères, chacun sous sa licence.';
  return `${[tete, ...tries].join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
