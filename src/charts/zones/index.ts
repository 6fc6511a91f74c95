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

/** Les implantations ; leurs totaux ; ou ce que chacune dit de ses élèves. */
const SITES: Demande = { tables: ['inscriptions'] };
const TOTAUX: Demande = { tables: ['totaux_zones'] };
const VOIES: Demande = { tables: ['inscriptions.mode'] };
const STATUTS: Demande = { tables: ['inscriptions.annee_etude', 'inscriptions.mode'] };
const BESOINS: Demande = { tables: ['thematiques_communes', 'fonctions_critiques'] };
const BESOINS_ET_TOTAUX: Demande = { tables: [...TOTAUX.tables, ...BESOINS.tables] };
const TOUT: Demande = { tables: [...SITES.tables, ...BESOINS.tables] };

/** Une page de zone, de haut en bas. */
export const SECTIONS: readonly Section[] = [
  { id: 'implantations', titre: 'Les écoles', figures: [selon(SITES, figureReseaux)] },
  {
    id: 'eleves',
    titre: 'Les élèves',
    figures: [
      selon({ tables: ['population'] }, figureFormes),
      ...[figureSecteurs, figureGroupes].map((f) => selon(TOTAUX, f)),
      ...[figureVoies, figureAlternance].map((f) => selon(VOIES, f)),
    ],
  },
  {
    id: 'offre',
    titre: 'L’offre d’options',
    figures: [
      selon(SITES, figureTailles),
      selon(STATUTS, figureMaintien),
      ...[figureFrequentees, figureMoins, figureUniques].map((f) => selon(TOTAUX, f)),
      selon(SITES, figureProches),
    ],
  },
  {
    id: 'besoin',
    titre: 'Le besoin',
    figures: [
      selon(BESOINS, figureBesoins),
      selon(BESOINS_ET_TOTAUX, figureOuvertures),
      selon(BESOINS_ET_TOTAUX, figureContraste),
    ],
  },
  {
    id: 'changements',
    titre: 'Ce qui a changé',
    figures: [
      selon({ ...TOUT, avant: true }, figureChangements),
      selon({ ...STATUTS, avant: true }, figureFranchies),
    ],
  },
];
