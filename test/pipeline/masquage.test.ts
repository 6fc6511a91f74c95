import fc from 'fast-check';
import { expect, test } from 'vitest';
import { construire } from '../../pipelines/construire.ts';
import { ouvrirBase } from '../../pipelines/read/base.ts';
import type { Indicateur } from '../../src/domain/tables/indicateurs.ts';
import type { Offre } from '../../src/domain/tables/offre.ts';
import { type Cellule, reelle } from './edition-reelle.ts';

const SEUIL = 5;
interface Publiee {
  readonly offre: readonly Offre[];
  readonly indicateurs: readonly Indicateur[];
}

async function publier(cellules: readonly Cellule[]): Promise<Publiee> {
  const dossier = reelle(cellules);
  const base = await ouvrirBase();
  try {
    const sortie = `${dossier.chemin}/sortie`;
    const { tables } = await construire([dossier.chemin], sortie);
    const lire = <T>(nom: string) => {
      const fichier = tables.find((table) => table.nom === nom)?.fichier;
      return base.lire<T>(`SELECT * FROM '${sortie}/${fichier}' ORDER BY ALL`);
    };
    return { offre: await lire('offre'), indicateurs: await lire('indicateurs') };
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
function retrouvees({ offre, indicateurs }: Publiee): string[] {
  const tues = offre.filter(({ eleves_masque }) => eleves_masque).map(cle);
  const zoneDe = (fase: string) => (fase === '1003' ? 1 : 4);
  const equations = indicateurs.flatMap((total) => {
    const dedans = (ligne: Offre) =>
      ligne.code_obg === total.code_obg && zoneDe(ligne.fase_implantation) === total.zone;
    const equation = (choisie: (ligne: Offre) => boolean) =>
      tues.map((c) => (offre.some((l) => cle(l) === c && dedans(l) && choisie(l)) ? 1 : 0));
    const premiere = total.code_obg === '2150' ? 7 : 4;
    return [
      ...(total.eleves === null ? [] : [equation(() => true)]),
      ...(total.eleves_premiere_annee === null
        ? []
        : [equation(({ annee_etude }) => annee_etude === premiere)]),
    ];
  });
  return determinees(equations, tues.length).map((i) => tues[i] ?? '');
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
    fc.asyncProperty(cellules, async (tirees) => {
      const triees = [...tirees, { fase: '1001', code: '8109', annee: 4, eleves: 40 }];
      const publiee = await publier(triees);
      for (const { eleves } of publiee.offre) {
        if (eleves !== null && eleves > 0) expect(eleves).toBeGreaterThanOrEqual(SEUIL);
      }
      for (const { eleves } of publiee.indicateurs) {
        if (eleves !== null && eleves > 0) expect(eleves).toBeGreaterThanOrEqual(SEUIL);
      }
      expect(retrouvees(publiee)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
