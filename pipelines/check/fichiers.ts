import { join } from 'node:path';
import { plusProche } from '../../src/domain/recherche/proche.ts';
import { TABLES_SOURCE } from '../../src/domain/tables/index.ts';
import { cheminCsv } from '../../src/domain/tables/schema.ts';
import { parcourir } from '../parcourir.ts';
import { cheminLisible } from '../read/dossiers.ts';
import type { Probleme } from './probleme.ts';

/**
 * Les CSV d’un dossier ajouté qui ne sont le fichier d’aucune table : mal nommés, ils seraient
 * ignorés en silence.
 */
export function fichiersInconnus(dossiers: readonly string[]): Probleme[] {
  const connus = TABLES_SOURCE.map(cheminCsv);
  return dossiers.slice(1).flatMap((dossier) =>
    parcourir(dossier, { donnees: true })
      .filter((nom) => /\.csv$/i.test(nom) && !connus.includes(nom))
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
