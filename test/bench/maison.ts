import { execFileSync } from 'node:child_process';
import { extname } from 'node:path';
import { type Fichier, nomsDoubles } from './_exports.ts';

const CODE = ['.ts', '.tsx', '.astro', '.sql', '.css'];
const LONG = 400;
const SQL_OFFRE = /\b(?:FROM|JOIN)\s+(?:source\.)?(?:offre|inscriptions)\b/g;
const git = (...args: readonly string[]): string =>
  execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1e9 });

/** Le code d’une version du dépôt. */
function lire(version: string): Fichier[] {
  return git('ls-tree', '-r', '--name-only', version, 'src', 'pipelines', 'test')
    .split('\n')
    .filter((chemin) => CODE.includes(extname(chemin)))
    .map((chemin) => ({ chemin, texte: git('show', `${version}:${chemin}`) }));
}

const rang = (tries: readonly number[], part: number): number =>
  tries[Math.min(tries.length - 1, Math.floor(part * tries.length))] ?? 0;

const hors = (marts: RegExp) => (fichier: Fichier) => !marts.test(fichier.chemin);

function mesures(version: string) {
  const tous = lire(version);
  const maison = tous.filter(({ chemin }) => !chemin.startsWith('test/'));
  const longueurs = (fichiers: readonly Fichier[]) =>
    fichiers.map(({ texte }) => texte.split('\n').length - 1).sort((a, b) => a - b);
  const lignes = longueurs(maison);
  const doubles = nomsDoubles(maison);
  const dOffre = maison
    .filter(hors(/\/(marts|check)\//))
    .flatMap(({ chemin, texte }) => (texte.match(SQL_OFFRE) ?? []).map(() => chemin));
  return {
    fichiers: lignes.length,
    lignes: lignes.reduce((total, n) => total + n, 0),
    'médiane des lignes': rang(lignes, 0.5),
    'neuf fichiers sur dix ont au plus': rang(lignes, 0.9),
    'fichiers de plus de 400 lignes': lignes.filter((n) => n > LONG).length,
    'endroits qui lisent l’offre en SQL hors des marts': dOffre.length,
    'noms exportés deux fois': doubles.length,
    'fichiers de test': longueurs(tous).length - lignes.length,
    doubles: doubles.join(', '),
    offre: [...new Set(dOffre)].join(', '),
  };
}

/** Les mesures du code, et d’une version d’avant : `npm run bench -- maison 'HEAD~50'`. */
export default function mesurer([avant]: readonly string[]): void {
  const apres = mesures('HEAD');
  const ancien = avant === undefined ? null : mesures(avant);
  for (const [quoi, valeur] of Object.entries(apres)) {
    const depuis = ancien ? `${ancien[quoi as keyof typeof apres]} → ` : '';
    console.log(`${quoi} : ${depuis}${valeur}`);
  }
}
