import type { LigneIndicateur } from './ligne.ts';

const PAR_OPTION = [
  ...(['code_obg', 'intitule', 'secteur', 'groupe', 'filiere', 'forme', 'annees'] as const),
  ...(['reserve', 'statut', 'sous_reserve', 'profils'] as const),
] as const;
const PAR_LIGNE = [
  ...(['zone', 'occurrences', 'occurrences_confessionnel', 'eleves'] as const),
  ...(['eleves_premiere_annee', 'occurrences_sous_norme'] as const),
  ...(['occurrences_norme_atteinte'] as const),
] as const;

type ParOption = Pick<LigneIndicateur, (typeof PAR_OPTION)[number]>;
type ParLigne = Pick<LigneIndicateur, (typeof PAR_LIGNE)[number]>;
type EnColonnes<T> = { readonly [K in keyof T]: readonly T[K][] };

/** Valeur, règle et motif d’une norme. */
type Norme = readonly [number | null, string | null, string | null];

/** Les lignes d’une année, par colonnes : ce qui se répète n’y est écrit qu’une fois. */
export interface IndexCompact {
  readonly options: EnColonnes<ParOption>;
  readonly normes: readonly Norme[];
  readonly lignes: EnColonnes<ParLigne> & {
    readonly option: readonly number[];
    /** TC compte 1, FC 2, TC-FC 4, FC quantitative 8, FC structurelle 16. */
    readonly besoin: readonly number[];
    readonly norme: readonly number[];
    readonly norme_alt: readonly number[];
    /** Les élèves des années d’avant, une colonne par année ; -1 : l’année n’y est pas. */
    readonly avant: readonly (readonly (number | null)[])[];
  };
}

const enColonnes = <T, K extends keyof T>(rangees: readonly T[], cles: readonly K[]) =>
  Object.fromEntries(cles.map((cle) => [cle, rangees.map((r) => r[cle])])) as unknown as EnColonnes<
    Pick<T, K>
  >;

const enRangee = <T>(colonnes: EnColonnes<T>, cles: readonly (keyof T)[], i: number): T =>
  Object.fromEntries(cles.map((cle) => [cle, colonnes[cle][i]])) as T;

/** Range des valeurs sans doublon ; rend la place de chacune. */
function dictionnaire<T>() {
  const places = new Map<string, number>();
  const valeurs: T[] = [];
  const placer = (cle: string, valeur: T): number => {
    const place = places.get(cle) ?? valeurs.push(valeur) - 1;
    places.set(cle, place);
    return place;
  };
  return { valeurs, placer };
}

const bits = (l: LigneIndicateur): number =>
  [l.tc, l.fc, l.tc_fc, l.fc_quantitative, l.fc_structurelle].reduce(
    (somme, vrai, i) => somme + (vrai ? 2 ** i : 0),
    0,
  );

const ABSENTE = -1;

/** Les années d’avant, de la plus proche à la plus lointaine. */
function avant(lignes: readonly LigneIndicateur[]): (number | null)[][] {
  const longueur = lignes.reduce((max, { serie }) => Math.max(max, serie.length), 1) - 1;
  return Array.from({ length: longueur }, (_, i) =>
    lignes.map(({ serie }) => {
      const eleves = serie.at(-2 - i);
      return eleves === undefined ? ABSENTE : eleves;
    }),
  );
}

/** Écrit des lignes sous forme compacte. */
export function encoderIndex(lignes: readonly LigneIndicateur[]): IndexCompact {
  const options = dictionnaire<LigneIndicateur>();
  const normes = dictionnaire<Norme>();
  const placerNorme = (norme: Norme): number => normes.placer(JSON.stringify(norme), norme);
  const option = lignes.map((l) => options.placer(l.code_obg, l));
  const norme = lignes.map((l) =>
    placerNorme([l.norme_creation, l.norme_creation_regle, l.norme_creation_motif]),
  );
  const norme_alt = lignes.map((l) =>
    placerNorme([l.norme_creation_alt, l.norme_creation_alt_regle, l.norme_creation_alt_motif]),
  );
  return {
    options: enColonnes(options.valeurs, PAR_OPTION),
    normes: normes.valeurs,
    lignes: {
      option,
      ...enColonnes(lignes, PAR_LIGNE),
      besoin: lignes.map(bits),
      norme,
      norme_alt,
      avant: avant(lignes),
    },
  };
}

/** Relit des lignes compactes, dans leur ordre : `decoderIndex(encoderIndex(l))` égale `l`. */
export function decoderIndex({ options, normes, lignes }: IndexCompact): LigneIndicateur[] {
  const parOption = options.code_obg.map((_, i) => enRangee<ParOption>(options, PAR_OPTION, i));
  const AUCUNE: Norme = [null, null, null];
  return lignes.option.map((option, i) => {
    const parLigne = enRangee<ParLigne>(lignes, PAR_LIGNE, i);
    const [valeur, regle, motif] = normes[lignes.norme[i] ?? -1] ?? AUCUNE;
    const [valeurAlt, regleAlt, motifAlt] = normes[lignes.norme_alt[i] ?? -1] ?? AUCUNE;
    const besoin = lignes.besoin[i] ?? 0;
    return {
      ...(parOption[option] as ParOption),
      ...parLigne,
      occurrences_non_confessionnel: parLigne.occurrences - parLigne.occurrences_confessionnel,
      tc: (besoin & 1) > 0,
      fc: (besoin & 2) > 0,
      tc_fc: (besoin & 4) > 0,
      fc_quantitative: (besoin & 8) > 0,
      fc_structurelle: (besoin & 16) > 0,
      serie: [
        ...lignes.avant
          .map((annee) => annee[i] ?? null)
          .filter((eleves) => eleves !== ABSENTE)
          .reverse(),
        parLigne.eleves,
      ],
      norme_creation: valeur,
      norme_creation_regle: regle,
      norme_creation_motif: motif,
      norme_creation_alt: valeurAlt,
      norme_creation_alt_regle: regleAlt,
      norme_creation_alt_motif: motifAlt,
    };
  });
}
