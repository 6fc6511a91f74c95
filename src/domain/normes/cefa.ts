import { reglesDe } from './edition.ts';
import type { RegleDatee } from './types.ts';

/** Une ligne de `cefa.csv`. */
export type RegleCefa = RegleDatee & {
  readonly objet: string;
  readonly seuil: number;
  /** Le nombre doit dépasser le seuil, non l’atteindre. */
  readonly strict: boolean;
  readonly unite: string;
  readonly precision: string;
};

export type ReponseCefa =
  | {
      readonly genre: 'oui' | 'non';
      readonly seuil: number;
      readonly motif: string;
      readonly reference: string;
    }
  | { readonly genre: 'non_prevu'; readonly motif: string; readonly reference: string };

function repondre(
  regles: readonly RegleCefa[],
  objet: string,
  eleves: number,
  edition: string,
): ReponseCefa {
  const enVigueur = reglesDe(regles, edition);
  const regle = enVigueur.find((r) => r.objet === objet);
  if (!regle) {
    const reference = enVigueur[0]?.texte ?? '';
    return { genre: 'non_prevu', motif: 'le texte ne règle pas ce cas', reference };
  }
  const { seuil, strict, unite, precision, reference } = regle;
  const atteint = strict ? eleves > seuil : eleves >= seuil;
  return {
    genre: atteint ? 'oui' : 'non',
    seuil,
    motif: `${eleves} ; il en faut ${strict ? 'plus de' : 'au moins'} ${seuil} : ${unite} (${precision})`,
    reference,
  };
}

/** Un CEFA peut-il être créé dans une zone, pour un caractère. Source : circulaire 7282, I.I.3 ;
 * décret du 3 juillet 1991, art. 14. */
export function creationDUnCefa(
  regles: readonly RegleCefa[],
  elevesAuObligationPartielle: number,
  edition: string,
): ReponseCefa {
  return repondre(regles, 'creation', elevesAuObligationPartielle, edition);
}

/** Un deuxième CEFA peut-il être créé dans la zone, ou maintenu s’il existe.
 * Source : circulaire 7282, I.I.3. */
export function secondCefa(
  regles: readonly RegleCefa[],
  elevesDuQualifiant: number,
  existe: boolean,
  edition: string,
): ReponseCefa {
  const objet = existe ? 'second-maintien' : 'second-creation';
  return repondre(regles, objet, elevesDuQualifiant, edition);
}

/** Un CEFA se maintient-il : le texte ne le dit que de ceux qui existaient au 1er septembre 2001.
 * Source : circulaire 7282, I.I.4. */
export function maintienDUnCefa(
  regles: readonly RegleCefa[],
  eleves: number,
  existaitEn2001: boolean,
  edition: string,
): ReponseCefa {
  if (existaitEn2001) return repondre(regles, 'maintien', eleves, edition);
  return {
    genre: 'non_prevu',
    motif: 'la norme de maintien ne vise que les CEFA qui existaient au 1er septembre 2001',
    reference: reglesDe(regles, edition)[0]?.texte ?? '',
  };
}
