import { type Comptes, type Connues, FACETTES, parFacette, valeursConnues } from './facettes.ts';
import type { LigneIndicateur } from './ligne.ts';
import type { Selection } from './selection.ts';
import { creerTrieur, type Rangee } from './trieur.ts';

export interface Resultat {
  /** Les lignes de la page demandée, ou de la dernière si elle n’existe pas. */
  readonly lignes: readonly LigneIndicateur[];
  readonly total: number;
  /** Le nombre d’options distinctes parmi les lignes trouvées. */
  readonly options: number;
  readonly comptes: Comptes;
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

/** Une facette, le rang de ses valeurs connues, et les rangs que porte chaque ligne. */
function preparer(lignes: readonly LigneIndicateur[], connues: Connues) {
  return FACETTES.map(({ cle, valeurs, cachee }) => {
    const rang = new Map(connues[cle].map((valeur, i) => [valeur, i]));
    const taille = cachee ? 0 : rang.size;
    const parLigne = lignes.map((ligne) => valeurs(ligne).flatMap((v) => rang.get(v) ?? []));
    return { cle, rang, taille, parLigne };
  });
}

type Preparee = ReturnType<typeof preparer>[number];

const activer = (facette: Preparee, choix: readonly string[] | undefined) => ({
  ...facette,
  permises: choix && new Set(choix.flatMap((valeur) => facette.rang.get(valeur) ?? [])),
  compte: new Array<number>(facette.taille).fill(0),
});

type Active = ReturnType<typeof activer>;

const ecarte = ({ permises, parLigne }: Active, i: number): boolean =>
  permises !== undefined && !parLigne[i]?.some((valeur) => permises.has(valeur));

function compter({ compte, taille, parLigne }: Active, i: number): void {
  if (taille === 0) return;
  for (const valeur of parLigne[i] ?? []) compte[valeur] = (compte[valeur] ?? 0) + 1;
}

/**
 * Prépare le filtre de référence sur un jeu de lignes : une passe donne les lignes, le total et
 * les comptes. Une ligne que seule une facette écarte compte encore pour cette facette.
 */
export function creerFiltre(
  lignes: readonly LigneIndicateur[],
  connues: Connues = valeursConnues(lignes),
): Filtre {
  const facettes = preparer(lignes, connues);
  const trier = creerTrieur(lignes);

  return (selection, codes) => {
    const cherches = codes && new Set(codes);
    const actives = facettes.map((f) => activer(f, selection.facettes[f.cle]));
    const trouvees: Rangee[] = [];
    lignes.forEach((ligne, i) => {
      if (cherches && !cherches.has(ligne.code_obg)) return;
      const ecartent = actives.filter((facette) => ecarte(facette, i));
      if (ecartent.length > 1) return;
      if (ecartent.length === 0) trouvees.push({ ligne, i });
      for (const facette of ecartent.length === 0 ? actives : ecartent) compter(facette, i);
    });
    const { page, pages } = pagination(trouvees.length, selection);
    const debut = (page - 1) * selection.parPage;
    return {
      lignes: trier(trouvees, selection.tri, codes)
        .slice(debut, debut + selection.parPage)
        .map(({ ligne }) => ligne),
      total: trouvees.length,
      options: new Set(trouvees.map(({ ligne }) => ligne.code_obg)).size,
      comptes: parFacette(({ cle }) => actives.find((f) => f.cle === cle)?.compte ?? []),
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
