import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ouvrirBase } from '../../pipelines/base.ts';
import { CLES_BESOIN, NON_CONNU } from '../../src/domain/besoin.ts';
import { DIMENSIONS } from '../../src/domain/explorer/dimensions.ts';
import { MESURES_EXPLOREES } from '../../src/domain/explorer/mesures.ts';
import { accorder, QUESTION_NEUVE, type Question } from '../../src/domain/explorer/question.ts';
import type { RangeeLue } from '../../src/domain/explorer/reponse.ts';
import { questionEnSql, sqlEcrit } from '../../src/query/explorer/sql.ts';
import type { Moteur } from '../../src/query/moteur.ts';
import { compterAutrement, lireTables } from './explorer-reference.ts';
import { oublierPubliees, publierEtLire } from './publiee.ts';

let moteur: Moteur;
let annees: readonly string[];
let tables: Awaited<ReturnType<typeof lireTables>>;
let native: Awaited<ReturnType<typeof ouvrirBase>>;

beforeAll(async () => {
  const publiee = await publierEtLire(['data']);
  moteur = publiee.moteur;
  annees = publiee.manifeste.anneesScolaires;
  tables = await lireTables(moteur);
  native = await ouvrirBase();
  for (const { nom, fichier } of publiee.manifeste.tables) {
    const chemin = join(process.env.OAD_PUBLIC ?? '', 'data', fichier);
    await native.run(`CREATE VIEW "${nom}" AS SELECT * FROM read_parquet('${chemin}')`);
  }
});
afterAll(async () => {
  await native.fermer();
  oublierPubliees();
});

const parmi = <T extends string>(valeurs: readonly T[]) =>
  fc.subarray([...valeurs], { minLength: 1, maxLength: Math.min(3, valeurs.length) });

const FILTRES_TIRES = {
  zone: parmi(['1', '4', '6', '10']),
  secteur: parmi(['2', '5', '7', '8']),
  option: parmi(['2420', '2410', '8217', '2115', '8405']),
  besoin: parmi([...CLES_BESOIN, NON_CONNU]),
  caractere: parmi(['confessionnel', 'non confessionnel']),
  mode: parmi(['PE', 'ALT']),
  'annee-etude': parmi(['4', '5', '7']),
  maintien: parmi(['sous', 'atteinte', 'sans']),
};

/** Deux filtres au plus : davantage ne retiendrait presque jamais rien. */
const choix = fc
  .tuple(
    fc.record(FILTRES_TIRES),
    fc.subarray(Object.keys(FILTRES_TIRES) as (keyof typeof FILTRES_TIRES)[], { maxLength: 2 }),
  )
  .map(([tout, gardes]) => Object.fromEntries(gardes.map((filtre) => [filtre, tout[filtre]])));

const questions = (): fc.Arbitrary<Question> =>
  fc
    .record({
      mesure: fc.constantFrom(...MESURES_EXPLOREES),
      lignes: fc.constantFrom(...DIMENSIONS),
      colonnes: fc.option(fc.constantFrom(...DIMENSIONS)),
      annee: fc.constantFrom('', ...annees),
      depuis: fc.constantFrom('', ...annees.slice(0, 2)),
      anciens: fc.boolean(),
      choix,
    })
    .map((tiree) => accorder({ ...QUESTION_NEUVE, ...tiree }));

const ETAGES = [
  { lignes: true, colonnes: true },
  { lignes: true, colonnes: false },
  { lignes: false, colonnes: true },
  { lignes: false, colonnes: false },
] as const;

test('200 questions tirées au sort : deux moteurs, et un compte rangée par rangée, d’accord', async () => {
  let pleines = 0;
  await fc.assert(
    fc.asyncProperty(questions(), fc.constantFrom(...ETAGES), async (question, etage) => {
      const demande = questionEnSql(question, annees, etage);
      const lues = await moteur.lire<RangeeLue>(demande);
      const vides = (lue: RangeeLue) => lue.ligne === '' && lue.eleves === null;
      const dites = lues
        .filter((lue) => !vides(lue))
        .map(({ ligne, colonne, haut, bas, masques, tus_au_moins = 0 }) => [
          `${ligne}|${colonne}`,
          { haut, bas, masques, tus_au_moins },
        ]);
      if (dites.length > 0) pleines += 1;
      const attendues = compterAutrement(tables, question, annees, etage);
      expect(Object.fromEntries(dites)).toEqual(Object.fromEntries(attendues));
      expect(await native.lire(sqlEcrit(demande))).toEqual(lues);
    }),
    { numRuns: 200, seed: 2024 },
  );
  expect(pleines).toBeGreaterThan(120);
});
