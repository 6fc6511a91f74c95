import type { Effectif } from '../../domain/effectif.ts';
import { direEleves } from '../effectif.ts';
import { accord } from '../nombres.ts';
import { enchainer, type Nombre, nbEntier, nbPart, type Phrase, phrase } from '../phrase.ts';
import { ORGANISABLES } from '../population.ts';
import { deLaZone } from './noms.ts';

export interface Apercu {
  readonly nom: string;
  readonly annee: string;
  readonly fictive: boolean;
  /** `null` : l’édition ne publie pas les élèves du secondaire ordinaire. */
  readonly eleves: Effectif | null;
  /** Part de la FWB. */
  readonly partEleves: number | null;
  readonly partQualifiant: number | null;
  readonly partQualifiantFwb: number | null;
  /** `null` : l’offre de la zone n’est pas connue. */
  readonly options: number | null;
  /** `null` : l’offre, ou une des listes, n’est pas connue. */
  readonly ouvertures: number | null;
  /** Ce qui manque à l’offre de la zone, puis à ses listes ; vide quand tout est connu. */
  readonly manque?: {
    readonly offre: string;
    readonly besoin: string;
    /** Rien n’en est connu, pas même une partie. */
    readonly offreEntiere: boolean;
    readonly besoinEntier: boolean;
  };
}

function partDuQualifiant(annee: string, part: number, partFwb: number): Phrase {
  const ici = nbPart(`bref.${annee}.qualifiant`, part);
  const fwb = nbPart(`bref.${annee}.qualifiant.fwb`, partFwb);
  const federation = 'en Fédération Wallonie-Bruxelles (FWB)';
  const repere =
    ici.texte === fwb.texte
      ? phrase`la même part qu’${federation} : ${fwb}`
      : phrase`contre ${fwb} ${federation}`;
  return phrase`${ici} des élèves suivent l’enseignement qualifiant à partir de la 3e année, ${repere}.`;
}

/** Dans une phrase qui suit, « Non connu. » n’est plus à dire. */
const suite = (manque = ''): string => manque.replace(/^Non connu\.\s+/, '');

/** Le chapeau d’une page de zone : il peut la quitter, il dit donc qu’il est fictif. */
export function phraseChapeau(a: Apercu): Phrase {
  const debut = a.fictive ? 'Dans cette édition fictive, ' : `En ${a.annee}, `;
  if (!a.eleves && a.options === null && a.manque?.offreEntiere) {
    const quoi = a.manque.besoinEntier
      ? 'ni les élèves, ni l’offre d’options, ni le besoin d’emploi'
      : 'ni les élèves ni l’offre d’options';
    return phrase`${debut}${quoi} de la zone ne sont connus de cette édition.`;
  }
  const qualifiant =
    a.partQualifiant === null || a.partQualifiantFwb === null
      ? phrase`${debut}${a.eleves ? 'aucun élève n’est compté à partir de la 3e année' : 'les élèves du secondaire ordinaire ne sont pas publiés'}.`
      : phrase`${debut}${partDuQualifiant(a.annee, a.partQualifiant, a.partQualifiantFwb)}`;
  if (a.options === null) return enchainer(qualifiant, [suite(a.manque?.offre)]);
  const organisees = phrase`${nbEntier(`bref.${a.annee}.options`, a.options)} ${accord(a.options, 'option est organisée', 'options sont organisées')} dans la zone, y compris celles qui s’éteignent`;
  if (a.ouvertures === null)
    return enchainer(qualifiant, [...organisees, '.'], [suite(a.manque?.besoin)]);
  const ouvertures =
    a.ouvertures === 0
      ? phrase` ; aucune option liée à la fois à une thématique commune (TC) et à une fonction critique (FC) n’y manque.`
      : phrase` ; ${nbEntier('ouvertures.total', a.ouvertures)} ${accord(a.ouvertures, 'autre, liée', 'autres, liées')} à la fois à une thématique commune (TC) et à une fonction critique (FC), n’y ${accord(a.ouvertures, 'existe', 'existent')} pas encore.`;
  return enchainer(qualifiant, [...organisees, ...ouvertures]);
}

/** Les deux populations d’options dont se fait une mesure. */
export function phraseDont(cle: string, [premier, second]: readonly Nombre[]): Phrase {
  if (!premier) return [];
  const accordes = accord(premier.valeur, 'option du répertoire organisable', ORGANISABLES);
  if (cle === 'options') return phrase`dont ${premier} ${accordes}`;
  return second
    ? phrase`${premier} ${accord(premier.valeur, 'élève')}, dont ${second} dans les ${ORGANISABLES}`
    : phrase`dont ${premier} d’${ORGANISABLES}`;
}

/** « La zone de Liège en bref ». */
export function phraseBref(a: Apercu): Phrase {
  if (!a.eleves) {
    return phrase`Les élèves du secondaire ordinaire de la zone ${deLaZone(a.nom)} ne sont pas publiés.`;
  }
  const debut = phrase`La zone ${deLaZone(a.nom)} compte ${direEleves(`bref.${a.annee}.eleves`, a.eleves)} dans le secondaire ordinaire`;
  return a.partEleves === null
    ? [...debut, '.']
    : phrase`${debut}, soit ${nbPart('bref.part-eleves', a.partEleves)} de ceux de la FWB.`;
}

export const phraseReseaux = (total: number, confessionnel: number): Phrase =>
  total === 0
    ? phrase`Aucune implantation de la zone n’organise d’option.`
    : phrase`${nbEntier('reseaux.total', total)} ${accord(total, 'implantation organise', 'implantations organisent')} au moins une option : ${nbEntier('reseaux.confessionnel', confessionnel)} de caractère confessionnel, ${nbEntier('reseaux.non-confessionnel', total - confessionnel)} de caractère non confessionnel.`;
