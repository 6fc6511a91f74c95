import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ouvrirBase } from '../../pipelines/base.ts';
import { construire } from '../../pipelines/construire.ts';
import { sansEffectif } from '../../pipelines/write/publiable.ts';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import { ouvrirDossier } from './dossier.ts';
import { HORS_ZONE, importee, somme, ZONES } from './edition-importee.ts';
import type { Cellule } from './edition-reelle.ts';
import { autreMonde, type Comptee, cleDe, FORMES, type Publiee, retrouves } from './retrouver.ts';

const ANNEES = ['2022-2023', '2023-2024'];
const DES_TABLEAUX = ['offre', 'indicateurs', 'statuts', 'population'] as const;

interface Lue {
  readonly publiee: Publiee;
  /** Tout ce qui s’y lit : le manifeste sans la taille des fichiers, et les textes des tables. */
  readonly textes: readonly string[];
}

const sansTaille = ({ tables, ...reste }: Manifeste): string =>
  JSON.stringify({
    ...reste,
    tables: tables.map(({ fichier: _f, lignes: _l, octets: _o, sha256: _s, ...dite }) => dite),
  });

async function lire(sortie: string, manifeste: Manifeste): Promise<Lue> {
  const base = await ouvrirBase();
  const textes = [sansTaille(manifeste)];
  const lues = new Map<string, Record<string, unknown>[]>();
  try {
    for (const { nom, fichier } of manifeste.tables) {
      const rangees = await base.lire<Record<string, unknown>>(`FROM '${sortie}/${fichier}'`);
      lues.set(nom, rangees);
      for (const rangee of rangees) {
        for (const valeur of Object.values(rangee)) {
          if (typeof valeur === 'string' || nom === 'sources') textes.push(String(valeur));
        }
      }
    }
  } finally {
    await base.fermer();
  }
  const publiee = Object.fromEntries(DES_TABLEAUX.map((nom) => [nom, lues.get(nom) ?? []]));
  return { publiee: publiee as unknown as Publiee, textes };
}

/** Les nombres d’un texte, espaces et points des milliers ôtés. */
const nombres = (texte: string): number[] =>
  (texte.replace(/(?<=\d)[\s.\u00A0\u202F](?=\d{3}(?!\d))/g, '').match(/\d+/g) ?? []).map(Number);

/** Une population qui n’est que la somme des effectifs : elle les trahirait. */
const populationDe = (cellules: readonly Cellule[], comptee: Comptee) =>
  [
    ...Map.groupBy(
      cellules.filter((c) => ZONES[c.fase] && comptee(c.code, c.mode ?? 'PE')),
      (c) => `${c.scolaire},${ZONES[c.fase]},${c.annee},${FORMES[c.code] ?? 'P'}`,
    ),
  ].map(([groupe, siennes]) => {
    const [scolaire = '', zone, annee, forme = ''] = groupe.split(',');
    const eleves = somme(siennes);
    return { scolaire, zone: Number(zone), annee: Number(annee), forme, eleves };
  });

const petites = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 30 }) },
  { weight: 1, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.constant(4) },
);

const cellule = fc.record({
  scolaire: fc.constantFrom(...ANNEES),
  fase: fc.constantFrom(...Object.keys(ZONES)),
  code: fc.constantFrom('2115', '2112', '8123', '2150', '2002', '8109'),
  annee: fc.constantFrom(4, 5, 6, 7),
  mode: fc.constantFrom('PE' as const, 'ALT' as const),
  eleves: petites,
});

/** Deux grands effectifs par implantation et par an : leurs sommes se reconnaissent partout. */
const grandes = fc
  .array(fc.integer({ min: 7001, max: 9998 }), { minLength: 28, maxLength: 28 })
  .map((tailles) =>
    [...Object.keys(ZONES), HORS_ZONE].flatMap((fase, i) =>
      ANNEES.flatMap((scolaire, j) =>
        [5, 6].map((annee, k): Cellule => {
          const eleves = Math.round((tailles[4 * i + 2 * j + k] ?? 0) / (j === 0 && i < 3 ? 3 : 1));
          return { scolaire, fase, code: '8109', annee, mode: 'PE', eleves };
        }),
      ),
    ),
  );

const cli = (...options: string[]): string =>
  execFileSync(process.execPath, ['pipelines/cli.ts', ...options], { encoding: 'utf8' });

const SOUS_TOTAUX = `Année scolaire;FASE implantation;Code OBG;Année d’étude;Mode;Élèves
2023-2024;31;2115;4;PE;12
2023-2024;31;2115;5;PE;3
2023-2024;31;8123;4;PE;9432
Total 31;;;;;9447
2023-2024;33;2115;4;PE;8121
2023-2024;99;2115;4;PE;8661
2023-2024;31;2115;6;PE;8501 environ
`;
/** Le sous-total, les rejets, l’effectif hors zone, et le total de la table. */
const SOMMES = [9447, 8661, 8501, 8121, 9447 + 8121];

test('ce qui est écarté ou averti reste à l’éditeur : il ne s’en publie que le nombre', () => {
  const dossier = ouvrirDossier();
  const publie = ouvrirDossier();
  const sortie = `${publie.chemin}/sortie`;
  try {
    dossier.ecrire('recu.txt', SOUS_TOTAUX);
    dossier.ecrire('Total 9447 élèves.txt', SOUS_TOTAUX);
    const vers = ['--out', dossier.chemin, '--rejets-max', '100%'];
    cli('import', 'odwb-signaletique', 'test/fixtures/import/registre.csv', ...vers);
    const importation = cli('import', 'inscriptions', `${dossier.chemin}/recu.txt`, ...vers);
    cli('import', 'inscriptions', `${dossier.chemin}/Total 9447 élèves.txt`, ...vers);
    const nomme = dossier.lire('rejets.csv');
    const construction = cli('build', '--data', dossier.chemin, '--out', sortie);
    expect(importation).toContain('8501');
    expect(dossier.lire('rejets.csv')).toContain('8501');
    expect(nomme).toContain('Total 9447 élèves.txt');
    expect(construction).toContain('8121 élèves');
    const manifeste: Manifeste = JSON.parse(readFileSync(`${sortie}/manifest.json`, 'utf8'));
    expect(nombres(sansTaille(manifeste)).filter((n) => SOMMES.includes(n))).toEqual([]);
    const { avertissements, rejets } = manifeste;
    expect(avertissements).toContainEqual({
      code: 'OAD-HORS-ZONE',
      titre: 'Les implantations hors des dix zones sont comptées à part',
      table: 'implantations',
      nombre: 1,
      accepte: false,
      raison: null,
    });
    expect(rejets).toContainEqual({
      genre: 'inscriptions',
      fichier: 'fichier.txt',
      code: 'FASE',
      nombre: 1,
    });
  } finally {
    publie.effacer();
    dossier.effacer();
  }
});

test('un texte écrit à la main ne se publie que si aucun nombre n’y compte d’élèves', () => {
  for (const tue of [
    '6 lignes, 161 élèves',
    'Total : 29.',
    'baisse de 12 à 3',
    '1 234 en 2023-2024',
  ]) {
    expect(sansEffectif(tue)).toBeNull();
  }
  for (const dit of [
    'Importé de effectifs-2.xlsx.',
    'Comptage du 15 janvier 2024, 2023-2024.',
    'Depuis 2023, la 4e, la 5e et la 6e (circulaire 9146, § 5.3) s’ajoutent en zone 4.',
  ]) {
    expect(sansEffectif(dit)).toBe(dit);
  }
});

test('une norme de quatre élèves ne dit pas qu’un effectif masqué vaut quatre', async () => {
  const cellules = [4, 3].map(
    (eleves, i): Cellule => ({
      scolaire: ANNEES[i] ?? '',
      fase: '1001',
      code: '2115',
      annee: i === 0 ? 5 : 4,
      mode: 'ALT',
      eleves,
    }),
  );
  const { dossier } = await importee(cellules, [], 5);
  try {
    const manifeste = await construire([dossier.chemin], `${dossier.chemin}/s`);
    const { statuts, indicateurs } = (await lire(`${dossier.chemin}/s`, manifeste)).publiee;
    expect(statuts).toMatchObject([
      { norme: 4, eleves: null, statut: 'masque', sous_norme: null },
      { norme: 4, eleves: null, statut: 'masque', sous_norme: null },
    ]);
    for (const ligne of indicateurs) {
      const connue = ligne.occurrences !== null;
      const compte = connue ? 0 : null;
      expect(ligne).toMatchObject({
        occurrences_sous_norme: compte,
        occurrences_norme_atteinte: compte,
      });
    }
  } finally {
    dossier.effacer();
  }
});

const EDITION = fc.record({
  petites: fc.uniqueArray(cellule, {
    minLength: 20,
    maxLength: 200,
    size: 'max',
    selector: cleDe,
  }),
  grandes,
  /** Une option dont tous les effectifs se valent : une somme extrême les dirait tous. */
  egale: fc.record({ code: fc.constantFrom('2115', '8123'), eleves: fc.constantFrom(1, 4, 9) }),
  avecArticle45: fc.boolean(),
  avecAlternance: fc.boolean(),
  seuil: fc.constantFrom(5, 5, 3, 10),
});

const parCle = (cellules: readonly Cellule[]) => new Map(cellules.map((c) => [cleDe(c), c]));

async function eprouver(tiree: typeof EDITION extends fc.Arbitrary<infer E> ? E : never) {
  const { egale, seuil, avecArticle45, avecAlternance } = tiree;
  const comptee: Comptee = (code, mode) =>
    (avecArticle45 || code !== '2002') && (avecAlternance || mode === 'PE');
  const petites = tiree.petites.map((c) => (c.code === egale.code ? { ...c, ...egale } : c));
  const cellules = [...parCle([...petites, ...tiree.grandes]).values()];
  const poser = (siennes: readonly Cellule[]) =>
    importee(siennes, populationDe(siennes, comptee), seuil);
  const [ici, ailleurs] = [await poser(cellules), await poser(autreMonde(cellules, seuil))];
  try {
    const [sortie, autreSortie] = [`${ici.dossier.chemin}/s`, `${ailleurs.dossier.chemin}/s`];
    const manifeste = await construire([ici.dossier.chemin], sortie);
    const { publiee, textes } = await lire(sortie, manifeste);
    const codes = manifeste.avertissements.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['OAD-HORS-ZONE', 'OAD-DERIVE', 'OAD-ACCEPTE']));
    expect(manifeste.rejets.length).toBeGreaterThanOrEqual(3);
    expect(textes.flatMap(nombres).filter((n) => ici.interdits.has(n))).toEqual([]);
    for (const nom of DES_TABLEAUX) {
      const faibles = publiee[nom].filter(({ eleves: n }) => n !== null && n > 0 && n < seuil);
      expect(faibles, nom).toEqual([]);
    }
    const vraies = new Map(cellules.map((c) => [cleDe(c), c.eleves]));
    expect(retrouves(publiee, comptee, vraies, seuil)).toEqual([]);
    expect(await construire([ailleurs.dossier.chemin], autreSortie)).toEqual(manifeste);
  } finally {
    ici.dossier.effacer();
    ailleurs.dossier.effacer();
  }
}

test('rien de ce qui se publie ne rend un effectif tu, ni ne distingue deux mondes', () =>
  fc.assert(fc.asyncProperty(EDITION, eprouver), {
    numRuns: 8,
    seed: 20240115,
    endOnFailure: true,
  }));
