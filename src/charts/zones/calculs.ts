import { sousAncienCode } from '../../phrases/anciens.ts';
import { noteDeMasquage } from '../../phrases/effectif.ts';
import { rapport } from '../../phrases/nombres.ts';
import type { Nombre } from '../../phrases/phrase.ts';
import { nbPart } from '../../phrases/phrase.ts';
import type { OptionDeZone } from '../../query/options-par-zone.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { Occurrence } from '../../query/zones/occurrences.ts';
import type { Signe } from '../disposition.ts';

export const FWB = 'moyenne FWB';

/** D’où viennent les occurrences, et les codes qu’elles réunissent. */
export const OFFRE = ['occurrences', 'offre', 'options', 'lignees'];

export const somme = <T>(rangees: readonly T[], de: (rangee: T) => number): number =>
  rangees.reduce((total, rangee) => total + de(rangee), 0);

/** Regroupe dans l’ordre où les clés paraissent. */
export const grouper = <T, K>(rangees: readonly T[], cle: (rangee: T) => K): Map<K, T[]> => {
  const groupes = new Map<K, T[]>();
  for (const rangee of rangees) {
    const groupe = groupes.get(cle(rangee));
    if (groupe) groupe.push(rangee);
    else groupes.set(cle(rangee), [rangee]);
  }
  return groupes;
};

export const deZone = <T extends { readonly zone: number }>(
  rangees: readonly T[],
  zone: number,
): T[] => rangees.filter((rangee) => rangee.zone === zone);

/** La part de `numerateur` ; rien quand le dénominateur est nul. */
export const partDe = (cle: string, numerateur: number, denominateur: number): Nombre | null => {
  const valeur = rapport(numerateur, denominateur);
  return valeur === null ? null : nbPart(cle, valeur);
};

/** La note d’une figure, avec ce qui y est masqué ; rien quand il n’y a rien à dire. */
export const noter = (masques: number, note = ''): { note?: string } => {
  const texte = [note, noteDeMasquage(masques)].filter(Boolean).join(' ');
  return texte ? { note: texte } : {};
};

export interface Secteur {
  readonly secteur: number;
  readonly nom: string;
  readonly libelle: string;
}

/** Les secteurs où le répertoire compte une option, dans l’ordre de leur numéro. */
export const secteursDe = ({ groupes, options }: DossierZones): Secteur[] => {
  const utiles = new Set(options.map(({ secteur }) => secteur));
  const noms = new Map(groupes.map((g) => [g.secteur, g.secteur_intitule]));
  return [...noms]
    .filter(([secteur]) => utiles.has(secteur))
    .map(([secteur, nom]) => ({ secteur, nom, libelle: `${secteur} ${nom}` }));
};

export const organisees = (options: readonly OptionDeZone[]): OptionDeZone[] =>
  options.filter(({ occurrences }) => occurrences > 0);

export const organisables = (options: readonly OptionDeZone[]): OptionDeZone[] =>
  options.filter(({ organisable }) => organisable);

/**
 * Les occurrences de chaque option organisée d’une zone, anciens codes compris : une implantation
 * n’y est qu’une fois.
 */
export function occurrencesParOption(
  { reunies, lignees }: DossierZones,
  zone: number,
  ouvertes: readonly Occurrence[],
): Map<string, Occurrence[]> {
  const parCode = grouper(ouvertes, ({ code_obg }) => code_obg);
  const membres = grouper(lignees, ({ code_obg }) => code_obg);
  return new Map(
    organisees(deZone(reunies, zone)).map(({ code_obg }) => {
      const siennes = (membres.get(code_obg) ?? []).flatMap((l) => parCode.get(l.membre) ?? []);
      return [code_obg, [...new Map(siennes.map((o) => [o.fase_implantation, o])).values()]];
    }),
  );
}

/** L’intitulé d’une option, et sous quel ancien code elle est organisée ici. */
export const nomDOption = (o: OptionDeZone): string => {
  const anciens = sousAncienCode(o);
  return anciens ? `${o.intitule} (${anciens})` : o.intitule;
};

/** L’occurrence existait l’année précédente. */
export const organiseeAvant = ({ eleves_avant, masques_avant }: Occurrence): boolean =>
  eleves_avant > 0 || masques_avant > 0;

export const besoinDe = ({ tc, fc }: { tc: boolean; fc: boolean }): Signe | null => {
  if (tc && fc) return 'tc-fc';
  if (tc) return 'tc';
  return fc ? 'fc' : null;
};

export const BESOIN_EN_MOTS: Record<Signe | 'aucun', string> = {
  'tc-fc': 'TC-FC',
  tc: 'TC seule',
  fc: 'FC seule',
  aucun: 'ni TC ni FC',
};

export const besoinEnMots = (option: { tc: boolean; fc: boolean }): string =>
  BESOIN_EN_MOTS[besoinDe(option) ?? 'aucun'];

/** Les plus fréquentées d’abord ; à égalité, par code. */
export const parFrequentation = (a: OptionDeZone, b: OptionDeZone): number =>
  b.eleves - a.eleves || a.code_obg.localeCompare(b.code_obg);

export const nomDeZone = ({ zones }: DossierZones, zone: number): string =>
  zones.find((z) => z.zone === zone)?.nom ?? '';
