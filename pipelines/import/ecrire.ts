import { existsSync } from 'node:fs';
import { edition, rejets, sources } from '../../src/domain/tables/edition.ts';
import { cheminCsv, type Ligne, type TableSource } from '../../src/domain/tables/schema.ts';
import { ErreurDUsage } from '../check/probleme.ts';
import { formaterCsv, lireLignes } from '../demo/csv.ts';
import type { Rangee } from '../read/base.ts';
import { ecrireEnsemble } from '../write/ensemble.ts';
import type { Importee } from './compte.ts';
import { suivreEdition } from './edition.ts';
import type { Avant, Fusion } from './fusion.ts';
import type { Genre } from './genre.ts';
import { direProvenance } from './provenance.ts';

const estLa = (table: TableSource, dossier: string): boolean =>
  existsSync(`${dossier}/${cheminCsv(table)}`);

const lireSiLa = async <T extends TableSource>(table: T, dossier: string): Promise<Ligne<T>[]> =>
  estLa(table, dossier) ? lireLignes(table, dossier) : [];

const comparer =
  (cle: readonly string[]) =>
  (a: Rangee, b: Rangee): number => {
    for (const nom of cle) {
      const [x, y] = [a[nom] ?? '', b[nom] ?? ''];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  };

/** Le texte des tables d’un import, par chemin : elles s’écriront ensemble. */
type Textes = Map<string, string>;

const ecrire = <T extends TableSource>(
  table: T,
  textes: Textes,
  rangees: readonly Ligne<T>[],
): void => {
  const triees = [...rangees].sort((a, b) => comparer(table.cle)(a as Rangee, b as Rangee));
  textes.set(cheminCsv(table), formaterCsv(table, triees));
};

/**
 * Ce que le dossier tient déjà de la table d’un genre.
 * @throws ErreurDUsage si une de ses lignes ne se lit pas
 */
export async function lireAvant(genre: Genre, dossier: string): Promise<Avant> {
  const lignes = await lireSiLa(sources, dossier);
  return {
    rangees: (await lireSiLa(genre.table, dossier)) as Rangee[],
    source: lignes.find(({ table }) => table === genre.table.nom),
  };
}

async function suivre(fusion: Fusion, dossier: string, textes: Textes): Promise<readonly string[]> {
  const fichier = `${dossier}/${cheminCsv(edition)}`;
  const annees = fusion.rangees.map(({ annee_scolaire }) => String(annee_scolaire)).sort();
  const actuelles = estLa(edition, dossier)
    ? await lireLignes(edition, dossier).catch((cause) => {
        if (cause instanceof ErreurDUsage) return [];
        throw cause;
      })
    : null;
  const suite = suivreEdition(actuelles, annees.at(-1) ?? '', fichier);
  if (suite.edition) ecrire(edition, textes, [suite.edition]);
  return suite.dire;
}

/**
 * Écrit la table importée, sa ligne de `sources.csv`, les lignes écartées, et l’édition que des
 * inscriptions demandent.
 * @returns ce qui reste à faire à la main
 */
export async function ecrireImport(
  genre: Genre,
  importee: Importee,
  fusion: Fusion,
  dossier: string,
  adresse = '',
): Promise<readonly string[]> {
  const lignes = await lireSiLa(sources, dossier);
  const source = lignes.find(({ table }) => table === genre.table.nom);
  const avant = { source, rejets: await lireSiLa(rejets, dossier) };
  const apres = direProvenance(genre, importee, fusion, avant, adresse);
  const textes: Textes = new Map();
  ecrire(genre.table, textes, fusion.rangees as Ligne<TableSource>[]);
  const autres = lignes.filter(({ table }) => table !== genre.table.nom);
  ecrire(sources, textes, [...autres, apres.source]);
  if (apres.rejets.length > 0 || estLa(rejets, dossier)) {
    ecrire(rejets, textes, apres.rejets);
  }
  const suites = genre.table.nom === 'inscriptions' ? await suivre(fusion, dossier, textes) : [];
  await ecrireEnsemble(dossier, textes);
  if (source || fusion.gardees === 0) return suites;
  const sans = `sources.csv ne disait rien des lignes gardées : leur nature est notée « transcription ».`;
  return [...suites, `${sans} Vérifiez-la.`];
}
