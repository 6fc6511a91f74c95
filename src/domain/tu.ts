/** Un effectif que la source tait, et ce qu’elle en dit : un élève au moins, jamais zéro. */
export interface Tu {
  readonly auMoins: number;
  /** `null` : elle n’en dit pas de maximum. */
  readonly auPlus: number | null;
}

/** Deux effectifs tus, ensemble ; l’un des deux peut manquer. */
export function ajouterTus(un: Tu | undefined, autre: Tu | undefined): Tu | undefined {
  if (!un || !autre) return un ?? autre;
  const sansBorne = un.auPlus === null || autre.auPlus === null;
  return {
    auMoins: un.auMoins + autre.auMoins,
    auPlus: sansBorne ? null : Number(un.auPlus) + Number(autre.auPlus),
  };
}
