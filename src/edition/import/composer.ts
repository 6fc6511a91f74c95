import { type Couverture, couverture } from '../../domain/tables/connaissance.ts';
import {
  type Edition,
  edition,
  type ReponseGardee,
  rejets,
  reponses_import,
  sources,
} from '../../domain/tables/edition.ts';
import { inscriptions } from '../../domain/tables/offre.ts';
import { cheminCsv, type Ligne, type TableSource } from '../../domain/tables/schema.ts';
import type { Rangee } from '../base.ts';
import { ErreurDUsage } from '../probleme.ts';
import { type Depot, type Depots, depotDe } from '../read/depot.ts';
import {
  enMorceaux,
  formaterCsv,
  lireLignes,
  parcourirLignes,
  type Texte,
} from '../read/lignes.ts';
import type { Importee } from './compte.ts';
import { type Suite, suivreEdition, suivreRegistre } from './edition.ts';
import type { Avant, Fusion } from './fusion.ts';
import type { Genre } from './genre.ts';
import { couvrir, type Partielle } from './partielle.ts';
import { direProvenance } from './provenance.ts';
import { Rangees } from './rangees.ts';

const estLa = (table: TableSource, depot: Depot): boolean => depot.contient(cheminCsv(table));

/** Les rangées d’une table ; aucune si le dépôt ne l’a pas. */
export const lireSiLa = async <T extends TableSource>(
  table: T,
  depot: Depot,
): Promise<Ligne<T>[]> => (estLa(table, depot) ? lireLignes(table, depot) : []);

/** Le texte des tables d’un import, par chemin : elles s’écriront ensemble. */
export type Textes = ReadonlyMap<string, Texte>;

const formater = <T extends TableSource>(
  table: T,
  rangees: readonly Ligne<T>[],
): readonly [chemin: string, csv: string] => {
  const toutes = new Rangees(table);
  for (const rangee of rangees) toutes.ajouter(rangee as Rangee);
  return [cheminCsv(table), formaterCsv(table, [...toutes.triees()] as Ligne<T>[])];
};

/** La table d’un genre, sans en faire un seul texte : elle peut être très longue. */
const formaterLongue = (rangees: Rangees): readonly [chemin: string, csv: Texte] => {
  const table = rangees.table as TableSource;
  const noms = Object.keys(table.colonnes).filter(
    (nom) => !table.colonnes[nom]?.facultative || rangees.estRemplie(nom),
  );
  return [cheminCsv(table), enMorceaux(table, noms, rangees.triees())];
};

async function lireRangees(table: TableSource, depot: Depot): Promise<Rangees> {
  const rangees = new Rangees(table);
  if (estLa(table, depot)) {
    await parcourirLignes(table, depot, (rangee) => {
      if (rangees.trouver(rangee) < 0) rangees.ajouter(rangee);
    });
  }
  return rangees;
}

/**
 * Ce que le dernier dépôt tient déjà de la table d’un genre, ou ce qu’il remplacera.
 * @throws ErreurDUsage si une de ses lignes ne se lit pas
 */
export async function lireAvant(genre: Genre, depots: Depots): Promise<Avant> {
  const depot = depots.at(-1) ?? depots[0];
  const lignes = await lireSiLa(sources, depot);
  const livree = depotDe(genre.table, depots);
  const remplacee = genre.completeLaTable && !estLa(genre.table, depot);
  return {
    livrees: remplacee ? (await lireRangees(genre.table, livree)).length : 0,
    rangees: await lireRangees(genre.table, depot),
    source: lignes.find(({ table }) => table === genre.table.nom),
  };
}

const lireEditions = (depot: Depot): Promise<Edition[]> =>
  lireLignes(edition, depot).catch((cause) => {
    if (cause instanceof ErreurDUsage) return [];
    throw cause;
  });

/** Ce que devient l’édition : elle suit les inscriptions ; de vraies écoles en demandent une. */
async function suiteDe(
  genre: Genre,
  fusion: Fusion,
  depot: Depot,
  jour: string | null,
): Promise<Suite> {
  const fichier = `${depot.nom}/${cheminCsv(edition)}`;
  const actuelles = estLa(edition, depot) ? await lireEditions(depot) : null;
  if (['inscriptions', 'totaux_zones'].includes(genre.table.nom)) {
    let derniere = '';
    for (const { annee_scolaire: annee } of fusion.rangees) {
      if (String(annee) > derniere) derniere = String(annee);
    }
    return suivreEdition(actuelles, derniere, fichier);
  }
  const reste = genre.table.nom !== 'implantations' || estLa(inscriptions, depot);
  return reste || !jour ? { dire: [] } : suivreRegistre(actuelles, jour, fichier);
}

const PARTIELLE =
  'couverture.csv dit cette liste partielle : ce qui n’y est pas n’est ni TC ni hors TC, ni FC ni hors FC.';

/** Ce que l’import a rendu partiel, et où, pour que personne n’ait à le découvrir sur les pages. */
function direPartielle(couvertes: readonly Couverture[]): string[] {
  const partielles = couvertes.filter(({ etat }) => etat === 'partiel');
  const comptees = partielles.filter(({ annee_scolaire: annee }) => annee !== null);
  const annees = [...Map.groupBy(comptees, ({ annee_scolaire: annee }) => annee ?? '')].sort();
  const ou = annees.map(
    ([annee, lignes]) => `${annee}, zones ${lignes.map(({ zone }) => zone ?? 'toutes').join(', ')}`,
  );
  const dite = `couverture.csv dit partiel ce dont une ligne a été refusée (${ou.join(' ; ')}) : aucune option n’y sera dite « non organisée ». Si ces lignes n’y comptent pas, écrivez-y « connu », et pourquoi.`;
  return [
    ...(partielles.length > comptees.length ? [PARTIELLE] : []),
    ...(ou.length > 0 ? [dite] : []),
  ];
}

export interface Composee {
  readonly textes: Textes;
  /** Ce qui reste à faire à la main. */
  readonly suites: readonly string[];
}

interface AEcrire {
  readonly genre: Genre;
  readonly importee: Importee;
  readonly fusion: Fusion<Rangees>;
  readonly depot: Depot;
  readonly adresse: string;
  /** Les réponses que le dossier gardera. */
  readonly memoire: readonly ReponseGardee[];
  readonly partielle: Omit<Partielle, 'jour'>;
}

/**
 * Ce qu’un import écrira : la table, sa ligne de `sources.csv`, les lignes écartées, les réponses
 * données, et l’édition que des inscriptions demandent.
 */
export async function composerImport(demande: AEcrire): Promise<Composee> {
  const { genre, importee, fusion, depot, adresse, memoire } = demande;
  const lignes = await lireSiLa(sources, depot);
  const source = lignes.find(({ table }) => table === genre.table.nom);
  const avant = { source, rejets: await lireSiLa(rejets, depot) };
  const apres = direProvenance(genre, importee, fusion, avant, adresse);
  const autres = lignes.filter(({ table }) => table !== genre.table.nom);
  const couvertes = couvrir(
    genre,
    { ...importee, rangees: fusion.apportees ?? fusion.rangees },
    await lireSiLa(couverture, depot),
    {
      ...demande.partielle,
      jour: apres.source.consulte_le ?? '',
    },
  );
  const suite = await suiteDe(genre, fusion, depot, apres.source.consulte_le);
  const textes = new Map([
    formaterLongue(fusion.rangees),
    formater(sources, [...autres, apres.source]),
    ...(apres.rejets.length > 0 || estLa(rejets, depot) ? [formater(rejets, apres.rejets)] : []),
    ...(memoire.length > 0 ? [formater(reponses_import, memoire)] : []),
    ...(couvertes ? [formater(couverture, couvertes)] : []),
    ...(suite.edition ? [formater(edition, [suite.edition])] : []),
  ]);
  const dire = [...suite.dire, ...direPartielle(couvertes ?? [])];
  if (source || fusion.gardees === 0) return { textes, suites: dire };
  const sans = `sources.csv ne disait rien des lignes gardées : leur nature est notée « transcription ».`;
  return { textes, suites: [...dire, `${sans} Vérifiez-la.`] };
}
