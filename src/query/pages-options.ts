import { codesEnTete } from '../domain/succession.ts';
import {
  type AnneeDOption,
  HISTOIRE_DES_OPTIONS,
  type MetierDOption,
  metiersDesOptions,
  NORMES_DES_OPTIONS,
  type NormeDOption,
  type SiteDOption,
  sitesDesOptions,
} from './fiche-option.ts';
import { FICHES_OPTIONS, type FicheOption, SUCCESSIONS, type SuccessionNommee } from './fiches.ts';
import { LIGNEES, type MembreDeLignee } from './lignees.ts';
import type { Moteur } from './moteur.ts';
import { type OptionDeZone, optionsParZone } from './options-par-zone.ts';

/** Les élèves d’un code de la lignée, et les années d’étude qu’il organise. */
export interface CodeDeLignee {
  readonly code: string;
  readonly histoire: readonly AnneeDOption[];
  readonly duree: string | null;
}

/** Ce que montre la page d’une option. */
export interface PageDOption {
  readonly fiche: FicheOption;
  /** Le code sous lequel sa lignée fait une série. */
  readonly tete: string;
  readonly duree: string | null;
  readonly anciennes: readonly SuccessionNommee[];
  readonly nouvelles: readonly SuccessionNommee[];
  readonly passages: readonly SuccessionNommee[];
  readonly sienne: readonly AnneeDOption[];
  readonly lignee: readonly AnneeDOption[];
  readonly codes: readonly CodeDeLignee[];
  readonly parZone: readonly OptionDeZone[];
  readonly normes: readonly NormeDOption[];
  readonly metiers: readonly MetierDOption[];
  readonly sites: readonly SiteDOption[];
  /** Sous son seul code ; `null` quand elle n’en remplace aucun. */
  readonly seule: {
    readonly remplaces: readonly string[];
    readonly parZone: readonly OptionDeZone[];
    readonly sites: readonly SiteDOption[];
  } | null;
}

const parCode = <T extends { code: string }>(lignes: readonly T[]) => {
  const groupes = Map.groupBy(lignes, ({ code }) => code);
  return (code: string): readonly T[] => groupes.get(code) ?? [];
};

const parCodeObg = <T extends { code_obg: string }>(lignes: readonly T[]) => {
  const groupes = Map.groupBy(lignes, ({ code_obg }) => code_obg);
  return (code: string): readonly T[] => groupes.get(code) ?? [];
};

/** Les lectures dont les pages des options se composent, chacune faite une fois. */
async function lireTout(moteur: Moteur, annee: string) {
  const zonesDe = async (sous: 'avec-les-anciens' | 'sous-son-code') =>
    parCodeObg(await moteur.lire<OptionDeZone>(optionsParZone(annee, null, sous)));
  const fiches = await moteur.lire<FicheOption>(FICHES_OPTIONS);
  const lignees = await moteur.lire<MembreDeLignee>(LIGNEES);
  return {
    fiches,
    durees: new Map(fiches.map(({ code_obg, annees }) => [code_obg, annees])),
    successions: await moteur.lire<SuccessionNommee>(SUCCESSIONS),
    enTete: codesEnTete(lignees),
    membresDe: parCodeObg(lignees),
    histoireDe: parCode(await moteur.lire<AnneeDOption>(HISTOIRE_DES_OPTIONS)),
    zonesDe: await zonesDe('avec-les-anciens'),
    seulesDe: await zonesDe('sous-son-code'),
    normesDe: parCode(await moteur.lire<NormeDOption>(NORMES_DES_OPTIONS)),
    metiersDe: parCode(await moteur.lire<MetierDOption>(metiersDesOptions(annee))),
    sitesDe: parCode(await moteur.lire<SiteDOption>(sitesDesOptions(annee))),
    seulsSitesDe: parCode(await moteur.lire<SiteDOption>(sitesDesOptions(annee, 'sous-son-code'))),
  };
}

type Lues = Awaited<ReturnType<typeof lireTout>>;

function codesDe(serie: readonly AnneeDOption[], tete: string, durees: Lues['durees']) {
  const parMembre = Map.groupBy(
    serie.filter(({ membre }) => membre !== null),
    ({ membre }) => membre ?? '',
  );
  return [...parMembre]
    .sort(([a], [b]) => Number(a === tete) - Number(b === tete) || a.localeCompare(b))
    .map(([code, histoire]) => ({ code, histoire, duree: durees.get(code) ?? null }));
}

function composer(lues: Lues, fiche: FicheOption): PageDOption {
  const { durees, successions, membresDe, histoireDe } = lues;
  const code = fiche.code_obg;
  // Deux codes qui en remplacent un ne font pas une série : l’ancien garde la sienne.
  const tetes = lues.enTete.get(code) ?? [];
  const tete = tetes.length === 1 ? (tetes[0] ?? code) : code;
  const serie = histoireDe(tete);
  const reunis = new Set(membresDe(tete).map(({ membre }) => membre));
  const remplaces = membresDe(code).flatMap(({ membre }) => (membre === code ? [] : membre));
  return {
    fiche,
    tete,
    duree: durees.get(tete) ?? null,
    anciennes: successions.filter(({ nouveau }) => nouveau === code),
    nouvelles: successions.filter(({ ancien }) => ancien === code),
    passages: successions.filter((s) => reunis.has(s.ancien) && reunis.has(s.nouveau)),
    sienne: histoireDe(code),
    lignee: serie.filter(({ membre }) => membre === null),
    codes: codesDe(serie, tete, durees),
    parZone: lues.zonesDe(code),
    normes: lues.normesDe(code),
    metiers: lues.metiersDe(code),
    sites: lues.sitesDe(code),
    seule:
      membresDe(code).length > 1
        ? { remplaces, parZone: lues.seulesDe(code), sites: lues.seulsSitesDe(code) }
        : null,
  };
}

/** Les pages des options du répertoire. */
export async function pagesDesOptions(moteur: Moteur, annee: string): Promise<PageDOption[]> {
  const lues = await lireTout(moteur, annee);
  return lues.fiches.map((fiche) => composer(lues, fiche));
}
