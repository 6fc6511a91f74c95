import {
  type AnneeComptee,
  AUCUN_ELEVE,
  anneesComparees,
  comparerAnnees,
  periodesDe,
  variation,
} from '../domain/tendance.ts';
import { enumerer } from './enumerer.ts';
import { accord, entier } from './nombres.ts';

export const SENS = {
  hausse: 'en hausse',
  baisse: 'en baisse',
  stable: 'stable',
  nouvelle: 'nouvelle',
  disparue: 'disparue',
} as const;

/** « 5e et 6e ». */
export const ordinaux = (annees: readonly (number | string)[]): string =>
  enumerer(annees.map((annee) => `${annee}e`));

/** « la 4e s’y ajoute », « la 4e n’y compte plus » : ce qui coupe une série. */
export function direCoupure(avant: string, apres: string): string {
  const [anciennes, nouvelles] = [avant.split('-'), apres.split('-')];
  const ajoutees = nouvelles.filter((annee) => !anciennes.includes(annee));
  const retirees = anciennes.filter((annee) => !nouvelles.includes(annee));
  const dit = (annees: readonly string[], une: string, plusieurs: string) =>
    annees.length === 0
      ? []
      : [
          `${annees.length > 1 ? 'les' : 'la'} ${ordinaux(annees)} ${accord(annees.length, une, plusieurs)}`,
        ];
  return [
    ...dit(ajoutees, 's’y ajoute', 's’y ajoutent'),
    ...dit(retirees, 'n’y compte plus', 'n’y comptent plus'),
  ].join(', ');
}

/** Chaque coupure d’une série : l’année scolaire qui l’ouvre, et ce qui change. */
export function coupuresDe(
  annees: string | null,
  comptees: readonly AnneeComptee[],
): readonly { readonly annee: string; readonly dit: string }[] {
  const periodes = periodesDe(annees, comptees);
  return comptees.flatMap(({ anneeScolaire }, i) => {
    const [avant, apres] = [periodes[i - 1], periodes[i]];
    if (avant === undefined || apres === undefined || avant === apres) return [];
    return [{ annee: anneeScolaire, dit: direCoupure(avant, apres) }];
  });
}

/** Les durées dont les années d’étude comptées ont changé, et comment on les nomme. */
const DUREES = [
  ['4-5-6', 'pour les options de trois ans (4-5-6)'],
  ['3', 'pour celles de 3e'],
] as const;

/** Ce que deviennent ces durées, là où aucune option n’en décide : une page en réunit plusieurs. */
export const rupturesDe = (duree: string, annees: readonly string[]) =>
  coupuresDe(
    duree,
    annees.map((anneeScolaire) => ({ anneeScolaire, parAnnee: AUCUN_ELEVE })),
  );

/** La période de chaque année : d’une à l’autre, les élèves de toutes les options ne se comparent pas. */
export function periodesComparables(annees: readonly string[]): readonly number[] {
  const coupures = DUREES.flatMap(([duree]) => rupturesDe(duree, annees).map(({ annee }) => annee));
  return annees.map((annee) => coupures.filter((coupure) => coupure <= annee).length);
}

/** Pourquoi des élèves d’options ne se comparent pas d’un bout à l’autre de ces années. */
export function noteDesRuptures(annees: readonly string[]): string {
  const dites = DUREES.flatMap(([duree, nom]) => {
    const ruptures = rupturesDe(duree, annees);
    return ruptures.map(({ annee, dit }) => `${nom}, ${dit} depuis ${annee}`);
  });
  if (dites.length === 0) return '';
  const [premiere = '', ...suite] = dites;
  return `${premiere.charAt(0).toUpperCase()}${[premiere.slice(1), ...suite].join(' ; ')} : d’un côté à l’autre, leurs élèves ne se comparent pas.`;
}

/**
 * « À années égales (5e et 6e), de 2019-2020 à 2023-2024 : stable, 143 → 144 élèves ; la 4e s’y
 * ajoute depuis 2023-2024. »
 * @param annees les années d’étude de l’option, telles que le répertoire les écrit
 */
export function constatTendance(
  annees: string | null,
  comptees: readonly AnneeComptee[],
): string | null {
  const [debut, fin] = [comptees[0], comptees.at(-1)];
  if (!debut || !fin || debut === fin) return null;
  const compare = comparerAnnees(annees, debut, fin);
  const coupures = coupuresDe(annees, comptees);
  const egales = ordinaux(anneesComparees(annees, debut, fin));
  const quand = `de ${debut.anneeScolaire} à ${fin.anneeScolaire}`;
  const sujet =
    coupures.length > 0 && egales ? `À années égales (${egales}), ${quand}` : `D${quand.slice(1)}`;
  if (compare.debut === null || compare.fin === null)
    return `${sujet} : des effectifs sont masqués, la tendance n’est pas connue.`;
  const sens = variation(compare.debut, compare.fin);
  if (!sens) return null;
  const suite = coupures.map(({ annee, dit }) => ` ; ${dit} depuis ${annee}`).join('');
  return (
    `${sujet} : ${SENS[sens]}, ${entier(compare.debut)}\u00a0→\u00a0${entier(compare.fin)} ` +
    `${accord(Math.max(compare.debut, compare.fin), 'élève')}${suite}.`
  );
}
