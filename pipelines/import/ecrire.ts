import { existsSync } from 'node:fs';
import {
  edition,
  type Rejet,
  rejets,
  type Source,
  sources,
} from '../../src/domain/tables/edition.ts';
import { cheminCsv, type Ligne, type TableSource } from '../../src/domain/tables/schema.ts';
import { formaterCsv, lireLignes } from '../demo/csv.ts';
import type { Rangee } from '../read/base.ts';
import { ecrireEnsemble } from '../write/ensemble.ts';
import type { Importee } from './compte.ts';
import type { Genre } from './genre.ts';

const lireSiLa = async <T extends TableSource>(table: T, dossier: string): Promise<Ligne<T>[]> =>
  existsSync(`${dossier}/${cheminCsv(table)}`) ? lireLignes(table, dossier) : [];

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

async function noterSource(
  genre: Genre,
  importee: Importee,
  dossier: string,
  adresse: string,
  textes: Textes,
) {
  const lignes = await lireSiLa(sources, dossier);
  const ancienne = lignes.find(({ table }) => table === genre.table.nom);
  const { somme } = genre.table;
  const total = somme
    ? importee.rangees.reduce((n, rangee) => n + Number(rangee[somme]), 0)
    : importee.rangees.length;
  const nouvelle: Source = {
    table: genre.table.nom,
    titre: ancienne?.titre ?? genre.source.titre,
    editeur: ancienne?.editeur ?? genre.source.editeur,
    nature: 'officiel',
    adresse: adresse || ancienne?.adresse || null,
    consulte_le: new Date().toISOString().slice(0, 10),
    licence: ancienne?.licence ?? null,
    note: `Importé de ${importee.comptes.map(({ fichier }) => fichier).join(', ')}.`,
    somme_controle: total,
  };
  const autres = lignes.filter(({ table }) => table !== genre.table.nom);
  ecrire(sources, textes, [...autres, nouvelle]);
}

async function noterRejets(genre: Genre, importee: Importee, dossier: string, textes: Textes) {
  const autres = (await lireSiLa(rejets, dossier)).filter((rejet) => rejet.genre !== genre.nom);
  const nouveaux = importee.comptes.flatMap((compte): readonly Rejet[] => compte.rejets);
  if (autres.length + nouveaux.length === 0 && !existsSync(`${dossier}/${cheminCsv(rejets)}`))
    return;
  ecrire(rejets, textes, [...autres, ...nouveaux]);
}

function poserEdition(importee: Importee, dossier: string, textes: Textes): boolean {
  if (existsSync(`${dossier}/${cheminCsv(edition)}`)) return false;
  const annees = importee.rangees.map(({ annee_scolaire }) => String(annee_scolaire)).sort();
  const annee = annees.at(-1) ?? '';
  const debut = Number(annee.slice(0, 4));
  ecrire(edition, textes, [
    {
      id: `import-${annee}`,
      titre: `Édition ${annee}`,
      campagne: `${debut + 1}-${debut + 2}`,
      annee_scolaire: annee,
      editeur: 'Éditeur à renseigner',
      contact: 'Contact à renseigner',
      seuil_masquage: null,
    },
  ]);
  return true;
}

/**
 * Écrit la table importée, sa ligne de `sources.csv`, les lignes écartées, et une édition à
 * compléter si des inscriptions arrivent dans un dossier qui n’en a pas.
 * @returns ce qui reste à faire à la main
 */
export async function ecrireImport(
  genre: Genre,
  importee: Importee,
  dossier: string,
  adresse = '',
): Promise<string[]> {
  const textes: Textes = new Map();
  ecrire(genre.table, textes, importee.rangees as Ligne<TableSource>[]);
  await noterSource(genre, importee, dossier, adresse, textes);
  await noterRejets(genre, importee, dossier, textes);
  const posee = genre.table.nom === 'inscriptions' && poserEdition(importee, dossier, textes);
  await ecrireEnsemble(dossier, textes);
  return posee ? [`Complétez ${dossier}/edition.csv : titre, éditeur, contact.`] : [];
}
