import { VUES_DE_CARTE as VUES_DE_LA_CARTE } from '../autour/etat.ts';
import { CLES_COLONNE, type CleColonne, normaliserColonnes } from '../filtre/colonnes.ts';
import { CLES_FACETTE, type CleFacette, type ValeursConnues } from '../filtre/facettes.ts';
import {
  CONTINU,
  CROISEMENTS,
  MESURES,
  SELECTION_VIDE,
  type Selection,
  TAILLES_DE_PAGE,
  type Tri,
  VUES,
} from '../filtre/selection.ts';
import { CLES_TRI, type CleTri } from '../filtre/tri.ts';
import { Ignorees, lireConnues, morceaux } from './ignorees.ts';

export interface Adresse {
  readonly selection: Selection;
  /** Une phrase par valeur ignorée. */
  readonly avis: readonly string[];
}

const Q_MAX = 200;

const estCleTri = (cle: string): cle is CleTri => CLES_TRI.some((connue) => connue === cle);

function lireTri(texte: string, ignorees: Ignorees): readonly Tri[] {
  const tri: Tri[] = [];
  for (const morceau of morceaux(texte)) {
    const descendant = morceau.endsWith('-');
    const cle = descendant ? morceau.slice(0, -1) : morceau;
    if (!estCleTri(cle)) ignorees.ajouter('tri', morceau, CLES_TRI);
    else if (!tri.some((t) => t.cle === cle)) tri.push({ cle, descendant });
  }
  return tri;
}

function lirePage(texte: string, ignorees: Ignorees): number {
  if (/^[1-9]\d{0,5}$/.test(texte)) return Number(texte);
  ignorees.ajouter('page', texte);
  return SELECTION_VIDE.page;
}

const ecrireTaille = (taille: Selection['parPage']): string =>
  taille === CONTINU ? 'continu' : String(taille);

/** Une valeur parmi des mots connus ; la première de la page sinon. */
function lireMot<T extends string>(
  cle: string,
  texte: string | null,
  mots: readonly T[],
  defaut: T,
  ignorees: Ignorees,
): T {
  if (texte === null) return defaut;
  const mot = mots.find((connu) => connu === texte.trim().toLowerCase());
  if (mot === undefined) ignorees.ajouter(cle, texte, mots);
  return mot ?? defaut;
}

function lireColonnes(texte: string, ignorees: Ignorees): readonly CleColonne[] {
  const choix = morceaux(texte).flatMap((morceau) => {
    const cle = CLES_COLONNE.find((connue) => connue === morceau);
    if (cle === undefined) ignorees.ajouter('colonnes', morceau, CLES_COLONNE);
    return cle ?? [];
  });
  return normaliserColonnes(choix);
}

/**
 * Lit la partie `?…` d’une adresse. Les clés d’autres pages sont laissées de côté sans un mot ;
 * une valeur inconnue ou mal formée est ignorée avec un avis.
 * @param connues les valeurs que chaque facette peut prendre
 * @param annees les années scolaires que le tableau peut montrer, la dernière en dernier
 */
export function decode(
  search: string,
  connues: ValeursConnues,
  annees: readonly string[] = [],
): Adresse {
  const parametres = new URLSearchParams(search);
  const ignorees = new Ignorees();
  const lu = (cle: string): string | null => {
    const valeurs = parametres.getAll(cle);
    return valeurs.length > 0 ? valeurs.join(',') : null;
  };
  const facettes: Partial<Record<CleFacette, readonly string[]>> = {};
  for (const cle of CLES_FACETTE) {
    const valeurs = lireConnues(cle, morceaux(lu(cle) ?? ''), connues[cle], ignorees);
    if (valeurs.length > 0) facettes[cle] = valeurs;
  }
  const page = lu('page');
  const derniere = annees.at(-1) ?? '';
  const mot = <T extends string>(cle: string, mots: readonly T[], defaut: T): T =>
    lireMot(cle, lu(cle), mots, defaut, ignorees);
  const tailles = TAILLES_DE_PAGE.map(ecrireTaille);
  const taille = mot('par-page', tailles, ecrireTaille(SELECTION_VIDE.parPage));
  const annee = mot('annee-scolaire', annees, derniere);
  const selection: Selection = {
    facettes,
    q: (parametres.get('q') ?? '').slice(0, Q_MAX),
    tri: lireTri(lu('tri') ?? '', ignorees),
    page: page === null ? SELECTION_VIDE.page : lirePage(page, ignorees),
    parPage: TAILLES_DE_PAGE[tailles.indexOf(taille)] ?? SELECTION_VIDE.parPage,
    annee: annee === derniere ? '' : annee,
    anciens: mot('anciens', ['oui', 'non'], 'oui') === 'oui',
    vue: VUES_DE_LA_CARTE.some((vue) => vue === lu('vue'))
      ? SELECTION_VIDE.vue
      : mot<Selection['vue']>('vue', VUES, SELECTION_VIDE.vue),
    croisement: mot('croisement', CROISEMENTS, SELECTION_VIDE.croisement),
    mesure: mot('mesure', MESURES, SELECTION_VIDE.mesure),
    colonnes: lireColonnes(lu('colonnes') ?? '', ignorees),
  };
  return { selection, avis: ignorees.avis };
}

/**
 * Écrit une sélection dans une adresse, clés dans un ordre fixe, valeurs par défaut omises.
 * @returns la chaîne vide, ou `?…`
 */
export function encode(selection: Selection): string {
  const { facettes, q, tri, page, parPage } = selection;
  const sauf = <C extends 'vue' | 'croisement' | 'mesure'>(cle: C): readonly [C, string] => [
    cle,
    selection[cle] === SELECTION_VIDE[cle] ? '' : selection[cle],
  ];
  const liste = (valeurs: readonly string[]) => valeurs.map(encodeURIComponent).join(',');
  const paires: (readonly [string, string])[] = [
    ['q', encodeURIComponent(q)],
    ...CLES_FACETTE.map((cle) => [cle, liste(facettes[cle] ?? [])] as const),
    ['annee-scolaire', selection.annee],
    ['anciens', selection.anciens ? '' : 'non'],
    sauf('vue'),
    sauf('croisement'),
    sauf('mesure'),
    ['colonnes', selection.colonnes.join(',')],
    ['tri', liste(tri.map(({ cle, descendant }) => (descendant ? `${cle}-` : cle)))],
    ['page', page === SELECTION_VIDE.page ? '' : String(page)],
    ['par-page', parPage === SELECTION_VIDE.parPage ? '' : ecrireTaille(parPage)],
  ];
  const ecrites = paires.filter(([, valeur]) => valeur !== '');
  return ecrites.length === 0 ? '' : `?${ecrites.map((paire) => paire.join('=')).join('&')}`;
}
