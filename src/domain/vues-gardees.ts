/** Une vue nommée : la partie `?…`, ou `#…`, de son adresse. */
export interface VueGardee {
  readonly nom: string;
  readonly adresse: string;
}

const NOM_MAX = 80;
/** Plus longue, une adresse ne vient pas d’ici. */
const ADRESSE_MAX = 40_000;
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
  /^([?#]|$)/.test(x.adresse);

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

/** Une adresse plus longue ne se relirait pas. */
export const seGarde = (adresse: string): boolean => adresse.length <= ADRESSE_MAX;

/** Les vues d’un fichier à côté des siennes : un nom déjà pris en reçoit un autre. */
export function reunirVues(
  vues: readonly VueGardee[],
  ouvertes: readonly VueGardee[],
): readonly VueGardee[] {
  const suite = [...vues];
  for (const ouverte of ouvertes) {
    if (suite.some(({ nom, adresse }) => nom === ouverte.nom && adresse === ouverte.adresse))
      continue;
    let { nom } = ouverte;
    for (let i = 2; suite.some((vue) => vue.nom === nom); i += 1) {
      nom = `${ouverte.nom.slice(0, NOM_MAX - 5)} (${i})`;
    }
    suite.push({ nom, adresse: ouverte.adresse });
  }
  return suite.slice(0, VUES_MAX);
}

/** Ajoute une vue ; celle du même nom est remplacée, un nom vide ne garde rien. */
export function ajouterVue(vues: readonly VueGardee[], nom: string, adresse: string) {
  const propre = nom.trim().slice(0, NOM_MAX);
  if (propre === '') return vues;
  return [...retirerVue(vues, propre), { nom: propre, adresse }];
}

export const retirerVue = (vues: readonly VueGardee[], nom: string): readonly VueGardee[] =>
  vues.filter((vue) => vue.nom !== nom);

/** Des vues en fichier : celles d’une page ne s’ouvrent pas dans une autre. */
export const ecrireVues = (page: string, vues: readonly VueGardee[]): string =>
  `${JSON.stringify({ genre: 'oad-ouvert.vues', page, vues }, null, 1)}\n`;

/** Les vues d’un fichier ; `null` : ce n’en est pas un, ou il est d’une autre page. */
export function ouvrirVues(page: string, texte: string): readonly VueGardee[] | null {
  try {
    const lu: unknown = JSON.parse(texte);
    if (typeof lu !== 'object' || lu === null || !('page' in lu) || !('vues' in lu)) return null;
    return lu.page === page ? lireVues(JSON.stringify(lu.vues)) : null;
  } catch {
    return null;
  }
}
