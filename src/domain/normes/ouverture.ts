import { anneeScolaireDe } from '../annees.ts';
import { couvre } from './cellule.ts';
import type { CasDeDistance, Eloignement, RegleDeDensite } from './distance.ts';
import { reglesDe } from './edition.ts';
import { normeLue, selonLeLieu } from './selon-lieu.ts';
import type { Mode, NormeSelonLieu, RegleCreation } from './types.ts';

/** Le degré qu’un établissement n’organise pas encore dans cette forme. */
export type DegreAOuvrir = Eloignement & {
  /** Première année du degré : 3 (2e degré) ou 5 (3e degré). */
  readonly annee: 3 | 5;
  readonly forme: 'P' | 'TQ' | 'AQ';
  /** Absent : plein exercice, avec ou sans alternance. */
  readonly mode?: Mode | undefined;
  readonly edition?: string | undefined;
};

export type OuvertureDu3eDegre = {
  /** Année scolaire où la norme du degré se vérifie en 5e. */
  readonly anneeScolaire: string;
  readonly norme: NormeSelonLieu;
};

/** Le tableau des ouvertures n’a pas de colonne « rural sans la condition de distance ». */
function colonne(cas: CasDeDistance): CasDeDistance {
  return cas === 'rural' ? 'generale' : cas;
}

/** Le tableau des degrés ne nomme pas de mode ; en 2019, une option ne s’organisait en alternance
 * que là où son degré l’était en plein exercice (circulaire 7282, VII.II). */
const enAlternanceSeule = (norme: string): string =>
  `le texte ne dit pas si la norme du degré vaut en alternance seule ; si elle vaut : ${norme} ; ` +
  'en 2019, le degré devait alors être organisé en plein exercice (circulaire 7282, VII.II)';

/**
 * Norme de création d’un degré dans une forme, en plus de celle de l’option et avant elle.
 * Source : arrêté royal n° 49 du 2 juillet 1982, art. 6 et 18 ; circulaire 9146, § 6 ;
 * circulaire 7282, VI.III.2.B et VI.III.5.
 */
export function normeDOuverture(
  regles: readonly RegleCreation[],
  densites: readonly RegleDeDensite[],
  degre: DegreAOuvrir,
): NormeSelonLieu {
  const enVigueur = reglesDe(regles, degre.edition);
  const edition = enVigueur[0]?.edition ?? degre.edition ?? '';
  const siennes = enVigueur.filter(
    (r) => r.objet === 'degre' && r.annee === degre.annee && couvre(r.forme, degre.forme),
  );
  const lue = selonLeLieu(
    densites,
    degre,
    ({ cas }) => siennes.find((r) => r.distance === colonne(cas)),
    (r) => r.generale,
  );
  const muet = (motif: string, reference: string): NormeSelonLieu => ({
    genre: 'non_prevu',
    motif,
    reference,
    edition,
    nature: enVigueur[0]?.nature ?? 'transcription',
  });
  if (!lue) {
    const quoi = `l’ouverture d’un degré en ${degre.annee}e ${degre.forme}`;
    return muet(`le texte ne fixe pas de norme pour ${quoi}`, enVigueur[0]?.texte ?? '');
  }
  if (degre.mode === 'ALT') {
    const seule = lue.possibles.length > 1 ? lue.motif : String(lue.possibles[0]?.valeur);
    return muet(enAlternanceSeule(seule), lue.regle.reference);
  }
  return normeLue(lue, lue.regle, lue.motif);
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
    anneeScolaire: anneeScolaireDe(ouverture4e + 1),
    norme: normeDOuverture(regles, densites, { ...degre, annee: 5 }),
  };
}
