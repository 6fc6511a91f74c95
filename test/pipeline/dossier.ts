import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { controler } from '../../pipelines/construire.ts';
import { ErreurDeDonnees, type Probleme } from '../../src/edition/probleme.ts';

export const MINI = 'test/fixtures/edition-mini';

export interface Dossier {
  readonly chemin: string;
  /** Remplace un morceau de texte d’un fichier, qui doit y être. */
  remplacer(fichier: string, avant: string, apres: string): void;
  ecrire(fichier: string, contenu: string | Uint8Array): void;
  lire(fichier: string): string;
  effacer(): void;
}

/** Un dossier provisoire, copie d’un autre ou vide. */
export function ouvrirDossier(modele?: string): Dossier {
  const chemin = mkdtempSync(join(tmpdir(), 'oad-test-'));
  if (modele) cpSync(modele, chemin, { recursive: true });
  const lire = (fichier: string) => readFileSync(join(chemin, fichier), 'utf8');
  const ecrire = (fichier: string, contenu: string | Uint8Array) => {
    mkdirSync(dirname(join(chemin, fichier)), { recursive: true });
    writeFileSync(join(chemin, fichier), contenu);
  };
  return {
    chemin,
    lire,
    ecrire,
    remplacer: (fichier, avant, apres) => {
      const texte = lire(fichier);
      if (!texte.includes(avant)) throw new Error(`« ${avant} » n’est pas dans ${fichier}.`);
      ecrire(fichier, texte.replace(avant, apres));
    },
    effacer: () => rmSync(chemin, { recursive: true, force: true }),
  };
}

/** Les problèmes d’une édition, qu’ils l’arrêtent ou non. */
export async function problemesDe(...dossiers: readonly string[]): Promise<readonly Probleme[]> {
  try {
    return await controler(dossiers);
  } catch (cause) {
    if (cause instanceof ErreurDeDonnees) return cause.problemes;
    throw cause;
  }
}
