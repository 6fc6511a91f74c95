import { additionner, type Effectif, estOrganise } from '../effectif.ts';
import { plat } from '../recherche/texte.ts';
import type {
  Besoin,
  CentreTechnique,
  CommuneDeLaCarte,
  Degre,
  Implantation,
  Lieux,
  Maintien,
  Occurrence,
  Offre,
  OptionSituee,
  Organisation,
} from './types.ts';

/** Une table sans ses noms de colonnes répétés : à peine plus lourde que ses valeurs. */
export interface Paquet<T> {
  readonly colonnes: readonly (keyof T)[];
  readonly lignes: readonly (readonly unknown[])[];
}

/** Ce que la page de la carte télécharge d’abord. */
export interface PaquetLieux {
  readonly implantations: Paquet<Implantation>;
  readonly communes: Paquet<Omit<CommuneDeLaCarte, 'slug'>>;
  readonly centres: Paquet<CentreTechnique>;
  readonly options: Paquet<OptionSituee>;
}

/**
 * Par implantation, ses occurrences à la file : code, élèves PE, élèves ALT, traits, puis les
 * effectifs masqués en PE et en ALT.
 */
export type PaquetOffre = Readonly<Record<string, readonly number[]>>;

/** Une occurrence telle que la requête la donne. */
export interface LigneOffre {
  readonly fase: string;
  readonly code: string;
  readonly pe: number;
  readonly alt: number;
  readonly masquesPe: number;
  readonly masquesAlt: number;
  readonly tc: boolean;
  readonly fc: boolean;
  /** Sous sa norme de maintien ; `null` : pas de norme, ou non contrôlée. */
  readonly sousNorme: boolean | null;
  readonly d2: boolean;
  readonly d3: boolean;
}

const BESOINS: readonly Besoin[] = ['aucun', 'tc', 'fc', 'tc-fc'];
const MAINTIENS: readonly Maintien[] = ['non-controlee', 'norme-atteinte', 'sous-norme'];

/** Besoin, maintien et degrés d’une occurrence, sur les bits d’un seul nombre. */
const enTraits = ({ tc, fc, sousNorme, d2, d3 }: LigneOffre): number =>
  (tc ? 1 : 0) +
  (fc ? 2 : 0) +
  4 * (sousNorme === null ? 0 : sousNorme ? 2 : 1) +
  (d2 ? 16 : 0) +
  (d3 ? 32 : 0);

const deTraits = (traits: number) => ({
  besoin: BESOINS[traits & 3] ?? 'aucun',
  maintien: MAINTIENS[(traits >> 2) & 3] ?? 'non-controlee',
  degres: [...(traits & 16 ? ['D2'] : []), ...(traits & 32 ? ['D3'] : [])] as Degre[],
});

const PAR_OCCURRENCE = 6;

export function empaqueter<T extends object>(lignes: readonly T[]): Paquet<T> {
  const colonnes = Object.keys(lignes[0] ?? {}) as (keyof T)[];
  return { colonnes, lignes: lignes.map((ligne) => colonnes.map((colonne) => ligne[colonne])) };
}

export const deballer = <T>({ colonnes, lignes }: Paquet<T>): T[] =>
  lignes.map((ligne) => Object.fromEntries(colonnes.map((colonne, i) => [colonne, ligne[i]])) as T);

/** Le nom d’une commune dans une adresse : « grace-hollogne ». */
export const slugDe = (commune: string): string => plat(commune).replaceAll(' ', '-');

export const deballerLieux = (paquet: PaquetLieux): Lieux => ({
  implantations: deballer(paquet.implantations),
  communes: deballer(paquet.communes).map((c) => ({ ...c, slug: slugDe(c.commune) })),
  centres: deballer(paquet.centres),
  options: deballer(paquet.options),
});

export function empaqueterOffre(lignes: readonly LigneOffre[]): PaquetOffre {
  const offre: Record<string, number[]> = {};
  for (const ligne of lignes) {
    const { fase, code, pe, alt, masquesPe, masquesAlt } = ligne;
    const occurrences = offre[fase] ?? [];
    occurrences.push(Number(code), pe, alt, enTraits(ligne), masquesPe, masquesAlt);
    offre[fase] = occurrences;
  }
  return offre;
}

function organisationDe(option: OptionSituee, pe: Effectif, alt: Effectif): Organisation {
  if (option.art45) return 'art45';
  if (!estOrganise(alt)) return 'PE';
  return estOrganise(pe) ? 'PE-ALT' : 'ALT';
}

/** @throws RangeError si un code n’est pas au répertoire : les deux fichiers ne vont pas ensemble. */
export function deballerOffre(paquet: PaquetOffre, options: readonly OptionSituee[]): Offre {
  const parCode = new Map(options.map((option) => [Number(option.code), option]));
  const occurrencesDe = (valeurs: readonly number[]): Occurrence[] =>
    Array.from({ length: valeurs.length / PAR_OCCURRENCE }, (_, i) => {
      const lire = (place: number): number => valeurs[i * PAR_OCCURRENCE + place] ?? 0;
      const option = parCode.get(lire(0));
      if (!option) throw new RangeError(`Option hors du répertoire : ${lire(0)}.`);
      const pe = { eleves: lire(1), masques: lire(4) };
      const alt = { eleves: lire(2), masques: lire(5) };
      return {
        option,
        organisation: organisationDe(option, pe, alt),
        ...additionner([pe, alt]),
        ...deTraits(lire(3)),
      };
    });
  return new Map(Object.entries(paquet).map(([fase, valeurs]) => [fase, occurrencesDe(valeurs)]));
}
