import { afterAll, beforeAll, expect, test } from 'vitest';
import { ouvrirBase } from '../../pipelines/base.ts';
import { ouvrirDepots } from '../../pipelines/dossiers.ts';
import { importer } from '../../pipelines/import/index.ts';
import { TABLES_MART } from '../../src/domain/tables/index.ts';
import { assembler, type Etape, type FichierRecu } from '../../src/edition/assembler.ts';
import type { Base } from '../../src/edition/base.ts';
import { taireSecrets } from '../../src/edition/check/sources.ts';
import { lireEtControler } from '../../src/edition/controler.ts';
import { calculerMarts } from '../../src/edition/marts/index.ts';
import type { Depot } from '../../src/edition/read/depot.ts';
import { ouvrirBaseWasm } from './base-wasm.ts';
import { enMemoire } from './depot-memoire.ts';
import { type Dossier, ouvrirDossier } from './dossier.ts';

const TITRES =
  'type_d_enseignement;ndeg_fase_de_l_etablissement;nom_d_etablissement;numero_bce_de_l_etablissement;ndeg_fase_de_l_implantation;reseau;adresse_de_l_implantation;code_postal_de_l_implantation;commune_de_l_implantation;latitude;longitude';
const REGISTRE = `${TITRES}
Secondaire ordinaire;2101;Institut des Essais;0123456789;4101;Libre confessionnel;Rue A 1;5000;Namur;50.4669;4.8675
Secondaire ordinaire;2103;École fictive;0123456781;4103;Subventionné provincial;Rue C 3;4000;Liège;50.64;5.57
`;
const EFFECTIFS = `Effectifs au 15 janvier;;;;;
Année scolaire;FASE implantation;Code OBG;Année d’étude;PE;ALT
2023-2024;4101;2115;4;12;7
2023-2024;4101;2115;5;9;0
2023-2024;4103;8123;4;3;0
`;
const TC = 'zone;métier;année\n4;D004;2026\n4;D007;2026\n';

const recu = (nom: string, contenu: string | Uint8Array): FichierRecu => ({
  nom,
  octets: typeof contenu === 'string' ? Buffer.from(contenu) : contenu,
});

let livree: Depot;
let dossier: Dossier;

beforeAll(async () => {
  [livree] = await enMemoire(ouvrirDepots(['data']));
  dossier = ouvrirDossier();
});

afterAll(() => dossier.effacer());

/** Chaque cellule des marts. */
async function marts(base: Base) {
  const lus: Record<string, readonly unknown[]> = {};
  for (const { nom, cle } of TABLES_MART) {
    const ordre = cle.map((colonne) => `"${colonne}"`).join(', ');
    lus[nom] = await base.lire(`SELECT * FROM main."${nom}" ORDER BY ${ordre}`);
  }
  return lus;
}

test('les mêmes fichiers font la même édition dans un navigateur que par la commande', async () => {
  const etapes: Etape[] = [];
  const base = await ouvrirBaseWasm();
  const fichiers = { 'tc.csv': TC, 'effectifs.csv': EFFECTIFS, 'écoles.csv': REGISTRE };
  const recus = Object.entries(fichiers).map(([nom, contenu]) => recu(nom, contenu));
  const lue = await assembler({ base, livree, recus, dire: (etape) => etapes.push(etape) });
  expect(lue.rapports.map(({ nom, genre, entre }) => [nom, genre, entre])).toEqual([
    ['tc.csv', 'Thématiques communes', true],
    ['effectifs.csv', 'Inscriptions au 15 janvier', true],
    ['écoles.csv', expect.stringContaining('ignalétique'), true],
  ]);
  expect(etapes.map(({ quoi }) => quoi).join(' ')).toBe(
    'lire lire lire joindre joindre joindre controler calculer',
  );
  expect(lue.resume).toMatchObject({ titre: 'Édition 2023-2024', annee: '2023-2024' });
  expect(lue.resume?.zones.filter(({ options }) => options !== null)).toEqual([
    expect.objectContaining({ nom: 'Liège', implantations: 1, options: 1, tus: true }),
    expect.objectContaining({ nom: 'Namur', implantations: 1, options: 1, eleves: 28 }),
  ]);

  for (const [genre, nom] of [
    ['odwb-signaletique', 'écoles.csv'],
    ['inscriptions', 'effectifs.csv'],
    ['tc', 'tc.csv'],
  ] as const) {
    dossier.ecrire(nom, fichiers[nom]);
    await importer(genre, [`${dossier.chemin}/${nom}`], { sortie: dossier.chemin });
  }
  const native = await ouvrirBase();
  const parCommande = await lireEtControler(native, ouvrirDepots(['data', dossier.chemin]));
  await taireSecrets(native);
  await calculerMarts(native);
  expect(lue.problemes.map(({ code, valeur }) => [code, valeur])).toEqual(
    parCommande.problemes
      .filter(({ code }) => code !== 'OAD-FICHIER-INCONNU')
      .map(({ code, valeur }) => [code, valeur]),
  );
  expect(await marts(base)).toEqual(await marts(native));
  await native.fermer();
});

test('un fichier que rien ne reconnaît, ou qu’il faut corriger, se dit et n’arrête pas les autres', async () => {
  const hostile = new Uint8Array(3000).map((_, i) => (i * 7919) % 256);
  const recus = [
    recu('image.bin', hostile),
    recu('liste.csv', 'nom;prénom\n<img src=x>;=1+1\n'),
    recu('effectifs.csv', EFFECTIFS),
    recu('écoles.csv', REGISTRE.replaceAll('Secondaire ordinaire', 'Fondamental')),
  ];
  const { rapports, resume } = await assembler({ base: await ouvrirBaseWasm(), livree, recus });
  expect(rapports.map(({ entre }) => entre)).toEqual([false, false, false, false]);
  expect(rapports[0]?.dit).toMatch(/encodage du fichier ne se reconnaît pas/);
  expect(rapports[1]?.dit).toMatch(/ne sont celles d’aucun fichier attendu/);
  expect(rapports[2]?.rendu?.fichiers[0]?.rejets[0]).toMatchObject({ ligne: 3, code: 'FASE' });
  expect(rapports[3]?.dit).toContain('Aucune ligne n’est entrée');
  expect(resume).toBeNull();
});
