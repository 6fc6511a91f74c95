import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { ouvrirBase } from '../../pipelines/base.ts';
import { construire } from '../../pipelines/construire.ts';
import { TABLES_MART } from '../../src/domain/tables/index.ts';
import type { Rangee } from '../../src/edition/base.ts';
import { MINI } from './dossier.ts';
import { EDITIONS } from './editions-asymetriques.ts';

/** Les tables calculées d’une édition, en CSV, dans l’ordre de leur clé. */
async function sorties(dossier: string): Promise<Map<string, string>> {
  const sortie = mkdtempSync(join(tmpdir(), 'oad-sortie-'));
  const { tables } = await construire([MINI, dossier], sortie);
  const base = await ouvrirBase();
  const csv = new Map<string, string>();
  for (const { nom, cle } of TABLES_MART) {
    const fichier = tables.find((table) => table.nom === nom)?.fichier ?? '';
    const ordre = cle.map((colonne) => `"${colonne}"`).join(', ');
    const rangees = await base.lire<Rangee>(
      `SELECT * FROM '${join(sortie, fichier)}' ORDER BY ${ordre}`,
    );
    csv.set(nom, `${Papa.unparse(rangees, { newline: '\n' })}\n`);
  }
  await base.fermer();
  rmSync(sortie, { recursive: true, force: true });
  return csv;
}

/** Une sortie voulue se relit dans la revue : `npx vitest run -u test/pipeline/golden-sortie` l’écrit. */
describe.each(Object.entries(EDITIONS))('l’édition %s', (nom, ouvrir) => {
  test('chaque mart, cellule par cellule', async () => {
    const dossier = ouvrir();
    for (const [mart, csv] of await sorties(dossier.chemin)) {
      await expect(csv).toMatchFileSnapshot(`golden-sortie/${nom}/${mart}.csv`);
    }
    dossier.effacer();
  });
});
