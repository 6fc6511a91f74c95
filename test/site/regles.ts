import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Les tables dont chaque campagne a ses lignes. */
export const PAR_CAMPAGNE = [
  'normes_creation',
  'perimetre',
  'conditions_alternance',
  'acces_7e_depuis',
  'enonces',
] as const;

/** Table, ce que disent ses lignes de 2025-26, ce que diront celles de 2026-27. */
const NOUVELLES_REGLES = [
  [
    'normes_creation',
    '-4e,2026-27,DQ,,PE PE-ALT,seule,12,10,',
    '-4e,2026-27,DQ,,PE PE-ALT,seule,14,11,',
  ],
  [
    'normes_creation',
    '-degre-5e-generale,2026-27,D3,,,,12,',
    '-degre-5e-generale,2026-27,D3,,,,37,',
  ],
  ['perimetre', 'se programme en 3e année', 'se programme dès la 3e année'],
  [
    'conditions_alternance',
    'n’est organisée qu’en plein exercice',
    'remplit une condition changée',
  ],
  ['enonces', 'Prenez en compte l’OAD', 'Prenez en compte le nouvel OAD'],
] as const;

/** Ce qui n’a pas d’édition : table, ce qu’elle dit, ce qu’elle dira. */
const CHANGEMENTS = [
  ['calendrier', 'demandes,15,3,', 'demandes,17,4,'],
  ['densites', 'R,commune rurale,,125,8,20,', 'R,commune rurale,,126,7,20,'],
  ['cefa', ',creation,12,non,"élèves soumis', ',creation,41,non,"élèves soumis'],
] as const;

const lire = (table: string): string => readFileSync(`data/referentiel/${table}.csv`, 'utf8');

/** @throws si le texte ne dit plus ce qui devait changer */
function changer(table: string, texte: string, avant: string, apres: string): string {
  if (!texte.includes(avant)) throw new Error(`${table} ne contient plus « ${avant} »`);
  return texte.replace(avant, apres);
}

/** Une table et, à la suite, ses lignes de 2025-26 telles que la circulaire 9999 les redirait. */
function avecLaSuite(table: string): string {
  const texte = lire(table);
  const suite = texte
    .split('\n')
    .filter((ligne) => ligne.includes(',2025-26,'))
    .map((ligne) =>
      ligne
        .replace(/^9146/, '9999')
        .replace(',2025-26,', ',2026-27,')
        .replaceAll('circulaire 9146', 'circulaire 9999')
        .replace('2025-09-01,2027-08-31', '2026-09-01,2028-08-31'),
    )
    .join('\n');
  const changee = NOUVELLES_REGLES.filter(([nom]) => nom === table).reduce(
    (lignes, [, avant, apres]) => changer(table, lignes, avant, apres),
    suite,
  );
  return `${texte.trimEnd()}\n${changee}\n`;
}

function ecrire(dossier: string, fichier: string, texte: string): void {
  const chemin = join(dossier, fichier);
  mkdirSync(dirname(chemin), { recursive: true });
  writeFileSync(chemin, texte);
}

/** Ajoute à un dossier de données les règles de 2026-27 ; la campagne reste celle de l’édition. */
export function ajouterLesRegles(dossier: string, tables: readonly string[] = PAR_CAMPAGNE): void {
  for (const table of tables) {
    ecrire(dossier, `referentiel/${table}.csv`, avecLaSuite(table));
  }
}

/** La campagne d’un dossier de données. */
export function choisirLaCampagne(dossier: string, campagne: string): void {
  const edition = readFileSync('data/edition.csv', 'utf8');
  ecrire(dossier, 'edition.csv', changer('edition', edition, '2025-2026', campagne));
}

/** Un dossier de la campagne suivante : ses règles, et une valeur changée où rien ne les date. */
export function changerLesRegles(dossier: string): void {
  ajouterLesRegles(dossier);
  choisirLaCampagne(dossier, '2026-2027');
  for (const [table, avant, apres] of CHANGEMENTS) {
    const texte = changer(table, lire(table), avant, apres);
    ecrire(
      dossier,
      `referentiel/${table}.csv`,
      texte.replaceAll('circulaire 9146', 'circulaire 9999'),
    );
  }
}
