/** Un élément SVG : en texte dans un fichier, en élément dans une page. */
export interface Noeud {
  readonly nom: string;
  readonly attributs: Readonly<Record<string, string | number>>;
  readonly enfants: readonly (Noeud | string)[];
}

export const noeud = (
  nom: string,
  attributs: Noeud['attributs'],
  enfants: Noeud['enfants'] = [],
): Noeud => ({ nom, attributs, enfants });

/** Rend un texte inoffensif dans du XML. */
export const echapper = (texte: string): string =>
  texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Le texte XML d’un élément. */
export function enXml({ nom, attributs, enfants }: Noeud): string {
  const ecrits = Object.entries(attributs).map(([cle, v]) => ` ${cle}="${echapper(String(v))}"`);
  const dedans = enfants.map((e) => (typeof e === 'string' ? echapper(e) : enXml(e)));
  return `<${nom}${ecrits.join('')}>${dedans.join('')}</${nom}>`;
}
