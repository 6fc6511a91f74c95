import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { plusProche } from '../../src/domain/recherche/proche.ts';
import { TABLES_SOURCE } from '../../src/domain/tables/index.ts';
import { cheminCsv } from '../../src/domain/tables/schema.ts';
import { cheminLisible } from '../read/dossiers.ts';
import { ErreurDUsage, type Probleme } from './probleme.ts';

const lister = (dossier: string): string[] =>
  readdirSync(dossier, { recursive: true, encoding: 'utf8' }).map((nom) =>
    nom.replaceAll('\\', '/'),
  );

/**
 * Les CSV d’un dossier ajouté qui ne sont le fichier d’aucune table : mal nommés, ils seraient
 * ignorés en silence.
 * @throws ErreurDUsage si un dossier n’existe pas
 */
export function fichiersInconnus(dossiers: readonly string[]): Probleme[] {
  const absent = dossiers.find((dossier) => !existsSync(dossier));
  if (absent !== undefined) {
    throw new ErreurDUsage(`le dossier « ${absent} » n’existe pas. Vérifiez son chemin.`);
  }
  const connus = TABLES_SOURCE.map(cheminCsv);
  return dossiers.slice(1).flatMap((dossier) =>
    lister(dossier)
      .filter((nom) => nom.endsWith('.csv') && !connus.includes(nom))
      .map((nom): Probleme => {
        const proche = plusProche(nom, connus);
        const suite = proche ? ` Vouliez-vous ${proche} ?` : '';
        return {
          code: 'OAD-FICHIER-INCONNU',
          titre: 'Chaque CSV ajouté est celui d’une table',
          gravite: 'avertissement',
          fichier: cheminLisible(join(dossier, nom)),
          valeur: nom,
          message: `ce fichier n’est celui d’aucune table : il n’est pas lu.${suite}`,
        };
      }),
  );
}
