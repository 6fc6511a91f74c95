import { type LigneIndicateur, ordreDesLignes } from './ligne.ts';
import type { Tri } from './selection.ts';
import { type CleTri, comparer, valeurDeTri } from './tri.ts';

/** Une ligne et sa place dans le jeu de départ. */
export interface Rangee {
  readonly ligne: LigneIndicateur;
  readonly i: number;
}

export type Trieur = (
  rangees: readonly Rangee[],
  tri: readonly Tri[],
  codes: readonly string[] | null,
) => readonly Rangee[];

/**
 * Prépare un tri total : les clés demandées, sinon la pertinence de la recherche, puis le code et
 * la zone. Les valeurs de tri d’une colonne ne sont calculées qu’une fois.
 */
export function creerTrieur(lignes: readonly LigneIndicateur[]): Trieur {
  const gardees = new Map<CleTri, readonly (string | number | null)[]>();
  const valeursDe = (cle: CleTri) => {
    const valeurs = gardees.get(cle) ?? lignes.map((ligne) => valeurDeTri(cle, ligne));
    gardees.set(cle, valeurs);
    return valeurs;
  };

  return (rangees, tri, codes) => {
    const cles = tri.map(({ cle, descendant }) => ({ descendant, valeurs: valeursDe(cle) }));
    const pertinence = new Map(codes && tri.length === 0 ? codes.map((code, i) => [code, i]) : []);
    const rang = ({ ligne }: Rangee): number => pertinence.get(ligne.code_obg) ?? 0;
    return rangees.toSorted((a, b) => {
      for (const { valeurs, descendant } of cles) {
        const ecart = comparer(valeurs[a.i] ?? null, valeurs[b.i] ?? null, descendant);
        if (ecart !== 0) return ecart;
      }
      return rang(a) - rang(b) || ordreDesLignes(a.ligne, b.ligne);
    });
  };
}
