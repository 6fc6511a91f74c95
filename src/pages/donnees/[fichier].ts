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
import { enModele } from '../../export/modele.ts';
import { fichierDuModele, MODELES, modelesDe } from '../../export/modeles.ts';
import { exporterTable } from '../../export/table.ts';
import { enZip } from '../../export/zip.ts';
import { dossierPublie, lireManifeste, moteurNode } from '../../query/engine.node.ts';
import { requete } from '../../query/moteur.ts';
import { toutesLesRangees } from '../../query/table.ts';

type Props =
  | { genre: 'table'; table: TableDuManifeste; format: Format }
  | { genre: 'ensemble' }
  | { genre: 'modele'; nom: string };

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
  if (fichier === PAQUET) {
    return JSON.stringify(
      datapackage(manifeste, (table) => nomStable(table, 'csv')),
      null,
      1,
    );
  }
  if (fichier === CATALOGUE) {
    const chemin = (nom: string) => href(`/donnees/${nom}`);
    const adresse = (nom: string) => (site ? new URL(chemin(nom), site).href : chemin(nom));
    return JSON.stringify(catalogueDcat(manifeste, adresse), null, 1);
  }
  const csv = new Map<string, Uint8Array>();
  for (const table of manifeste.tables) csv.set(table.nom, await csvDe(table, manifeste));
  return enZip(manifeste, csv);
}

/** Un classeur vide à remplir, avec les codes de l’édition ; ses écoles fictives n’y sont pas. */
async function modele(nom: string): Promise<Uint8Array<ArrayBuffer>> {
  const moteur = await moteurNode();
  const lire = (sql: string) => moteur.lire<{ code: string; nom: string }>(requete(sql));
  const modeles = modelesDe({
    options: await lire('SELECT code_obg AS code, intitule AS nom FROM options ORDER BY 1'),
    zones: await lire('SELECT zone::VARCHAR AS code, nom FROM zones ORDER BY zone'),
    metiers: await lire('SELECT metier AS code, intitule AS nom FROM metiers ORDER BY 1'),
    implantations: await lire(`SELECT fase_implantation AS code, nom FROM implantations
      WHERE nature <> 'demonstration' ORDER BY 1`),
  });
  const voulu = modeles.find((un) => un.nom === nom);
  if (!voulu) throw new Error(`Aucun modèle ne s’appelle « ${nom} ».`);
  return enModele(voulu);
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
  const modeles = MODELES.map((modele) => ({
    params: { fichier: fichierDuModele(modele) },
    props: { genre: 'modele', nom: modele.nom } satisfies Props,
  }));
  return [...dUneTable, ...deToutes, ...modeles];
}) satisfies GetStaticPaths;

/** Les fichiers à télécharger, à leurs adresses stables : `/donnees/options.csv`. */
export const GET: APIRoute<Props> = async ({ props, params, site }) => {
  const manifeste = await lireManifeste();
  if (props.genre === 'ensemble') {
    return new Response(await ensemble(params.fichier ?? '', manifeste, site));
  }
  if (props.genre === 'modele') {
    return new Response(await modele(props.nom), { headers: { 'Content-Type': MIME.xlsx } });
  }
  const { table, format } = props;
  return new Response(await contenuDe(table, format, manifeste), {
    headers: { 'Content-Type': MIME[format] },
  });
};
