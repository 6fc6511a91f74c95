import { plusProche } from '../../domain/recherche/proche.ts';
import { TABLES_SOURCE } from '../../domain/tables/index.ts';
import { cheminCsv } from '../../domain/tables/schema.ts';
import type { Probleme } from '../probleme.ts';
import type { Depots } from '../read/depot.ts';

const seul = (chemin: string): string => (chemin.split('/').at(-1) ?? '').toLowerCase();

/**
 * Les CSV d’un dépôt ajouté qui ne sont le fichier d’aucune table : mal nommés, ils seraient
 * ignorés en silence. Un dépôt dont aucun n’est lu ne dit rien : c’est une faute.
 */
export function fichiersInconnus(depots: Depots): Probleme[] {
  const connus = TABLES_SOURCE.map(cheminCsv);
  return depots.slice(1).flatMap((depot) => {
    const noms = depot.lister().filter((nom) => /\.csv$/i.test(nom));
    const lus = noms.some((nom) => connus.includes(nom));
    return noms
      .filter((nom) => !connus.includes(nom))
      .map((nom): Probleme => {
        const proche = connus.find((connu) => seul(connu) === seul(nom)) ?? plusProche(nom, connus);
        const suite = proche ? ` Vouliez-vous ${proche} ?` : '';
        return {
          code: 'OAD-FICHIER-INCONNU',
          titre: 'Chaque CSV ajouté est celui d’une table',
          gravite: lus ? 'avertissement' : 'erreur',
          fichier: depot.citer(nom),
          valeur: nom,
          message: `ce fichier n’est celui d’aucune table : il n’est pas lu.${suite}`,
        };
      });
  });
}
