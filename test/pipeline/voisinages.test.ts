import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { distanceKm } from '../../src/domain/geo/distance.ts';
import type { Moteur } from '../../src/query/moteur.ts';
import { aLiege, editionPartielle } from './editions-partielles.ts';
import { oublierPubliees, publierEtLire } from './publiee.ts';

interface Site {
  readonly fase: string;
  readonly lat: number;
  readonly lon: number;
  readonly caractere: string;
  readonly commune: string;
}

interface Portee {
  readonly nis: string;
  readonly code: string;
  readonly fase: string;
  readonly metres: number;
  readonly confessionnel: number | null;
  readonly non_confessionnel: number | null;
  readonly sure: boolean;
}

const SITES = `
  SELECT i.fase_implantation AS fase, coalesce(i.lat, c.lat) AS lat, coalesce(i.lon, c.lon) AS lon,
    i.caractere, i.commune
  FROM implantations i JOIN communes c ON c.commune = i.commune`;

const PORTEE = `
  SELECT nis, code_obg AS code, fase_implantation AS fase, metres,
    metres_confessionnel AS confessionnel, metres_non_confessionnel AS non_confessionnel, sure
  FROM portee`;

let moteur: Moteur;
let sites: readonly Site[];

const lire = <T>(sql: string): Promise<T[]> => moteur.lire<T>({ sql, parametres: [] });

describe('l’édition livrée', () => {
  beforeAll(async () => {
    ({ moteur } = await publierEtLire(['data']));
    sites = await lire<Site>(SITES);
  });
  afterAll(oublierPubliees);

  test('les voisinages sont les paires à trente kilomètres, dans les deux sens, et elles seules', async () => {
    const lus = await lire<{ de: string; vers: string; metres: number }>(
      'SELECT fase_implantation AS de, voisine AS vers, metres FROM voisinages',
    );
    const metres = new Map(lus.map((v) => [`${v.de} ${v.vers}`, v.metres]));
    expect(metres.size).toBe(lus.length);
    let paires = 0;
    for (const a of sites) {
      for (const b of sites) {
        const km = a === b ? Number.POSITIVE_INFINITY : distanceKm(a, b);
        const lu = metres.get(`${a.fase} ${b.fase}`);
        if (km > 30) expect(lu).toBe(undefined);
        else {
          paires += 1;
          if (lu === undefined || lu - km * 1000 < 0 || lu - km * 1000 >= 1) {
            expect(lu, `${a.fase} ${b.fase}`).toBe(Math.ceil(km * 1000));
          }
        }
      }
    }
    expect(paires).toBe(lus.length);
    expect(paires).toBeGreaterThan(10_000);
  });

  test('la portée d’une option est sa plus proche occurrence, par caractère, anciens codes compris', async () => {
    const communes = await lire<{ nis: string; lat: number; lon: number }>(
      'SELECT nis, lat, lon FROM communes ORDER BY nis',
    );
    const presences = await lire<{ code: string; fase: string }>(`
      SELECT DISTINCT l.code_obg AS code, o.fase_implantation AS fase
      FROM occurrences o JOIN lignees l ON l.membre = o.code_obg
      WHERE o.annee_scolaire = (SELECT max(annee_scolaire) FROM occurrences)`);
    const lues = await lire<Portee>(PORTEE);
    const parOption = Map.groupBy(presences, ({ code }) => code);
    expect(lues).toHaveLength(communes.length * parOption.size);
    const parFase = new Map(sites.map((site) => [site.fase, site]));
    const parCle = new Map(lues.map((lue) => [`${lue.nis} ${lue.code}`, lue]));
    for (const [code, siennes] of [...parOption].filter((_, i) => i % 9 === 0)) {
      for (const commune of communes.filter((_, i) => i % 11 === 0)) {
        const proches = siennes
          .flatMap(({ fase }) => parFase.get(fase) ?? [])
          .map((site) => ({ ...site, metres: Math.ceil(distanceKm(commune, site) * 1000) }))
          .sort((a, b) => a.metres - b.metres || (a.fase < b.fase ? -1 : 1));
        const parmi = (caractere: string) =>
          proches.find((site) => site.caractere === caractere)?.metres ?? null;
        expect(parCle.get(`${commune.nis} ${code}`), `${commune.nis} ${code}`).toEqual({
          nis: commune.nis,
          code,
          fase: proches[0]?.fase,
          metres: proches[0]?.metres,
          confessionnel: parmi('confessionnel'),
          non_confessionnel: parmi('non confessionnel'),
          sure: true,
        });
      }
    }
    const anciens = lues.filter(({ code }) => code === '2420');
    expect(anciens).toHaveLength(communes.length);
  });
});

test('là où l’offre d’une zone manque, une distance est un maximum', async () => {
  const partielle = editionPartielle({ inscriptions: aLiege(['2023-2024']) });
  ({ moteur } = await publierEtLire(['data', partielle.chemin]));
  partielle.effacer();
  const lues = await lire<Portee>(PORTEE);
  oublierPubliees();
  expect(new Set(lues.map(({ code }) => code))).toEqual(new Set(['2115']));
  expect(lues.every(({ sure }) => !sure)).toBe(true);
});
