import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { hebergement } from './pipelines/hebergement/integration.ts';

export default defineConfig({
  base: process.env.OAD_BASE ?? '/',
  site: process.env.OAD_SITE,
  output: 'static',
  publicDir: process.env.OAD_PUBLIC ?? './public',
  outDir: process.env.OAD_DIST ?? './dist',
  compressHTML: true,
  trailingSlash: 'always',
  integrations: [preact(), hebergement({ compresse: process.env.OAD_COMPRESSION !== 'non' })],
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never', format: 'directory' },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    worker: { format: 'es' },
    ssr: { external: ['@duckdb/duckdb-wasm', 'apache-arrow'] },
    build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  },
});
