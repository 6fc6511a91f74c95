import {
  type BesoinTrivalent,
  type CleBesoin,
  cleDuBesoin,
  NON_CONNU,
} from '../../domain/besoin.ts';
import type { Effectif } from '../../domain/effectif.ts';
import { sousAncienCode } from '../../phrases/anciens.ts';
import { noteDeMasquage } from '../../phrases/effectif.ts';
import { rapport } from '../../phrases/nombres.ts';
import type { Nombre } from '../../phrases/phrase.ts';
import { nbPart } from '../../phrases/phrase.ts';
import type { OptionDeZone } from '../../query/options-par-zone.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { OccurrenceDeZone } from '../../query/zones/occurrences.ts';
import type { Signe } from '../disposition.ts';

export const FWB = 'moyenne FWB';

/** D’où viennent les occurrences, et les codes qu’elles réunissent. */
export const TABLES_DE_L_OFFRE = ['occurrences', 'offre', 'options', 'lignees'];

export const sommeDe = <T>(rangees: readonly T[], de: (rangee: T) => number): number =>
  rangees.reduce((total, rangee) => total + de(rangee), 0);

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
export const noter = (effectif: Effectif, note = ''): { note?: string } => {
  const texte = [note, noteDeMasquage(effectif)].filter(Boolean).join(' ');
  return texte ? { note: texte } : {};
};

export interface SecteurNomme {
  readonly secteur: number;
  readonly nom: string;
  readonly libelle: string;
}

/** Les secteurs où le répertoire compte une option, dans l’ordre de leur numéro. */
export const secteursDe = ({ groupes, options }: DossierZones): SecteurNomme[] => {
  const utiles = new Set(options.map(({ secteur }) => secteur));
  const noms = new Map(groupes.map((g) => [g.secteur, g.secteur_intitule]));
  return [...noms]
    .filter(([secteur]) => utiles.has(secteur))
    .map(([secteur, nom]) => ({ secteur, nom, libelle: `${secteur} ${nom}` }));
};

export const optionsOrganisees = (options: readonly OptionDeZone[]): OptionDeZone[] =>
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
  ouvertes: readonly OccurrenceDeZone[],
): Map<string, OccurrenceDeZone[]> {
  const parCode = Map.groupBy(ouvertes, ({ code_obg }) => code_obg);
  const membres = Map.groupBy(lignees, ({ code_obg }) => code_obg);
  return new Map(
    optionsOrganisees(deZone(reunies, zone)).map(({ code_obg }) => {
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
export const organiseeAvant = ({ eleves_avant, masques_avant }: OccurrenceDeZone): boolean =>
  eleves_avant > 0 || masques_avant > 0;

/** Le signe d’une barre ; `null` : ni TC ni FC. */
export const signeDe = (option: BesoinTrivalent): Signe | null => {
  const cle = cleDuBesoin(option);
  return cle === 'aucun' || cle === NON_CONNU ? null : cle;
};

export const BESOIN_EN_MOTS: Record<CleBesoin, string> = {
  'tc-fc': 'TC-FC',
  tc: 'TC seule',
  fc: 'FC seule',
  aucun: 'ni TC ni FC',
  'non-connu': 'non connu',
};

export const besoinEnMots = (option: BesoinTrivalent): string =>
  BESOIN_EN_MOTS[cleDuBesoin(option)];

/** Les plus fréquentées d’abord ; à égalité, par code. */
export const parFrequentation = (a: OptionDeZone, b: OptionDeZone): number =>
  b.eleves - a.eleves || a.code_obg.localeCompare(b.code_obg);

export const nomDeZone = ({ zones }: DossierZones, zone: number): string =>
  zones.find((z) => z.zone === zone)?.nom ?? '';
