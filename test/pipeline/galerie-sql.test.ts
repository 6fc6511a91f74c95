import { afterAll, beforeAll, expect, test } from 'vitest';
import { GALERIE_SQL, SQL_DE_DEPART } from '../../src/domain/explorer/galerie-sql.ts';
import { distanceKm } from '../../src/domain/geo/distance.ts';
import type { Moteur } from '../../src/query/moteur.ts';
import { oublierPubliees, publierEtLire } from './publiee.ts';

interface Occurrence {
  readonly annee: string;
  readonly fase: string;
  readonly code: string;
  readonly zone: number;
  readonly caractere: string;
  readonly sous: boolean | null;
}

interface Lieu {
  readonly id: string;
  readonly lat: number;
  readonly lon: number;
  readonly zone: number;
}

interface Indicateur {
  readonly annee: string;
  readonly zone: number;
  readonly code: string;
  readonly occurrences: number | null;
  readonly tc_fc: boolean | null;
}

let moteur: Moteur;
let occurrences: readonly Occurrence[];
let sites: ReadonlyMap<string, Lieu>;
let communes: readonly Lieu[];
let indicateurs: readonly Indicateur[];
let annees: readonly string[];

const lire = <T>(sql: string): Promise<T[]> => moteur.lire<T>({ sql, parametres: [] });

beforeAll(async () => {
  const publiee = await publierEtLire(['data']);
  moteur = publiee.moteur;
  annees = publiee.manifeste.anneesScolaires;
  occurrences = await lire<Occurrence>(`SELECT annee_scolaire AS annee, fase_implantation AS fase,
    code_obg AS code, zone, caractere, sous_norme AS sous FROM occurrences`);
  const lieux = await lire<Lieu>(`SELECT i.fase_implantation AS id, coalesce(i.lat, c.lat) AS lat,
    coalesce(i.lon, c.lon) AS lon, i.zone FROM implantations i JOIN communes c USING (commune)`);
  sites = new Map(lieux.map((lieu) => [lieu.id, lieu]));
  communes = await lire<Lieu>('SELECT nis AS id, lat, lon, zone FROM communes');
  indicateurs = await lire<Indicateur>(`SELECT annee_scolaire AS annee, zone, code_obg AS code,
    occurrences, tc_fc FROM indicateurs`);
});
afterAll(oublierPubliees);

const derniere = () => annees.at(-1) ?? '';
const deLAnnee = (annee: string) => occurrences.filter((o) => o.annee === annee);
const km = (a: string, b: string): number => {
  const [x, y] = [sites.get(a), sites.get(b)];
  return x && y ? distanceKm(x, y) : Number.POSITIVE_INFINITY;
};

/** Chaque réponse, refaite sans SQL ; le compte de chaque clé. */
const AUTREMENT: readonly (() =>
  | Promise<ReadonlyMap<string, number>>
  | ReadonlyMap<string, number>)[] = [
  () => paires((a, b) => a === b),
  () => paires((a, b) => a !== b),
  () => {
    const visees = indicateurs.filter(({ annee, tc_fc }) => annee === derniere() && tc_fc);
    const lignees = new Map([['2420', ['2420', '2410']]]);
    const comptes = new Map<string, number>();
    for (const { zone, code } of visees) {
      const membres = lignees.get(code) ?? [code];
      const presents = deLAnnee(derniere()).filter((o) => membres.includes(o.code));
      if (presents.length === 0) continue;
      const loin = communes.filter(
        (commune) =>
          commune.zone === zone &&
          presents.every(({ fase }) => {
            const site = sites.get(fase);
            return site && distanceKm(commune, site) > 20;
          }),
      );
      if (loin.length > 0) comptes.set(code, (comptes.get(code) ?? 0) + loin.length);
    }
    return comptes;
  },
  () => {
    const sous = (annee: string) =>
      new Set(
        deLAnnee(annee)
          .filter((o) => o.sous)
          .map((o) => `${o.fase} ${o.code}`),
      );
    const avant = sous(annees.at(-2) ?? '');
    return new Map([...sous(derniere())].filter((cle) => avant.has(cle)).map((cle) => [cle, 1]));
  },
  () => {
    const de = (annee: string) =>
      new Map(
        indicateurs
          .filter((i) => i.annee === annee && i.occurrences !== null)
          .map((i) => [`${i.zone} ${i.code}`, (i.occurrences ?? 0) > 0]),
      );
    const avant = de(annees.at(-2) ?? '');
    const change = [...de(derniere())].filter(
      ([cle, la]) => avant.has(cle) && avant.get(cle) !== la,
    );
    return new Map(change.map(([cle]) => [cle, 1]));
  },
  async () => {
    const suivis = await lire<{ fase: string; secteur: number; etude: number }>(`
        SELECT DISTINCT f.fase_implantation AS fase, o.secteur, f.annee_etude AS etude
        FROM offre f JOIN options o USING (code_obg)
        WHERE f.annee_scolaire = '${derniere()}' AND (f.eleves > 0 OR f.eleves_masque)
          AND f.annee_etude IS NOT NULL`);
    const d3 = suivis.filter(({ etude }) => etude >= 5);
    const d2 = new Map(
      suivis.filter(({ etude }) => etude <= 4).map((s) => [`${s.fase} ${s.secteur}`, s]),
    );
    const seuls = [...d2].filter(
      ([, s]) =>
        !d3.some((k) => k.secteur === s.secteur && (k.fase === s.fase || km(k.fase, s.fase) <= 10)),
    );
    return new Map(seuls.map(([cle]) => [cle, 1]));
  },
];

function paires(va: (a: string, b: string) => boolean): ReadonlyMap<string, number> {
  const comptes = new Map<string, number>();
  for (const [code, siennes] of Map.groupBy(deLAnnee(derniere()), (o) => o.code)) {
    let n = 0;
    for (const a of siennes) {
      for (const b of siennes) {
        if (a.fase < b.fase && va(a.caractere, b.caractere) && km(a.fase, b.fase) <= 10) n += 1;
      }
    }
    if (n > 0) comptes.set(code, n);
  }
  return comptes;
}

test.each(GALERIE_SQL.map(({ titre, sql }, rang) => [titre, sql, rang] as const))(
  '« %s » : le SQL dit ce que disent les tables',
  async (_titre, sql, rang) => {
    const lues = await lire<Record<string, string | number>>(sql);
    const attendues = (await AUTREMENT[rang]?.()) ?? new Map<string, number>();
    expect(lues.length).toBeGreaterThan(0);
    expect(lues).toHaveLength(attendues.size);
    const comptees = lues.flatMap((lue) => {
      const n = lue.paires ?? lue.communes;
      return n === undefined ? [] : [[lue.code, n] as const];
    });
    if (comptees.length > 0) expect(new Map(comptees)).toEqual(attendues);
  },
);

test('la requête de départ dit les options TC-FC sans occurrence', async () => {
  const lues = await lire(SQL_DE_DEPART);
  const attendues = indicateurs.filter(
    (i) => i.annee === derniere() && i.tc_fc && i.occurrences === 0,
  );
  expect(lues).toHaveLength(attendues.length);
  expect(lues.length).toBeGreaterThan(0);
});
