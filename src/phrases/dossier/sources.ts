import type { Contexte } from '../../domain/dossier/contexte.ts';
import type { Critere } from '../../domain/dossier/faits.ts';
import type { Donnees, Sujet } from '../../domain/dossier/types.ts';
import { direListes } from '../listes.ts';
import { NATURE_EN_MOTS } from '../nature.ts';
import { editeurEnMots } from '../sources.ts';
import { typographie } from '../typographie.ts';

/** L’édition montre-t-elle des chiffres tirés au sort ? */
export const estDemonstration = ({ natures }: Donnees): boolean =>
  Object.values(natures).includes('demonstration');

const TITRES: Readonly<Record<string, string>> = {
  calendrier: 'Calendrier',
  centres: 'Centres',
  communes: 'Communes',
  conditions_alternance: 'Conditions du dédoublement et de la délégation',
  enonces: 'Énoncés de la procédure',
  fonctions_critiques: 'Fonctions critiques',
  implantations: 'Implantations des écoles secondaires',
  inscriptions: 'Inscriptions',
  normes_creation: 'Règles de création',
  options: 'Répertoire des options',
  options_metiers: 'Liens entre options et métiers',
  perimetre: 'Périmètre des demandes',
  thematiques_communes: 'Thématiques communes',
  zones: 'Zones',
};

/** Le titre d’une table que le dossier lit : les schémas, trop lourds, restent hors du navigateur. */
export const titreDeTable = (nom: string): string => TITRES[nom] ?? nom.replaceAll('_', ' ');

/** Les tables que remplacent les listes que l’utilisateur tient. */
const LISTES: readonly string[] = ['fonctions_critiques', 'thematiques_communes'];

/**
 * Les sources d’un dossier, chaque table par son titre, dans l’ordre des titres. Les listes TC et FC
 * de l’édition n’en sont plus quand l’utilisateur a donné les siennes.
 */
export const sourcesNommees = ({ donnees: { sources }, lieu: { besoins } }: Contexte) =>
  sources
    .filter(({ table }) => besoins === null || !LISTES.includes(table))
    .map(({ table, titre, editeur, nature, note }) => ({
      table: titreDeTable(table),
      titre,
      editeur: editeurEnMots(editeur),
      nature: NATURE_EN_MOTS[nature],
      note,
    }))
    .toSorted((a, b) => a.table.localeCompare(b.table, 'fr'));

const nature = ({ natures }: Donnees, sujet: Sujet): string => NATURE_EN_MOTS[natures[sujet]];

/** Les listes que lit la zone du dossier. */
const listesDe = ({ listes, anneeScolaire }: Donnees, zone: number): string =>
  direListes(
    listes.filter((lue) => lue.zone === zone),
    anneeScolaire,
    {},
  );

/** D’où viennent les faits d’un critère, de quelle année, de quelle nature. */
export function sourceDe(critere: Critere, { donnees, lieu }: Contexte): string {
  const annee = donnees.anneeScolaire;
  const offre = `inscriptions au 15 janvier, ${annee} (${nature(donnees, 'offre')})`;
  const mienne = lieu.fase === null;
  const textes: Record<Critere, string> = {
    coherence: `${mienne ? 'Offre de l’école : vos données' : `Offre de l’école : ${offre}`} ; centres : ${nature(donnees, 'centres')}`,
    equilibre: `Occurrences : ${offre}${mienne ? ' ; votre implantation : vos données' : ''}`,
    repartition: `Occurrences : ${offre} ; distances à vol d’oiseau sur l’ellipsoïde WGS84`,
    accessibilite: mienne ? 'Vos données' : `Implantations (${nature(donnees, 'implantations')})`,
    besoin: `${lieu.besoins ? 'TC et FC : vos données' : `TC et FC : ${listesDe(donnees, lieu.zone)} (${nature(donnees, 'besoins')})`} ; règle de la norme : ${nature(donnees, 'regles')} ; ouvertures : ${nature(donnees, 'offre')}`,
  };
  return typographie(textes[critere]);
}
