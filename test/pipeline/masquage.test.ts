import fc from 'fast-check';
import { expect, test } from 'vitest';
import { construire } from '../../pipelines/construire.ts';
import { ouvrirBase } from '../../pipelines/read/base.ts';
import type { Indicateur } from '../../src/domain/tables/indicateurs.ts';
import type { Offre } from '../../src/domain/tables/offre.ts';
import type { StatutMaintien } from '../../src/domain/tables/statuts.ts';
import { type Cellule, reelle } from './edition-reelle.ts';

const SEUIL = 5;
interface Habitants {
  readonly zone: number;
  readonly annee_etude: number;
  readonly forme: string;
  readonly eleves: number | null;
}

interface Publiee {
  readonly offre: readonly Offre[];
  readonly indicateurs: readonly Indicateur[];
  readonly statuts: readonly StatutMaintien[];
  readonly population: readonly Habitants[];
}

/** La forme des options de l’édition mini ; l’article 45 (2002) n’en a pas. */
const FORMES: Readonly<Record<string, string>> = { '2115': 'P', '8123': 'P', '8109': 'TQ' };
const ZONES: Readonly<Record<string, number>> = { '1001': 4, '1002': 4, '1003': 1 };

/** Une population qui n’est que la somme des effectifs : elle les trahirait. */
function populationDe(cellules: readonly Cellule[], avecArticle45: boolean) {
  const groupes = Map.groupBy(
    cellules.filter(({ code }) => avecArticle45 || FORMES[code]),
    ({ fase, code, annee }) => `${ZONES[fase]},${annee},${FORMES[code] ?? 'P'}`,
  );
  return [...groupes].map(([groupe, siennes]) => {
    const [zone = '', annee = '', forme = ''] = groupe.split(',');
    const eleves = siennes.reduce((n, c) => n + c.eleves, 0);
    return { zone: Number(zone), annee: Number(annee), forme, eleves };
  });
}

async function publier(cellules: readonly Cellule[], avecArticle45 = false): Promise<Publiee> {
  const dossier = reelle(cellules, populationDe(cellules, avecArticle45));
  const base = await ouvrirBase();
  try {
    const sortie = `${dossier.chemin}/sortie`;
    const { tables } = await construire([dossier.chemin], sortie);
    const lire = <T>(nom: string) => {
      const fichier = tables.find((table) => table.nom === nom)?.fichier;
      return base.lire<T>(`SELECT * FROM '${sortie}/${fichier}' ORDER BY ALL`);
    };
    return {
      offre: await lire('offre'),
      indicateurs: await lire('indicateurs'),
      statuts: await lire('statuts'),
      population: await lire('population'),
    };
  } finally {
    await base.fermer();
    dossier.effacer();
  }
}

/** Le rang d’un système, par élimination de Gauss sur des rationnels exacts en flottants courts. */
function determinees(equations: readonly (readonly number[])[], n: number): number[] {
  const lignes = equations.map((equation) => [...equation]);
  let rang = 0;
  for (let colonne = 0; colonne < n; colonne++) {
    const pivot = lignes.findIndex((l, i) => i >= rang && Math.abs(l[colonne] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const [ligne] = lignes.splice(pivot, 1);
    if (!ligne) continue;
    const tete = ligne[colonne] ?? 1;
    const normee = ligne.map((x) => x / tete);
    for (const [i, autre] of lignes.entries()) {
      const facteur = autre[colonne] ?? 0;
      lignes[i] = autre.map((x, j) => x - facteur * (normee[j] ?? 0));
    }
    lignes.splice(rang++, 0, normee);
  }
  return lignes
    .filter((ligne) => ligne.filter((x) => Math.abs(x) > 1e-9).length === 1)
    .map((ligne) => ligne.findIndex((x) => Math.abs(x) > 1e-9));
}

const cle = ({ fase_implantation, code_obg, annee_etude }: Offre) =>
  `${fase_implantation}/${code_obg}/${annee_etude}`;

/** Ce qu’un lecteur peut retrouver des cellules tues, à partir des totaux publiés. */
function retrouvees(
  { offre, indicateurs, statuts, population }: Publiee,
  avecArticle45: boolean,
): string[] {
  const tues = offre.filter(({ eleves_masque }) => eleves_masque).map(cle);
  const equation = (choisie: (ligne: Offre) => boolean) =>
    tues.map((c) => (offre.some((l) => cle(l) === c && choisie(l)) ? 1 : 0));
  const equations = indicateurs.flatMap((total) => {
    const dedans = (ligne: Offre) =>
      ligne.code_obg === total.code_obg && ZONES[ligne.fase_implantation] === total.zone;
    const premiere = total.code_obg === '2150' ? 7 : 4;
    return [
      ...(total.eleves === null ? [] : [equation(dedans)]),
      ...(total.eleves_premiere_annee === null
        ? []
        : [equation((ligne) => dedans(ligne) && ligne.annee_etude === premiere)]),
    ];
  });
  const parStatut = statuts.flatMap(({ eleves, fase_implantation: fase, code_obg }) =>
    eleves === null
      ? []
      : [equation((l) => l.fase_implantation === fase && l.code_obg === code_obg)],
  );
  const parHabitants = population.flatMap(({ eleves, zone, annee_etude, forme }) =>
    eleves === null
      ? []
      : [
          equation(
            (l) =>
              ZONES[l.fase_implantation] === zone &&
              l.annee_etude === annee_etude &&
              (FORMES[l.code_obg] ?? (avecArticle45 ? 'P' : null)) === forme,
          ),
        ],
  );
  return determinees([...equations, ...parStatut, ...parHabitants], tues.length).map(
    (i) => tues[i] ?? '',
  );
}

test('sous le seuil, puis ce qu’une soustraction rendrait, compté à la main', async () => {
  const { offre, indicateurs } = await publier([
    { fase: '1001', code: '2115', annee: 4, eleves: 3 },
    { fase: '1001', code: '2115', annee: 5, eleves: 12 },
    { fase: '1001', code: '2115', annee: 6, eleves: 10 },
    { fase: '1002', code: '2115', annee: 4, eleves: 9 },
    { fase: '1002', code: '2115', annee: 5, eleves: 20 },
    { fase: '1003', code: '2115', annee: 4, eleves: 2 },
  ]);
  const tues = offre.filter(({ eleves_masque }) => eleves_masque).map(cle);
  expect(tues.sort()).toEqual(['1001/2115/4', '1002/2115/4', '1003/2115/4']);
  expect(offre.every(({ eleves, eleves_masque }) => (eleves === null) === eleves_masque)).toBe(
    true,
  );
  const total = (zone: number) =>
    indicateurs.find((ligne) => ligne.zone === zone && ligne.code_obg === '2115');
  expect(total(4)).toMatchObject({ eleves: 54, eleves_premiere_annee: 12, eleves_masque: false });
  expect(total(1)).toMatchObject({ eleves: null, eleves_masque: true, occurrences: 1 });
});

test('aucune cellule tue ne se retrouve des totaux publiés, ni n’en laisse un sous le seuil', async () => {
  const cellule = fc.record({
    fase: fc.constantFrom('1001', '1002', '1003'),
    code: fc.constantFrom('2115', '8123', '2002'),
    annee: fc.constantFrom(4, 5, 6),
    eleves: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 30 })),
  });
  const cellules = fc.uniqueArray(cellule, {
    minLength: 1,
    maxLength: 14,
    selector: ({ fase, code, annee }) => `${fase}/${code}/${annee}`,
  });
  await fc.assert(
    fc.asyncProperty(cellules, fc.boolean(), async (tirees, avecArticle45) => {
      const triees = [...tirees, { fase: '1001', code: '8109', annee: 4, eleves: 40 }];
      const publiee = await publier(triees, avecArticle45);
      for (const { eleves } of publiee.offre) {
        if (eleves !== null && eleves > 0) expect(eleves).toBeGreaterThanOrEqual(SEUIL);
      }
      for (const { eleves } of publiee.indicateurs) {
        if (eleves !== null && eleves > 0) expect(eleves).toBeGreaterThanOrEqual(SEUIL);
      }
      expect(retrouvees(publiee, avecArticle45)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
