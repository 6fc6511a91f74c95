import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { RangeeCsv } from '../../src/domain/csv.ts';
import { avertissements } from '../../src/domain/dossier/avertissements.ts';
import { campagneAu } from '../../src/domain/dossier/campagne.ts';
import { candidatDe, candidats, demandable } from '../../src/domain/dossier/candidats.ts';
import { creerContexte } from '../../src/domain/dossier/contexte.ts';
import { lieuDe } from '../../src/domain/dossier/lieu.ts';
import {
  type Demande,
  dossierVide,
  hypotheseDe,
  SANS_REPONSE,
} from '../../src/domain/dossier/panier.ts';
import { feuillesDuDossier } from '../../src/export/dossier.ts';
import { exporterTable } from '../../src/export/table.ts';
import { enXlsx, type FeuilleXlsx } from '../../src/export/xlsx.ts';
import { donneesDuDossier } from '../../src/query/dossier.ts';
import { lireManifeste, moteurNode } from '../../src/query/engine.node.ts';
import { toutesLesRangees } from '../../src/query/table.ts';

const LIBREOFFICE = '/usr/bin/soffice';
const DEMANDES = 30;
const QUAND = { prealables: {}, communique: '2026-03-15', ouverture: 2027 };
const TABLES = ['options', 'implantations', 'normes_applicables'];
/** Virgule, guillemets, UTF-8, textes entre guillemets, nombres entiers, toutes les feuilles. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

function exigerLibreOffice(): void {
  if (existsSync(LIBREOFFICE)) return;
  console.log('LibreOffice n’est pas là : installation de libreoffice-calc (apt-get, en root).');
  const options = { stdio: 'inherit' } as const;
  execFileSync('apt-get', ['update', '-qq'], options);
  const paquet = ['install', '-y', '-qq', '--no-install-recommends', 'libreoffice-calc'];
  execFileSync('apt-get', paquet, options);
}

const ecrite = (valeur: RangeeCsv[string]): string => {
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  return String(valeur ?? '');
};

/** Ce qu’une feuille doit contenir, en-tête comprise. */
const attendues = ({
  colonnes,
  rangees,
}: Pick<FeuilleXlsx, 'colonnes' | 'rangees'>): string[][] => [
  colonnes.map(({ nom }) => nom),
  ...rangees.map((rangee) => colonnes.map(({ nom }) => ecrite(rangee[nom] ?? null))),
];

/** Ouvre un classeur dans LibreOffice ; les lignes de chaque feuille. */
function ouvrir(dossier: string, nom: string, contenu: Uint8Array): Map<string, string[][]> {
  writeFileSync(join(dossier, `${nom}.xlsx`), contenu);
  const profil = `-env:UserInstallation=file://${join(dossier, 'profil')}`;
  const options = ['--headless', '--convert-to', CSV, '--outdir', dossier];
  execFileSync(LIBREOFFICE, [profil, ...options, join(dossier, `${nom}.xlsx`)], { stdio: 'pipe' });
  const feuilles = readdirSync(dossier).filter(
    (fichier) => fichier.startsWith(`${nom}-`) && fichier.endsWith('.csv'),
  );
  return new Map(
    feuilles.map((fichier) => {
      const texte = readFileSync(join(dossier, fichier), 'utf8').replace(/\n$/, '');
      return [fichier.slice(nom.length + 1, -4), Papa.parse<string[]>(texte).data];
    }),
  );
}

const memeCellule = (attendue: string, lue: string): boolean =>
  attendue === lue ||
  (attendue !== '' && lue !== '' && Math.abs(Number(attendue) - Number(lue)) < 1e-9);

/** Les cellules qui diffèrent, la première en exemple. */
function ecarts(attendu: readonly string[][], lu: readonly string[][]): string[] {
  if (attendu.length !== lu.length) return [`${lu.length} lignes au lieu de ${attendu.length}`];
  return attendu.flatMap((rangee, i) =>
    rangee.flatMap((cellule, j) => {
      const autre = lu[i]?.[j] ?? '';
      return memeCellule(cellule, autre)
        ? []
        : [`ligne ${i + 1} : « ${autre} » pour « ${cellule} »`];
    }),
  );
}

function juger(nom: string, attendu: readonly string[][], lu: readonly string[][] = []): void {
  const fautes = ecarts(attendu, lu);
  const cellules = attendu.length * (attendu[0]?.length ?? 0);
  console.log(`${nom} : ${attendu.length} lignes, ${cellules} cellules, ${fautes.length} écarts`);
  for (const faute of fautes.slice(0, 5)) console.log(`  ${faute}`);
  if (fautes.length > 0) process.exitCode = 1;
}

/** Un dossier de trente demandes sur la première implantation livrée. */
async function dossierPlein(): Promise<readonly FeuilleXlsx[]> {
  const donnees = await donneesDuDossier(await moteurNode(), await lireManifeste());
  const fase = donnees.sites[0]?.id ?? '';
  const lieu = lieuDe(donnees, { genre: 'implantation', fase });
  if (!lieu) throw new Error(`L’implantation ${fase} n’est pas aux données.`);
  const contexte = creerContexte(donnees, lieu);
  const instruites = candidats(contexte)
    .filter(demandable)
    .slice(0, DEMANDES)
    .map(({ option, situation, hypothese }, i) => {
      const demande: Demande = {
        code: option.code_obg,
        type: situation === 'a_dedoubler' ? 'Dédoublement' : 'Programmation',
        ...hypothese,
        attendus: i % 3 === 0 ? null : 8 + i,
        note: i === 0 ? '=1+1 ; « locaux », "machines"\ndeuxième ligne' : '',
        reponses: SANS_REPONSE,
      };
      const candidat = candidatDe(contexte, option, hypotheseDe(demande));
      return {
        demande,
        candidat,
        avertissements: avertissements(contexte, candidat, demande, QUAND),
      };
    });
  const demandes = instruites.map(({ demande }) => demande);
  const dossier = { ...dossierVide(donnees.edition), demandes };
  const campagne = campagneAu(donnees.regles.calendrier, donnees.campagne, '2026-03-15');
  return feuillesDuDossier(contexte, dossier, instruites, campagne, '15 mars 2026');
}

/**
 * Ouvre dans LibreOffice le classeur d’un dossier de trente demandes et trois classeurs de
 * `/donnees/`, les convertit en CSV et compare chaque cellule à ce qui a été écrit.
 */
export default async function mesurer(): Promise<void> {
  exigerLibreOffice();
  execFileSync(process.execPath, ['pipelines/cli.ts', 'build'], { stdio: 'inherit' });
  const dossier = mkdtempSync(join(tmpdir(), 'oad-tableur-'));
  try {
    const feuilles = await dossierPlein();
    const lues = ouvrir(dossier, 'dossier', await enXlsx(feuilles));
    for (const feuille of feuilles) {
      juger(`dossier, ${feuille.nom}`, attendues(feuille), lues.get(feuille.nom));
    }
    const manifeste = await lireManifeste();
    for (const nom of TABLES) {
      const table = manifeste.tables.find((une) => une.nom === nom);
      if (!table) throw new Error(`La table « ${nom} » n’est pas publiée.`);
      const rangees = await (await moteurNode()).lire<RangeeCsv>(toutesLesRangees(table));
      const contenu = await exporterTable(table, rangees, 'xlsx', manifeste);
      const attendu = attendues({ colonnes: table.colonnes, rangees });
      juger(`${nom}.xlsx`, attendu, ouvrir(dossier, nom, contenu).get('données'));
    }
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}
