import { bornesDeNorme } from './maintien.ts';
import {
  lignesDe,
  type OptionSuivie,
  type Releve,
  releveDe,
  type TablesDeNormes,
} from './releve.ts';
import type { Transition } from './statuts.ts';
import {
  EN_CREATION,
  EN_ORDRE,
  type Etat,
  type Evenement,
  type Statut,
  suivant,
} from './statuts.ts';
import type { Mode } from './types.ts';

export type TablesDeMaintien = TablesDeNormes & { readonly transitions: readonly Transition[] };

export type StatutAnnuel = {
  readonly anneeScolaire: string;
  /**
   * `indetermine` : le texte ne fixe pas de norme ; `selon_lieu` : la densité ou la distance, qu’on ne
   * connaît pas, en décide ; `masque` : un effectif tu en décide.
   */
  readonly statut: Statut | 'indetermine' | 'selon_lieu' | 'masque';
  readonly eleves: number;
  readonly norme: number | null;
  /** `null` : pas de norme, ou un effectif tu en décide. */
  readonly sousNorme: boolean | null;
  readonly motif: string;
  readonly reference: string;
  readonly nature: string;
  /** Ce qui rend le statut approximatif ; jamais vide, les décisions n’étant pas publiques. */
  readonly reserves: readonly string[];
};

const DEBUT_DE_SERIE = 'première année connue : le statut antérieur est supposé en ordre';
const RESERVES = [
  'suspensions, dérogations et recréations déduites des seuls élèves',
  'compté par implantation, la circulaire compte par établissement',
];

/** Où en est l’option, et le rang de l’année où elle s’est ouverte (`null` : avant la série). */
type Suivi = { readonly etat: Etat; readonly debut: number | null; readonly mode: Mode };

function evenementDe(suivi: Suivi, releve: Releve, rang: number, atteinte: boolean): Evenement {
  if (!releve.organisee) return 'suspendue';
  if (suivi.etat.statut === 'fermee') return 'recreee';
  const age = suivi.debut === null ? Number.POSITIVE_INFINITY : rang - suivi.debut;
  if (suivi.etat.statut === 'creation' && age < releve.duree - 1) return 'non_controlee';
  return atteinte ? 'atteinte' : 'non_atteinte';
}

function constat(releve: Releve, norme: string, precision = ''): string {
  if (!releve.organisee) return 'non organisée dans la première année du degré';
  const { eleves } = releve;
  const { compte } = releve.norme;
  const ou = compte.length > 0 ? ` en ${compte.map((annee) => `${annee}e`).join('-')}` : '';
  return `${eleves} élève${eleves > 1 ? 's' : ''}${ou}, norme de maintien ${norme}${precision && ` ${precision}`}`;
}

/** La norme est-elle atteinte : les deux réponses quand un effectif tu, ou le lieu, peut en décider. */
function issuesDe({ eleves, auPlus }: Releve, [min, max]: readonly [number, number]) {
  if (eleves >= max) return [true];
  return auPlus < min ? [false] : [true, false];
}

const enMots = ([min, max]: readonly [number, number]): string =>
  min === max ? String(max) : `entre ${min} et ${max} selon le lieu`;

interface Suite {
  readonly possibles: readonly Suivi[];
  /** `null` : plusieurs restent possibles. */
  readonly statut: Statut | null;
  readonly motif: string | null;
}

/** Ce qui laisse plusieurs statuts possibles : un effectif tu cette année ou avant, sinon le lieu. */
const AMBIGU = {
  masque: 'le statut dépend d’un effectif masqué',
  selon_lieu: 'le statut dépend du lieu, qui n’est pas connu en entier',
} as const;

/** Où l’option peut en être après une année, d’où qu’elle vienne et quoi que taise un effectif. */
function suivre(
  transitions: readonly Transition[],
  depuis: readonly Suivi[],
  releve: Releve,
  rang: number,
  issues: readonly boolean[],
): Suite {
  const possibles = new Map<string, Suivi>();
  const motifs = new Set<string>();
  for (const avant of depuis) {
    for (const atteinte of issues) {
      const evenement = evenementDe(avant, releve, rang, atteinte);
      const { etat, motif } = suivant(transitions, avant.etat, evenement);
      const debut = evenement === 'recreee' ? rang : avant.debut;
      possibles.set(JSON.stringify([etat, debut]), { etat, debut, mode: releve.mode });
      motifs.add(motif);
    }
  }
  const statuts = new Set([...possibles.values()].map(({ etat }) => etat.statut));
  const [statut] = statuts.size === 1 ? statuts : [];
  const [motif] = motifs.size === 1 ? motifs : [];
  return {
    possibles: [...possibles.values()],
    statut: statut ?? null,
    motif: motif ?? null,
  };
}

/** Une option qu’on n’a pas vue l’année d’avant : rien n’y dit un M1 ni un M2. */
const SUPPOSEE_EN_ORDRE: readonly Suivi[] = [{ etat: EN_ORDRE, debut: null, mode: 'PE' }];

/** Ce qu’une option est avant sa première année observée ; rien n’en est su avant la série. */
const avantLaSerie = (rang: number, debutDeSerie: number): readonly Suivi[] =>
  rang === debutDeSerie ? SUPPOSEE_EN_ORDRE : [{ etat: EN_CREATION, debut: rang, mode: 'PE' }];

/**
 * Les statuts d’une option, année scolaire par année scolaire, déduits de ses élèves au 15 janvier.
 * Les élèves d’un ancien code s’ajoutent à ceux du nouveau avant l’appel : l’option transformée
 * s’examine en continuité (arrêté du 29 août 2018, art. 6, § 5, 1°). Un effectif tu n’entre ici que
 * par ses bornes : ce qui s’en déduit ne peut rien en dire d’autre.
 *
 * Une année dont l’offre n’est pas connue coupe la série : rien ne se déduit d’une rive à l’autre.
 *
 * @returns rien avant la première année organisée, ni après la fermeture, ni une année inconnue.
 * Source : circulaire 7282, VII.
 */
export function statutsDeLOption(
  tables: TablesDeMaintien,
  suivie: OptionSuivie,
): readonly StatutAnnuel[] {
  const statuts: StatutAnnuel[] = [];
  let suivis: readonly Suivi[] = [];
  let debutDeSerie = 0;
  let tu = false;
  for (const [rang, anneeScolaire] of suivie.annees.entries()) {
    if (suivie.inconnues?.has(anneeScolaire)) {
      const ouverte = suivis.some(({ etat }) => etat.statut !== 'fermee');
      suivis = ouverte ? SUPPOSEE_EN_ORDRE : [];
      debutDeSerie = rang + 1;
      continue;
    }
    const absente = lignesDe(suivie, anneeScolaire).length === 0;
    if (absente && suivis.every(({ etat }) => etat.statut === 'fermee')) continue;
    const depuis = suivis.length > 0 ? suivis : avantLaSerie(rang, debutDeSerie);
    const releve = releveDe(tables, suivie, anneeScolaire, depuis[0]?.mode ?? 'PE');
    const { norme, eleves, mode } = releve;
    const commun = {
      anneeScolaire,
      eleves,
      reference: norme.reference,
      nature: norme.nature,
      reserves: [
        ...(rang === debutDeSerie ? [DEBUT_DE_SERIE] : []),
        ...releve.reserves,
        ...RESERVES,
      ],
    };
    const bornes = bornesDeNorme(norme);
    const issues = bornes === null ? [] : issuesDe(releve, bornes);
    const suite = suivre(tables.transitions, depuis, releve, rang, issues);
    // Un effectif tu cette année ou avant ; sans lui, c’est le lieu qui laisse plusieurs issues.
    tu ||= releve.auPlus > eleves;
    const cause = tu ? 'masque' : 'selon_lieu';
    const ensemble = norme.portee === 'ensemble' && releve.organisee && issues.includes(false);
    if (bornes === null || ensemble) {
      if (absente) continue;
      const inchanges = depuis.map((avant) => ({ ...avant, mode }));
      suivis = issues.includes(true) ? [...inchanges, ...suite.possibles] : inchanges;
      const motif = bornes === null ? norme.motif : constat(releve, enMots(bornes), norme.motif);
      statuts.push({ ...commun, statut: 'indetermine', norme: null, sousNorme: null, motif });
      continue;
    }
    suivis = suite.possibles;
    statuts.push({
      ...commun,
      statut: suite.statut ?? cause,
      norme: norme.genre === 'valeur' ? norme.valeur : null,
      sousNorme: issues.length === 1 ? issues[0] === false : null,
      motif: `${constat(releve, enMots(bornes))} ; ${suite.motif ?? AMBIGU[cause]}`,
    });
  }
  return statuts;
}
