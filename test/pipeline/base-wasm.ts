import { createRequire } from 'node:module';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import type { Base } from '../../src/edition/base.ts';
import { ouvrirBaseWasm as ouvrirSur } from '../../src/edition/base-wasm.ts';

/** La base des navigateurs, tenue dans Node. */
export async function ouvrirBaseWasm(): Promise<Base & { version(): string }> {
  const require = createRequire(import.meta.url);
  const wasm = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  const module = { mainModule: wasm, mainWorker: '' };
  const db = await createDuckDB({ mvp: module, eh: module }, new VoidLogger(), NODE_RUNTIME);
  await db.instantiate(() => {});
  return { version: () => db.getVersion(), ...ouvrirSur(db) };
}
