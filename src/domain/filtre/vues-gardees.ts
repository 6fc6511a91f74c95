/** Une vue nommée : la partie `?…` de son adresse. */
export interface VueGardee {
  readonly nom: string;
  readonly adresse: string;
}

const NOM_MAX = 80;
/** Plus longue, une adresse ne vient pas de ce tableau. */
const ADRESSE_MAX = 4000;
export const VUES_MAX = 100;

const estVue = (x: unknown): x is VueGardee =>
  typeof x === 'object' &&
  x !== null &&
  'nom' in x &&
  'adresse' in x &&
  typeof x.nom === 'string' &&
  typeof x.adresse === 'string' &&
  x.nom !== '' &&
  x.nom.length <= NOM_MAX &&
  x.adresse.length <= ADRESSE_MAX &&
  (x.adresse === '' || x.adresse.startsWith('?'));

/**
 * Relit ce que le navigateur a gardé ; ce qui n’est pas une vue, ou l’est deux fois, est laissé de
 * côté, et `VUES_MAX` au plus se gardent.
 */
export function lireVues(texte: string | null): readonly VueGardee[] {
  try {
    const lu: unknown = JSON.parse(texte ?? '[]');
    const vues = Array.isArray(lu) ? lu.filter(estVue) : [];
    return [...new Map(vues.map((vue) => [vue.nom, vue])).values()].slice(0, VUES_MAX);
  } catch {
    return [];
  }
}

/** Ajoute une vue ; celle du même nom est remplacée, un nom vide ne garde rien. */
export function ajouterVue(vues: readonly VueGardee[], nom: string, adresse: string) {
  const propre = nom.trim().slice(0, NOM_MAX);
  if (propre === '') return vues;
  return [...retirerVue(vues, propre), { nom: propre, adresse }];
}

export const retirerVue = (vues: readonly VueGardee[], nom: string): readonly VueGardee[] =>
  vues.filter((vue) => vue.nom !== nom);
