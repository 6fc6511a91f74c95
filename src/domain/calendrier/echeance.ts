import type { Echeance } from '../tables/calendrier.ts';

export type DateRecurrente = Pick<Echeance, 'id' | 'jour' | 'mois'>;

export interface Prochaine {
  readonly id: string;
  /** Date ISO de la prochaine fois. */
  readonly date: string;
  readonly joursRestants: number;
}

const JOUR = 86_400_000;

/** La date du jour à Bruxelles, en ISO. */
export const aujourdhui = (maintenant: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(maintenant);

const enJours = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / JOUR;
const iso = (annee: number, { mois, jour }: DateRecurrente): string =>
  `${annee}-${String(mois).padStart(2, '0')}-${String(jour).padStart(2, '0')}`;

/**
 * La prochaine fois que revient une date du calendrier ; le jour même compte.
 * @param jour date ISO d’aujourd’hui
 */
export function prochaineFois(echeance: DateRecurrente, jour: string): Prochaine {
  const annee = Number(jour.slice(0, 4));
  const cetteAnnee = iso(annee, echeance);
  const date = cetteAnnee >= jour ? cetteAnnee : iso(annee + 1, echeance);
  return { id: echeance.id, date, joursRestants: enJours(date) - enJours(jour) };
}

/** L’échéance qui revient la première ; à date égale, la première de la liste. */
export function prochaineEcheance(
  echeances: readonly DateRecurrente[],
  jour: string,
): Prochaine | null {
  return echeances
    .map((echeance) => prochaineFois(echeance, jour))
    .reduce<Prochaine | null>(
      (a, b) => (a === null || b.joursRestants < a.joursRestants ? b : a),
      null,
    );
}
