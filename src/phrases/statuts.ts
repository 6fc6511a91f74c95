import type { Evenement, Statut } from '../domain/normes/statuts.ts';
import { COMPTAGE_DU_MAINTIEN } from './regles.ts';

export const STATUT_EN_MOTS: Readonly<Record<Statut, string>> = {
  creation: 'en création',
  atteinte: 'norme atteinte',
  M1: 'M1, sous la norme une fois',
  M2: 'M2, sous la norme deux fois de suite',
  S1: 'S1, suspendue un an',
  S2: 'S2, suspendue deux ans',
  derogation: 'en dérogation',
  fermee: 'fermée',
};

export const EVENEMENT_EN_MOTS: Readonly<Record<Evenement, string>> = {
  atteinte: `la norme est atteinte au ${COMPTAGE_DU_MAINTIEN}`,
  non_atteinte: `la norme n’est pas atteinte au ${COMPTAGE_DU_MAINTIEN}`,
  non_controlee: 'le degré n’est pas encore complet',
  suspendue: 'l’option n’est pas organisée',
  recreee: 'l’option est recréée',
  fermee: 'l’option est fermée',
};
