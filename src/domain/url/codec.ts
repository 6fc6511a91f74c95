import { CLES_FACETTE, type CleFacette, type Connues } from '../filtre/facettes.ts';
import { SELECTION_VIDE, type Selection, TAILLES_DE_PAGE, type Tri } from '../filtre/selection.ts';
import { CLES_TRI, type CleTri } from '../filtre/tri.ts';
import { plusProche } from '../recherche/proche.ts';

export interface Adresse {
  readonly selection: Selection;
  /** Une phrase par valeur ignorée. */
  readonly avis: readonly string[];
}

const Q_MAX = 200;

const ignoree = (cle: string, valeur: string, connues: readonly string[]): string => {
  const proche = plusProche(valeur, connues);
  const conseil = proche === null ? '' : ` Vouliez-vous « ${proche} » ?`;
  return `L’adresse demande « ${cle}=${valeur} », qui n’existe pas : elle a été ignorée.${conseil}`;
};

const morceaux = (texte: string): readonly string[] =>
  texte
    .split(',')
    .map((morceau) => morceau.trim())
    .filter((morceau) => morceau !== '');

/** Les valeurs d’une facette, remises dans l’ordre connu ; la casse ne compte pas. */
function lireFacette(cle: CleFacette, texte: string, connues: readonly string[], avis: string[]) {
  const demandees = morceaux(texte);
  const egales = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  for (const valeur of demandees) {
    if (!connues.some((connue) => egales(connue, valeur))) avis.push(ignoree(cle, valeur, connues));
  }
  return connues.filter((connue) => demandees.some((valeur) => egales(connue, valeur)));
}

const estCleTri = (cle: string): cle is CleTri => CLES_TRI.some((connue) => connue === cle);

function lireTri(texte: string, avis: string[]): readonly Tri[] {
  const tri: Tri[] = [];
  for (const morceau of morceaux(texte)) {
    const descendant = morceau.endsWith('-');
    const cle = descendant ? morceau.slice(0, -1) : morceau;
    if (!estCleTri(cle)) avis.push(ignoree('tri', morceau, CLES_TRI));
    else if (!tri.some((t) => t.cle === cle)) tri.push({ cle, descendant });
  }
  return tri;
}

function lirePage(texte: string, avis: string[]): number {
  if (/^[1-9]\d{0,5}$/.test(texte)) return Number(texte);
  avis.push(ignoree('page', texte, []));
  return SELECTION_VIDE.page;
}

function lireTaille(texte: string, avis: string[]): Selection['parPage'] {
  const taille = TAILLES_DE_PAGE.find((connue) => String(connue) === texte);
  if (!taille) avis.push(ignoree('par-page', texte, TAILLES_DE_PAGE.map(String)));
  return taille ?? SELECTION_VIDE.parPage;
}

/**
 * Lit la partie `?…` d’une adresse. Les clés d’autres pages sont laissées de côté sans un mot ;
 * une valeur inconnue ou mal formée est ignorée avec un avis.
 * @param connues les valeurs que chaque facette peut prendre
 */
export function decode(search: string, connues: Connues): Adresse {
  const parametres = new URLSearchParams(search);
  const avis: string[] = [];
  const lu = (cle: string): string | null => {
    const valeurs = parametres.getAll(cle);
    return valeurs.length > 0 ? valeurs.join(',') : null;
  };
  const facettes: Partial<Record<CleFacette, readonly string[]>> = {};
  for (const cle of CLES_FACETTE) {
    const valeurs = lireFacette(cle, lu(cle) ?? '', connues[cle], avis);
    if (valeurs.length > 0) facettes[cle] = valeurs;
  }
  const page = lu('page');
  const parPage = lu('par-page');
  const selection: Selection = {
    facettes,
    q: (parametres.get('q') ?? '').slice(0, Q_MAX),
    tri: lireTri(lu('tri') ?? '', avis),
    page: page === null ? SELECTION_VIDE.page : lirePage(page, avis),
    parPage: parPage === null ? SELECTION_VIDE.parPage : lireTaille(parPage, avis),
  };
  return { selection, avis };
}

/**
 * Écrit une sélection dans une adresse, clés dans un ordre fixe, valeurs par défaut omises.
 * @returns la chaîne vide, ou `?…`
 */
export function encode({ facettes, q, tri, page, parPage }: Selection): string {
  const liste = (valeurs: readonly string[]) => valeurs.map(encodeURIComponent).join(',');
  const paires: (readonly [string, string])[] = [
    ['q', encodeURIComponent(q)],
    ...CLES_FACETTE.map((cle) => [cle, liste(facettes[cle] ?? [])] as const),
    ['tri', liste(tri.map(({ cle, descendant }) => (descendant ? `${cle}-` : cle)))],
    ['page', page === SELECTION_VIDE.page ? '' : String(page)],
    ['par-page', parPage === SELECTION_VIDE.parPage ? '' : String(parPage)],
  ];
  const ecrites = paires.filter(([, valeur]) => valeur !== '');
  return ecrites.length === 0 ? '' : `?${ecrites.map((paire) => paire.join('=')).join('&')}`;
}
