import { type TableCouverte, type Trivalent, toutConnu } from '../connaissance.ts';
import { normeDeCreation } from '../normes/creation.ts';
import { elevesManquants } from '../normes/effectif.ts';
import type { Norme } from '../normes/types.ts';
import type { Contexte } from './contexte.ts';
import type { Hypothese, OptionDuDossier } from './types.ts';

export interface MetierEnFc {
  readonly metier: string;
  /** `quantitative` ou `structurelle`. */
  readonly nature: string;
}

/** Ce qu’ont réuni les ouvertures de la même option, dans toutes les zones, à leur premier 15 janvier. */
export interface OuverturesComparables {
  readonly nombre: number;
  /** Celles dont l’effectif est masqué : elles ne sont pas dans `nombre`. */
  readonly masquees: number;
  readonly mediane: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Combien ont au moins la norme à atteindre ici ; `null` sans norme chiffrée. */
  readonly aLaNorme: number | null;
}

/** Le besoin socio-économique, et la norme qui en dépend. */
export interface FaitsBesoin {
  /** `null` : la liste n’est pas connue. */
  readonly tc: Trivalent;
  readonly fc: Trivalent;
  readonly metiersTc: readonly string[];
  readonly metiersFc: readonly MetierEnFc[];
  /** L’utilisateur l’a coché lui-même : les métiers ne sont pas connus. */
  readonly coche: boolean;
  readonly norme: Norme;
  readonly ouvertures: OuverturesComparables;
}

function mediane(tries: readonly number[]): number | null {
  const milieu = tries.length / 2;
  const bas = tries[Math.ceil(milieu) - 1];
  const haut = tries[Math.floor(milieu)];
  return bas === undefined || haut === undefined ? null : (bas + haut) / 2;
}

function comparables(contexte: Contexte, code: string, norme: Norme): OuverturesComparables {
  const ailleurs = (contexte.ouvertures.get(code) ?? []).filter(
    ({ site }) => site !== contexte.lieu.fase,
  );
  const tailles = ailleurs.flatMap(({ premiere }) => premiere ?? []).sort((a, b) => a - b);
  return {
    nombre: tailles.length,
    masquees: ailleurs.length - tailles.length,
    mediane: mediane(tailles),
    min: tailles[0] ?? null,
    max: tailles.at(-1) ?? null,
    aLaNorme:
      norme.genre === 'valeur' && norme.autreValeur === undefined
        ? tailles.filter((taille) => elevesManquants(norme, taille) === 0).length
        : null,
  };
}

/**
 * Ce que les listes disent de l’option ; les siennes, quand l’utilisateur les a données. Une liste
 * encore vide n’est pas une liste sans cette option : elle n’est pas connue.
 */
function besoinsDe({ lieu, donnees, besoins, naturesFc }: Contexte, option: OptionDuDossier) {
  if (lieu.besoins) {
    const { tc, fc } = lieu.besoins;
    const dans = (liste: readonly string[]): Trivalent =>
      liste.length === 0 ? null : liste.includes(option.code_obg);
    return { tc: dans(tc), fc: dans(fc), metiersTc: [], metiersFc: [], coche: true };
  }
  const lu = besoins.get(option.code_obg);
  const sinon = (table: TableCouverte): Trivalent =>
    toutConnu(donnees, [table], lieu.zone, donnees.anneeScolaire) ? false : null;
  return {
    tc: lu?.tc ?? sinon('thematiques_communes'),
    fc: lu?.fc ?? sinon('fonctions_critiques'),
    metiersTc: lu?.metiersTc ?? [],
    metiersFc: (lu?.metiersFc ?? []).map((metier) => ({
      metier,
      nature: naturesFc.get(metier) ?? '',
    })),
    coche: false,
  };
}

/** Le besoin et la norme de création d’une option, sous une hypothèse. */
export function besoin(
  contexte: Contexte,
  option: OptionDuDossier,
  { mode, groupement, avisCges }: Hypothese,
): FaitsBesoin {
  const besoins = besoinsDe(contexte, option);
  const { tc, fc } = besoins;
  const { creation } = contexte.donnees.regles;
  const norme = normeDeCreation(creation, option, { tc, fc, mode, groupement, avisCges });
  return { ...besoins, norme, ouvertures: comparables(contexte, option.code_obg, norme) };
}
