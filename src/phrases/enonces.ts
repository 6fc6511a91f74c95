import { type JourDuMois, jourEnLettres } from './dates.ts';

export interface EnonceDit {
  readonly phrase: string;
  readonly reference: string;
}

/** La date d’une échéance du calendrier, en lettres. */
export type DateDe = (id: string) => string;

export const datesDe =
  (echeances: readonly (JourDuMois & { readonly id: string })[]): DateDe =>
  (id) => {
    const echeance = echeances.find((une) => une.id === id);
    return echeance ? jourEnLettres(echeance) : 'date non publiée';
  };

/**
 * Ce que dit la circulaire de la campagne, énoncé par énoncé, les échéances à leur date.
 * @param enonces ceux que la campagne applique
 * @throws RangeError si l’édition n’a pas l’énoncé
 */
export const direEnonces =
  (enonces: readonly (EnonceDit & { readonly enonce: string })[], date: DateDe) =>
  (id: string): EnonceDit => {
    const trouve = enonces.find(({ enonce }) => enonce === id);
    if (!trouve) throw new RangeError(`« ${id} » n’est pas dans enonces.csv.`);
    const phrase = trouve.phrase.replace(/\{([a-z-]+)\}/g, (_, echeance) => date(echeance));
    return { phrase, reference: trouve.reference };
  };

export type DireEnonce = ReturnType<typeof direEnonces>;

/** « circulaire 9146 » : le texte que suit la campagne, d’après la référence de ses énoncés. */
export const texteDeLaCampagne = (dire: DireEnonce): string =>
  dire('criteres').reference.split(',')[0] ?? '';
