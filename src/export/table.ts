import { lacunesDe, TABLES_COUVERTES, tableCouverte } from '../domain/connaissance.ts';
import type { RangeeCsv } from '../domain/csv.ts';
import { enCsv } from '../domain/csv.ts';
import { estFictive } from '../domain/fictions.ts';
import type { Manifeste, TableDuManifeste } from '../domain/manifeste.ts';
import {
  COLONNES_DICTIONNAIRE,
  COLONNES_SOURCES,
  dictionnaire,
  sourcesALire,
} from './dictionnaire.ts';
import type { Format } from './fichiers.ts';
import { enXlsx } from './xlsx.ts';

const utf8 = new TextEncoder();

/** Ce que l’édition ne connaît pas de ce dont une table se fait ; vide quand elle connaît tout. */
function direLacunes({ sources }: TableDuManifeste, manifeste: Manifeste): string {
  const { annee_scolaire: annee } = manifeste.edition;
  const sans = new Set(lacunesDe(manifeste, 'inscriptions', annee).map(({ zone }) => zone));
  const dites = TABLES_COUVERTES.filter((nom) =>
    sources.some(({ table }) => table === tableCouverte(nom)),
  )
    .map((nom) => {
      const lues = lacunesDe(manifeste, nom, annee);
      const propres = nom.includes('.') ? lues.filter(({ zone }) => !sans.has(zone)) : lues;
      return { nom, zones: propres.length };
    })
    .filter(({ zones }) => zones > 0)
    .map(({ nom, zones }) => `${nom} (${zones} ${zones > 1 ? 'zones' : 'zone'})`);
  return dites.length > 0
    ? ` Non connu en ${annee}, ou en partie : ${dites.join(', ')} ; une cellule vide n’y est pas zéro.`
    : '';
}

/** Ce qu’une table doit dire d’elle-même quand elle quitte le site. */
export function avis(table: TableDuManifeste, manifeste: Manifeste): string {
  const { nature, titre, sources } = table;
  const { edition } = manifeste;
  const ou = `« ${titre} », ${edition.titre} (${edition.id}), ${edition.editeur}.${direLacunes(table, manifeste)}`;
  if (nature !== 'demonstration') return ou;
  if (estFictive(manifeste)) {
    return `Dans cette édition fictive, aucun chiffre ne décrit une école réelle. ${ou}`;
  }
  const fictives = sources.filter((source) => source.nature === nature).map((s) => s.table);
  return `${ou} Elle dépend de données de démonstration : ${fictives.join(', ')}.`;
}

/**
 * Une table dans un format de tableur, avec son dictionnaire et ses sources quand il le permet.
 * @param rangees celles de la table entière, ou d’une vue filtrée
 */
export async function exporterTable(
  table: TableDuManifeste,
  rangees: readonly RangeeCsv[],
  format: Exclude<Format, 'parquet'>,
  manifeste: Manifeste,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format !== 'xlsx') {
    return utf8.encode(enCsv(table.colonnes, rangees, format === 'excel' ? 'excel' : 'standard'));
  }
  const note = { table: avis(table, manifeste) };
  return enXlsx([
    { nom: 'données', colonnes: table.colonnes, rangees },
    { nom: 'dictionnaire', colonnes: COLONNES_DICTIONNAIRE, rangees: dictionnaire(table) },
    {
      nom: 'sources',
      colonnes: COLONNES_SOURCES,
      rangees: [...sourcesALire(table.sources), note],
    },
  ]);
}
