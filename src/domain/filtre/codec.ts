import { type Colonnes, enColonnes, enRangees } from '../colonnes.ts';
import type { LigneIndicateur } from './ligne.ts';

const PAR_OPTION = [
  ...(['code_obg', 'intitule', 'secteur', 'groupe', 'filiere', 'forme', 'annees'] as const),
  ...(['reserve', 'statut', 'sous_reserve', 'profils', 'anciens', 'nouveaux'] as const),
] as const;
const COMPTES = [
  ...(['occurrences', 'occurrences_confessionnel', 'occurrences_non_confessionnel'] as const),
  ...(['occurrences_sous_norme', 'occurrences_norme_atteinte', 'occurrences_ancien_code'] as const),
  ...(['eleves', 'eleves_premiere_annee', 'serie', 'rupture'] as const),
  ...(['tendance_annees', 'tendance_debut', 'tendance_fin'] as const),
] as const;
const PAR_LIGNE = [
  ...(['zone', 'tc', 'fc', 'tc_fc', 'fc_quantitative', 'fc_structurelle', 'parts'] as const),
  ...COMPTES,
] as const;

/** Les colonnes des comptes d’une lignée. */
export const DE_LIGNEE = ['zone', 'code_obg', ...COMPTES] as const;

interface Norme {
  readonly valeur: number | null;
  readonly regle: string | null;
  readonly motif: string | null;
}

type ParOption = Pick<LigneIndicateur, (typeof PAR_OPTION)[number]>;
type ParLigne = Pick<LigneIndicateur, (typeof PAR_LIGNE)[number]> & {
  /** Des places dans `options` et dans `normes`. */
  readonly option: number;
  readonly norme: number;
  readonly norme_alt: number;
};

/** Les lignes d’une année, par colonnes ; les options et les normes n’y sont écrites qu’une fois. */
export interface LignesEcrites {
  readonly options: Colonnes<ParOption>;
  readonly normes: Colonnes<Norme>;
  readonly lignes: Colonnes<ParLigne>;
}

/** Range des valeurs sans doublon ; rend la place de chacune. */
function repertoire<T>() {
  const places = new Map<string, number>();
  const valeurs: T[] = [];
  const placer = (cle: string, valeur: T): number => {
    const place = places.get(cle) ?? valeurs.push(valeur) - 1;
    places.set(cle, place);
    return place;
  };
  return { valeurs, placer };
}

/** Écrit des lignes par colonnes. */
export function encoderLignes(lignes: readonly LigneIndicateur[]): LignesEcrites {
  const options = repertoire<ParOption>();
  const normes = repertoire<Norme>();
  const placer = (valeur: number | null, regle: string | null, motif: string | null): number =>
    normes.placer(JSON.stringify([valeur, regle, motif]), { valeur, regle, motif });
  const ecrites = lignes.map((l) => ({
    ...l,
    option: options.placer(l.code_obg, l),
    norme: placer(l.norme_creation, l.norme_creation_regle, l.norme_creation_motif),
    norme_alt: placer(l.norme_creation_alt, l.norme_creation_alt_regle, l.norme_creation_alt_motif),
  }));
  return {
    options: enColonnes(options.valeurs, PAR_OPTION),
    normes: enColonnes(normes.valeurs, ['valeur', 'regle', 'motif']),
    lignes: enColonnes(ecrites, [...PAR_LIGNE, 'option', 'norme', 'norme_alt']),
  };
}

/** Relit des lignes, dans leur ordre : `decoderLignes(encoderLignes(l))` égale `l`. */
export function decoderLignes({ options, normes, lignes }: LignesEcrites): LigneIndicateur[] {
  const parOption = enRangees(options);
  const parNorme = enRangees(normes);
  return enRangees(lignes).map(({ option, norme, norme_alt, ...ligne }) => {
    const pe = parNorme[norme] as Norme;
    const alt = parNorme[norme_alt] as Norme;
    return {
      ...(parOption[option] as ParOption),
      ...ligne,
      norme_creation: pe.valeur,
      norme_creation_regle: pe.regle,
      norme_creation_motif: pe.motif,
      norme_creation_alt: alt.valeur,
      norme_creation_alt_regle: alt.regle,
      norme_creation_alt_motif: alt.motif,
    };
  });
}
