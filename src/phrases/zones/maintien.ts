import { accord, compte } from '../nombres.ts';
import { nbEntier, nbPart, type Phrase, phrase } from '../phrase.ts';
import { combien, contre, ouAucune } from './repere.ts';

export interface ComptesDeMaintien {
  /** Les occurrences que le texte soumet à une norme. */
  readonly soumises: number;
  readonly sous: number;
  /** Les normes en jeu, en élèves. */
  readonly normes: readonly number[];
  readonly part: number;
  readonly partFwb: number;
}

const phraseNormes = (normes: readonly number[]): Phrase =>
  normes.flatMap((norme, i) => [
    i === 0 ? '' : i === normes.length - 1 ? ' ou ' : ', ',
    nbEntier(`maintien.${norme}.norme`, norme),
  ]);

/** Les occurrences soumises à une norme dont un effectif masqué décide ; vide s’il n’y en a pas. */
export const noteDesNonDites = (nonDites: number, mot = 'masqué'): string =>
  nonDites === 0
    ? ''
    : `${compte(nonDites, 'autre occurrence soumise à une norme n’est pas comptée', 'autres occurrences soumises à une norme ne sont pas comptées')} : un effectif ${mot} en décide.`;

/**
 * Combien d’occurrences comptent moins d’élèves que leur norme de maintien.
 * @param nonDites celles dont un effectif masqué décide
 */
export const phraseMaintien = (
  m: ComptesDeMaintien | null,
  nonDites = 0,
  mots = 'masqués',
): Phrase => {
  if (!m && nonDites > 0) {
    return phrase`Les effectifs ${mots} ne disent d’aucune occurrence de la zone si elle est sous sa norme de maintien.`;
  }
  if (!m) return phrase`Aucune occurrence de la zone n’est soumise à une norme de maintien.`;
  const part = nbPart('maintien.part', m.part);
  const sous = combien(
    nbEntier('maintien.sous', m.sous),
    'ne serait sous sa norme',
    'serait sous sa norme',
    'seraient sous leur norme',
  );
  const selon = m.normes.length > 1 ? ', selon l’option' : '';
  return phrase`Sur ${nbEntier('maintien.soumises', m.soumises)} ${accord(m.soumises, 'occurrence soumise', 'occurrences soumises')} à une norme de maintien (${phraseNormes(m.normes)} élèves${selon}), ${sous}${m.sous === 0 ? '' : phrase`, soit ${part}`}, ${contre(part, nbPart('maintien.fwb', m.partFwb))}.`;
};

export interface Franchies {
  readonly precedente: string;
  /** Les occurrences soumises à une norme les deux années. */
  readonly comparables: number;
  readonly bas: number;
  readonly haut: number;
  /** Des effectifs masqués empêchent d’en comparer d’autres. */
  readonly nonDites?: boolean;
  /** « masqués », ou « tus » par la source. */
  readonly mots?: string;
}

/** Combien d’occurrences sont passées d’un côté à l’autre de leur norme de maintien. */
export const phraseFranchies = (f: Franchies | null): Phrase => {
  if (!f) return phrase`L’édition ne porte pas l’année scolaire précédente.`;
  const { precedente, comparables, bas, haut } = f;
  if (comparables === 0 && f.nonDites) {
    return phrase`Les effectifs ${f.mots ?? 'masqués'} ne disent d’aucune occurrence si elle a franchi sa norme de maintien depuis ${precedente}.`;
  }
  if (comparables === 0)
    return phrase`Aucune occurrence n’était soumise à une norme de maintien en ${precedente} et ne l’est encore.`;
  const debut = phrase`Depuis ${precedente}, sur ${nbEntier('franchies.comparables', comparables)} ${accord(comparables, 'occurrence soumise', 'occurrences soumises')} à une norme de maintien les deux années, `;
  if (bas + haut === 0) return phrase`${debut}aucune ne l’aurait franchie.`;
  const auraient = (cle: string, nombre: number): Phrase =>
    combien(
      nbEntier(cle, nombre),
      'ne l’aurait franchie',
      'l’aurait franchie',
      'l’auraient franchie',
    );
  return bas === 0
    ? phrase`${debut}${auraient('franchies.haut', haut)} vers le haut et ${ouAucune(nbEntier('franchies.bas', bas))} vers le bas.`
    : phrase`${debut}${auraient('franchies.bas', bas)} vers le bas et ${ouAucune(nbEntier('franchies.haut', haut))} vers le haut.`;
};
