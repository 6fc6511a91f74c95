import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BaseNative, ouvrirBase } from '../../pipelines/base.ts';
import { construire } from '../../pipelines/construire.ts';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import { catalogueDcat } from '../../src/export/catalogue.ts';
import { datapackage } from '../../src/export/datapackage.ts';

const SCHEMA = 'test/fixtures/frictionless/tabular-data-package.json';
const dossier = mkdtempSync(join(tmpdir(), 'oad-descripteurs-'));
const nomCsv = ({ nom }: { readonly nom: string }) => `${nom}.csv`;
let manifeste: Manifeste;
let base: BaseNative;

beforeAll(async () => {
  manifeste = await construire(['data'], dossier);
  base = await ouvrirBase();
});
afterAll(async () => {
  await base.fermer();
  rmSync(dossier, { recursive: true });
});

const enSql = (table: string): string => {
  const { fichier = '' } = manifeste.tables.find(({ nom }) => nom === table) ?? {};
  return `read_parquet('${join(dossier, fichier)}')`;
};

describe('datapackage.json', () => {
  test('suit le schéma officiel des Tabular Data Packages', () => {
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    formats(ajv);
    const valider = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
    valider(JSON.parse(JSON.stringify(datapackage(manifeste, nomCsv))));
    expect(valider.errors ?? []).toEqual([]);
    valider({ profile: 'tabular-data-package', resources: [{ name: 'Sans chemin' }] });
    expect(valider.errors?.length).toBeGreaterThan(0);
  });

  test('chaque clé étrangère est vraie des données', async () => {
    const { resources } = datapackage(manifeste, nomCsv);
    const cles = resources.flatMap(({ name, schema }) =>
      (schema.foreignKeys ?? []).map((cle) => ({ name, ...cle })),
    );
    expect(cles.length).toBeGreaterThan(20);
    for (const { name, fields, reference } of cles) {
      const table = enSql(name.replaceAll('-', '_'));
      const cible = enSql((reference.resource || name).replaceAll('-', '_'));
      const [orphelins] = await base.lire<{ n: number }>(
        `SELECT count(*)::INTEGER AS n FROM ${table} WHERE "${fields}" IS NOT NULL
         AND "${fields}" NOT IN (SELECT "${reference.fields}" FROM ${cible})`,
      );
      expect(orphelins?.n, `${name}.${fields}`).toBe(0);
    }
  });

  test('chaque motif, chaque liste et chaque borne est vraie des données', async () => {
    for (const { name, schema } of datapackage(manifeste, nomCsv).resources) {
      const rangees = await base.lire<Record<string, unknown>>(
        `SELECT * FROM ${enSql(name.replaceAll('-', '_'))}`,
      );
      for (const { name: champ, constraints } of schema.fields) {
        const { pattern, enum: valeurs, minimum = -Infinity, maximum = Infinity } = constraints;
        const motif = pattern === undefined ? null : new RegExp(`^(?:${pattern})$`);
        for (const valeur of rangees.map((rangee) => rangee[champ] ?? null)) {
          if (valeur === null) {
            expect(constraints.required, `${name}.${champ}`).toBe(false);
            continue;
          }
          const tient =
            (motif?.test(String(valeur)) ?? true) &&
            (valeurs?.includes(String(valeur)) ?? true) &&
            (typeof valeur !== 'number' || (valeur >= minimum && valeur <= maximum));
          if (!tient) expect.fail(`${name}.${champ} : ${valeur}`);
        }
      }
    }
  });
});

type Noeud = Readonly<Record<string, unknown>>;
const a = (noeud: Noeud, ...proprietes: readonly string[]) => {
  for (const propriete of proprietes) expect(noeud, propriete).toHaveProperty([propriete]);
};

test('le catalogue a ce que DCAT-AP exige, et licence, dates et période', () => {
  const catalogue = catalogueDcat(manifeste, (nom) => `https://exemple.org/donnees/${nom}`);
  a(catalogue, 'dct:title', 'dct:description', 'dct:publisher', 'dct:modified', 'dcat:dataset');
  a(catalogue['dct:publisher'], 'foaf:name');
  for (const jeu of catalogue['dcat:dataset']) {
    a(jeu, 'dct:title', 'dct:description', 'dct:identifier', 'dcat:theme', 'dcat:distribution');
    for (const distribution of jeu['dcat:distribution']) {
      a(distribution, 'dcat:accessURL', 'dct:format');
      expect('dct:license' in distribution || 'dct:rights' in distribution).toBe(true);
      expect(URL.canParse(distribution['dcat:accessURL']['@id'])).toBe(true);
    }
  }
  const offre = catalogue['dcat:dataset'].find((jeu) => jeu['dct:identifier'] === 'offre');
  expect(offre).toMatchObject({
    'dct:temporal': {
      'dcat:startDate': { '@value': '2019', '@type': 'xsd:gYear' },
      'dcat:endDate': { '@value': '2024', '@type': 'xsd:gYear' },
    },
  });
  const secteurs = catalogue['dcat:dataset'].find((jeu) => jeu['dct:identifier'] === 'secteurs');
  expect(secteurs).not.toHaveProperty(['dct:temporal']);
});
