import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { TABLES_SOURCE } from '../../src/domain/tables/index.ts';
import { cheminCsv, type TableSource } from '../../src/domain/tables/schema.ts';

type Cellules = Record<string, string>;

const MAX = 300;

const lire = (table: TableSource): Cellules[] | null => {
  const chemin = join('data', cheminCsv(table));
  if (!existsSync(chemin)) return null;
  return Papa.parse<Cellules>(readFileSync(chemin, 'utf8').trim(), { header: true }).data;
};

/** Au plus 300 rangées, prises de loin en loin. */
const espacer = (lignes: readonly Cellules[]): Cellules[] => {
  const pas = Math.max(1, lignes.length / MAX);
  const places = Array.from({ length: Math.min(MAX, lignes.length) }, (_, i) =>
    Math.floor(i * pas),
  );
  return places.map((i) => lignes[i] as Cellules);
};

/**
 * Écrit une petite édition tirée de la vraie : 300 rangées par table au plus, sans référence
 * perdue, et tous les totaux annoncés dans `sources.csv`.
 * @returns les tables écrites
 */
export function trancher(dossier: string): TableSource[] {
  const gardees = new Map<string, Cellules[]>();
  for (const table of TABLES_SOURCE) {
    const lignes = lire(table);
    if (lignes === null || table.nom === 'acceptes') continue;
    const connue = (valeur: string, reference: string): boolean => {
      const [cible = '', champ = ''] = reference.split('.');
      return gardees.get(cible)?.some((ligne) => ligne[champ] === valeur) ?? false;
    };
    const entieres = lignes.filter((ligne) =>
      Object.entries(table.colonnes).every(
        ([nom, { reference }]) => !reference || !ligne[nom] || connue(ligne[nom], reference),
      ),
    );
    gardees.set(table.nom, espacer(entieres));
  }
  for (const source of gardees.get('sources') ?? []) {
    const table = TABLES_SOURCE.find(({ nom }) => nom === source.table);
    const lignes = gardees.get(source.table ?? '') ?? [];
    const { somme } = table ?? {};
    const total = somme ? lignes.reduce((n, l) => n + Number(l[somme]), 0) : lignes.length;
    source.somme_controle = String(total);
  }
  const ecrites = TABLES_SOURCE.filter(({ nom }) => gardees.has(nom));
  for (const table of ecrites) {
    const chemin = join(dossier, cheminCsv(table));
    mkdirSync(dirname(chemin), { recursive: true });
    const fields = Object.keys(table.colonnes);
    const texte = Papa.unparse({ fields, data: gardees.get(table.nom) ?? [] }, { newline: '\n' });
    writeFileSync(chemin, `${texte}\n`);
  }
  return ecrites;
}
