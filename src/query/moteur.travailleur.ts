import adresse from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';

// DuckDB laisse sans suite un module qui manque, n’en est pas un ou ne tient pas en mémoire. Dite
// comme une erreur du travailleur, la page l’apprend.
addEventListener('unhandledrejection', (evenement) => {
  evenement.preventDefault();
  reportError(evenement.reason);
});

await import(/* @vite-ignore */ adresse);
postMessage('DuckDB écoute');
