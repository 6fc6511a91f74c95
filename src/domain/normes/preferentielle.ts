import type { Trivalent } from '../connaissance.ts';
import type { RegleCreation } from './types.ts';

/** Ce qui peut ouvrir la norme préférentielle d’une option dans une zone. */
export type BesoinDeZone = {
  readonly tc: Trivalent;
  readonly fc: Trivalent;
  /** Avis du CGES pour compléter une offre de formation ; absent : non connu. */
  readonly avisCges?: boolean | undefined;
  /** C’est le visiteur qui ne dit pas ce besoin : aucune liste n’en est cause. */
  readonly nonDit?: boolean | undefined;
};

type Choix = {
  readonly valeur: number;
  /** La norme préférentielle, si une liste qu’on n’a pas en décide. */
  readonly autreValeur?: number;
  readonly motif: string;
};

const ANNEES: Readonly<Record<number, string>> = { 3: 'en 3e', 4: 'en 4e', 5: 'en 5e', 7: 'en 7e' };

function raison(condition: string, besoin: BesoinDeZone): string | null {
  if (condition === 'TC-FC') return besoin.tc && besoin.fc ? 'option TC et FC' : null;
  if (besoin.tc) return besoin.fc ? 'option TC et FC, la TC suffit' : 'option TC';
  if (condition === 'TC ou CGES' && besoin.avisCges) {
    return 'avis du CGES pour compléter une offre de formation';
  }
  return null;
}

/** La liste qui décide et que l’on n’a pas ; `null` : ce qui est connu suffit à répondre. */
function listeManquante(condition: string, { tc, fc }: BesoinDeZone): string | null {
  if (condition !== 'TC-FC') return tc === null ? 'liste TC de la zone non fournie' : null;
  if (tc === false || fc === false) return null;
  if (tc === null && fc === null) return 'listes TC de la zone et FC de la région non fournies';
  if (tc === null) return 'liste TC de la zone non fournie';
  return fc === null ? 'liste FC de la région non fournie' : null;
}

function avisPossible(regle: RegleCreation, { avisCges }: BesoinDeZone): string {
  return regle.condition === 'TC ou CGES' && avisCges === undefined
    ? ` ; ${regle.preferentielle} sur avis du CGES pour compléter une offre de formation`
    : '';
}

function refus(regle: RegleCreation, besoin: BesoinDeZone): string {
  const annee = ANNEES[regle.annee ?? 0] ?? '';
  if (regle.condition === 'TC-FC') {
    if (besoin.tc) return `TC seule : pas de réduction ${annee}, il faut TC et FC`;
    if (besoin.fc) return `FC seule : pas de réduction ${annee}, il faut TC et FC`;
    if (besoin.tc === null) return `pas FC : pas de réduction ${annee}, il faut TC et FC`;
    if (besoin.fc === null) return `pas TC : pas de réduction ${annee}, il faut TC et FC`;
    return 'ni TC ni FC : norme générale';
  }
  return `${besoin.fc ? 'FC sans TC' : 'option hors TC'} : norme générale${avisPossible(regle, besoin)}`;
}

/**
 * La norme d’une règle qui a une valeur, générale ou préférentielle, et pourquoi. Quand une liste
 * qu’on n’a pas en décide, la générale, et l’autre avec ce qui manque.
 */
export function choixDeNorme(regle: RegleCreation, generale: number, besoin: BesoinDeZone): Choix {
  const { preferentielle, condition } = regle;
  if (preferentielle === null || !condition) {
    const motif = 'norme unique : le texte ne prévoit pas de réduction';
    return { valeur: generale, motif };
  }
  const motif = raison(condition, besoin);
  if (motif !== null) {
    const dit = `${preferentielle} au lieu de ${generale} : ${motif}`;
    return { valeur: preferentielle, motif: dit };
  }
  const manque = listeManquante(condition, besoin);
  if (manque === null) return { valeur: generale, motif: refus(regle, besoin) };
  const quoi = condition === 'TC-FC' ? 'TC-FC' : 'TC';
  const suite = `${besoin.nonDit ? 'vous ne le dites pas' : manque}${avisPossible(regle, besoin)}`;
  return {
    valeur: generale,
    autreValeur: preferentielle,
    motif: `ou ${preferentielle} si l’option est ${quoi} : ${suite}`,
  };
}
