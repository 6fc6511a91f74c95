import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

type Cellules = Readonly<Record<string, string>>;

/** Lignes d’une table du référentiel, cellules en texte. */
export function cellules(table: string): readonly Cellules[] {
  const texte = readFileSync(`data/referentiel/${table}.csv`, 'utf8');
  return Papa.parse<Cellules>(texte, { header: true, skipEmptyLines: true }).data;
}

/** Les mêmes, typées : cellule vide `null`, `oui` et `non` booléens dans les colonnes nommées. */
export function lire<Ligne>(
  table: string,
  nombres: readonly string[] = [],
  booleens: readonly string[] = [],
): readonly Ligne[] {
  return cellules(table).map((ligne) => {
    const paires = Object.entries(ligne).map(([colonne, texte]) => {
      if (texte === '') return [colonne, null];
      if (booleens.includes(colonne)) return [colonne, texte === 'oui'];
      return [colonne, nombres.includes(colonne) ? Number(texte) : texte];
    });
    return Object.fromEntries(paires) as Ligne;
  });
}
