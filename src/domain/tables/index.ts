import {
  cefa,
  cpu_complements,
  cpu_ecoles,
  cpu_options,
  cpu_renforts,
  encadrement,
} from './alternance.ts';
import {
  alias_metiers,
  besoins,
  besoins_options,
  fonctions_critiques,
  metiers,
  options_metiers,
  thematiques_communes,
} from './besoins.ts';
import { calendrier } from './calendrier.ts';
import { centres, centresPublies } from './centres.ts';
import { connaissance, couverture } from './connaissance.ts';
import { acceptes, edition, rejets, reponses_import, sources } from './edition.ts';
import { indicateurs, indicateurs_lignees } from './indicateurs.ts';
import {
  densites,
  normes_maintien,
  possibilites_maintien,
  transitions_maintien,
} from './maintien.ts';
import { normes_applicables, normes_creation } from './normes.ts';
import { nouveautes } from './nouveautes.ts';
import { lignees, occurrences } from './occurrences.ts';
import {
  classes,
  implantations,
  implantationsPubliees,
  inscriptions,
  offre,
  population,
  populationPubliee,
  totaux_zones,
  totauxPublies,
} from './offre.ts';
import {
  acces_7e,
  acces_7e_depuis,
  conditions_alternance,
  dedoublement_cas,
  enonces,
  instances_programmation,
  parametres_programmation,
  perimetre,
} from './programmation.ts';
import { groupes, options, profils, secteurs, successions, synonymes } from './referentiel.ts';
import {
  type Colonne,
  NATURES,
  type Nature,
  type Table,
  type TableMart,
  type TableSource,
} from './schema.ts';
import { reserves, statuts } from './statuts.ts';
import { communes, zones } from './territoire.ts';
import { actualites, glossaire } from './textes.ts';
import { portee, voisinages } from './voisinages.ts';

/** Les tables de `data/`, dans l’ordre où leurs références se lisent. */
export const TABLES_SOURCE: readonly TableSource[] = [
  edition,
  sources,
  nouveautes,
  acceptes,
  rejets,
  reponses_import,
  secteurs,
  groupes,
  options,
  successions,
  synonymes,
  profils,
  normes_creation,
  densites,
  normes_maintien,
  transitions_maintien,
  possibilites_maintien,
  perimetre,
  acces_7e,
  acces_7e_depuis,
  conditions_alternance,
  dedoublement_cas,
  instances_programmation,
  parametres_programmation,
  enonces,
  cefa,
  encadrement,
  cpu_options,
  cpu_renforts,
  cpu_complements,
  cpu_ecoles,
  calendrier,
  glossaire,
  actualites,
  zones,
  communes,
  metiers,
  options_metiers,
  alias_metiers,
  fonctions_critiques,
  thematiques_communes,
  implantations,
  inscriptions,
  totaux_zones,
  population,
  classes,
  couverture,
  centres,
];

/** Les tables calculées, dans l’ordre où elles dépendent l’une de l’autre. */
export const TABLES_MART: readonly TableMart[] = [
  connaissance,
  implantationsPubliees,
  populationPubliee,
  offre,
  totauxPublies,
  besoins,
  besoins_options,
  centresPublies,
  lignees,
  normes_applicables,
  statuts,
  reserves,
  occurrences,
  indicateurs,
  indicateurs_lignees,
  voisinages,
  portee,
];

/** Les tables publiées en Parquet : les marts, et les sources publiées telles quelles. */
export const TABLES_PUBLIEES: readonly Table[] = [
  ...TABLES_SOURCE.filter((table) => table.publiee),
  ...TABLES_MART,
];

const NATURE: Colonne = {
  type: 'texte',
  sens: 'Nature des données de la table : la plus faible de celles de ses sources',
  valeurs: NATURES,
};

/** Les colonnes publiées d’une table : les siennes, puis sa nature, qui suit chaque ligne partout. */
export const colonnesPubliees = ({ colonnes }: Table): Readonly<Record<string, Colonne>> =>
  'nature' in colonnes ? colonnes : { ...colonnes, nature: NATURE };

const FAIBLESSE: readonly Nature[] = ['officiel', 'transcription', 'demonstration'];

/**
 * La nature d’un chiffre calculé : la plus faible de celles de ses entrées.
 * @param natures au moins une nature
 */
export const naturePlusFaible = (natures: readonly Nature[]): Nature =>
  FAIBLESSE[Math.max(...natures.map((nature) => FAIBLESSE.indexOf(nature)))] ?? 'demonstration';
