/** Une vue nommée : la partie `?…` de son adresse. */
export interface VueGardee {
  readonly nom: string;
  readonly adresse: string;
}

const NOM_MAX = 80;

const estVue = (x: unknown): x is VueGardee =>
  typeof x === 'object' &&
  x !== null &&
  'nom' in x &&
  'adresse' in x &&
  typeof x.nom === 'string' &&
  typeof x.adresse === 'string' &&
  (x.adresse === '' || x.adresse.startsWith('?'));

/** Relit ce que le navigateur a gardé ; ce qui n’est pas une vue est laissé de côté. */
export function lireVues(texte: string | null): readonly VueGardee[] {
  try {
    const lu: unknown = JSON.parse(texte ?? '[]');
    return Array.isArray(lu) ? lu.filter(estVue) : [];
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
