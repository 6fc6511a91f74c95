export interface JourDuMois {
  readonly jour: number;
  readonly mois: number;
}

const MOIS = new Intl.DateTimeFormat('fr-BE', { month: 'long', timeZone: 'UTC' });

/** Le nom d’un mois, de 1 à 12. */
export const nomDuMois = (numero: number): string =>
  MOIS.format(new Date(Date.UTC(2001, numero - 1, 1)));

/** « 1er mars », « 15 mars ». */
export const jourEnLettres = ({ jour, mois }: JourDuMois): string =>
  `${jour === 1 ? '1er' : jour}\u00a0${nomDuMois(mois)}`;
