import type { TableCouverte } from '../../domain/connaissance.ts';
import { MASQUE } from '../../phrases/effectif.ts';
import { decimal, entier, part, rapport } from '../../phrases/nombres.ts';
import type { Nombre } from '../../phrases/phrase.ts';
import type { Parcours } from '../../query/zones/parcours.ts';
import { sommeDe } from './calculs.ts';

type Mesure = Exclude<keyof Parcours, 'annee_scolaire' | 'zone'>;

export interface IndicateurDeZone {
  readonly cle: string;
  /** Ce que compte le nombre qui le précède. */
  readonly titre: string;
  /** Son nom, quand aucun nombre ne le précède et que son titre ne se lit pas seul. */
  readonly nom?: string;
  /** Le titre de sa colonne, au tableau. */
  readonly colonne: string;
  readonly ecrire: (valeur: number) => string;
  readonly numerateur: Mesure;
  /** Les effectifs masqués que le numérateur ne compte pas. */
  readonly masques?: Mesure;
  /** Se lit dans la population du secondaire, que l’édition peut ne pas publier. */
  readonly population?: boolean;
  /** Un rapport se fait sur des sommes ; sans dénominateur, la moyenne est par zone. */
  readonly denominateur?: Mesure;
  /** Des élèves d’options : ils ne se comparent pas quand changent les années d’étude comptées. */
  readonly rupture?: boolean;
  /** Ce dont il se fait : les deux populations d’options, côte à côte. */
  readonly dont?: readonly IndicateurDeZone[];
}

const ecrits = { ecrire: entier, titre: '' } as const;

/** Les six mesures d’une zone. */
export const INDICATEURS_DE_ZONE: readonly IndicateurDeZone[] = [
  {
    cle: 'eleves',
    titre: 'élèves au secondaire ordinaire',
    colonne: 'Élèves',
    ecrire: entier,
    numerateur: 'eleves',
    masques: 'masques',
    population: true,
  },
  {
    cle: 'qualifiant',
    titre: 'des élèves sont en qualifiant, à partir de la 3e année',
    nom: 'part du qualifiant, à partir de la 3e année',
    colonne: 'Qualifiant (3e à 7e)',
    ecrire: part,
    numerateur: 'qualifiant',
    denominateur: 'eleves_3_7',
  },
  {
    cle: 'implantations',
    titre: 'implantations organisent une option',
    nom: 'implantations qui organisent une option',
    colonne: 'Implantations',
    ecrire: entier,
    numerateur: 'implantations',
  },
  {
    cle: 'options',
    titre: 'options organisées, y compris celles qui s’éteignent',
    colonne: 'Options',
    ecrire: entier,
    numerateur: 'options',
    dont: [
      {
        ...ecrits,
        cle: 'options.organisables',
        colonne: 'Options du répertoire organisables',
        numerateur: 'options_organisables',
      },
    ],
  },
  {
    cle: 'occurrences',
    titre: 'occurrences d’options, y compris celles qui s’éteignent',
    colonne: 'Occurrences',
    ecrire: entier,
    numerateur: 'occurrences',
    dont: [
      {
        ...ecrits,
        cle: 'occurrences.organisables',
        colonne: 'Occurrences d’options du répertoire organisables',
        numerateur: 'occurrences_organisables',
      },
    ],
  },
  {
    cle: 'taille',
    titre: 'élèves par occurrence, en moyenne',
    colonne: 'Élèves par occurrence',
    ecrire: decimal,
    numerateur: 'eleves_options',
    masques: 'masques_options',
    denominateur: 'occurrences',
    rupture: true,
    dont: [
      {
        ...ecrits,
        cle: 'eleves-options',
        colonne: 'Élèves de toutes les options organisées',
        numerateur: 'eleves_options',
        masques: 'masques_options',
      },
      {
        ...ecrits,
        cle: 'eleves-options.organisables',
        colonne: 'Élèves des options du répertoire organisables',
        numerateur: 'eleves_organisables',
        masques: 'masques_organisables',
      },
    ],
  },
];

/** La mesure se lit dans la population du secondaire ; les autres, dans l’offre. */
export const deLaPopulation = ({ numerateur }: IndicateurDeZone): boolean =>
  numerateur === 'eleves' || numerateur === 'qualifiant';

/** Ce qu’une mesure demande de connaître : des totaux y suffisent, sauf pour compter les écoles. */
export const demandeeDe = (indicateur: IndicateurDeZone): TableCouverte => {
  if (deLaPopulation(indicateur)) return 'population';
  return indicateur.numerateur === 'implantations' ? 'inscriptions' : 'totaux_zones';
};

/** La population de ces rangées est publiée, en tout ou en partie. */
export const estPubliee = (rangees: readonly Parcours[]): boolean =>
  rangees.some((r) => r.eleves > 0 || r.masques > 0);

/** La mesure d’une zone, ou de la moyenne des zones quand `rangees` en compte plusieurs. */
const mesurer = (
  { numerateur, denominateur, population }: IndicateurDeZone,
  rangees: readonly Parcours[],
): number | null =>
  population && !estPubliee(rangees)
    ? null
    : rapport(
        sommeDe(rangees, (r) => r[numerateur]),
        denominateur ? sommeDe(rangees, (r) => r[denominateur]) : rangees.length,
      );

/** Cette mesure, écrite ; `null` quand il n’y a rien à mesurer. */
export function nombreDe(
  cle: string,
  indicateur: IndicateurDeZone,
  rangees: readonly Parcours[],
): Nombre | null {
  const { ecrire, masques: mesure } = indicateur;
  const valeur = mesurer(indicateur, rangees);
  if (valeur === null) return null;
  const masques = mesure ? sommeDe(rangees, (r) => r[mesure]) : 0;
  if (masques === 0) return { cle, valeur, texte: ecrire(valeur) };
  return { cle, valeur, texte: valeur === 0 ? MASQUE : `au moins ${ecrire(valeur)}`, masques };
}
