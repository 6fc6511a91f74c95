import type { RegleCreation } from './types.ts';

/** Ce qui peut ouvrir la norme préférentielle d’une option dans une zone. */
export type BesoinDeZone = {
  readonly tc: boolean;
  readonly fc: boolean;
  /** Avis du CGES pour compléter une offre de formation ; absent : non connu. */
  readonly avisCges?: boolean | undefined;
};

type Choix = { readonly valeur: number; readonly motif: string };

const ANNEES: Readonly<Record<number, string>> = { 3: 'en 3e', 4: 'en 4e', 5: 'en 5e', 7: 'en 7e' };

function raison(condition: string, besoin: BesoinDeZone): string | null {
  if (condition === 'TC-FC') return besoin.tc && besoin.fc ? 'option TC et FC' : null;
  if (besoin.tc) return besoin.fc ? 'option TC et FC, la TC suffit' : 'option TC';
  if (condition === 'TC ou CGES' && besoin.avisCges) {
    return 'avis du CGES pour compléter une offre de formation';
  }
  return null;
}

function refus(regle: RegleCreation, besoin: BesoinDeZone): string {
  const annee = ANNEES[regle.annee ?? 0] ?? '';
  if (regle.condition === 'TC-FC') {
    if (besoin.tc) return `TC seule : pas de réduction ${annee}, il faut TC et FC`;
    if (besoin.fc) return `FC seule : pas de réduction ${annee}, il faut TC et FC`;
    return 'ni TC ni FC : norme générale';
  }
  const ailleurs =
    regle.condition === 'TC ou CGES' && besoin.avisCges === undefined
      ? ` ; ${regle.preferentielle} sur avis du CGES pour compléter une offre de formation`
      : '';
  return `${besoin.fc ? 'FC sans TC' : 'option hors TC'} : norme générale${ailleurs}`;
}

/** La norme d’une règle qui a une valeur, générale ou préférentielle, et pourquoi. */
export function choixDeNorme(regle: RegleCreation, generale: number, besoin: BesoinDeZone): Choix {
  const { preferentielle, condition } = regle;
  if (preferentielle === null || !condition) {
    return { valeur: generale, motif: 'norme unique : le texte ne prévoit pas de réduction' };
  }
  const motif = raison(condition, besoin);
  return motif === null
    ? { valeur: generale, motif: refus(regle, besoin) }
    : { valeur: preferentielle, motif: `${preferentielle} au lieu de ${generale} : ${motif}` };
}
