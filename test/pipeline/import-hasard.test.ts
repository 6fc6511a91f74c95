import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusees } from '../../src/edition/import/compte.ts';
import { lireFeuille } from '../../src/edition/import/feuille.ts';
import type { Connues } from '../../src/edition/import/genre.ts';
import { genreDe } from '../../src/edition/import/index.ts';
import { lireFeuilles } from '../../src/edition/import/lire.ts';
import { lireReponses } from '../../src/edition/import/reponses.ts';
import { ErreurDUsage } from '../../src/edition/probleme.ts';
import { FichierRefuse } from '../../src/edition/read/bornes.ts';
import { CODES, cleDe, FASES, fichier, type Ligne } from './tableurs-au-hasard.ts';

const CONNUES = {
  communes: [],
  zones: [],
  metiers: [],
  options: CODES.map((code_obg) => ({ code_obg, intitule: 'Électricien' })),
  fases: new Map(FASES.map((fase) => [fase, 4])),
} as unknown as Connues;

interface Lu {
  readonly question: string | null;
  readonly lignes: ReadonlyMap<string, number>;
  readonly refusees: number;
}

/** Ce que l’import ferait d’un fichier : une question, ou des lignes. */
async function lire(octets: Uint8Array): Promise<Lu> {
  const rien = { lignes: new Map<string, number>(), refusees: 0 };
  try {
    const feuille = await lireFeuille('essai', octets);
    const lu = lireFeuilles(genreDe('inscriptions'), [feuille], CONNUES, lireReponses());
    if (lu.questions.length > 0) return { question: lu.questions.join(' '), ...rien };
    const lignes = lu.rangees.map((r): [string, number] => {
      const cle = [r.annee_scolaire, r.fase_implantation, r.code_obg, r.annee_etude, r.mode];
      return [cle.join('/'), Number(r.eleves)];
    });
    return {
      question: null,
      lignes: new Map(lignes),
      refusees: lu.comptes.flatMap(refusees).length,
    };
  } catch (cause) {
    if (!(cause instanceof ErreurDUsage || cause instanceof FichierRefuse)) throw cause;
    return { question: cause.message, ...rien };
  }
}

const connue = (table: readonly Ligne[]): Map<string, number> =>
  new Map(table.map((l) => [cleDe(l), l.eleves]));

test('un fichier au hasard donne la table connue, ou s’arrête et demande', async () => {
  let demandes = 0;
  let entieres = 0;
  await fc.assert(
    fc.asyncProperty(fichier, async ({ octets, table, ambigu }) => {
      const attendue = connue(table);
      const lu = await lire(octets);
      if (lu.question !== null) {
        demandes++;
        expect(ambigu, lu.question).toBe(true);
        return;
      }
      for (const [cle, eleves] of lu.lignes)
        expect([cle, attendue.get(cle)]).toEqual([cle, eleves]);
      const perdues = attendue.size - lu.lignes.size;
      if (!ambigu) expect(perdues).toBe(0);
      expect(perdues).toBeLessThanOrEqual(lu.refusees);
      if (perdues === 0) entieres++;
    }),
    { numRuns: 3000 },
  );
  expect(demandes).toBeGreaterThan(300);
  expect(entieres).toBeGreaterThan(1000);
});
