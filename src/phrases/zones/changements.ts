import { accord } from '../nombres.ts';
import { nbEntier, type Phrase, phrase } from '../phrase.ts';

export interface EntreesSorties {
  readonly entrees: number;
  readonly sorties: number;
}

export interface Changements {
  readonly precedente: string;
  readonly options: EntreesSorties;
  readonly tc: EntreesSorties;
  readonly fc: EntreesSorties;
}

const nul = ({ entrees, sorties }: EntreesSorties): boolean => entrees + sorties === 0;
function phraseOptions({ options, precedente }: Changements): Phrase {
  const debut = `Depuis ${precedente}, `;
  const { entrees, sorties } = options;
  if (nul(options))
    return phrase`${debut}aucune option n’est apparue dans la zone ni n’en a disparu`;
  const ouvertes = phrase`${nbEntier('changements.options.entrees', entrees)} ${accord(entrees, 'option est apparue', 'options sont apparues')} dans la zone`;
  const fermees = phrase`${nbEntier('changements.options.sorties', sorties)} ${accord(sorties, 'en a disparu', 'en ont disparu')}`;
  if (sorties === 0) return phrase`${debut}${ouvertes} et aucune n’en a disparu`;
  if (entrees === 0) return phrase`${debut}aucune option n’est apparue dans la zone et ${fermees}`;
  return phrase`${debut}${ouvertes} et ${fermees}`;
}

function phraseListe(liste: 'TC' | 'FC', { entrees, sorties }: EntreesSorties): Phrase {
  const cle = `changements.${liste.toLowerCase()}`;
  if (entrees + sorties === 0) return phrase`la liste des ${liste} n’a pas changé`;
  const gagne = phrase`${nbEntier(`${cle}.entrees`, entrees)} ${accord(entrees, 'métier')}`;
  const perdu = phrase`${nbEntier(`${cle}.sorties`, sorties)}`;
  if (entrees === 0)
    return phrase`la liste des ${liste} a perdu ${perdu} ${accord(sorties, 'métier')}`;
  if (sorties === 0) return phrase`la liste des ${liste} a gagné ${gagne}`;
  return phrase`la liste des ${liste} a gagné ${gagne} et en a perdu ${perdu}`;
}

/** Ce qui est apparu et disparu depuis l’année scolaire précédente. */
export const phraseChangements = (c: Changements | null): Phrase =>
  c === null
    ? phrase`L’édition ne porte pas l’année scolaire précédente.`
    : phrase`${phraseOptions(c)} ; ${phraseListe('TC', c.tc)}, ${phraseListe('FC', c.fc)}.`;
