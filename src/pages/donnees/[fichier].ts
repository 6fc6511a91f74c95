import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { href } from '../../config.ts';
import type { RangeeCsv } from '../../domain/csv.ts';
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

let derniere: { nom: string; rangees: Promise<readonly RangeeCsv[]> } | undefined;

/** Les rangées d’une table : ses formats se suivent, et la lisent une fois. */
function lire(table: TableDuManifeste): Promise<readonly RangeeCsv[]> {
  if (derniere?.nom !== table.nom) {
    const rangees = moteurNode().then((moteur) => moteur.lire<RangeeCsv>(toutesLesRangees(table)));
    derniere = { nom: table.nom, rangees };
  }
  return derniere.rangees;
}

const csvs = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** Le CSV d’une table, qui se télécharge seul et dans l’archive. */
function csvDe(table: TableDuManifeste, manifeste: Manifeste): Promise<Uint8Array<ArrayBuffer>> {
  const fait =
    csvs.get(table.nom) ??
    lire(table).then((rangees) => exporterTable(table, rangees, 'csv', manifeste));
  csvs.set(table.nom, fait);
  return fait;
}

async function ensemble(fichier: string, manifeste: Manifeste, site: URL | undefined) {
  if (fichier === PAQUET) return JSON.stringify(datapackage(manifeste), null, 1);
  if (fichier === CATALOGUE) {
    const chemin = (nom: string) => href(`/donnees/${nom}`);
    const adresse = (nom: string) => (site ? new URL(chemin(nom), site).href : chemin(nom));
    return JSON.stringify(catalogueDcat(manifeste, adresse), null, 1);
  }
  const csv = new Map<string, Uint8Array>();
  for (const table of manifeste.tables) csv.set(table.nom, await csvDe(table, manifeste));
  return enZip(manifeste, csv);
}

async function contenuDe(table: TableDuManifeste, format: Format, manifeste: Manifeste) {
  if (format === 'parquet') return readFile(join(dossierPublie, table.fichier));
  if (format === 'csv') return csvDe(table, manifeste);
  return exporterTable(table, await lire(table), format, manifeste);
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
  return new Response(await contenuDe(table, format, manifeste), {
    headers: { 'Content-Type': MIME[format] },
  });
};
