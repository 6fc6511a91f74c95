import { A_REVALIDER, EMPREINTE, ENTETES, IMMUABLE, TYPES } from './entetes.ts';

const paires = Object.entries(ENTETES);
const types = Object.entries(TYPES);
const lignes = (...blocs: readonly (string | readonly string[])[]): string =>
  `${blocs.flat().join('\n')}\n`;

/**
 * Le fichier `_headers` de Netlify et de Cloudflare Pages.
 * @param base commence et finit par `/`
 */
export const headersDePages = (base: string): string =>
  lignes(
    `${base}*`,
    paires.map(([nom, valeur]) => `  ${nom}: ${valeur}`),
    `${base}_astro/*`,
    `  Cache-Control: ${IMMUABLE}`,
    `${base}data/*.parquet`,
    `  Cache-Control: ${IMMUABLE}`,
  );

/**
 * Le `.htaccess` d’Apache 2.4 (mod_headers, mod_rewrite, mod_mime).
 * @param base commence et finit par `/`
 */
export const htaccess = (base: string): string =>
  lignes(
    `ErrorDocument 404 ${base}404.html`,
    'DirectoryIndex index.html',
    'Options -Indexes -MultiViews',
    types.map(([fin, type]) => `AddType ${type} .${fin}`),
    '<IfModule mod_headers.c>',
    paires.map(([nom, valeur]) => `  Header always set ${nom} "${valeur}"`),
    `  Header set Cache-Control "${A_REVALIDER}"`,
    `  Header set Cache-Control "${IMMUABLE}" "expr=%{REQUEST_URI} =~ m#${EMPREINTE.source.replaceAll('\\/', '/')}#"`,
    '</IfModule>',
    '<IfModule mod_rewrite.c>',
    '  RewriteEngine On',
    '  RewriteCond %{REQUEST_FILENAME} -d',
    '  RewriteRule ^(.*[^/])$ %{REQUEST_URI}/ [R=301,L]',
    ['br', 'gz'].flatMap((fin) => [
      `  RewriteCond %{HTTP:Accept-Encoding} ${fin === 'gz' ? 'gzip' : 'br'}`,
      `  RewriteCond %{REQUEST_FILENAME}.${fin} -f`,
      `  RewriteRule ^(.+)$ $1.${fin} [L]`,
      `  RewriteCond %{HTTP:Accept-Encoding} ${fin === 'gz' ? 'gzip' : 'br'}`,
      `  RewriteCond %{REQUEST_FILENAME}index.html.${fin} -f`,
      `  RewriteRule ^(|.*/)$ $1index.html.${fin} [L]`,
    ]),
    '</IfModule>',
    ['br', 'gz'].flatMap((fin) => [
      `<FilesMatch "\\.${fin}$">`,
      `  RemoveType .${fin}`,
      `  AddEncoding ${fin === 'gz' ? 'gzip' : 'br'} .${fin}`,
      '  Header append Vary Accept-Encoding',
      '</FilesMatch>',
    ]),
  );

export interface Nginx {
  /** Commence et finit par `/`. */
  readonly base: string;
  /** Le dossier du site construit. */
  readonly racine: string;
  readonly ecoute: string;
  /** Le module `libnginx-mod-http-brotli-static` est là. */
  readonly brotli?: boolean;
}

/** Un bloc `server` de nginx ; à placer dans `http`, après `include mime.types`. */
export const nginx = ({ base, racine, ecoute, brotli = false }: Nginx): string => {
  const entetes = paires.map(([nom, valeur]) => `    add_header ${nom} "${valeur}" always;`);
  return lignes(
    'map $uri $oad_cache {',
    `  default "${A_REVALIDER}";`,
    `  "~${EMPREINTE.source.replaceAll('\\/', '/')}" "${IMMUABLE}";`,
    '}',
    'server {',
    `  listen ${ecoute};`,
    '  charset utf-8;',
    '  gzip_static on;',
    `  ${brotli ? '' : '# '}brotli_static on;${brotli ? '' : ' # avec libnginx-mod-http-brotli-static'}`,
    `  error_page 404 ${base}404.html;`,
    '  absolute_redirect off;',
    `  location ${base} {`,
    `    alias ${racine.replace(/\/$/, '')}/;`,
    '    index index.html;',
    entetes,
    '    add_header Cache-Control $oad_cache always;',
    '    include mime.types;',
    `    types { ${types.map(([fin, type]) => `${type} ${fin};`).join(' ')} }`,
    '  }',
    '}',
  );
};
