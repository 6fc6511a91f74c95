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
  /** `indetermine` : le texte ne fixe pas de norme dans ce cas. */
  readonly statut: Statut | 'indetermine';
  readonly eleves: number;
  readonly norme: number | null;
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

function constat(releve: Releve, norme: number, precision = ''): string {
  if (!releve.organisee) return 'non organisée dans la première année du degré';
  const { eleves } = releve;
  const { compte } = releve.norme;
  const ou = compte.length > 0 ? ` en ${compte.map((annee) => `${annee}e`).join('-')}` : '';
  return `${eleves} élève${eleves > 1 ? 's' : ''}${ou}, norme de maintien ${norme}${precision && ` ${precision}`}`;
}

/**
 * Les statuts d’une option, année scolaire par année scolaire, déduits de ses élèves au 15 janvier.
 * Les élèves d’un ancien code s’ajoutent à ceux du nouveau avant l’appel : l’option transformée
 * s’examine en continuité (arrêté du 29 août 2018, art. 6, § 5, 1°).
 *
 * @returns rien avant la première année organisée ni après la fermeture.
 * Source : circulaire 7282, VII.
 */
export function statutsDeLOption(
  tables: TablesDeMaintien,
  suivie: OptionSuivie,
): readonly StatutAnnuel[] {
  const statuts: StatutAnnuel[] = [];
  let suivi: Suivi | null = null;
  for (const [rang, anneeScolaire] of suivie.annees.entries()) {
    const absente = lignesDe(suivie, anneeScolaire).length === 0;
    const avant: Suivi | null = suivi;
    if (absente && (avant === null || avant.etat.statut === 'fermee')) continue;
    const depuis: Suivi = avant ?? {
      etat: rang === 0 ? EN_ORDRE : EN_CREATION,
      debut: rang === 0 ? null : rang,
      mode: 'PE',
    };
    const releve = releveDe(tables, suivie, anneeScolaire, depuis.mode);
    const { norme, eleves, mode } = releve;
    const commun = {
      anneeScolaire,
      eleves,
      reference: norme.reference,
      nature: norme.nature,
      reserves: [...(rang === 0 ? [DEBUT_DE_SERIE] : []), ...releve.reserves, ...RESERVES],
    };
    const ensemble = norme.portee === 'ensemble' && norme.genre === 'valeur';
    if (norme.genre !== 'valeur' || (ensemble && releve.organisee && eleves < norme.valeur)) {
      if (absente) continue;
      suivi = { ...depuis, mode };
      const motif = ensemble ? constat(releve, norme.valeur, norme.motif) : norme.motif;
      statuts.push({ ...commun, statut: 'indetermine', norme: null, motif });
      continue;
    }
    const evenement = evenementDe(depuis, releve, rang, eleves >= norme.valeur);
    const { etat, motif } = suivant(tables.transitions, depuis.etat, evenement);
    suivi = { etat, debut: evenement === 'recreee' ? rang : depuis.debut, mode };
    statuts.push({
      ...commun,
      statut: etat.statut,
      norme: norme.valeur,
      motif: `${constat(releve, norme.valeur)} ; ${motif}`,
    });
  }
  return statuts;
}
