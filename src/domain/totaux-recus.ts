import { plat } from './recherche/texte.ts';

const TOTAL =
  /^(grand total|sous ?total|s total|tot|total|totaux|sous totaux|ensemble|sommes?|cumuls?|moyennes?|(effectif|nombre|population|eleves)s? tota(l|le|ux))( |$)|^tou(s|tes)( (les )?(options|annees|modes|implantations|ecoles|etablissements|eleves|sexes|zones|niveaux))?( confondu(e?s))?$/;
/** D’une colonne à additionner, la valeur qui réunit les autres : « F+G », « T ». */
const REUNIE = /^(t|f ?g|g ?f|f ?m|m ?f|h ?f|f ?h|mixtes?|les deux( sexes)?|(deux|2) sexes)$/;

/** Un mot de total, en tête d’une cellule. */
export const motDeTotal = (cellule: string): boolean =>
  /^\s*[Σ∑]/.test(cellule) || TOTAL.test(plat(cellule.slice(0, 40)));

/** Une valeur qui réunit toutes celles d’une colonne. */
export const sorteTotale = (cellule: string): boolean =>
  motDeTotal(cellule) || REUNIE.test(plat(cellule.slice(0, 40)));
