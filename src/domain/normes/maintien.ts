import { couvre } from './cellule.ts';
import type { CasPossible, Eloignement, RegleDeDensite } from './distance.ts';
import { reglesDe } from './edition.ts';
import { objetDuRegime, optionSelon } from './objet.ts';
import { normeLue, possiblesEnMots, type SelonLeLieu, selonLeLieu } from './selon-lieu.ts';
import { motifDuSilence } from './silence.ts';
import { type7eDe } from './type7e.ts';
import type {
  Groupement,
  ModeDeCreation,
  NormeSelonLieu,
  OptionNormee,
  RegleDatee,
} from './types.ts';

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
export type NormeDeMaintien = NormeSelonLieu & {
  readonly compte: readonly number[];
  readonly portee: 'option' | 'ensemble';
  readonly reserves: readonly string[];
};

const LIEU_INCONNU = 'densité et distance non déclarées : règle générale';
const PRESSE = 'norme connue par la presse seule : le degré et l’année où compter ne le sont pas';

function annees(regle: RegleMaintien): readonly number[] {
  return regle.compte ? regle.compte.split(' ').map(Number) : [];
}

/** La règle vaut-elle dans cette colonne de distance et cette densité. */
export const vautIci = (r: RegleMaintien, { cas, regle }: CasPossible): boolean =>
  (!r.distance || r.distance === cas) && (!r.densite || r.densite === (regle?.densite ?? 'N'));

/** Ce qui rend une norme incertaine : un lieu que la table ne règle pas en entier, une source de presse. */
export const reservesDe = ({ regle, partielle }: SelonLeLieu<RegleMaintien>): readonly string[] => [
  ...(partielle && (regle.distance || regle.densite) ? [LIEU_INCONNU] : []),
  ...(regle.nature === 'transcription' ? [] : [PRESSE]),
];

function phrase(...parties: readonly (string | null)[]): string {
  return parties.filter(Boolean).join(' ; ');
}

/** La règle vise-t-elle l’option, organisée ainsi, où que ce soit. */
function vise(r: RegleMaintien, option: OptionNormee, contexte: ContexteDeMaintien): boolean {
  const objet = objetDuRegime(option);
  return (
    (r.objet === objet || (r.objet === 'ensemble' && objet === 'option')) &&
    couvre(r.annees, option.annees || null) &&
    couvre(r.forme, option.forme || null) &&
    couvre(r.type_7e, type7eDe(option)) &&
    couvre(r.mode, contexte.mode) &&
    couvre(r.groupement, contexte.groupement)
  );
}

/** Une part de chaque valeur, arrondie vers le haut ; deux valeurs qui se rejoignent n’en font qu’une. */
function reduire<R>(lue: SelonLeLieu<R>, part: number): SelonLeLieu<R> {
  const parts = lue.possibles.map((p) => ({ ...p, valeur: Math.ceil(p.valeur * part) }));
  const possibles = parts.filter(({ valeur }, i) => valeur !== parts[i + 1]?.valeur);
  return { ...lue, possibles };
}

/** Entre quoi une norme est comprise, quoi qu’on ignore du lieu ; `null` : le texte n’en fixe pas. */
export function bornesDeNorme(norme: NormeDeMaintien): readonly [min: number, max: number] | null {
  if (norme.genre === 'valeur') return [norme.valeur, norme.valeur];
  if (norme.genre !== 'selon') return null;
  const valeurs = norme.possibles.map(({ valeur }) => valeur);
  return [Math.min(...valeurs), Math.max(...valeurs)];
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
  inscrite: OptionNormee,
  contexte: ContexteDeMaintien,
): NormeDeMaintien {
  const enVigueur = reglesDe(regles, contexte.edition);
  const edition = enVigueur[0]?.edition ?? contexte.edition ?? '';
  const option = optionSelon(inscrite, edition);
  const { mode, groupement, lieu } = contexte;
  const siennes = enVigueur.filter((r) => vise(r, option, contexte));
  const lue = selonLeLieu(
    densites,
    lieu,
    (cas) => siennes.find((r) => vautIci(r, cas)),
    (r) => r.norme,
  );
  if (!lue) {
    const [regle] = siennes;
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
  const { regle } = lue;
  const parDensite = regle.densite !== null && lue.possibles.length > 1;
  const precision = parDensite ? null : regle.precision;
  const motif =
    phrase(regle.distance || parDensite ? lue.motif : null, precision) || 'norme unique';
  const portee = regle.objet === 'ensemble' ? ('ensemble' as const) : ('option' as const);
  const reserves = reservesDe(lue);
  const lien = contexte.lieeACpu && enVigueur.find((r) => r.objet === 'lien-cpu');
  if (!lien || lien.part === null || !couvre(lien.annees, option.annees || null)) {
    return { ...normeLue(lue, regle, motif), compte: annees(regle), portee, reserves };
  }
  const reduite = reduire(lue, lien.part);
  const dite = phrase(possiblesEnMots(reduite.possibles) || motif, lien.precision);
  return {
    ...normeLue(reduite, { ...lien, nature: regle.nature }, dite),
    compte: annees(lien),
    portee,
    reserves,
  };
}
