import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parcourirDossier } from '../../pipelines/parcourir.ts';

const executer = promisify(execFile);

export interface Sortie {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Lance un script du projet ; ne jette pas, rend le code de sortie (`null` s’il a été tué). */
export async function lancer(
  options: readonly string[],
  env: NodeJS.ProcessEnv = {},
  programme = process.execPath,
): Promise<Sortie> {
  try {
    const { stdout, stderr } = await executer(programme, [...options], {
      env: { ...process.env, ...env },
    });
    return { code: 0, stdout, stderr };
  } catch (cause) {
    const { code, stdout, stderr } = cause as Sortie;
    return { code: typeof code === 'number' ? code : null, stdout, stderr };
  }
}

/** La commande `npm run data`. */
export const cli = (...options: string[]) => lancer(['pipelines/cli.ts', ...options]);

const contenuDe = (chemin: string): string => {
  const etat = lstatSync(chemin);
  if (etat.isSymbolicLink()) return `→ ${readlinkSync(chemin)}`;
  return createHash('sha256').update(readFileSync(chemin)).digest('hex');
};

/** Tout ce qu’un dossier contient, liens non suivis : l’empreinte de chaque fichier, par chemin. */
export const photographier = (dossier: string): Record<string, string> =>
  Object.fromEntries(
    parcourirDossier(dossier).map((nom) => [join(dossier, nom), contenuDe(join(dossier, nom))]),
  );
