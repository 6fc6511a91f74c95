import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** La base sous laquelle les tests et les mesures servent le site. */
export const BASE = '/oad/';

const executer = (script: string, options: readonly string[], env: object): void => {
  execFileSync(process.execPath, [script, ...options], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
};

/**
 * Construit le site sous `/oad/`, avec les données du dépôt ou celles d’un autre dossier public.
 * @param choix `publics` : un dossier public dont `data/` est prêt ; `site` : l’origine annoncée
 * @returns le dossier temporaire du site
 */
export function batir({ publics, site }: { publics?: string; site?: string } = {}): string {
  const construit = mkdtempSync(join(tmpdir(), 'oad-site-'));
  if (!publics) executer('pipelines/cli.ts', ['build'], {});
  executer('node_modules/astro/bin/astro.mjs', ['build', '--silent'], {
    OAD_BASE: BASE,
    OAD_DIST: construit,
    ...(publics && { OAD_PUBLIC: publics }),
    ...(site && { OAD_SITE: site }),
  });
  return construit;
}
