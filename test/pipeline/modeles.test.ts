import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importer } from '../../pipelines/import/index.ts';
import { ecrireModeles } from '../../pipelines/modeles.ts';
import { ligne } from '../unit/edition/classeurs.ts';
import { type Dossier, ouvrirDossier } from './dossier.ts';

let dossier: Dossier;
let modeles: Dossier;

beforeEach(async () => {
  dossier = ouvrirDossier();
  modeles = ouvrirDossier();
  await importer('odwb-signaletique', ['test/fixtures/import/registre.csv'], {
    sortie: dossier.chemin,
    rejetsMax: '100%',
  });
  await ecrireModeles(['data', dossier.chemin], modeles.chemin);
});

afterEach(() => {
  dossier.effacer();
  modeles.effacer();
});

const FEUILLE = 'xl/worksheets/sheet1.xml';

/** Écrit des rangées sous les titres d’un modèle, comme un tableur. */
function remplir(nom: string, rangees: readonly (readonly string[])[]): string {
  const fichier = `${modeles.chemin}/modele-${nom}.xlsx`;
  const entrees = unzipSync(readFileSync(fichier));
  const lignes = rangees.map((rangee, i) => ligne(i + 2, rangee)).join('');
  const feuille = strFromU8(entrees[FEUILLE] ?? new Uint8Array());
  const pleine = feuille.replace('</sheetData>', `${lignes}</sheetData>`);
  modeles.ecrire(`modele-${nom}.xlsx`, zipSync({ ...entrees, [FEUILLE]: strToU8(pleine) }));
  return fichier;
}

const PLEINS: readonly (readonly [string, readonly string[], string, string])[] = [
  [
    'inscriptions',
    ['2023-2024', '31', '2115', '4', 'PE', '12'],
    'offre/inscriptions.csv',
    '2023-2024,31,2115,4,PE,12',
  ],
  [
    'oad-tableau',
    ['2023-2024', '4', '2115', '3', '42'],
    'offre/totaux_zones.csv',
    '2023-2024,4,2115,3,42',
  ],
  [
    'fc',
    ['D026', '2025', 'Wallonie', 'nature non précisée'],
    'besoins/fonctions_critiques.csv',
    '2025,Wallonie,D026,nature non précisée',
  ],
  ['tc', ['Soudeuse', '2025', '4'], 'besoins/thematiques_communes.csv', '2025,4,D026'],
  ['metiers', ['D026', 'Soudeur/Soudeuse'], 'besoins/metiers.csv', 'D026,Soudeur/Soudeuse'],
  ['options-metiers', ['2115', 'D012'], 'besoins/options_metiers.csv', '2115,D012'],
];

test.each(PLEINS)(
  'le modèle « %s », rempli, entre sans remarque',
  async (nom, rangee, table, lue) => {
    const fichier = remplir(nom, [rangee]);
    const options = { sortie: dossier.chemin, remplacer: true };
    const { rapport, ecrit } = await importer(nom, [fichier], options);
    expect(ecrit, rapport).toBe(true);
    expect(rapport).toContain('1 ligne reçue = 1 entrée + 0 réunie à une autre + 0 écartée.');
    expect(rapport).not.toMatch(/Écartées :|Corrigées :|non reprises|Choisissez/);
    expect(dossier.lire(table).trim().split('\n')[1]).toBe(lue);
  },
);

test('un modèle a des titres commentés, des listes de codes et un mode d’emploi', () => {
  const entrees = unzipSync(readFileSync(`${modeles.chemin}/modele-inscriptions.xlsx`));
  const feuille = strFromU8(entrees[FEUILLE] ?? new Uint8Array());
  expect(feuille.match(/<dataValidation .*?sqref="[A-F]1"/g)).toHaveLength(6);
  expect(feuille).toContain(`<formula1>'Options'!$A$2:$A$`);
  expect(feuille).toContain(`<formula1>'Implantations'!$A$2:$A$5</formula1>`);
  const livre = strFromU8(entrees['xl/workbook.xml'] ?? new Uint8Array());
  for (const nom of ['À remplir', 'Lisez-moi', 'Options', 'Modes']) expect(livre).toContain(nom);
});

test('un modèle déjà là, rempli peut-être, ne se remplace pas', async () => {
  await expect(ecrireModeles(['data'], modeles.chemin)).rejects.toThrow('est déjà là');
  await expect(ecrireModeles(['data'], undefined)).rejects.toThrow('--out');
});
