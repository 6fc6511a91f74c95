import { existsSync } from 'node:fs';
import { TABLES_SOURCE } from '../../src/domain/tables/index.ts';
import type { Base } from '../read/base.ts';
import { cheminLisible, fichierDe } from '../read/dossiers.ts';
import type { Probleme } from './probleme.ts';

const SANS_SOURCE = new Set(['edition', 'sources']);

const probleme = (
  nomDeTable: string,
  dossiers: readonly string[],
  reste: Pick<Probleme, 'code' | 'message' | 'colonne' | 'valeur' | 'ligne'>,
): Probleme => {
  const table = TABLES_SOURCE.find(({ nom }) => nom === nomDeTable);
  const fichier = table ? cheminLisible(fichierDe(table, dossiers)) : nomDeTable;
  return { gravite: 'erreur', fichier, ...reste };
};

/** Chaque table lue a sa ligne dans `sources.csv`, et chaque ligne sa table. */
async function verifierSources(base: Base, dossiers: readonly string[]): Promise<Probleme[]> {
  const lignes = await base.lire<{ nom: string; ligne: number }>(
    'SELECT "table" AS nom, _ligne AS ligne FROM source.sources ORDER BY _ligne',
  );
  const tables = TABLES_SOURCE.filter(({ nom }) => !SANS_SOURCE.has(nom));
  const attendues = tables.map(({ nom }) => nom);
  const absentes = tables
    .filter((table) => !table.facultative || existsSync(fichierDe(table, dossiers)))
    .map(({ nom }) => nom)
    .filter((nom) => !lignes.some((ligne) => ligne.nom === nom));
  return [
    ...absentes.map((nom) =>
      probleme('sources', dossiers, {
        code: 'OAD-SOURCE',
        colonne: 'table',
        valeur: nom,
        message: `la table « ${nom} » n’a pas de ligne. Dites d’où elle vient et de quelle nature.`,
      }),
    ),
    ...lignes
      .filter(({ nom }) => !attendues.includes(nom))
      .map(({ nom, ligne }) =>
        probleme('sources', dossiers, {
          code: 'OAD-SOURCE',
          ligne,
          colonne: 'table',
          valeur: nom,
          message: `« ${nom} » n’est pas une table. Attendues : ${attendues.join(', ')}.`,
        }),
      ),
  ];
}

/** L’édition tient en une ligne, et sa dernière année scolaire a des inscriptions. */
async function verifierEdition(base: Base, dossiers: readonly string[]): Promise<Probleme[]> {
  const lignes = await base.lire<{ annee_scolaire: string; ligne: number }>(
    'SELECT annee_scolaire, _ligne AS ligne FROM source.edition ORDER BY _ligne',
  );
  const [premiere, ...autres] = lignes;
  if (!premiere || autres.length > 0) {
    const message = `${lignes.length} lignes ; il en faut une et une seule.`;
    return [probleme('edition', dossiers, { code: 'OAD-EDITION', message })];
  }
  const [derniere] = await base.lire<{ annee: string | null }>(
    'SELECT max(annee_scolaire) AS annee FROM source.inscriptions',
  );
  if (derniere?.annee === premiere.annee_scolaire) return [];
  const message =
    `« ${premiere.annee_scolaire} » n’est pas la dernière année des inscriptions ` +
    `(${derniere?.annee ?? 'aucune'}).`;
  return [
    probleme('edition', dossiers, {
      code: 'OAD-EDITION',
      ligne: premiere.ligne,
      colonne: 'annee_scolaire',
      valeur: premiere.annee_scolaire,
      message,
    }),
  ];
}

/** Contrôle ce que les tables disent ensemble de l’édition et de ses sources. */
export const verifierCoherence = async (
  base: Base,
  dossiers: readonly string[],
): Promise<Probleme[]> => [
  ...(await verifierSources(base, dossiers)),
  ...(await verifierEdition(base, dossiers)),
];
