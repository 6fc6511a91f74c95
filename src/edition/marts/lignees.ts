import { calculerLignees } from '../../domain/succession.ts';
import { lignees as table } from '../../domain/tables/occurrences.ts';
import type { Base } from '../base.ts';
import { remplir } from '../sql.ts';

/** Calcule `lignees` : chaque option, et les codes qu’elle réunit. */
export async function poserLignees(base: Base): Promise<void> {
  const codes = await base.lire<{ code: string }>(
    'SELECT code_obg AS code FROM source.options ORDER BY 1',
  );
  const liens = await base.lire<{ ancien: string; nouveau: string }>(
    'SELECT ancien, nouveau FROM source.successions ORDER BY 1, 2',
  );
  const reunies = calculerLignees(
    codes.map(({ code }) => code),
    liens,
  );
  const rangees = [...reunies].flatMap(([code_obg, membres]) =>
    membres.map((membre) => ({ code_obg, membre })),
  );
  await remplir(base, 'main', table, rangees);
}
