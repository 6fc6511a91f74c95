import { reglesDe } from './edition.ts';
import type { RegleDatee } from './types.ts';

/** Une ligne de `encadrement.csv`. */
export type RegleEncadrement = RegleDatee & {
  readonly public: string;
  readonly objet: string;
  readonly population: string | null;
  /** Rang du premier et du dernier élève visés, bornes comprises ; sans dernier : tous les suivants. */
  readonly rang_min: number | null;
  readonly rang_max: number | null;
  readonly taux: number | null;
  readonly valeur: number | null;
  /** Chaque terme est arrondi sur sa première décimale. */
  readonly arrondi: boolean;
  readonly intitule: string;
};

/** Élèves au 15 janvier précédent, par population de la table : `obligation`, `categorie-3`… */
export type Populations = Readonly<Record<string, number>>;

export type Terme = {
  readonly intitule: string;
  readonly eleves: number;
  readonly taux: number;
  readonly periodes: number;
};

export type Calcul =
  | {
      readonly genre: 'valeur';
      readonly valeur: number;
      readonly termes: readonly Terme[];
      readonly motif: string;
      readonly reference: string;
      readonly edition: string;
    }
  | {
      readonly genre: 'non_prevu';
      readonly motif: string;
      readonly reference: string;
      readonly edition: string;
    };

type Public = 'ordinaire' | 'specialise';

/** Règles d’un objet dans une seule édition : deux éditions de l’encadrement ne se mêlent pas. */
export function reglesDEncadrement(
  regles: readonly RegleEncadrement[],
  edition: string,
  objet: string,
  pour: Public = 'ordinaire',
): readonly RegleEncadrement[] {
  return reglesDe(regles, edition).filter((r) => r.objet === objet && r.public === pour);
}

export function horsTexte(
  regles: readonly RegleEncadrement[],
  edition: string,
  quoi: string,
): Calcul {
  return {
    genre: 'non_prevu',
    motif: `cette édition ne règle pas ${quoi}`,
    reference: reglesDe(regles, edition)[0]?.texte ?? '',
    edition,
  };
}

/** Arrondi du texte : la troisième décimale tombe, la première décide (circulaire 7282, VIII.IV). */
export function arrondiDuTexte(centiemes: number): number {
  const entier = Math.floor(centiemes / 100);
  return Math.floor((centiemes % 100) / 10) >= 5 ? entier + 1 : entier;
}

function elevesVises(regle: RegleEncadrement, populations: Populations): number {
  const eleves = Math.max(0, Math.floor(populations[regle.population ?? ''] ?? 0));
  const premier = regle.rang_min ?? 1;
  return Math.max(0, Math.min(eleves, regle.rang_max ?? eleves) - premier + 1);
}

function terme(regle: RegleEncadrement, populations: Populations): Terme {
  const eleves = elevesVises(regle, populations);
  const taux = regle.taux ?? 0;
  const centiemes = Math.round(taux * 100) * eleves;
  const periodes = regle.arrondi ? arrondiDuTexte(centiemes) : centiemes / 100;
  return { intitule: regle.intitule, eleves, taux, periodes };
}

/** Somme de taux par élève : périodes-professeurs ou périodes d’accompagnement. */
export function sommeDeTaux(
  regles: readonly RegleEncadrement[],
  edition: string,
  objet: string,
  populations: Populations,
  pour: Public = 'ordinaire',
): Calcul {
  const visees = reglesDEncadrement(regles, edition, objet, pour);
  const premiere = visees[0];
  if (!premiere) return horsTexte(regles, edition, `ce calcul (${objet})`);
  const termes = visees.map((regle) => terme(regle, populations));
  const centiemes = termes.reduce((total, t) => total + Math.round(t.periodes * 100), 0);
  return {
    genre: 'valeur',
    valeur: centiemes / 100,
    termes,
    motif: termes
      .filter((t) => t.eleves > 0)
      .map((t) => `${t.eleves} × ${String(t.taux).replace('.', ',')}`)
      .join(' + '),
    reference: premiere.reference,
    edition,
  };
}

/**
 * Périodes-professeurs hebdomadaires d’un CEFA.
 * Source : circulaire 7282, VIII.IV (2019-20) ; décret du 3 juillet 1991, art. 14, § 2 (1991).
 */
export function periodesProfesseurs(
  regles: readonly RegleEncadrement[],
  edition: string,
  populations: Populations,
): Calcul {
  return sommeDeTaux(regles, edition, 'periodes', populations);
}
