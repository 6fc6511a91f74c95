import { fileURLToPath } from 'node:url';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { lireCompression } from './pipelines/hebergement/comprimer.ts';
import { hebergement } from './pipelines/hebergement/integration.ts';

/** De petits modules que les mêmes pages demandent : un fichier chacun serait une requête chacun. */
const ENSEMBLE = [
  { name: 'charger', test: /vite\/preload-helper/, priority: 1 },
  { name: 'preact', test: /node_modules\/preact\// },
  { name: 'valeurs', test: /src\/domain\/tables\/valeurs\.ts$/, priority: 1 },
  { name: 'proche', test: /src\/domain\/recherche\/(proche|distance|texte)\.ts$/, priority: 1 },
  {
    name: 'edition',
    test: /src\/domain\/(annees|normes\/(edition|cellule|objet|type7e))\.ts$/,
    priority: 1,
  },
  { name: 'normes', test: /src\/domain\/normes\/(creation|maintien|ouverture|selon-lieu)\.ts$/ },
  { name: 'recherche', test: /src\/domain\/recherche\/(?!site)/ },
  { name: 'nombres', test: /src\/(phrases|domain)\/nombres\.ts$/ },
  { name: 'Combobox', test: /src\/islands\/carte\/(Combobox|useTexte)\.tsx?$/ },
];

/** write-excel-file et read-excel-file ouvriraient par fflate un travailleur `blob:`. */
const FFLATE = fileURLToPath(new URL('./src/export/fflate.ts', import.meta.url));

const directive = {
  name: 'directive',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) =>
      addClientDirective({ name: 'eveil', entrypoint: './src/islands/directive.ts' }),
  },
};

export default defineConfig({
  base: process.env.OAD_BASE ?? '/',
  site: process.env.OAD_SITE,
  output: 'static',
  publicDir: process.env.OAD_PUBLIC ?? './public',
  outDir: process.env.OAD_DIST ?? './dist',
  compressHTML: true,
  trailingSlash: 'always',
  integrations: [preact(), directive, hebergement(lireCompression(process.env.OAD_COMPRESSION))],
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
    worker: {
      format: 'es',
      rolldownOptions: { output: { assetFileNames: '_astro/[name].[hash][extname]' } },
    },
    resolve: { alias: [{ find: /^fflate$/, replacement: FFLATE }] },
    ssr: { external: ['@duckdb/duckdb-wasm', 'apache-arrow'] },
    build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: ENSEMBLE } } } } },
    },
  },
});
