import { avisPour } from '../domain/actualites/avis.ts';
import { type Perimetre, perimetreDe, type ReglePerimetre } from '../domain/normes/perimetre.ts';
import type { Option } from '../domain/tables/referentiel.ts';
import type { Actualite } from '../query/textes.ts';

export const REPONSES = {
  a_programmer: 'Oui',
  sous_reserve: 'Oui, sous réserve',
  non_programmable: 'Non',
  hors_perimetre: 'Non prévu',
} as const;
export type Reponse = keyof typeof REPONSES;

const FILIERES: Readonly<Record<string, string>> = {
  PE: 'plein exercice',
  ALT: 'alternance',
  'PE-ALT': 'plein exercice, alternance',
  art45: 'article 45',
};

export type OptionDuRepertoire = Option & { readonly nom_secteur: string };

/** Une option, la réponse à « puis-je la demander ? », sa raison, et ce qui a changé depuis. */
export interface LigneDuPerimetre {
  readonly option: OptionDuRepertoire;
  readonly perimetre: Perimetre;
  readonly reponse: Reponse;
  readonly organisation: string;
  readonly avis: readonly Actualite[];
}

export function ligneDuPerimetre(
  option: OptionDuRepertoire,
  regles: readonly ReglePerimetre[],
  actualites: readonly Actualite[],
): LigneDuPerimetre {
  const perimetre = perimetreDe(regles, option);
  const reserve = perimetre.genre === 'a_programmer' && option.sous_reserve;
  return {
    option,
    perimetre,
    reponse: reserve ? 'sous_reserve' : perimetre.genre,
    organisation:
      option.regime === 'urgence' ? 'en urgence' : (FILIERES[option.filiere ?? ''] ?? '–'),
    avis: avisPour(actualites, option),
  };
}

export const peutEtreDemandee = ({ reponse }: LigneDuPerimetre): boolean =>
  reponse === 'a_programmer' || reponse === 'sous_reserve';
