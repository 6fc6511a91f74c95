import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { href } from '../../config.ts';
import type { Rangee } from '../../domain/csv.ts';
import type { Manifeste, TableDuManifeste } from '../../domain/manifeste.ts';
import { catalogueDcat } from '../../export/catalogue.ts';
import { datapackage } from '../../export/datapackage.ts';
import {
  ARCHIVE,
  CATALOGUE,
  FORMATS,
  type Format,
  MIME,
  nomStable,
  PAQUET,
} from '../../export/fichiers.ts';
import { exporterTable } from '../../export/table.ts';
import { enZip } from '../../export/zip.ts';
import { dossierPublie, lireManifeste, moteurNode } from '../../query/engine.node.ts';
import { toutesLesRangees } from '../../query/table.ts';

type Props = { genre: 'table'; table: TableDuManifeste; format: Format } | { genre: 'ensemble' };

const lire = async (table: TableDuManifeste): Promise<readonly Rangee[]> =>
  (await moteurNode()).lire<Rangee>(toutesLesRangees(table));

async function ensemble(fichier: string, manifeste: Manifeste, site: URL | undefined) {
  if (fichier === PAQUET) return JSON.stringify(datapackage(manifeste), null, 1);
  if (fichier === CATALOGUE) {
    const chemin = (nom: string) => href(`/donnees/${nom}`);
    const adresse = (nom: string) => (site ? new URL(chemin(nom), site).href : chemin(nom));
    return JSON.stringify(catalogueDcat(manifeste, adresse), null, 1);
  }
  const csv = new Map<string, Uint8Array>();
  for (const table of manifeste.tables) {
    csv.set(table.nom, await exporterTable(table, await lire(table), 'csv', manifeste));
  }
  return enZip(manifeste, csv);
}

export const getStaticPaths = (async () => {
  const { tables } = await lireManifeste();
  const dUneTable = tables.flatMap((table) =>
    FORMATS.map((format) => ({
      params: { fichier: nomStable(table, format) },
      props: { genre: 'table', table, format } satisfies Props,
    })),
  );
  const deToutes = [ARCHIVE, PAQUET, CATALOGUE].map((fichier) => ({
    params: { fichier },
    props: { genre: 'ensemble' } satisfies Props,
  }));
  return [...dUneTable, ...deToutes];
}) satisfies GetStaticPaths;

/** Les fichiers à télécharger, à leurs adresses stables : `/donnees/options.csv`. */
export const GET: APIRoute<Props> = async ({ props, params, site }) => {
  const manifeste = await lireManifeste();
  if (props.genre === 'ensemble') {
    return new Response(await ensemble(params.fichier ?? '', manifeste, site));
  }
  const { table, format } = props;
  const contenu =
    format === 'parquet'
      ? await readFile(join(dossierPublie, table.fichier))
      : await exporterTable(table, await lire(table), format, manifeste);
  return new Response(contenu, { headers: { 'Content-Type': MIME[format] } });
};
