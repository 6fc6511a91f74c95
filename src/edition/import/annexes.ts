import { plat } from '../../domain/recherche/texte.ts';
import { motDeTotal } from '../../domain/totaux-recus.ts';
import type { Refus } from './genre.ts';

const DETAIL = /^(dont|parmi (lesquels|lesquelles|eux)|y compris)( |$)/;
const NOTE =
  /^(sources?|notes?|nb|n b|remarques?|lecture|champ|legende|avertissement|attention|definitions?|extraction|extrait|mise a jour|donnees|perimetre|methode|precision|commentaires?)( |$)/;
const RENVOI = /^(\(\s*[\d*a-z]\s*\)|\[\s*\d+\s*\]|[*†‡¹²³⁴⁵]|\d\))/i;

/** Une ligne reçue, ses cellules, et celles des colonnes qui la désignent. */
export interface Annexe {
  readonly cellules: readonly string[];
  readonly cles: readonly string[];
  /** La place de la colonne où s’écrit n’importe quel texte, s’il y en a une. */
  readonly libre: number;
  /** Combien de colonnes le fichier doit avoir : une cellule qui les contient toutes est mal coupée. */
  readonly largeur: number;
}

const estVide = (cellule: string): boolean => cellule.trim() === '';

/** Une ligne sans aucune valeur. */
export const sansValeur = (cellules: readonly string[]): boolean => cellules.every(estVide);

/** Une ligne de total : le mot y est, et il lui manque de quoi désigner quelque chose. */
const estTotal = ({ cellules, cles }: Annexe): boolean => {
  return cles.some(motDeTotal) || (cles.some(estVide) && cellules.some(motDeTotal));
};

/** Une note : un texte seul, ou qui s’annonce comme tel. */
function estNote({ cellules, cles, libre, largeur }: Annexe): boolean {
  const pleines = cellules.flatMap((texte, place) => (estVide(texte) ? [] : [{ texte, place }]));
  const [seule, ...autres] = pleines;
  if (!seule || autres.length > 1) return false;
  const texte = seule.texte.trim();
  if (RENVOI.test(texte) || NOTE.test(plat(texte.slice(0, 40)))) return true;
  if (autres.length > 0 || seule.place === libre || cles.length < 2) return false;
  return texte.split(/[;,\t|]/).length < largeur && /\p{L}{3}/u.test(texte);
}

const entierDe = (texte: string): string => texte.replace(/[\s.,](?=\d{3}\b)|\s|[.,]0+$/g, '');

/** Une somme : au moins, et au plus ; les deux sont égaux quand la source n’y tait rien. */
export type Etendue = readonly [moins: number, plus: number];

/** Ce que font les lignes entrées : depuis le total précédent, et depuis le début du fichier. */
export interface Sommes {
  readonly depuis: Etendue;
  readonly debut: Etendue;
}

const direEtendue = ([moins, plus]: Etendue): string => {
  if (moins === plus) return String(moins);
  return Number.isFinite(plus) ? `de ${moins} à ${plus}` : `au moins ${moins}`;
};

/**
 * Dit pourquoi une ligne qui n’entre pas n’est pas une donnée : un total, vérifié, ou une note.
 * @param annonce la cellule qui porte le nombre ; `null` dans une table sans somme
 */
export function direAnnexe(
  annexe: Annexe,
  annonce: string | null,
  { depuis, debut }: Sommes,
): Refus | null {
  const total = annonce === null || estVide(annonce) ? Number.NaN : Number(entierDe(annonce));
  const juste = [depuis, debut].find(([moins, plus]) => moins <= total && total <= plus);
  const sansCle = total > 0 && juste !== undefined && annexe.cles.every(estVide);
  if (estTotal(annexe) || sansCle) {
    const mot = annexe.cellules.find(motDeTotal) ?? '';
    if (annonce === null || Number.isNaN(total)) {
      return { code: 'TOTAL', valeur: mot, raison: 'ligne de total, sans nombre à vérifier.' };
    }
    if (debut[1] === 0 && total > 0) {
      return { code: 'TOTAL', valeur: annonce, raison: 'total avant toute donnée : pas vérifié.' };
    }
    if (juste) {
      const bien = juste[0] === juste[1] ? 'font bien cette somme' : 'peuvent faire cette somme';
      return {
        code: 'TOTAL',
        valeur: annonce,
        raison: `ligne de total : les lignes entrées ${bien}.`,
      };
    }
    const memes = depuis[0] === debut[0] && depuis[1] === debut[1];
    const suite = memes ? '' : `, et ${direEtendue(debut)} depuis le début`;
    const raison = `ligne de total : les lignes entrées depuis le total précédent font ${direEtendue(depuis)}${suite}.`;
    return { code: 'TOTAL-FAUX', valeur: annonce, raison };
  }
  const detail = annexe.cles.find((cellule) => DETAIL.test(plat(cellule.slice(0, 40))));
  if (detail !== undefined) {
    const raison = 'détail d’une autre ligne (« dont ») : il y est déjà compté.';
    return { code: 'NOTE', valeur: detail, raison };
  }
  if (!estNote(annexe)) return null;
  const valeur = annexe.cellules.find((cellule) => !estVide(cellule)) ?? '';
  return { code: 'NOTE', valeur, raison: 'note ou titre : ce n’est pas une donnée.' };
}
