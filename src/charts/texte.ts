export const CORPS = 14;

/** La largeur d’un texte en Source Sans, à peu près, en pixels du dessin. */
export const largeurTexte = (texte: string, corps = CORPS): number =>
  [...texte].reduce((somme, lettre) => {
    if (/[iljtfr.,;:' \u202F’/()]/.test(lettre)) return somme + 0.3;
    if (/[mwMW%—]/.test(lettre)) return somme + 0.82;
    return somme + (/[A-ZÀ-Ý]/.test(lettre) ? 0.6 : 0.51);
  }, 0) * corps;

/** Coupe un texte trop long à sa largeur, avec des points de suspension. */
export function tronquer(texte: string, largeur: number, corps = CORPS): string {
  if (largeurTexte(texte, corps) <= largeur) return texte;
  let court = texte;
  while (court.length > 1 && largeurTexte(`${court}…`, corps) > largeur) court = court.slice(0, -1);
  return `${court.replace(/[\s/,–-]+$/, '')}…`;
}

/** Coupe un texte en lignes d’au plus `largeur` pixels, aux espaces sécables. */
export function couperEnLignes(texte: string, largeur: number, corps = CORPS): string[] {
  const lignes: string[] = [];
  for (const mot of texte.split(' ')) {
    const suite = `${lignes.at(-1) ?? ''} ${mot}`.trim();
    if (lignes.length > 0 && largeurTexte(suite, corps) <= largeur)
      lignes[lignes.length - 1] = suite;
    else lignes.push(mot);
  }
  return lignes;
}
