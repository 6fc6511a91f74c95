export interface JourDuMois {
  readonly jour: number;
  readonly mois: number;
}

const MOIS = new Intl.DateTimeFormat('fr-BE', { month: 'long', timeZone: 'UTC' });

const mois = (numero: number): string => MOIS.format(new Date(Date.UTC(2001, numero - 1, 1)));

/** « 1er mars », « 15 mars ». */
export const jourEnLettres = ({ jour, mois: numero }: JourDuMois): string =>
  `${jour === 1 ? '1er' : jour}\u00a0${mois(numero)}`;

/** Une date ISO entière ou partielle : « 25 août 2025 », « mars 2025 », « 2025 ». */
export function dateEnLettres(iso: string): string {
  const [annee, numero, jour] = iso.split('-').map(Number);
  if (!numero) return String(annee);
  if (!jour) return `${mois(numero)} ${annee}`;
  return `${jourEnLettres({ jour, mois: numero })} ${annee}`;
}
