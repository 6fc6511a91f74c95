import { couvre } from './cellule.ts';
import { casDeDistance, type Eloignement, type RegleDeDensite } from './distance.ts';
import { reglesDe } from './edition.ts';
import { type NormeDeMaintien, type RegleMaintien, reservesDe, selonLieu } from './maintien.ts';

export type DegreEnPlace = Eloignement & {
  readonly degre: 'D2' | 'D3';
  readonly forme: 'P' | 'TQ' | 'AQ';
  readonly edition?: string | undefined;
};

/**
 * Norme de maintien d’un degré dans une forme : seuls les élèves du plein exercice comptent.
 * Source : circulaire 7282, VII.I.
 */
export function normeDeMaintienDuDegre(
  regles: readonly RegleMaintien[],
  densites: readonly RegleDeDensite[],
  degre: DegreEnPlace,
): NormeDeMaintien {
  const enVigueur = reglesDe(regles, degre.edition);
  const edition = enVigueur[0]?.edition ?? degre.edition ?? '';
  const { cas, motif } = casDeDistance(densites, degre);
  const regle = enVigueur.find(
    (r) =>
      r.objet === 'degre' &&
      r.degre === degre.degre &&
      couvre(r.forme, degre.forme) &&
      selonLieu(r, cas, degre),
  );
  const commun = { edition, nature: regle?.nature ?? enVigueur[0]?.nature ?? 'transcription' };
  if (!regle || regle.norme === null) {
    return {
      ...commun,
      genre: 'non_prevu',
      motif: `le texte ne fixe pas de norme de maintien pour le degré ${degre.degre} ${degre.forme}`,
      reference: enVigueur[0]?.texte ?? '',
      compte: [],
      portee: 'option',
      reserves: [],
    };
  }
  return {
    ...commun,
    genre: 'valeur',
    valeur: regle.norme,
    regle: regle.regle,
    motif,
    reference: regle.reference,
    compte: [],
    portee: 'option',
    reserves: reservesDe(regle, degre),
  };
}
