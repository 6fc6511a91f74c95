import type { TableCouverte } from '../../domain/connaissance.ts';
import type { Base } from '../base.ts';
import { connaissanceSql } from '../couverture.ts';

/** Ce que l’édition connaît, une fois ses années posées et ce qui ne se publie pas retiré. */
export const CONNAISSANCE = connaissanceSql(
  'SELECT annee_scolaire, zone, annee_tc, annee_fc FROM regle.listes',
);

/** Les années scolaires dont rien de cela n’est connu, zone par zone. */
export async function anneesInconnues(
  base: Base,
  couverte: TableCouverte,
): Promise<ReadonlyMap<number, Set<string>>> {
  const lues = await base.lire<{ zone: number; annee: string }>(
    `SELECT zone, annee_scolaire AS annee FROM connaissance
     WHERE "table" = '${couverte}' AND etat = 'inconnu' ORDER BY 1, 2`,
  );
  return new Map(
    [...Map.groupBy(lues, ({ zone }) => zone)].map(([zone, siennes]) => [
      zone,
      new Set(siennes.map(({ annee }) => annee)),
    ]),
  );
}
