import { couvre } from './cellule.ts';
import { reglesDe } from './edition.ts';
import { objetsDe, optionSelon } from './objet.ts';
import type { Justification, OptionNormee, RegleDatee } from './types.ts';

/** Une ligne de `perimetre.csv` : ce qui doit, ou ne peut pas, être programmé. */
export type ReglePerimetre = RegleDatee & {
  readonly sens: string;
  readonly objet: string;
  readonly annees: string | null;
  readonly precision: string;
};

export type Perimetre = Justification & {
  readonly genre: 'a_programmer' | 'non_programmable' | 'hors_perimetre';
};

const GENRES: Readonly<Record<string, Perimetre['genre']>> = {
  doit: 'a_programmer',
  ne_peut_pas: 'non_programmable',
};

/**
 * Une option peut-elle faire l’objet d’une demande, et sous quelle forme.
 * Source : circulaire 9146, § 5.1 à 5.3 ; circulaire 7282, VI.I et VI.II.
 */
export function perimetreDe(regles: readonly ReglePerimetre[], inscrite: OptionNormee): Perimetre {
  const enVigueur = reglesDe(regles);
  const option = optionSelon(inscrite, enVigueur[0]?.edition ?? '');
  const cherche = (objet: string) =>
    enVigueur.find((r) => r.objet === objet && couvre(r.annees, option.annees || null));
  const regle = objetsDe(option).flatMap((objet) => cherche(objet) ?? [])[0];
  return {
    genre: GENRES[regle?.sens ?? ''] ?? 'hors_perimetre',
    motif: regle?.precision ?? 'le texte ne cite pas ce cas parmi ce qui se programme',
    reference: regle?.reference ?? enVigueur[0]?.texte ?? '',
    edition: enVigueur[0]?.edition ?? '',
    nature: regle?.nature ?? enVigueur[0]?.nature ?? 'transcription',
  };
}

/** Les formations, hors options de base groupées, qui ne peuvent pas être programmées. */
export function formationsExclues(regles: readonly ReglePerimetre[]): readonly ReglePerimetre[] {
  return reglesDe(regles).filter((r) => r.objet === 'formation');
}
