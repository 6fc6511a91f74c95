import { couvre } from './cellule.ts';
import type { RegleDeDensite } from './distance.ts';
import { type CasDeDistance, casDeDistance, type Eloignement } from './distance.ts';
import { reglesDe } from './edition.ts';
import type { Norme, RegleCreation } from './types.ts';

/** Le degré qu’un établissement n’organise pas encore dans cette forme. */
export type DegreAOuvrir = Eloignement & {
  /** Première année du degré : 3 (2e degré) ou 5 (3e degré). */
  readonly annee: 3 | 5;
  readonly forme: 'P' | 'TQ' | 'AQ';
  readonly edition?: string | undefined;
};

export type OuvertureDu3eDegre = {
  /** Année scolaire où la norme du degré se vérifie en 5e. */
  readonly anneeScolaire: string;
  readonly norme: Norme;
};

/** Le tableau des ouvertures n’a pas de colonne « rural sans la condition de distance ». */
function colonne(cas: CasDeDistance): CasDeDistance {
  return cas === 'rural' ? 'generale' : cas;
}

/**
 * Norme de création d’un degré dans une forme, en plus de celle de l’option.
 * Source : arrêté royal n° 49 du 2 juillet 1982, art. 6 et 18 ; circulaire 9146, § 6 ;
 * circulaire 7282, VI.III.5.
 */
export function normeDOuverture(
  regles: readonly RegleCreation[],
  densites: readonly RegleDeDensite[],
  degre: DegreAOuvrir,
): Norme {
  const enVigueur = reglesDe(regles, degre.edition);
  const edition = enVigueur[0]?.edition ?? degre.edition ?? '';
  const { cas, motif } = casDeDistance(densites, degre);
  const regle = enVigueur.find(
    (r) =>
      r.objet === 'degre' &&
      r.annee === degre.annee &&
      couvre(r.forme, degre.forme) &&
      r.distance === colonne(cas),
  );
  if (!regle || regle.generale === null) {
    return {
      genre: 'non_prevu',
      motif: `le texte ne fixe pas de norme pour l’ouverture d’un degré en ${degre.annee}e ${degre.forme}`,
      reference: enVigueur[0]?.texte ?? '',
      edition,
      nature: enVigueur[0]?.nature ?? 'transcription',
    };
  }
  return {
    genre: 'valeur',
    valeur: regle.generale,
    regle: regle.regle,
    motif: cas === 'rural' ? 'commune rurale, pas assez éloignée : règle générale' : motif,
    reference: regle.reference,
    edition,
    nature: regle.nature,
  };
}

/**
 * Ce que devra réunir la 5e, l’année qui suit l’ouverture d’une 4e, quand l’établissement
 * n’organisait pas le 3e degré dans cette forme : la norme du degré, même pour une option ouverte
 * à la norme préférentielle. Source : circulaire 9146, § 6, remarque et exemple.
 *
 * @param ouverture4e année civile de l’ouverture de la 4e (2025 pour 2025-2026).
 */
export function ouvertureDu3eDegre(
  regles: readonly RegleCreation[],
  densites: readonly RegleDeDensite[],
  ouverture4e: number,
  degre: Omit<DegreAOuvrir, 'annee'>,
): OuvertureDu3eDegre {
  return {
    anneeScolaire: `${ouverture4e + 1}-${ouverture4e + 2}`,
    norme: normeDOuverture(regles, densites, { ...degre, annee: 5 }),
  };
}
