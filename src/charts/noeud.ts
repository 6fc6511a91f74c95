import { echapperXml } from '../domain/xml.ts';

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

/** Le texte XML d’un élément. */
export function enXml({ nom, attributs, enfants }: Noeud): string {
  const ecrits = Object.entries(attributs).map(([cle, v]) => ` ${cle}="${echapperXml(String(v))}"`);
  const dedans = enfants.map((e) => (typeof e === 'string' ? echapperXml(e) : enXml(e)));
  return `<${nom}${ecrits.join('')}>${dedans.join('')}</${nom}>`;
}
