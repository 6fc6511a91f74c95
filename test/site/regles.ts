import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Table, ce qu’elle dit, ce qu’elle dira. */
const CHANGEMENTS = [
  ['calendrier', 'demandes,15,3,', 'demandes,17,4,'],
  [
    'normes_creation',
    '9146-4e,2025-26,DQ,,PE PE-ALT,seule,12,10,',
    '9146-4e,2025-26,DQ,,PE PE-ALT,seule,31,29,',
  ],
  [
    'normes_creation',
    '9146-degre-5e-generale,2025-26,D3,,,,12,',
    '9146-degre-5e-generale,2025-26,D3,,,,37,',
  ],
  ['densites', 'R,commune rurale,,125,8,20,', 'R,commune rurale,,126,7,20,'],
  ['cefa', ',creation,12,non,"élèves soumis', ',creation,41,non,"élèves soumis'],
  ['perimetre', 'se programme en 3e année', 'se programme dès la 3e année'],
  [
    'conditions_alternance',
    'l’option n’est organisée qu’en plein exercice',
    'une condition changée',
  ],
] as const;

/**
 * Écrit dans un dossier de données les tables de règles du dépôt, une valeur changée chacune.
 * @throws si une table ne dit plus ce qui devait changer
 */
export function changerLesRegles(dossier: string): void {
  const tables = new Map<string, string>();
  for (const [table, avant, apres] of CHANGEMENTS) {
    const texte = tables.get(table) ?? readFileSync(`data/referentiel/${table}.csv`, 'utf8');
    if (!texte.includes(avant)) throw new Error(`${table} ne contient plus « ${avant} »`);
    tables.set(table, texte.replace(avant, apres));
  }
  for (const [table, texte] of tables) {
    const chemin = join(dossier, 'referentiel', `${table}.csv`);
    mkdirSync(dirname(chemin), { recursive: true });
    writeFileSync(chemin, texte);
  }
}
