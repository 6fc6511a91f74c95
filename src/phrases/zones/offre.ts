import { accord } from '../nombres.ts';
import { type Nombre, nbDecimal, nbEntier, nbPart, type Phrase, phrase } from '../phrase.ts';
import { combien, contre } from './repere.ts';

export interface Tailles {
  readonly occurrences: number;
  readonly petites: number;
  readonly part: number;
  readonly partFwb: number;
  readonly moyenne: number;
  /** Les occurrences dont un effectif au moins est masqué : leur taille n’est pas connue. */
  readonly masquees?: number;
  /** « masqué », ou « tu » par la source. */
  readonly mot?: string;
}

export const phraseTailles = (tailles: Tailles | null): Phrase => {
  if (!tailles) return phrase`Aucune option n’est organisée dans la zone.`;
  const { occurrences, petites, part, partFwb, moyenne, masquees = 0, mot = 'masqué' } = tailles;
  const masquee = mot.replace(/masqué|tu/g, (un) => `${un}e`);
  if (masquees === occurrences) {
    return phrase`La taille de ${nbEntier('tailles.total', occurrences)} ${accord(occurrences, 'occurrence')} est ${masquee}.`;
  }
  if (masquees > 0) {
    return phrase`La taille de ${nbEntier('tailles.masquees', masquees)} ${accord(masquees, 'occurrence', 'occurrences')} sur ${nbEntier('tailles.total', occurrences)} est ${masquee}, en tout ou en partie. Les autres comptent ${nbDecimal('tailles.moyenne', moyenne)} ${accord(moyenne, 'élève')} en moyenne.`;
  }
  const petitesPart = nbPart('tailles.1-5.part', part);
  const combienDePetites = combien(
    nbEntier('tailles.1-5.occurrences', petites),
    'n’en compte moins de six',
    'en compte moins de six',
    'en comptent moins de six',
  );
  const moinsDeSix =
    petites === 0 ? combienDePetites : phrase`${combienDePetites}, soit ${petitesPart}`;
  return phrase`Une occurrence compte ${nbDecimal('tailles.moyenne', moyenne)} ${accord(moyenne, 'élève')} en moyenne. Sur ${nbEntier('tailles.total', occurrences)}, ${moinsDeSix}, ${contre(petitesPart, nbPart('tailles.1-5.fwb', partFwb))}.`;
};

export interface Frequentees {
  readonly nombre: number;
  readonly part: number;
  readonly premiere: { readonly intitule: string; readonly eleves: Nombre };
}

export const phraseFrequentees = (frequentees: Frequentees | null): Phrase => {
  if (!frequentees) return phrase`Aucune option n’est organisée dans la zone.`;
  const { nombre, part, premiere } = frequentees;
  const eleves = premiere.eleves;
  if (nombre < 2)
    return phrase`La zone n’organise qu’une option, ${premiere.intitule} : ${eleves} ${accord(eleves.valeur, 'élève')}.`;
  return phrase`Les ${nbEntier('frequentees.nombre', nombre)} options les plus fréquentées réunissent ${nbPart('frequentees.part', part)} des élèves ; la première, ${premiere.intitule}, en compte ${eleves}.`;
};

/**
 * Les effectifs des options les moins fréquentées, du plus petit au plus grand.
 * @param masquees les options de plus dont l’effectif est masqué
 */
export const phraseMoins = (
  nombre: number,
  minimum: number,
  maximum: number,
  masquees = 0,
  mot = 'masqué',
): Phrase => {
  if (masquees > 0) {
    const tues = phrase`l’effectif de ${nbEntier('moins.masquees', masquees)} ${accord(masquees, 'option')} est ${mot}`;
    return nombre === 0
      ? phrase`À l’autre bout, ${tues}.`
      : phrase`${phraseMoins(nombre, minimum, maximum)} De plus, ${tues}.`;
  }
  if (nombre === 0) return phrase`Aucune option n’est organisée dans la zone.`;
  const un = { ...nbEntier('moins.maximum', maximum), texte: 'un' };
  if (maximum === 1)
    return phrase`À l’autre bout, ${nbEntier('moins.nombre', nombre)} ${accord(nombre, 'option ne compte', 'options ne comptent chacune')} qu’${un} élève, toutes implantations réunies.`;
  const effectif =
    minimum === maximum
      ? phrase`${nbEntier('moins.maximum', maximum)} ${accord(maximum, 'élève')}`
      : phrase`${nbEntier('moins.minimum', minimum)} ${maximum - minimum === 1 ? 'ou' : 'à'} ${nbEntier('moins.maximum', maximum)} ${accord(maximum, 'élève')}`;
  return phrase`À l’autre bout, ${nbEntier('moins.nombre', nombre)} ${accord(nombre, 'option ne compte', 'options ne comptent')} que ${effectif}, toutes implantations réunies.`;
};

export interface Uniques {
  readonly options: number;
  readonly uniques: number;
  readonly part: number;
  readonly partFwb: number;
}

export const phraseUniques = (u: Uniques | null): Phrase => {
  if (u === null) return phrase`Aucune option n’est organisée dans la zone.`;
  const part = nbPart('uniques.part', u.part);
  const seules = combien(
    nbEntier('uniques.total', u.uniques),
    'ne l’est',
    'ne l’est',
    'ne le sont',
  );
  return phrase`Sur ${nbEntier('uniques.options', u.options)} ${accord(u.options, 'option organisée', 'options organisées')}, ${seules} que sur une implantation : ${part}, ${contre(part, nbPart('uniques.fwb', u.partFwb), 'en moyenne dans les zones')}.`;
};

export interface Proches {
  readonly plusieurs: number;
  readonly proches: number;
}

export const phraseProches = ({ plusieurs, proches }: Proches): Phrase =>
  plusieurs === 0
    ? phrase`Aucune option n’est organisée sur plusieurs implantations de la zone.`
    : phrase`Sur ${nbEntier('proches.plusieurs', plusieurs)} ${accord(plusieurs, 'option organisée', 'options organisées')} sur plusieurs implantations, ${combien(nbEntier('proches.total', proches), 'n’a', 'a', 'ont')} deux implantations à moins de 10 km l’une de l’autre.`;
