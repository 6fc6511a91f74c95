/// <reference types="astro/client" />

import 'astro';
import type { DuckDBRuntime } from '@duckdb/duckdb-wasm/blocking';

declare module '@duckdb/duckdb-wasm/blocking' {
  // Les types du paquet sont ceux du navigateur ; sous Node, le module a aussi cet export.
  export const NODE_RUNTIME: DuckDBRuntime;
}

declare module 'astro' {
  interface AstroClientDirectives {
    /** Un îlot éveillé dès qu’il peut l’être, en deux temps. */
    'client:eveil'?: boolean;
  }
}
