import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { construire } from '../../pipelines/construire.ts';
import { type Connues, valeursConnues } from '../../src/domain/filtre/facettes.ts';
import { decoderFichier } from '../../src/domain/filtre/fichier.ts';
import { creerFiltre } from '../../src/domain/filtre/filtre.ts';
import type { LigneIndicateur } from '../../src/domain/filtre/ligne.ts';
import { SELECTION_VIDE } from '../../src/domain/filtre/selection.ts';
import { creerRecherche } from '../../src/domain/recherche/options.ts';
import { indexIndicateurs } from '../../src/query/index-indicateurs.ts';
import { interroger, toutesLesLignes } from '../../src/query/indicateurs.ts';
import type { Moteur } from '../../src/query/moteur.ts';
import { selectionAuHasard } from '../unit/filtre/hasard.ts';

const ANNEE = '2023-2024';
const dossier = mkdtempSync(join(tmpdir(), 'oad-sql-'));
let moteur: Moteur;
let lignes: readonly LigneIndicateur[];
let connues: Connues;

beforeAll(async () => {
  await construire(['data'], join(dossier, 'data'));
  process.env.OAD_PUBLIC = dossier;
  const { moteurNode } = await import('../../src/query/engine.node.ts');
  moteur = await moteurNode();
  lignes = await toutesLesLignes(moteur, ANNEE);
  connues = valeursConnues(lignes);
});

afterAll(() => rmSync(dossier, { recursive: true, force: true }));

describe('le SQL du tableau d’indicateurs', () => {
  test('répond comme le filtre de référence à 500 sélections au hasard', async () => {
    const filtrer = creerFiltre(lignes, connues);
    const codes = fc.option(fc.shuffledSubarray([...connues.option]), { nil: null, freq: 3 });
    await fc.assert(
      fc.asyncProperty(selectionAuHasard(connues), codes, async (selection, trouves) => {
        const lu = await interroger(moteur, { annee: ANNEE, selection, codes: trouves }, connues);
        expect(lu).toEqual(filtrer(selection, trouves));
      }),
      { numRuns: 500 },
    );
  }, 300_000);

  test('une autre année scolaire se demande de la même façon', async () => {
    const demande = { annee: '2021-2022', selection: SELECTION_VIDE, codes: null };
    const filtrer = creerFiltre(await toutesLesLignes(moteur, '2021-2022'), connues);
    const { total, comptes } = await interroger(moteur, demande, connues);
    expect(total).toBe(lignes.length);
    expect(comptes).toEqual(filtrer(SELECTION_VIDE, null).comptes);
  });
});

describe('l’index compact', () => {
  test('rend les lignes du Parquet et de quoi y chercher', async () => {
    const { contenu, empreinte } = await indexIndicateurs(moteur, ANNEE);
    const lu = decoderFichier(JSON.parse(contenu));
    expect(lu.lignes).toEqual(lignes);
    expect(empreinte).toMatch(/^[0-9a-f]{10}$/);
    const trouvailles = creerRecherche(lu.options)('électricien installateur résidentiel');
    expect(trouvailles?.codes[0]).toBe('2115');
    expect(trouvailles?.raisons.get('2115')).toMatch(/^anciennement 2112/);
  });

  test('tient en 60 ko', async () => {
    const { brotliCompressSync } = await import('node:zlib');
    const { contenu } = await indexIndicateurs(moteur, ANNEE);
    expect(brotliCompressSync(contenu).byteLength).toBeLessThan(60 * 1024);
  });
});
