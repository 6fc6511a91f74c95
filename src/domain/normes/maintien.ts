import { couvre } from './cellule.ts';
import {
  type CasDeDistance,
  casDeDistance,
  type Eloignement,
  type RegleDeDensite,
} from './distance.ts';
import { reglesDe } from './edition.ts';
import { objetDuRegime } from './objet.ts';
import { motifDuSilence } from './silence.ts';
import { type7eDe } from './type7e.ts';
import type { Groupement, ModeDeCreation, Norme, OptionNormee, RegleDatee } from './types.ts';

/** Une ligne de `normes_maintien.csv`. */
export type RegleMaintien = RegleDatee & {
  /** `option`, `degre`, `lien-cpu`… ; `ensemble` : toutes les options de 7e P réunies. */
  readonly objet: string;
  readonly genre: string;
  readonly degre: string | null;
  readonly annees: string | null;
  readonly forme: string | null;
  readonly type_7e: string | null;
  readonly mode: string | null;
  readonly groupement: string | null;
  readonly distance: string | null;
  readonly densite: string | null;
  readonly norme: number | null;
  /** Part de la norme exigée d’une option de 3e liée à une option CPU. */
  readonly part: number | null;
  /** Années d’études où compter, séparées par une espace ; vide : toutes. */
  readonly compte: string | null;
  readonly precision: string | null;
};

export type ContexteDeMaintien = {
  readonly mode: ModeDeCreation;
  readonly groupement: Groupement;
  readonly lieu: Eloignement;
  /** Option de 2e degré professionnel liée à une option CPU 4-5-6 (annexe de l’arrêté de 2018). */
  readonly lieeACpu?: boolean | undefined;
  readonly edition?: string | undefined;
};

/** Une norme, les années d’études où compter, et ce qui manque pour qu’elle soit sûre. */
export type NormeDeMaintien = Norme & {
  readonly compte: readonly number[];
  readonly portee: 'option' | 'ensemble';
  readonly reserves: readonly string[];
};

const LIEU_INCONNU = 'densité et distance non déclarées : règle générale';
const PRESSE = 'norme connue par la presse seule : le degré et l’année où compter ne le sont pas';

/** La norme générale est celle d’une commune ordinaire. */
const ORDINAIRE = 'N';

function annees(regle: RegleMaintien): readonly number[] {
  return regle.compte ? regle.compte.split(' ').map(Number) : [];
}

/** La règle vaut-elle dans cette colonne de distance et cette densité. */
export function selonLieu(regle: RegleMaintien, cas: CasDeDistance, lieu: Eloignement): boolean {
  if (regle.distance && regle.distance !== cas) return false;
  return !regle.densite || regle.densite === (lieu.densite ?? ORDINAIRE);
}

/** Ce qui rend une norme incertaine : lieu non déclaré, source de presse. */
export function reservesDe(regle: RegleMaintien, lieu: Eloignement): readonly string[] {
  const liste: string[] = [];
  if ((regle.distance || regle.densite) && lieu.densite === null) liste.push(LIEU_INCONNU);
  if (regle.nature !== 'transcription') liste.push(PRESSE);
  return liste;
}

function phrase(...parties: readonly (string | null)[]): string {
  return parties.filter(Boolean).join(' ; ');
}

/**
 * Norme de maintien d’une option : les élèves à compter au 15 janvier.
 *
 * @returns exactement une réponse, jamais d’erreur. `compte` dit les années d’études à additionner.
 * Source : circulaire 7282, VII.II ; arrêté du 29 août 2018, art. 6, § 5 ; décret du 26 mars 2009,
 * art. 24 ; décret du 22 juin 2023, d’après la presse.
 */
export function normeDeMaintien(
  regles: readonly RegleMaintien[],
  densites: readonly RegleDeDensite[],
  option: OptionNormee,
  contexte: ContexteDeMaintien,
): NormeDeMaintien {
  const enVigueur = reglesDe(regles, contexte.edition);
  const edition = enVigueur[0]?.edition ?? contexte.edition ?? '';
  const { mode, groupement, lieu } = contexte;
  const type7e = type7eDe(option);
  const { cas, motif } = casDeDistance(densites, lieu);
  const objet = objetDuRegime(option);
  const regle = enVigueur.find(
    (r) =>
      (r.objet === objet || (r.objet === 'ensemble' && objet === 'option')) &&
      couvre(r.annees, option.annees || null) &&
      couvre(r.forme, option.forme || null) &&
      couvre(r.type_7e, type7e) &&
      couvre(r.mode, mode) &&
      couvre(r.groupement, groupement) &&
      selonLieu(r, cas, lieu),
  );
  if (!regle || regle.norme === null) {
    return {
      genre: 'non_prevu',
      motif: regle?.precision ?? motifDuSilence('maintien', enVigueur, option, mode, groupement),
      reference: regle?.reference ?? enVigueur[0]?.texte ?? '',
      edition,
      nature: regle?.nature ?? enVigueur[0]?.nature ?? 'transcription',
      compte: [],
      portee: 'option',
      reserves: [],
    };
  }
  const norme = {
    genre: 'valeur' as const,
    valeur: regle.norme,
    regle: regle.regle,
    motif: phrase(regle.distance ? motif : null, regle.precision) || 'norme unique',
    reference: regle.reference,
    edition,
    nature: regle.nature,
    compte: annees(regle),
    portee: regle.objet === 'ensemble' ? ('ensemble' as const) : ('option' as const),
    reserves: reservesDe(regle, lieu),
  };
  const lien = contexte.lieeACpu && enVigueur.find((r) => r.objet === 'lien-cpu');
  if (!lien || lien.part === null || !couvre(lien.annees, option.annees || null)) return norme;
  return {
    ...norme,
    valeur: Math.ceil(regle.norme * lien.part),
    regle: lien.regle,
    motif: phrase(norme.motif, lien.precision),
    reference: lien.reference,
    compte: annees(lien),
  };
}
