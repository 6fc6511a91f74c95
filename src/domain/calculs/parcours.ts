import {
  type Etat,
  type Evenement,
  type Possibilite,
  possibilites,
  type Statut,
  suivant,
  type Transition,
} from '../normes/statuts.ts';
import { type Avis, ecrire, LecteurDAdresse } from './etat.ts';

export const DEPARTS = ['atteinte', 'M1', 'M2', 'S1', 'S2', 'derogation', 'creation'] as const;
export const EVENEMENTS = [
  'atteinte',
  'non_atteinte',
  'suspendue',
  'recreee',
  'fermee',
] as const satisfies readonly Evenement[];

/** Autant d’années que l’on peut ajouter. */
export const ANNEES_MAX = 6;

export interface EtatParcours {
  readonly depart: (typeof DEPARTS)[number];
  readonly suite: readonly (typeof EVENEMENTS)[number][];
}

export const PARCOURS_VIDE: EtatParcours = { depart: 'atteinte', suite: ['non_atteinte'] };

export interface Etape {
  readonly evenement: Evenement | null;
  readonly statut: Statut;
  /** Le statut qu’une suspension garde en réserve. */
  readonly garde: 'M1' | null;
  readonly motif: string;
  readonly reference: string;
  readonly possibilites: readonly Possibilite[];
}

/** Une suspension garde le statut acquis : un M1 suspendu reste un M1 (circulaire 7282, VII.III). */
const etatInitial = (statut: Statut): Etat => ({
  statut,
  acquis: statut === 'M1' || statut === 'M2' || statut === 'derogation' ? 'M1' : 'atteinte',
});

/** Le statut d’une option, année après année, et ce que l’école peut faire à chaque rentrée. */
export function parcourirTransitions(
  transitions: readonly Transition[],
  table: readonly Possibilite[],
  { depart, suite }: EtatParcours,
): readonly Etape[] {
  let etat = etatInitial(depart);
  const etapes: Etape[] = [
    {
      evenement: null,
      statut: etat.statut,
      garde: null,
      motif: '',
      reference: '',
      possibilites: possibilites(table, etat.statut),
    },
  ];
  for (const evenement of suite) {
    const { etat: apres, motif, reference } = suivant(transitions, etat, evenement);
    etat = apres;
    const suspendue = etat.statut === 'S1' || etat.statut === 'S2';
    etapes.push({
      evenement,
      statut: etat.statut,
      garde: suspendue && etat.acquis === 'M1' ? 'M1' : null,
      motif,
      reference,
      possibilites: possibilites(table, etat.statut),
    });
  }
  return etapes;
}

/** Lit un parcours d’une adresse ; `suite=aucune` dit qu’aucune année ne suit. */
export function lireParcours(search: string): {
  readonly etat: EtatParcours;
  readonly avis: Avis;
} {
  const lecteur = new LecteurDAdresse(search);
  const depart = lecteur.choix('depart', DEPARTS, PARCOURS_VIDE.depart);
  const dite = new URLSearchParams(search).has('suite');
  const suite = dite
    ? lecteur.liste('suite', [...EVENEMENTS, 'aucune'], ANNEES_MAX)
    : PARCOURS_VIDE.suite;
  return {
    etat: { depart, suite: suite.filter((evenement) => evenement !== 'aucune') },
    avis: lecteur.avis,
  };
}

export function ecrireParcours(search: string, { depart, suite }: EtatParcours): string {
  const liste = suite.length === 0 ? 'aucune' : suite.join(',');
  return ecrire(search, {
    depart: depart === PARCOURS_VIDE.depart ? '' : depart,
    suite: liste === PARCOURS_VIDE.suite.join(',') ? '' : liste,
  });
}
