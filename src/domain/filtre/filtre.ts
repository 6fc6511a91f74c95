import { type ComptesDuConstat, compterPourLeConstat } from './constat.ts';
import {
  type CleFacette,
  type ComptesDeFacettes,
  FACETTES,
  parFacette,
  type ValeursConnues,
  valeursConnues,
} from './facettes.ts';
import type { LigneIndicateur } from './ligne.ts';
import { type Selection, triDe } from './selection.ts';
import { creerTrieur } from './trieur.ts';

export interface Resultat {
  /** Les lignes de la page demandée, ou de la dernière si elle n’existe pas. */
  readonly lignes: readonly LigneIndicateur[];
  readonly total: number;
  /** Le nombre d’options distinctes parmi les lignes trouvées. */
  readonly options: number;
  readonly comptes: ComptesDeFacettes;
  readonly constat: ComptesDuConstat;
  readonly page: number;
  readonly pages: number;
}

/** Applique une sélection ; `codes` : les options que la recherche a trouvées, les meilleures d’abord. */
export type Filtre = (selection: Selection, codes: readonly string[] | null) => Resultat;

/** La page à montrer et le nombre de pages. */
export function pagination(total: number, { page, parPage }: Selection) {
  const pages = Math.max(1, Math.ceil(total / parPage));
  return { page: Math.min(page, pages), pages };
}

/** Une facette et le rang de ses valeurs connues ; ceux de la ligne `i` commencent à `debuts[i]`. */
interface Preparee {
  readonly cle: CleFacette;
  readonly rang: ReadonlyMap<string, number>;
  /** Le nombre de valeurs à compter. */
  readonly taille: number;
  readonly debuts: Uint32Array;
  readonly rangs: Uint16Array;
}

function preparer(
  lignes: readonly LigneIndicateur[],
  connues: ValeursConnues,
): readonly Preparee[] {
  return FACETTES.map(({ cle, valeurs, cachee }) => {
    const rang = new Map(connues[cle].map((valeur, i) => [valeur, i]));
    const debuts = new Uint32Array(lignes.length + 1);
    const rangs: number[] = [];
    lignes.forEach((ligne, i) => {
      for (const valeur of valeurs(ligne)) {
        const r = rang.get(valeur);
        if (r !== undefined) rangs.push(r);
      }
      debuts[i + 1] = rangs.length;
    });
    return { cle, rang, taille: cachee ? 0 : rang.size, debuts, rangs: Uint16Array.from(rangs) };
  });
}

/** Les lignes qu’un choix garde : une case par rang permis. */
function permis({ rang }: Preparee, choix: readonly string[]): Uint8Array {
  const cases = new Uint8Array(rang.size);
  for (const valeur of choix) {
    const r = rang.get(valeur);
    if (r !== undefined) cases[r] = 1;
  }
  return cases;
}

function garde({ debuts, rangs }: Preparee, cases: Uint8Array, i: number): boolean {
  for (let j = debuts[i] ?? 0; j < (debuts[i + 1] ?? 0); j++) {
    if (cases[rangs[j] ?? 0] === 1) return true;
  }
  return false;
}

/** Le nombre de lignes de chaque valeur, parmi ces lignes. */
function compter({ taille, debuts, rangs }: Preparee, places: Iterable<number>): number[] {
  const comptes = new Uint32Array(taille);
  if (taille === 0) return [];
  for (const i of places) {
    for (let j = debuts[i] ?? 0; j < (debuts[i + 1] ?? 0); j++) {
      const r = rangs[j] ?? 0;
      comptes[r] = (comptes[r] ?? 0) + 1;
    }
  }
  return [...comptes];
}

/**
 * Prépare le filtre de référence sur un jeu de lignes : une passe donne les lignes, le total et
 * les comptes. Une ligne que seule une facette écarte compte encore pour cette facette.
 */
export function creerFiltre(
  lignes: readonly LigneIndicateur[],
  connues: ValeursConnues = valeursConnues(lignes),
): Filtre {
  const facettes = preparer(lignes, connues);
  const trier = creerTrieur(lignes);

  return (selection, codes) => {
    const cherches = codes && new Set(codes);
    const choisies = facettes.flatMap((facette) => {
      const choix = selection.facettes[facette.cle];
      return choix ? [{ facette, cases: permis(facette, choix), ecartees: [] as number[] }] : [];
    });
    const gardees: number[] = [];
    for (const [i, { code_obg }] of lignes.entries()) {
      if (cherches && !cherches.has(code_obg)) continue;
      let ecarte: (typeof choisies)[number] | undefined;
      let ecarts = 0;
      for (const choisie of choisies) {
        if (garde(choisie.facette, choisie.cases, i)) continue;
        ecarte = choisie;
        ecarts++;
        if (ecarts > 1) break;
      }
      if (ecarts === 0) gardees.push(i);
      else if (ecarts === 1) ecarte?.ecartees.push(i);
    }
    const places = Uint32Array.from(gardees);
    const constat = compterPourLeConstat(gardees.flatMap((i) => lignes[i] ?? []));
    const { page, pages } = pagination(places.length, selection);
    const debut = (page - 1) * selection.parPage;
    const comptes = new Map(facettes.map((facette) => [facette.cle, compter(facette, places)]));
    for (const { facette, ecartees } of choisies) {
      const compte = comptes.get(facette.cle) ?? [];
      compter(facette, ecartees).forEach((n, r) => {
        compte[r] = (compte[r] ?? 0) + n;
      });
    }
    return {
      lignes: [
        ...trier(places, triDe(selection), codes).subarray(debut, debut + selection.parPage),
      ].flatMap((i) => lignes[i] ?? []),
      total: places.length,
      options: constat.options,
      constat,
      comptes: parFacette(({ cle }) => comptes.get(cle) ?? []),
      page,
      pages,
    };
  };
}

/** Le filtre en une fois, pour qui ne filtre qu’une fois. */
export const filtrer = (
  lignes: readonly LigneIndicateur[],
  selection: Selection,
  codes: readonly string[] | null,
): Resultat => creerFiltre(lignes)(selection, codes);
