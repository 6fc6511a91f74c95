import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CIBLES } from '../../pipelines/demo/cibles.ts';
import type { EntreeDeDemo } from '../../pipelines/demo/entree.ts';
import {
  type Demo,
  drawDemo,
  formatDemo,
  readEntree,
  TABLES_DEMO,
} from '../../pipelines/demo/index.ts';
import { ecart } from '../../pipelines/demo/lieux.ts';
import { type Mesures, mesurerDemo } from '../../pipelines/demo/mesures.ts';
import { lireScolarite } from '../../pipelines/demo/scolarite.ts';
import { cheminCsv } from '../../src/domain/tables/schema.ts';

let entree: EntreeDeDemo;
let demo: Demo;
let mesures: Mesures;

beforeAll(async () => {
  entree = await readEntree('data');
  demo = drawDemo(entree);
  mesures = mesurerDemo(entree, demo);
});

describe('calage sur les totaux publiés', () => {
  const lointaines = new Map([['partDegres23', 0.1]]);
  for (const [cle, { nom, valeur }] of Object.entries(CIBLES)) {
    const tolerance = lointaines.get(cle) ?? 0.05;
    test(`${nom} : à moins de ${100 * tolerance} %`, () => {
      const mesure = mesures[cle as keyof Mesures];
      const distance = mesure / valeur - 1;
      console.log(`${nom} : ${mesure} pour ${valeur} (${(100 * distance).toFixed(2)} %)`);
      expect(Math.abs(distance)).toBeLessThanOrEqual(tolerance);
    });
  }
});

describe('reproductible', () => {
  test('deux tirages donnent les mêmes octets, ceux de data/', async () => {
    const textes = formatDemo(drawDemo(entree));
    expect(textes).toEqual(formatDemo(demo));
    for (const [nom, table] of Object.entries(TABLES_DEMO)) {
      const livre = await readFile(join('data', cheminCsv(table)), 'utf8');
      expect(textes[nom as keyof Demo] === livre, `${nom} : lancez npm run data -- demo`).toBe(
        true,
      );
    }
  });

  test('les inscriptions restent sous 5 Mo', () => {
    expect(formatDemo(demo).inscriptions.length).toBeLessThan(5e6);
  });
});

describe('implantations', () => {
  test('leur FASE commence à 900001, et leur nom dit « démonstration »', () => {
    for (const i of demo.implantations) {
      expect(Number(i.fase_implantation)).toBeGreaterThanOrEqual(900_001);
      expect(Number(i.fase_etablissement)).toBeGreaterThanOrEqual(900_001);
      expect(i.nom).toContain('démonstration');
      expect(i.etablissement).toContain('démonstration');
      expect(i.nature).toBe('demonstration');
    }
    expect(demo.implantations.map((i) => i.fase_implantation)).toContain('900214');
  });

  test('chacune est plus près du centre de sa commune que de tout autre', () => {
    for (const { lat, lon, commune, zone, code_postal } of demo.implantations) {
      const point = { lat: Number(lat), lon: Number(lon) };
      const [proche] = entree.communes.toSorted((a, b) => ecart(a, point) - ecart(b, point));
      expect(proche).toMatchObject({ commune, zone });
      expect(proche?.codes_postaux.split(' ')).toContain(code_postal);
    }
  });

  test('des adresses partagées, des établissements à plusieurs sites, des CEFA', () => {
    const adresses = new Set(demo.implantations.map((i) => i.adresse));
    const ecoles = new Set(demo.implantations.map((i) => i.fase_etablissement));
    expect(adresses.size).toBeLessThan(demo.implantations.length);
    expect(ecoles.size).toBeLessThan(demo.implantations.length);
    for (const { fase_cefa } of demo.implantations) {
      if (fase_cefa !== null) expect(ecoles).toContain(fase_cefa);
    }
    expect(demo.implantations.some((i) => i.fase_cefa === i.fase_etablissement)).toBe(true);
  });
});

describe('élèves', () => {
  test('chaque année d’étude est une de celles de l’option cette année-là', () => {
    const scolarite = lireScolarite(entree);
    const options = new Map(entree.options.map((o) => [o.code_obg, o]));
    const anciens = new Set(entree.options.flatMap((o) => scolarite.anciennes(o.code_obg)));
    for (const { annee_scolaire, code_obg, annee_etude, eleves } of demo.inscriptions) {
      const option = options.get(code_obg);
      if (!option) throw new Error(`option ${code_obg} inconnue`);
      const attendues = anciens.has(code_obg)
        ? [6]
        : scolarite.annees(option, Number(annee_scolaire.slice(0, 4)));
      expect(attendues).toContain(annee_etude);
      expect(eleves).toBeGreaterThan(0);
    }
  });

  test('les créations n’ont pas d’élèves ; des options en extinction en ont encore', () => {
    const statuts = new Map(entree.options.map((o) => [o.code_obg, o.statut]));
    const suivis = new Set(demo.inscriptions.map((i) => statuts.get(i.code_obg)));
    expect(suivis).not.toContain('creee');
    expect(suivis).toContain('extinction');
  });

  test('une formation article 45 est en alternance', () => {
    const article45 = new Set(
      entree.options.filter((o) => o.regime === 'art45').map((o) => o.code_obg),
    );
    const modes = demo.inscriptions.filter((i) => article45.has(i.code_obg)).map((i) => i.mode);
    expect(new Set(modes)).toEqual(new Set(['ALT']));
  });

  test('la population TQ, AQ et P d’une zone contient ses élèves du qualifiant', () => {
    const zoneDe = new Map(demo.implantations.map((i) => [i.fase_implantation, i.zone]));
    const reste = new Map<string, number>();
    const ajouter = (cle: string, n: number) => reste.set(cle, (reste.get(cle) ?? 0) + n);
    for (const p of demo.population) {
      if (['TQ', 'AQ', 'P'].includes(p.forme)) {
        ajouter(`${p.annee_scolaire} ${p.zone} ${p.annee_etude}`, p.eleves);
      }
    }
    for (const i of demo.inscriptions) {
      ajouter(`${i.annee_scolaire} ${zoneDe.get(i.fase_implantation)} ${i.annee_etude}`, -i.eleves);
    }
    expect(Math.min(...reste.values())).toBeGreaterThanOrEqual(0);
  });
});

describe('besoins', () => {
  test('chaque option a un métier, et chaque liste vaut de 2020 à 2024', () => {
    const lies = new Set(demo.options_metiers.map((l) => l.code_obg));
    expect(entree.options.filter((o) => !lies.has(o.code_obg))).toEqual([]);
    const annees = new Set([2020, 2021, 2022, 2023, 2024]);
    expect(new Set(demo.fonctions_critiques.map((f) => f.annee))).toEqual(annees);
    expect(new Set(demo.thematiques_communes.map((t) => t.annee))).toEqual(annees);
    expect(new Set(demo.thematiques_communes.map((t) => t.zone)).size).toBe(10);
  });
});
