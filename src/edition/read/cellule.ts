import { retablir } from '../../domain/csv.ts';
import { plusProche } from '../../domain/recherche/proche.ts';
import type { Colonne } from '../../domain/tables/schema.ts';
import type { Valeur } from '../base.ts';

export type Lecture =
  | { readonly valeur: Valeur }
  | { readonly code: string; readonly message: string };

/** Les caractères qu’aucun tableur ne sait écrire ; la tabulation et le retour en sont exclus. */
const CONTROLES = /(?![\t\r\n])\p{Cc}/u;

/** Au-delà, en caractères, ni un titre ni une note ne tient encore dans une page. */
const LONGUEUR = 600;
/** Une suite que rien ne coupe : ni espace, ni trait d’union, ni ponctuation. */
const SANS_COUPURE = /[^\s\-/.,;:?&]{41,}/u;

const faute = (code: string, message: string): Lecture => ({ code, message });
const cite = (texte: string): string => `« ${texte.slice(0, 80)} »`;

function lireNombre(texte: string, colonne: Colonne): Lecture {
  const entier = colonne.type === 'entier';
  if (!(entier ? /^-?\d{1,9}$/ : /^-?\d{1,9}(\.\d{1,15})?$/).test(texte)) {
    const attendu = entier ? 'un nombre entier, sans espace' : 'un nombre, avec un point décimal';
    const virgule = /^-?\d+,\d+$/.test(texte) ? ` Écrivez ${texte.replace(',', '.')}.` : '';
    return faute('OAD-TYPE', `${cite(texte)} n’est pas ${attendu}.${entier ? '' : virgule}`);
  }
  const nombre = Number(texte);
  const { min = -Infinity, max = Infinity } = colonne;
  if (nombre < min || nombre > max) {
    const bornes = max === Infinity ? `au moins ${min}` : `de ${min} à ${max}`;
    return faute('OAD-BORNES', `${cite(texte)} est hors bornes ; attendu : ${bornes}.`);
  }
  return { valeur: nombre };
}

function lireTexte(texte: string, colonne: Colonne): Lecture {
  if (texte.includes('\uFFFD')) {
    return faute(
      'OAD-CODAGE',
      `${cite(texte)} n’est pas en UTF-8. Réenregistrez le fichier en UTF-8.`,
    );
  }
  const controle = texte.match(CONTROLES)?.[0];
  if (controle !== undefined) {
    const code = controle.charCodeAt(0).toString(16).padStart(4, '0');
    return faute('OAD-CODAGE', `${cite(texte)} contient un caractère de contrôle (U+${code}).`);
  }
  if (colonne.valeurs && !colonne.valeurs.includes(texte)) {
    const proche = plusProche(texte, colonne.valeurs);
    const suite = proche
      ? `Vouliez-vous ${cite(proche)} ?`
      : `Attendu : ${colonne.valeurs.join(', ')}.`;
    return faute('OAD-VALEUR', `${cite(texte)} n’est pas une valeur admise. ${suite}`);
  }
  if (colonne.forme && !colonne.forme.regexp.test(texte)) {
    const { forme } = colonne;
    const suite = 'attendu' in forme ? ` : ${forme.attendu}` : `, par exemple ${forme.exemple}`;
    return faute('OAD-FORME', `${cite(texte)} n’a pas la forme attendue${suite}.`);
  }
  if (colonne.forme) return { valeur: texte };
  const { max = LONGUEUR } = colonne;
  if (texte.length > max) {
    return faute(
      'OAD-LONGUEUR',
      `${cite(texte)} compte ${texte.length} caractères ; au plus ${max}. Abrégez.`,
    );
  }
  const bloc = texte.match(SANS_COUPURE)?.[0];
  if (bloc !== undefined) {
    return faute(
      'OAD-LONGUEUR',
      `${cite(bloc)} : plus de 40 caractères que rien ne coupe. Ajoutez des espaces.`,
    );
  }
  return { valeur: texte };
}

/**
 * Lit une cellule selon sa colonne.
 * @param brut la cellule telle que lue, l’apostrophe d’un export comprise
 * @returns sa valeur typée, ou le code et le message de la faute
 */
export function lireCellule(brut: string, colonne: Colonne): Lecture {
  const texte = retablir(brut);
  if (texte === '') {
    if (colonne.motVide !== undefined) {
      return faute(
        'OAD-VIDE',
        `la cellule est vide. Écrivez une valeur, ou ${cite(colonne.motVide)}.`,
      );
    }
    return colonne.vide === undefined
      ? faute('OAD-VIDE', 'la cellule est vide ; une valeur est obligatoire.')
      : { valeur: null };
  }
  if (texte === colonne.motVide) return { valeur: null };
  if (texte !== texte.trim()) {
    return faute('OAD-ESPACE', `${cite(texte)} commence ou finit par une espace. Retirez-la.`);
  }
  if (colonne.type === 'booleen') {
    return texte === 'oui' || texte === 'non'
      ? { valeur: texte === 'oui' }
      : faute('OAD-TYPE', `${cite(texte)} n’est ni « oui » ni « non ».`);
  }
  return colonne.type === 'texte' ? lireTexte(texte, colonne) : lireNombre(texte, colonne);
}

/** Les cellules déjà lues que l’on garde : les grandes colonnes répètent peu de valeurs. */
const MEMOIRE = 20_000;

/** La même lecture, qui se souvient des textes qu’elle a lus ; une faute ne se retient pas. */
export function memoriser<T>(lire: (texte: string) => T): (texte: string) => T {
  const lues = new Map<string, T>();
  return (texte) => {
    const connue = lues.get(texte);
    if (connue !== undefined) return connue;
    const lecture = lire(texte);
    if (lues.size < MEMOIRE) lues.set(texte, lecture);
    return lecture;
  };
}

/** Un lecteur des cellules d’une colonne, qui se souvient de celles qu’il a lues. */
export const lecteurDe = (colonne: Colonne): ((texte: string) => Lecture) =>
  memoriser((texte) => lireCellule(texte, colonne));
