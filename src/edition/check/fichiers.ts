import { plusProche } from '../../domain/recherche/proche.ts';
import { TABLES_SOURCE } from '../../domain/tables/index.ts';
import { cheminCsv } from '../../domain/tables/schema.ts';
import type { Probleme } from '../probleme.ts';
import type { Depots } from '../read/depot.ts';

/**
 * Les CSV d’un dépôt ajouté qui ne sont le fichier d’aucune table : mal nommés, ils seraient
 * ignorés en silence.
 */
export function fichiersInconnus(depots: Depots): Probleme[] {
  const connus = TABLES_SOURCE.map(cheminCsv);
  return depots.slice(1).flatMap((depot) =>
    depot
      .lister()
      .filter((nom) => /\.csv$/i.test(nom) && !connus.includes(nom))
      .map((nom): Probleme => {
        const proche = plusProche(nom, connus);
        const suite = proche ? ` Vouliez-vous ${proche} ?` : '';
        return {
          code: 'OAD-FICHIER-INCONNU',
          titre: 'Chaque CSV ajouté est celui d’une table',
          gravite: 'avertissement',
          fichier: depot.citer(nom),
          valeur: nom,
          message: `ce fichier n’est celui d’aucune table : il n’est pas lu.${suite}`,
        };
      }),
  );
}
