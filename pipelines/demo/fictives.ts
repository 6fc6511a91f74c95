import { join } from 'node:path';
import { sources } from '../../src/domain/tables/edition.ts';
import { cheminCsv, type TableSource } from '../../src/domain/tables/schema.ts';
import { ErreurDUsage } from '../../src/edition/probleme.ts';
import { lireCsv } from '../../src/edition/read/csv.ts';
import type { Depot } from '../../src/edition/read/depot.ts';
import { ouvrirDepot } from '../dossiers.ts';

/** Les numéros FASE de démonstration commencent là ; aucune école réelle n’en a un pareil. */
const PREMIER_FICTIF = 900_001;

/** Les cellules d’un CSV, par nom de colonne, sans rien exiger d’elles. */
async function lireCellules(
  depot: Depot,
  table: TableSource,
  surRangee: (cellule: (nom: string) => string) => void,
) {
  let entete: readonly string[] | undefined;
  await lireCsv(depot.ouvrir(cheminCsv(table)), ({ cellules }) => {
    if (entete === undefined) entete = cellules;
    else {
      const noms = entete;
      surRangee((nom) => cellules[noms.indexOf(nom)] ?? '');
    }
  });
}

/** Ce qui dit qu’une table du dossier n’est pas de démonstration ; `null` si rien ne le dit. */
async function preuveDuReel(
  table: TableSource,
  depot: Depot,
  natures: ReadonlyMap<string, string>,
): Promise<string | null> {
  if (!depot.contient(cheminCsv(table))) return null;
  const nature = natures.get(table.nom);
  if (nature === undefined) return 'sources.csv ne dit pas sa nature';
  if (nature !== 'demonstration') return `sources.csv la dit « ${nature} »`;
  let reelle: string | null = null;
  if (!('fase_implantation' in table.colonnes)) return reelle;
  await lireCellules(depot, table, (cellule) => {
    const fase = cellule('fase_implantation');
    if (!(Number(fase) >= PREMIER_FICTIF)) reelle ??= `elle porte le numéro FASE ${fase}`;
  });
  return reelle;
}

/**
 * Exige que les tables que le tirage remplacerait soient elles-mêmes de démonstration.
 * @throws ErreurDUsage qui nomme celles qui ne le sont pas, et ce qui le montre
 */
export async function exigerFictives(dir: string, tables: readonly TableSource[]): Promise<void> {
  const natures = new Map<string, string>();
  const depot = ouvrirDepot(dir);
  if (depot.contient(cheminCsv(sources))) {
    await lireCellules(depot, sources, (cellule) =>
      natures.set(cellule('table'), cellule('nature')),
    );
  }
  const preuves: string[] = [];
  for (const table of tables) {
    const preuve = await preuveDuReel(table, depot, natures);
    if (preuve !== null) preuves.push(`  ${join(dir, cheminCsv(table))} : ${preuve}`);
  }
  if (preuves.length === 0) return;
  throw new ErreurDUsage(
    `« ${dir} » contient des tables qui ne sont pas de démonstration, et le tirage les remplacerait :\n${preuves.join('\n')}\nDonnez un autre dossier à --data : rien n’a été touché.`,
  );
}
