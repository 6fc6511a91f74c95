import type { Lacune } from '../../src/domain/connaissance.ts';
import type {
  BilanDeControle,
  ColonneDuManifeste,
  Manifeste,
  Masquage,
  TableDuManifeste,
} from '../../src/domain/manifeste.ts';
import type { Edition, Source } from '../../src/domain/tables/edition.ts';
import {
  colonnesPubliees,
  naturePlusFaible,
  TABLES_MART,
  TABLES_PUBLIEES,
  TABLES_SOURCE,
} from '../../src/domain/tables/index.ts';
import type { Colonne, Nature, Table } from '../../src/domain/tables/schema.ts';
import type { Base } from '../../src/edition/base.ts';
import type { FichierParquet } from './parquet.ts';

/** Ce qui se publie de ce que la construction a constaté en chemin. */
export interface Constats extends Pick<Manifeste, 'avertissements' | 'rejets'> {
  readonly bilans: readonly BilanDeControle[];
  readonly masquage: Masquage | null;
}

/** Les tables sources dont une table publiée dépend. */
export const entreesDe = (table: Table): readonly string[] =>
  TABLES_MART.find((mart) => mart === table)?.tables ?? [table.nom];

const decrireColonne = (
  nom: string,
  colonne: Colonne,
  natureDe: (tables: readonly string[]) => Nature,
  entrees: readonly string[],
): ColonneDuManifeste => ({
  nom,
  type: colonne.type,
  sens: colonne.sens,
  unite: colonne.unite ?? null,
  vide: colonne.vide ?? null,
  nature: natureDe(colonne.tables ?? entrees),
});

const FACULTATIVES = new Set(
  TABLES_SOURCE.filter(({ facultative }) => facultative).map(({ nom }) => nom),
);

/**
 * La nature d’un ensemble de tables sources, selon `sources.csv` : la plus faible. Une table
 * facultative que l’édition n’a pas n’y entre pas.
 */
export async function lireNatures(base: Base): Promise<(tables: readonly string[]) => Nature> {
  const lignes = await base.lire<{ nom: string; nature: Nature }>(
    'SELECT "table" AS nom, nature FROM source.sources',
  );
  const natures = new Map(lignes.map(({ nom, nature }) => [nom, nature]));
  const presentes = (tables: readonly string[]): readonly string[] =>
    tables.filter((table) => natures.has(table) || !FACULTATIVES.has(table));
  return (tables) =>
    naturePlusFaible(
      presentes(tables).map(
        (table) => natures.get(table) ?? (table === 'sources' ? 'transcription' : 'demonstration'),
      ),
    );
}

/**
 * Le manifeste de l’édition ; la nature d’une colonne est la plus faible de celles de ses sources.
 * @param fichiers le Parquet écrit pour chaque table publiée
 */
export async function composerManifeste(
  base: Base,
  fichiers: ReadonlyMap<string, FichierParquet>,
  { avertissements, rejets, bilans, masquage }: Constats,
): Promise<Manifeste> {
  const [edition] = await base.lire<Edition>('SELECT * EXCLUDE (_ligne) FROM source.edition');
  const sources = await base.lire<Source>(
    'SELECT * EXCLUDE (_ligne) FROM source.sources ORDER BY "table"',
  );
  const annees = await base.lire<{ annee_scolaire: string }>(
    'SELECT annee_scolaire FROM regle.annees ORDER BY 1',
  );
  const natureDe = await lireNatures(base);
  const tables = TABLES_PUBLIEES.flatMap((table): TableDuManifeste[] => {
    const fichier = fichiers.get(table.nom);
    if (!fichier) return [];
    const entrees = entreesDe(table);
    return [
      {
        nom: table.nom,
        titre: table.titre,
        sens: table.sens,
        ...fichier,
        nature: natureDe(entrees),
        cle: table.cle,
        colonnes: Object.entries(colonnesPubliees(table)).map(([nom, colonne]) =>
          decrireColonne(nom, colonne, natureDe, entrees),
        ),
        sources: sources.filter((source) => entrees.includes(source.table)),
      },
    ];
  });
  if (!edition) throw new Error('La table edition est vide après les contrôles.');
  return {
    format: 2,
    edition,
    anneesScolaires: annees.map(({ annee_scolaire }) => annee_scolaire),
    lacunes: await base.lire<Lacune>(`
      SELECT "table", zone, annee_scolaire, etat, raison FROM main.connaissance
      WHERE etat <> 'connu' ORDER BY annee_scolaire, "table", zone`),
    tables,
    masquage,
    controles: bilans,
    avertissements,
    rejets,
  };
}
