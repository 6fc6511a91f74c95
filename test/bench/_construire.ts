import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { construire } from '../../pipelines/construire.ts';

const [dossier = ''] = process.argv.slice(2);
const sortie = mkdtempSync(join(tmpdir(), 'oad-mesure-sortie-'));
const debut = performance.now();
await construire(['data', dossier], sortie);
const secondes = (performance.now() - debut) / 1000;
rmSync(sortie, { recursive: true, force: true });
// `maxRSS` est en kibioctets : le pic du processus entier, DuckDB compris.
process.send?.({ secondes, memoire: process.resourceUsage().maxRSS * 1024 });
