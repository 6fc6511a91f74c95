import { expect, test } from 'vitest';
import { ouvrirBase } from '../../pipelines/base.ts';
import { construire } from '../../pipelines/construire.ts';
import { ouvrirDepots } from '../../pipelines/dossiers.ts';
import type { Indicateur } from '../../src/domain/tables/indicateurs.ts';
import { lireEtControler } from '../../src/edition/controler.ts';
import { calculerMarts } from '../../src/edition/marts/index.ts';
import { type Dossier, MINI, ouvrirDossier } from './dossier.ts';
import { type Cellule, reelle } from './edition-reelle.ts';
import type { Publiee } from './retrouver.ts';

async function publier(dossier: Dossier): Promise<Publiee> {
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

/** Ce que l’édition tait, en `implantation/option/année d’étude`. */
const tues = ({ offre }: Publiee): string[] =>
  offre
    .filter(({ eleves_masque }) => eleves_masque)
    .map((l) => `${l.fase_implantation}/${l.code_obg}/${l.annee_etude}`)
    .sort();

const total = ({ indicateurs }: Publiee, zone: number): Indicateur | undefined =>
  indicateurs.find((ligne) => ligne.zone === zone && ligne.code_obg === '2115');

test('sous le seuil, puis ce qu’une soustraction rendrait, compté à la main', async () => {
  const publiee = await publier(
    reelle([
      { fase: '1001', code: '2115', annee: 4, eleves: 3 },
      { fase: '1001', code: '2115', annee: 5, eleves: 12 },
      { fase: '1001', code: '2115', annee: 6, eleves: 10 },
      { fase: '1002', code: '2115', annee: 4, eleves: 9 },
      { fase: '1002', code: '2115', annee: 5, eleves: 20 },
      { fase: '1003', code: '2115', annee: 4, eleves: 2 },
    ]),
  );
  expect(tues(publiee)).toEqual(['1001/2115/4', '1002/2115/4', '1003/2115/4']);
  for (const { eleves, eleves_masque } of publiee.offre) {
    expect(eleves === null).toBe(eleves_masque);
  }
  expect(total(publiee, 4)).toMatchObject({
    eleves: 54,
    eleves_premiere_annee: 12,
    eleves_masque: false,
  });
  expect(total(publiee, 1)).toMatchObject({ eleves: null, eleves_masque: true, occurrences: 1 });
});

/** À Liège, deux premières années bien remplies, et des suivantes à taire. */
const liege = (suivantes: readonly (readonly [string, number, number])[]): Cellule[] => [
  { fase: '1001', code: '2115', annee: 4, eleves: 20 },
  { fase: '1002', code: '2115', annee: 4, eleves: 30 },
  ...suivantes.map(([fase, annee, eleves]) => ({ fase, code: '2115', annee, eleves })),
  { fase: '1002', code: '2115', annee: 6, eleves: suivantes[0]?.[2] ?? 0, mode: 'ALT' },
];

test.each([
  [
    'cinq fois un élève font cinq',
    [
      ['1001', 5, 1],
      ['1001', 6, 1],
      ['1002', 5, 1],
      ['1002', 6, 1],
    ],
    55,
  ],
  ['deux fois quatre font huit', [['1001', 5, 4]], 58],
] as const)(
  'une somme qui dit chacune de ses cellules ne se publie pas : %s',
  async (_, suivantes, tous) => {
    const publiee = await publier(reelle(liege(suivantes)));
    expect(tues(publiee)).toContain('1001/2115/4');
    expect(tues(publiee)).toHaveLength(suivantes.length + 2);
    expect(total(publiee, 4)).toMatchObject({ eleves: tous, eleves_premiere_annee: null });
  },
);

test('d’un effectif tu, le calcul ne sait que ce que le seuil en dit', async () => {
  const dossier = reelle([
    { fase: '1001', code: '2115', annee: 4, eleves: 4 },
    { fase: '1002', code: '2115', annee: 4, eleves: 5 },
  ]);
  const base = await ouvrirBase();
  await lireEtControler(base, ouvrirDepots([dossier.chemin]));
  await calculerMarts(base);
  const lues = await base.lire<{ fase: string; au_plus: number | null }>(
    `SELECT fase_implantation AS fase, au_plus FROM regle.cellules_masquees
     WHERE zone = 4 ORDER BY fase`,
  );
  await base.fermer();
  dossier.effacer();
  expect(lues).toEqual([
    { fase: '1001', au_plus: 4 },
    { fase: '1002', au_plus: null },
  ]);
});

test('avec les anciens codes, un total dont une partie se tait se tait tout entier', async () => {
  const dossier = reelle([
    { fase: '1001', code: '2115', annee: 4, eleves: 20 },
    { fase: '1001', code: '2115', annee: 5, eleves: 30 },
    { fase: '1002', code: '2112', annee: 5, eleves: 3 },
  ]);
  const base = await ouvrirBase();
  await lireEtControler(base, ouvrirDepots([dossier.chemin]));
  await calculerMarts(base);
  const de = (table: string, code: string) =>
    base.lire(`SELECT eleves, eleves_masque FROM ${table} WHERE zone = 4 AND code_obg = '${code}'
      AND annee_scolaire = (SELECT annee_scolaire FROM source.edition)`);
  expect(await de('indicateurs', '2115')).toEqual([{ eleves: 50, eleves_masque: false }]);
  expect(await de('indicateurs', '2112')).toEqual([{ eleves: null, eleves_masque: true }]);
  expect(await de('indicateurs_lignees', '2115')).toEqual([{ eleves: null, eleves_masque: true }]);
  await base.fermer();
  dossier.effacer();
});

test('une population réelle se masque, même à côté d’effectifs de démonstration', async () => {
  const dossier = ouvrirDossier(MINI);
  dossier.remplacer('offre/population.csv', '4,4,G,400', '4,4,G,4');
  dossier.remplacer(
    'sources.csv',
    'population,Essai,Essai,demonstration',
    'population,Essai,Essai,officiel',
  );
  const { population, offre } = await publier(dossier);
  expect(population).toContainEqual(
    expect.objectContaining({ forme: 'G', eleves: null, eleves_masque: true }),
  );
  expect(population.filter(({ eleves }) => eleves === null)).toHaveLength(1);
  expect(offre.filter(({ eleves_masque }) => eleves_masque)).toEqual([]);
});
