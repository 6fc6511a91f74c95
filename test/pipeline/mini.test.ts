import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ouvrirBase } from '../../pipelines/base.ts';
import { construire } from '../../pipelines/construire.ts';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import type { Indicateur } from '../../src/domain/tables/indicateurs.ts';

const MINI = 'test/fixtures/edition-mini';
const sortie = mkdtempSync(join(tmpdir(), 'oad-mini-'));
let manifeste: Manifeste;

const lire = async <T>(nom: string, sql: string): Promise<T[]> => {
  const base = await ouvrirBase();
  const fichier = manifeste.tables.find((table) => table.nom === nom)?.fichier ?? '';
  await base.run(`CREATE VIEW t AS SELECT * FROM read_parquet('${join(sortie, fichier)}')`);
  const rangees = await base.lire<T>(sql);
  await base.fermer();
  return rangees;
};

beforeAll(async () => {
  manifeste = await construire([MINI], sortie);
});

afterAll(() => rmSync(sortie, { recursive: true, force: true }));

describe('édition mini', () => {
  test('deux constructions donnent les mêmes octets, et rien d’autre dans le dossier', async () => {
    const lireTout = () =>
      readdirSync(sortie).map((nom) => [nom, readFileSync(join(sortie, nom), 'base64')]);
    const premiere = lireTout();
    await construire([MINI], sortie);
    expect(lireTout()).toEqual(premiere);
    expect(premiere).toHaveLength(manifeste.tables.length + 1);
  });

  test('une ligne par option du répertoire, zone et année scolaire', async () => {
    const lignes = await lire<Indicateur>('indicateurs', 'SELECT * FROM t ORDER BY ALL');
    expect(lignes).toHaveLength(6 * 2 * 2);
    expect(new Set(lignes.map(({ code_obg }) => code_obg))).toEqual(
      new Set(['2002', '2112', '2115', '2150', '8109', '8123']),
    );
  });

  test('2115 à Liège en 2023-2024 : occurrences, élèves, besoin et normes, comptés à la main', async () => {
    const [ligne] = await lire<Indicateur>(
      'indicateurs',
      "SELECT * FROM t WHERE annee_scolaire = '2023-2024' AND zone = 4 AND code_obg = '2115'",
    );
    expect(ligne).toMatchObject({
      occurrences: 2,
      occurrences_confessionnel: 1,
      occurrences_non_confessionnel: 1,
      eleves: 9 + 12 + 10 + 4,
      eleves_premiere_annee: 9 + 4,
      tc: true,
      fc: true,
      tc_fc: true,
      norme_creation: 10,
      norme_creation_motif: '10 au lieu de 12 : option TC et FC',
      norme_creation_alt: 6,
    });
  });

  test('avant la rentrée 2023, une option 4-5-6 commence en 5e, sans norme calculée', async () => {
    const [ligne] = await lire<Indicateur>(
      'indicateurs',
      "SELECT * FROM t WHERE annee_scolaire = '2022-2023' AND zone = 4 AND code_obg = '2115'",
    );
    expect(ligne).toMatchObject({ eleves_premiere_annee: 14, tc: true, fc: false, tc_fc: false });
    expect(ligne?.norme_creation).toBeNull();
  });

  test('zéro élève n’est pas une occurrence ; TC seule ne réduit pas la norme de 4e', async () => {
    const [ligne] = await lire<Indicateur>(
      'indicateurs',
      "SELECT * FROM t WHERE annee_scolaire = '2023-2024' AND zone = 1 AND code_obg = '2115'",
    );
    expect(ligne).toMatchObject({ occurrences: 0, eleves: 0, tc: true, fc: false });
    expect(ligne).toMatchObject({ norme_creation: 12, norme_creation_alt: 6 });
  });

  test('article 45 : sans norme, avec le motif ; première année non dite par les textes', async () => {
    const [ligne] = await lire<Indicateur>(
      'indicateurs',
      "SELECT * FROM t WHERE annee_scolaire = '2023-2024' AND zone = 4 AND code_obg = '2002'",
    );
    expect(ligne).toMatchObject({ eleves: 3, norme_creation: null, norme_creation_alt: null });
    expect(ligne?.eleves_premiere_annee).toBeNull();
    expect(ligne?.norme_creation_alt_motif).toContain('article 45');
  });

  test('l’offre garde les options non organisables', async () => {
    const [total] = await lire<{ n: number }>(
      'offre',
      "SELECT sum(eleves)::INTEGER AS n FROM t WHERE annee_scolaire = '2023-2024'",
    );
    expect(total?.n).toBe(3 + 9 + 12 + 10 + 4 + 20);
  });

  test('un centre connu à la commune près prend le point central de sa commune', async () => {
    const [centre] = await lire('centres', "SELECT lat, lon, precision FROM t WHERE id = 'cdc-1'");
    expect(centre).toEqual({ lat: 50.58, lon: 5.5, precision: 'commune' });
  });

  test('le manifeste dit la nature : un calcul prend la plus faible de ses entrées', () => {
    const nature = (table: string, colonne?: string) => {
      const trouvee = manifeste.tables.find(({ nom }) => nom === table);
      if (!colonne) return trouvee?.nature;
      return trouvee?.colonnes.find(({ nom }) => nom === colonne)?.nature;
    };
    expect(nature('options')).toBe('transcription');
    expect(nature('zones')).toBe('officiel');
    expect(nature('indicateurs', 'norme_creation')).toBe('demonstration');
    expect(nature('indicateurs', 'code_obg')).toBe('transcription');
  });
});
