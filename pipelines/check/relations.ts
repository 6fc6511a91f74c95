import { plusProche } from '../../src/domain/recherche/proche.ts';
import { TABLES_SOURCE } from '../../src/domain/tables/index.ts';
import type { TableSource } from '../../src/domain/tables/schema.ts';
import type { Base } from '../read/base.ts';
import { cheminLisible, fichierDe } from '../read/dossiers.ts';
import type { Probleme } from './probleme.ts';

interface Doublon {
  ligne: number;
  premiere: number;
  cle: string;
}

/** Les lignes d’une table dont la clé a déjà été vue plus haut. */
async function doublons(base: Base, table: TableSource, fichier: string): Promise<Probleme[]> {
  const cle = table.cle.map((nom) => `"${nom}"`).join(', ');
  const lignes = await base.lire<Doublon>(`
    SELECT _ligne AS ligne, premiere, cle FROM (
      SELECT _ligne, concat_ws(', ', ${cle}) AS cle,
        (min(_ligne) OVER (PARTITION BY ${cle}))::INTEGER AS premiere
      FROM source."${table.nom}"
    ) WHERE _ligne > premiere ORDER BY _ligne`);
  return lignes.map(({ ligne, premiere, cle: valeur }) => ({
    code: 'OAD-DOUBLON',
    gravite: 'erreur',
    fichier,
    ligne,
    colonne: table.cle.join(', '),
    valeur,
    message: `« ${valeur} » est déjà à la ligne ${premiere}. Gardez une seule des deux.`,
  }));
}

/** Les valeurs d’une colonne qui n’existent pas dans la table à laquelle elle se réfère. */
async function orphelins(
  base: Base,
  table: TableSource,
  fichier: string,
  colonne: string,
  reference: string,
): Promise<Probleme[]> {
  const [cible, champ] = reference.split('.') as [string, string];
  const lignes = await base.lire<{ ligne: number; valeur: string }>(`
    SELECT a._ligne AS ligne, a."${colonne}"::VARCHAR AS valeur
    FROM source."${table.nom}" a ANTI JOIN source."${cible}" b ON a."${colonne}" = b."${champ}"
    WHERE a."${colonne}" IS NOT NULL ORDER BY a._ligne`);
  if (lignes.length === 0) return [];
  const connues = await base.lire<{ valeur: string }>(
    `SELECT DISTINCT "${champ}"::VARCHAR AS valeur FROM source."${cible}" ORDER BY 1`,
  );
  return lignes.map(({ ligne, valeur }) => {
    const proche = plusProche(
      valeur,
      connues.map((connue) => connue.valeur),
    );
    const suite = proche ? ` Vouliez-vous « ${proche} » ?` : '';
    const message = `« ${valeur} » n’existe pas dans la table ${cible}.${suite}`;
    return { code: 'OAD-REFERENCE', gravite: 'erreur', fichier, ligne, colonne, valeur, message };
  });
}

/**
 * Contrôle ce qui lie les rangées : clés uniques et références, sur les tables chargées.
 * @returns tous les problèmes, dans l’ordre des tables et des lignes
 */
export async function verifierRelations(
  base: Base,
  dossiers: readonly string[],
): Promise<Probleme[]> {
  const problemes: Probleme[] = [];
  for (const table of TABLES_SOURCE) {
    const fichier = cheminLisible(fichierDe(table, dossiers));
    problemes.push(...(await doublons(base, table, fichier)));
    for (const [nom, { reference }] of Object.entries(table.colonnes)) {
      if (reference) problemes.push(...(await orphelins(base, table, fichier, nom, reference)));
    }
  }
  return problemes;
}
