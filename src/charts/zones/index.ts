import { figureAlternance } from './alternance.ts';
import { figureBesoins } from './besoins.ts';
import { figureChangements } from './changements.ts';
import { type Demande, type FigureDeZone, selon } from './connaissance.ts';
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
  readonly figures: readonly FigureDeZone[];
}

const OFFRE: Demande = { tables: ['inscriptions'] };
const BESOINS: Demande = { tables: ['thematiques_communes', 'fonctions_critiques'] };
const TOUT: Demande = { tables: ['inscriptions', 'thematiques_communes', 'fonctions_critiques'] };

/** Une page de zone, de haut en bas. */
export const SECTIONS: readonly Section[] = [
  { id: 'implantations', titre: 'Les écoles', figures: [selon(OFFRE, figureReseaux)] },
  {
    id: 'eleves',
    titre: 'Les élèves',
    figures: [
      selon({ tables: ['population'] }, figureFormes),
      ...[figureSecteurs, figureGroupes, figureVoies, figureAlternance].map((f) => selon(OFFRE, f)),
    ],
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
    ].map((f) => selon(OFFRE, f)),
  },
  {
    id: 'besoin',
    titre: 'Le besoin',
    figures: [
      selon(BESOINS, figureBesoins),
      selon(TOUT, figureOuvertures),
      selon(TOUT, figureContraste),
    ],
  },
  {
    id: 'changements',
    titre: 'Ce qui a changé',
    figures: [
      selon({ ...TOUT, avant: true }, figureChangements),
      selon({ ...OFFRE, avant: true }, figureFranchies),
    ],
  },
];
