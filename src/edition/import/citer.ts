import { nettoyer } from '../../domain/fichier-recu.ts';

/** Ce qui commande un terminal, ou y écrit dans un autre ordre que celui du texte. */
const COMMANDES = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

const enCode = (signe: string): string => `\\u${signe.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Le texte sans un signe qui commande le terminal : `\u001b` s’écrit, il n’agit pas. */
export const neutraliser = (texte: string): string => texte.replace(COMMANDES, enCode);

const LONGUEUR = 80;
const SUITE = 40;

/** Un texte sans caractère de contrôle, où rien ne dépasse 40 caractères sans coupure, abrégé. */
export function abreger(texte: string, longueur: number): string {
  const lisible = texte
    .slice(0, 4 * longueur)
    .replace(/[\p{Cc}\p{Cf}\uFFFD]/gu, ' ')
    .replace(/[^\s\-/.,;:?&]{41,}/gu, (suite) => `${suite.slice(0, SUITE - 1)}…`)
    .trim();
  return lisible.length <= longueur ? lisible : `${lisible.slice(0, longueur - 1).trimEnd()}…`;
}

/** Un texte reçu, tel qu’on peut le redire : sur une ligne, en 80 caractères au plus. */
export const citer = (texte: string): string =>
  nettoyer(abreger(nettoyer(texte.slice(0, 4 * LONGUEUR)), LONGUEUR));

/** Le nom d’un fichier sans son dossier, tel qu’on le garde et le publie. */
export const nomDeFichier = (chemin: string): string =>
  citer(chemin.split(/[/\\]/).findLast((partie) => partie !== '') ?? '').replace(/^\.+$/, '') ||
  'fichier';

/** Un nom qui n’est pas déjà pris : `effectifs.csv`, puis `effectifs.csv (2)`. */
export function nomLibre(nom: string, pris: readonly string[]): string {
  if (!pris.includes(nom)) return nom;
  for (let n = 2; ; n++) if (!pris.includes(`${nom} (${n})`)) return `${nom} (${n})`;
}
