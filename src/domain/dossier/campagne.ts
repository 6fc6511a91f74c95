import { prochaineFois } from '../calendrier/echeance.ts';
import type { DateDuCalendrier } from './types.ts';

/** Où l’on en est de la campagne de l’édition, et de la prochaine. */
export interface Campagne {
  /** Le 15 mars de la campagne dont les règles sont publiées. */
  readonly limite: string;
  readonly passee: boolean;
  /** La prochaine date limite, et combien de jours il reste. */
  readonly prochaine: string;
  readonly joursRestants: number;
  /** Année civile de la rentrée où une demande de la prochaine date limite ouvrirait. */
  readonly ouverture: number;
}

/**
 * Une demande du 15 mars N ouvre à la rentrée N+1 ou N+2 (circulaire 9146, § 3).
 * @param campagne première année scolaire d’ouverture, par exemple `2025-2026`
 * @param jour date ISO d’aujourd’hui
 */
export function campagneAu(
  calendrier: readonly DateDuCalendrier[],
  campagne: string,
  jour: string,
): Campagne {
  const date = calendrier.find(({ id }) => id === 'demandes') ?? {
    id: 'demandes',
    jour: 15,
    mois: 3,
  };
  const rentree = Number(campagne.slice(0, 4));
  const deuxChiffres = (n: number) => String(n).padStart(2, '0');
  const limite = `${rentree - 1}-${deuxChiffres(date.mois)}-${deuxChiffres(date.jour)}`;
  const suivante = prochaineFois(date, jour);
  return {
    limite,
    passee: jour > limite,
    prochaine: suivante.date,
    joursRestants: suivante.joursRestants,
    ouverture: Number(suivante.date.slice(0, 4)) + 1,
  };
}
