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

export const DEPARTS = [
  'atteinte',
  'M1',
  'M2',
  'S1',
  'S2',
  'derogation',
  'creation',
  'fermee',
] as const;
export const EVENEMENTS = [
  'atteinte',
  'non_atteinte',
  'suspendue',
  'recreee',
  'fermee',
] as const satisfies readonly Evenement[];

/** Le statut qu’une option avait avant d’être suspendue. */
export const ACQUIS = ['atteinte', 'M1'] as const;
export type Acquis = (typeof ACQUIS)[number];

/** Autant d’années que l’on peut ajouter. */
export const ANNEES_MAX = 6;

export interface EtatParcours {
  readonly depart: (typeof DEPARTS)[number];
  /** Ne se demande que d’une option suspendue ; `null` : pas dit. */
  readonly acquis: Acquis | null;
  readonly suite: readonly (typeof EVENEMENTS)[number][];
}

export const PARCOURS_VIDE: EtatParcours = {
  depart: 'atteinte',
  acquis: null,
  suite: ['non_atteinte'],
};

/** Où en est l’option après une année. */
export interface Issue {
  /** Ce qu’elle était avant sa suspension, quand la suite en dépend et que ce n’est pas dit. */
  readonly siAvant: Acquis | null;
  readonly statut: Statut;
  /** Le statut qu’une suspension garde en réserve. */
  readonly garde: 'M1' | null;
  readonly motif: string;
  readonly reference: string;
  readonly possibilites: readonly Possibilite[];
}

export interface Etape {
  readonly evenement: Evenement | null;
  /** Une seule, sauf si l’on ignore ce que l’option était avant sa suspension. */
  readonly issues: readonly Issue[];
}

export const estSuspendue = (statut: Statut): boolean => statut === 'S1' || statut === 'S2';

/** Une suspension garde le statut acquis : un M1 suspendu reste un M1 (circulaire 7282, VII.III,
 * situations 3 et 5 à 7). Hors suspension, le statut de départ le dit. */
function etatsInitiaux({ depart, acquis }: EtatParcours): readonly Etat[] {
  if (estSuspendue(depart)) {
    return (acquis ? [acquis] : ACQUIS).map((sien) => ({ statut: depart, acquis: sien }));
  }
  const m1 = depart === 'M1' || depart === 'M2' || depart === 'derogation';
  return [{ statut: depart, acquis: m1 ? 'M1' : 'atteinte' }];
}

/** Deux issues n’en font qu’une quand le statut et ce qu’il garde sont les mêmes, ou ne se lisent
 * pas encore. */
function reunir(issues: readonly Issue[]): readonly Issue[] {
  const [premiere] = issues;
  if (!premiere) return [];
  return issues.every(({ statut }) => statut === premiere.statut)
    ? [{ ...premiere, siAvant: null, garde: issues.length > 1 ? null : premiere.garde }]
    : issues;
}

/** Le statut d’une option, année après année, et ce que l’école peut faire à chaque rentrée. */
export function parcourirTransitions(
  transitions: readonly Transition[],
  table: readonly Possibilite[],
  parcours: EtatParcours,
): readonly Etape[] {
  let suivis = etatsInitiaux(parcours).map((etat) => ({ avant: etat.acquis, etat }));
  const issue = (avant: Acquis, etat: Etat, motif = '', reference = ''): Issue => ({
    siAvant: avant,
    statut: etat.statut,
    garde: motif !== '' && estSuspendue(etat.statut) && etat.acquis === 'M1' ? 'M1' : null,
    motif,
    reference,
    possibilites: possibilites(table, etat.statut),
  });
  const etapes: Etape[] = [
    { evenement: null, issues: reunir(suivis.map(({ avant, etat }) => issue(avant, etat))) },
  ];
  for (const evenement of parcours.suite) {
    const passages = suivis.map(({ avant, etat }) => ({
      avant,
      ...suivant(transitions, etat, evenement),
    }));
    suivis = passages;
    const issues = passages.map(({ avant, etat, motif, reference }) =>
      issue(avant, etat, motif, reference),
    );
    etapes.push({ evenement, issues: reunir(issues) });
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
  const avant = lecteur.choix<Acquis | ''>('avant', ACQUIS, '') || null;
  const dite = new URLSearchParams(search).has('suite');
  const suite = dite
    ? lecteur.liste('suite', [...EVENEMENTS, 'aucune'], ANNEES_MAX)
    : PARCOURS_VIDE.suite;
  return {
    etat: {
      depart,
      acquis: estSuspendue(depart) ? avant : null,
      suite: suite.filter((evenement) => evenement !== 'aucune'),
    },
    avis: lecteur.avis,
  };
}

export function ecrireParcours(search: string, { depart, acquis, suite }: EtatParcours): string {
  const liste = suite.length === 0 ? 'aucune' : suite.join(',');
  return ecrire(search, {
    depart: depart === PARCOURS_VIDE.depart ? '' : depart,
    avant: estSuspendue(depart) ? (acquis ?? '') : '',
    suite: liste === PARCOURS_VIDE.suite.join(',') ? '' : liste,
  });
}
