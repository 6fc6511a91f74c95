import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { empoisonner } from './hostile.ts';
import { changerLesRegles } from './regles.ts';

/** Un dossier de données aux règles changées, dont chaque texte libre porte un poison. */
export function dossierDEpreuve(): string {
  const dossier = mkdtempSync(join(tmpdir(), 'oad-epreuve-'));
  changerLesRegles(dossier);
  empoisonner(dossier);
  return dossier;
}
