/// <reference types="astro/client" />

import type { DuckDBRuntime } from '@duckdb/duckdb-wasm/blocking';

declare module '@duckdb/duckdb-wasm/blocking' {
  // Les types du paquet sont ceux du navigateur ; sous Node, le module a aussi cet export.
  export const NODE_RUNTIME: DuckDBRuntime;
}
