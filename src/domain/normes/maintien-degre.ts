import { couvre } from './cellule.ts';
import type { Eloignement, RegleDeDensite } from './distance.ts';
import { reglesDe } from './edition.ts';
import { type NormeDeMaintien, type RegleMaintien, reservesDe, vautIci } from './maintien.ts';
import { normeLue, selonLeLieu } from './selon-lieu.ts';

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
  const siennes = enVigueur.filter(
    (r) => r.objet === 'degre' && r.degre === degre.degre && couvre(r.forme, degre.forme),
  );
  const lue = selonLeLieu(
    densites,
    degre,
    (cas) => siennes.find((r) => vautIci(r, cas)),
    (r) => r.norme,
  );
  const commun = { compte: [], portee: 'option' as const };
  if (!lue) {
    return {
      ...commun,
      genre: 'non_prevu',
      motif: `le texte ne fixe pas de norme de maintien pour le degré ${degre.degre} ${degre.forme}`,
      reference: enVigueur[0]?.texte ?? '',
      edition: enVigueur[0]?.edition ?? degre.edition ?? '',
      nature: enVigueur[0]?.nature ?? 'transcription',
      reserves: [],
    };
  }
  return {
    ...normeLue(lue, lue.regle, lue.motif),
    ...commun,
    reserves: reservesDe(lue),
  };
}
