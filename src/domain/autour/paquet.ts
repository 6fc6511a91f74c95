import { plat } from '../recherche/texte.ts';
import type {
  Besoin,
  CentreTechnique,
  CommuneDeLaCarte,
  Implantation,
  Lieux,
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

/** Par implantation, ses occurrences à la file : code, élèves PE, élèves ALT, besoin. */
export type PaquetOffre = Readonly<Record<string, readonly number[]>>;

/** Une occurrence telle que la requête la donne. */
export interface LigneOffre {
  readonly fase: string;
  readonly code: string;
  readonly pe: number;
  readonly alt: number;
  readonly tc: boolean;
  readonly fc: boolean;
}

const BESOINS: readonly Besoin[] = ['aucun', 'tc', 'fc', 'tc-fc'];
const PAR_OCCURRENCE = 4;

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
  for (const { fase, code, pe, alt, tc, fc } of lignes) {
    const occurrences = offre[fase] ?? [];
    occurrences.push(Number(code), pe, alt, (tc ? 1 : 0) + (fc ? 2 : 0));
    offre[fase] = occurrences;
  }
  return offre;
}

function organisationDe(option: OptionSituee, pe: number, alt: number): Organisation {
  if (option.art45) return 'art45';
  if (pe > 0 && alt > 0) return 'PE-ALT';
  return alt > 0 ? 'ALT' : 'PE';
}

/** @throws RangeError si un code n’est pas au répertoire : les deux fichiers ne vont pas ensemble. */
export function deballerOffre(paquet: PaquetOffre, options: readonly OptionSituee[]): Offre {
  const parCode = new Map(options.map((option) => [Number(option.code), option]));
  const lire = (valeurs: readonly number[]): Occurrence[] =>
    Array.from({ length: valeurs.length / PAR_OCCURRENCE }, (_, i) => {
      const [code = 0, pe = 0, alt = 0, besoin = 0] = valeurs.slice(i * PAR_OCCURRENCE);
      const option = parCode.get(code);
      if (!option) throw new RangeError(`Option hors du répertoire : ${code}.`);
      const organisation = organisationDe(option, pe, alt);
      const eleves = pe + alt;
      return { option, organisation, pe, alt, eleves, besoin: BESOINS[besoin] ?? 'aucun' };
    });
  return new Map(Object.entries(paquet).map(([fase, valeurs]) => [fase, lire(valeurs)]));
}
