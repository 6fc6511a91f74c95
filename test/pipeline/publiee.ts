import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { construire } from '../../pipelines/construire.ts';

const publics: string[] = [];

/** Construit une édition et l’ouvre comme le site la lit ; `oublierPubliees` l’efface. */
export async function publierEtLire(dossiers: readonly string[]) {
  const sortie = mkdtempSync(join(tmpdir(), 'oad-publiee-'));
  publics.push(sortie);
  const manifeste = await construire(dossiers, join(sortie, 'data'));
  process.env.OAD_PUBLIC = sortie;
  vi.resetModules();
  const { moteurNode } = await import('../../src/query/engine.node.ts');
  return { moteur: await moteurNode(), manifeste };
}

export function oublierPubliees(): void {
  for (const chemin of publics.splice(0)) rmSync(chemin, { recursive: true, force: true });
}
