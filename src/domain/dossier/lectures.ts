import { elevesManquants } from '../normes/effectif.ts';
import { CRITERES, type Critere, type Faits } from './faits.ts';

/** Une lecture, jamais un avis : ce qu’une règle dite d’avance conclut des faits. */
export type LectureDeCritere = 'favorable' | 'neutre' | 'defavorable' | 'inconnu';

export interface RegleDeLecture {
  readonly critere: Critere;
  readonly lecture: LectureDeCritere;
  /** La règle, telle qu’elle se lit à côté de chaque lecture. */
  readonly texte: string;
  readonly quand: (faits: Faits) => boolean;
}

const toujours = (): boolean => true;

/** Un site de plus se remplirait-il à la norme avec les élèves qui sont déjà là ? */
function assezPourUnDePlus({ repartition, besoin }: Faits): boolean {
  const { premiereDesProches, proches } = repartition;
  if (premiereDesProches === null) return false;
  return elevesManquants(besoin.norme, premiereDesProches, proches + 1) === 0;
}

const mesurable = ({ repartition, besoin }: Faits): boolean =>
  repartition.premiereDesProches !== null && besoin.norme.genre === 'valeur';

/** Sans ses faits, une lecture est « non connu » : ces règles passent avant les autres. */
export const REGLES_SANS_FAITS: readonly RegleDeLecture[] = [
  {
    critere: 'equilibre',
    lecture: 'inconnu',
    texte: 'l’offre de la zone n’est pas connue',
    quand: ({ ici, offreConnue }) => !ici && offreConnue?.zone === false,
  },
  {
    critere: 'repartition',
    lecture: 'inconnu',
    texte: 'l’offre n’est pas connue partout à 10 km',
    quand: ({ ici, offreConnue }) => !ici && offreConnue?.autour === false,
  },
  {
    critere: 'besoin',
    lecture: 'inconnu',
    texte: 'la liste TC ou FC n’est pas connue',
    quand: ({ besoin }) => besoin.tc === null || besoin.fc === null,
  },
];

/** Les règles de lecture, par critère ; la première qui s’applique l’emporte. */
export const REGLES_DE_LECTURE: readonly RegleDeLecture[] = [
  {
    critere: 'coherence',
    lecture: 'inconnu',
    texte: 'aucune option de l’école n’est connue',
    quand: ({ coherence }) => !coherence.offreConnue,
  },
  {
    critere: 'coherence',
    lecture: 'favorable',
    texte: 'l’école organise une autre option du même groupe',
    quand: ({ coherence }) => coherence.groupe.length > 0 || coherence.avant.length > 0,
  },
  {
    critere: 'coherence',
    lecture: 'neutre',
    texte: 'l’école organise le secteur, mais pas le groupe',
    quand: ({ coherence }) => coherence.secteur.length > 0,
  },
  {
    critere: 'coherence',
    lecture: 'defavorable',
    texte: 'l’école n’organise pas encore le secteur',
    quand: toujours,
  },
  {
    critere: 'equilibre',
    lecture: 'neutre',
    texte: 'un dédoublement n’ajoute pas d’occurrence',
    quand: ({ ici }) => ici,
  },
  {
    critere: 'equilibre',
    lecture: 'neutre',
    texte: 'aucune occurrence dans la zone : rien à équilibrer',
    quand: ({ equilibre }) =>
      equilibre.confessionnel.occurrences + equilibre.nonConfessionnel.occurrences === 0,
  },
  {
    critere: 'equilibre',
    lecture: 'favorable',
    texte: 'moins d’occurrences de votre caractère que de l’autre',
    quand: ({ equilibre: { memeCaractere, autreCaractere } }) =>
      memeCaractere.occurrences < autreCaractere.occurrences,
  },
  {
    critere: 'equilibre',
    lecture: 'neutre',
    texte: 'autant d’occurrences de chaque caractère',
    quand: ({ equilibre: { memeCaractere, autreCaractere } }) =>
      memeCaractere.occurrences === autreCaractere.occurrences,
  },
  {
    critere: 'equilibre',
    lecture: 'defavorable',
    texte: 'plus d’occurrences de votre caractère que de l’autre',
    quand: toujours,
  },
  {
    critere: 'repartition',
    lecture: 'neutre',
    texte: 'un dédoublement n’ajoute pas de site',
    quand: ({ ici }) => ici,
  },
  {
    critere: 'repartition',
    lecture: 'favorable',
    texte: 'aucune occurrence à 10 km ou moins',
    quand: ({ repartition }) => repartition.proches === 0,
  },
  {
    critere: 'repartition',
    lecture: 'neutre',
    texte: 'des occurrences proches, dont rien ne permet de mesurer la place',
    quand: (faits) => !mesurable(faits),
  },
  {
    critere: 'repartition',
    lecture: 'neutre',
    texte: 'les élèves de première année des sites proches rempliraient un site de plus à la norme',
    quand: assezPourUnDePlus,
  },
  {
    critere: 'repartition',
    lecture: 'defavorable',
    texte: 'les élèves de première année des sites proches ne rempliraient pas un site de plus',
    quand: toujours,
  },
  {
    critere: 'accessibilite',
    lecture: 'favorable',
    texte: 'un internat est lié à l’implantation',
    quand: ({ accessibilite }) => accessibilite.internat === true,
  },
  {
    critere: 'accessibilite',
    lecture: 'neutre',
    texte: 'pas d’internat : la desserte reste à décrire',
    quand: ({ accessibilite }) => accessibilite.internat === false,
  },
  {
    critere: 'accessibilite',
    lecture: 'inconnu',
    texte: 'internat non connu',
    quand: toujours,
  },
  {
    critere: 'besoin',
    lecture: 'favorable',
    texte: 'l’option est TC et FC',
    quand: ({ besoin }) => besoin.tc === true && besoin.fc === true,
  },
  {
    critere: 'besoin',
    lecture: 'neutre',
    texte: 'l’option est TC ou FC, pas les deux',
    quand: ({ besoin }) => besoin.tc === true || besoin.fc === true,
  },
  {
    critere: 'besoin',
    lecture: 'defavorable',
    texte: 'l’option n’est ni TC ni FC',
    quand: toujours,
  },
];

/** Toutes les règles, dans l’ordre où elles s’essaient : sans ses faits, une lecture est « non connu ». */
export const TOUTES_LES_REGLES: readonly RegleDeLecture[] = [
  ...REGLES_SANS_FAITS,
  ...REGLES_DE_LECTURE,
];

export type Lectures = Readonly<Record<Critere, RegleDeLecture>>;

/** La lecture de chaque critère, et la règle dont elle sort. */
export function lire(faits: Faits): Lectures {
  const paires = CRITERES.map((critere) => [
    critere,
    TOUTES_LES_REGLES.find((regle) => regle.critere === critere && regle.quand(faits)),
  ]);
  return Object.fromEntries(paires) as Lectures;
}

/** Le poids que l’utilisateur donne à chaque critère, de 0 à 3 ; rien n’est pesé par défaut. */
export type Poids = Readonly<Record<Critere, number>>;

const VALEURS: Readonly<Record<LectureDeCritere, number>> = {
  favorable: 1,
  neutre: 0,
  defavorable: -1,
  inconnu: 0,
};

/** La somme des lectures, chacune à son poids : +1 favorable, −1 défavorable, 0 sinon. */
export const peser = (lectures: Lectures, poids: Poids): number =>
  CRITERES.reduce((n, critere) => n + poids[critere] * VALEURS[lectures[critere].lecture], 0);
