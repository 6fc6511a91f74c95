import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importer } from '../../pipelines/import/index.ts';

const CODES = ['2115', '8123', '3423'];
const FASES = ['31', '32', '35'];

/** Trente lignes d’inscriptions « officielles », avec des nombres sous le seuil. */
const petites = ['2022-2023', '2023-2024']
  .flatMap((annee) =>
    FASES.flatMap((fase, i) =>
      CODES.flatMap((code, j) =>
        [4, 5].map((etude) => ({ annee, fase, code, etude, eleves: 3 * i + 4 * j + etude - 3 })),
      ),
    ),
  )
  .slice(0, 30);

/** De grands effectifs, pour que les sommes se reconnaissent ; 33 est hors zone. */
const grandes = (
  [
    ['31', 9871, 9467],
    ['35', 9743, 9689],
    ['33', 9127, 9844],
  ] as const
).flatMap(([fase, cinquieme, sixieme]) => [
  { annee: '2023-2024', fase, code: '6210', etude: 5, eleves: cinquieme },
  { annee: '2023-2024', fase, code: '6210', etude: 6, eleves: sixieme },
]);

const somme = (lignes: readonly { eleves: number }[]) =>
  lignes.reduce((n, { eleves }) => n + eleves, 0);

const cellules = [...petites, ...grandes];
const deFase = (choisie: string) => cellules.filter(({ fase }) => fase === choisie);
const HORS_ZONE = somme(deFase('33'));
const TOTAL = somme(cellules);
/** Un nombre que seul un rejet porte. */
const REJETE = 58_211;

/** Ce qui rendrait un effectif masqué, ou n’est qu’à l’éditeur : le site n’en doit rien porter. */
export const INTERDITS: readonly number[] = [
  ...FASES.map((fase) => somme(deFase(fase))),
  ...['2022-2023', '2023-2024'].map((an) => somme(cellules.filter(({ annee }) => annee === an))),
  HORS_ZONE,
  TOTAL,
  REJETE,
].filter((n) => n > 9999);

/** Ce que la source tait, et comment les pages l’écrivent. */
export const TUS = [
  { fase: '31', code: '1207', dit: '<5', ecrit: 'moins de 5', au_moins: '1', au_plus: '4' },
  { fase: '32', code: '1207', dit: '5-9', ecrit: 'de 5 à 9', au_moins: '5', au_plus: '9' },
  {
    fase: '31',
    code: '1209',
    dit: 'moins de 10',
    ecrit: 'moins de 10',
    au_moins: '1',
    au_plus: '9',
  },
] as const;

/** Les inscriptions reçues : chaque implantation et son sous-total, puis des lignes fautives. */
const inscriptions = (): string =>
  [
    'année scolaire,FASE implantation,code OBG,année d’étude,mode,élèves',
    ...[...FASES, '33'].flatMap((fase) => [
      ...deFase(fase).map(({ annee, code, etude, eleves }) =>
        [annee, fase, code, etude, 'PE', eleves].join(','),
      ),
      `Total ${fase},,,,,${somme(deFase(fase))}`,
    ]),
    ...TUS.map(({ fase, code, dit }) => `2023-2024,${fase},${code},5,PE,${dit}`),
    `2023-2024,99,2115,4,PE,${REJETE}`,
    `2023-2024,31,2115,6,PE,${REJETE} environ`,
    `TOTAL,,,,,${TOTAL}`,
    '',
  ].join('\n');

const ACCEPTES = `code,table,valeur,raison
OAD-HORS-ZONE,implantations,33,Ses ${HORS_ZONE} élèves vont à Renaix.
OAD-DERIVE,inscriptions,${TOTAL} élèves,Une ligne inutile.
`;

/** Un dossier de données réelles : registre, inscriptions, FC et TC, tous importés. */
export async function dossierOfficiel(): Promise<string> {
  const dossier = mkdtempSync(join(tmpdir(), 'oad-officielle-'));
  const recu = (nom: string, texte: string) => {
    const chemin = join(dossier, nom);
    writeFileSync(chemin, texte);
    return chemin;
  };
  // Les fichiers d’essai portent des fautes, toutes acceptées ici.
  const importe = (genre: string, fichier: string) =>
    importer(genre, [fichier], { sortie: dossier, rejetsMax: '100%' });
  // Celles des inscriptions ne comptent aucune école : sans le dire, leurs zones seraient partielles.
  recu(
    'couverture.csv',
    'table,zone,annee_scolaire,etat,raison\n' +
      'inscriptions,4,,connu,vérifiée\ninscriptions,10,,connu,vérifiée\n',
  );
  await importe('odwb-signaletique', 'test/fixtures/import/registre.csv');
  await importe('inscriptions', recu('effectifs.txt', inscriptions()));
  recu('acceptes.csv', ACCEPTES);
  await importe('fc', 'test/fixtures/import/fc.csv');
  await importe('tc', recu('tc.txt', 'métier;zone;année\nD004;4;2024\nD010;Hainaut Sud;2024\n'));
  return dossier;
}
