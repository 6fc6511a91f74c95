import type { DossierZones } from '../../query/zones/dossier.ts';
import type { Figure } from '../figure.ts';
import { figureAlternance } from './alternance.ts';
import { figureBesoins } from './besoins.ts';
import { figureChangements } from './changements.ts';
import { figureContraste } from './contraste.ts';
import { figureFormes } from './formes.ts';
import { figureFranchies } from './franchies.ts';
import { figureFrequentees, figureMoins } from './frequentees.ts';
import { figureGroupes } from './groupes.ts';
import { figureMaintien } from './maintien.ts';
import { figureOuvertures } from './ouvertures.ts';
import { figureProches } from './proches.ts';
import { figureReseaux } from './reseaux.ts';
import { figureSecteurs } from './secteurs.ts';
import { figureTailles } from './tailles.ts';
import { figureUniques } from './uniques.ts';
import { figureVoies } from './voies.ts';

export interface Section {
  readonly id: string;
  readonly titre: string;
  readonly figures: readonly ((dossier: DossierZones, zone: number) => Figure)[];
}

/** Une page de zone, de haut en bas. */
export const SECTIONS: readonly Section[] = [
  { id: 'implantations', titre: 'Les écoles', figures: [figureReseaux] },
  {
    id: 'eleves',
    titre: 'Les élèves',
    figures: [figureFormes, figureSecteurs, figureGroupes, figureVoies, figureAlternance],
  },
  {
    id: 'offre',
    titre: 'L’offre d’options',
    figures: [
      figureTailles,
      figureMaintien,
      figureFrequentees,
      figureMoins,
      figureUniques,
      figureProches,
    ],
  },
  {
    id: 'besoin',
    titre: 'Le besoin',
    figures: [figureBesoins, figureOuvertures, figureContraste],
  },
  { id: 'changements', titre: 'Ce qui a changé', figures: [figureChangements, figureFranchies] },
];
