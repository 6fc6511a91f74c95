import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importer } from '../../pipelines/import/index.ts';

const CODES = ['2115', '8123', '3423'];
const FASES = ['31', '32', '35'];

/** Trente lignes d’inscriptions « officielles », avec des nombres sous le seuil. */
const inscriptions = (): string => {
  const lignes = ['2022-2023', '2023-2024'].flatMap((annee) =>
    FASES.flatMap((fase, i) =>
      CODES.flatMap((code, j) =>
        [4, 5].map((etude) => `${annee},${fase},${code},${etude},PE,${3 * i + 4 * j + etude - 3}`),
      ),
    ),
  );
  const entete = 'année scolaire,FASE implantation,code OBG,année d’étude,mode,élèves';
  return `${[entete, ...lignes.slice(0, 30)].join('\n')}\n`;
};

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
  await importe('odwb-signaletique', 'test/fixtures/import/registre.csv');
  await importe('inscriptions', recu('effectifs.txt', inscriptions()));
  await importe('fc', 'test/fixtures/import/fc.csv');
  await importe('tc', recu('tc.txt', 'métier;zone;année\nD004;4;2024\nD010;Hainaut Sud;2024\n'));
  return dossier;
}
