import { execFile } from 'node:child_process';

export interface Sortie {
  readonly code: number | null;
  /** Ce que la commande a écrit, sur l’une et l’autre sortie. */
  readonly texte: string;
}

/** Lance `npm run data -- …` dans un processus à part ; rend son code de sortie, `null` si tué. */
export const commandeAvec = (
  env: NodeJS.ProcessEnv,
  ...options: readonly string[]
): Promise<Sortie> =>
  new Promise((rendre) => {
    execFile(
      process.execPath,
      ['--max-old-space-size=512', 'pipelines/cli.ts', ...options],
      { timeout: 120_000, maxBuffer: 1 << 26, env: { ...process.env, ...env } },
      (cause, stdout, stderr) => {
        const code = cause ? (typeof cause.code === 'number' ? cause.code : null) : 0;
        rendre({ code, texte: `${stdout}\n${stderr}` });
      },
    );
  });

export const commande = (...options: readonly string[]): Promise<Sortie> =>
  commandeAvec({}, ...options);
