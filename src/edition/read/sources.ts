import { sources } from '../../domain/tables/edition.ts';
import { cheminCsv } from '../../domain/tables/schema.ts';
import type { Base } from '../base.ts';
import type { Probleme } from '../probleme.ts';
import { type Depots, depotDe, tableDe } from './depot.ts';
import { lireTable, type TableLue } from './table.ts';

interface Ecartee {
  readonly table: string;
  readonly nature: string;
  readonly ligne: number;
  readonly fichier: string;
}

const NOMS = Object.keys(sources.colonnes);
const PLACE_TABLE = NOMS.indexOf('table');
const PLACE_NATURE = NOMS.indexOf('nature');

/** Les lignes écartées qui disaient une autre nature que celle de la table réellement lue. */
async function averties(base: Base, ecartees: readonly Ecartee[]): Promise<Probleme[]> {
  const gardees = await base.lire<{ nom: string; nature: string }>(
    'SELECT "table" AS nom, nature FROM source.sources',
  );
  const natures = new Map(gardees.map(({ nom, nature }) => [nom, nature]));
  return ecartees
    .filter(({ table, nature }) => natures.get(table) !== nature)
    .map(({ table, ligne, fichier }) => ({
      code: 'OAD-SOURCE',
      titre: 'Chaque ligne de sources.csv a sa table dans son dossier',
      gravite: 'avertissement',
      fichier,
      table: 'sources',
      ligne,
      colonne: 'table',
      valeur: table,
      message: `« ${table} » n’a pas de fichier dans ce dossier : sa ligne est sans effet.`,
    }));
}

/**
 * Lit `sources.csv` dans chaque dépôt : la ligne d’une table vient du dépôt qui la fournit, pour
 * que des données remplacées ne gardent pas l’étiquette des anciennes.
 */
export async function lireSources(base: Base, depots: Depots): Promise<TableLue> {
  const problemes: Probleme[] = [];
  const sansEffet: Ecartee[] = [];
  const ecartees = new Set<string>();
  let lignes = 0;
  let illisible = false;
  for (const depot of depots) {
    if (!depot.contient(cheminCsv(sources)) && depot !== depots[0]) continue;
    const fichier = depot.citer(cheminCsv(sources));
    const lue = await lireTable(base, sources, depot, (valeurs, ligne) => {
      const nom = String(valeurs[PLACE_TABLE]);
      const table = tableDe(nom);
      const ici = !table || depotDe(table, depots) === depot;
      const nature = String(valeurs[PLACE_NATURE]);
      if (!ici && depot !== depots[0]) sansEffet.push({ table: nom, nature, ligne, fichier });
      return ici;
    });
    problemes.push(...lue.problemes);
    lignes += lue.lignes;
    illisible ||= lue.illisible;
    for (const cellule of lue.ecartees) ecartees.add(cellule);
  }
  problemes.push(...(await averties(base, sansEffet)));
  return { problemes, lignes, enOrdre: false, ecartees, illisible };
}
