import { typographie } from './typographie.ts';

/** Une erreur de requête : ce qui cloche, en français, où, et ce que DuckDB en dit. */
export interface ErreurSql {
  readonly phrase: string;
  /** Commence à 1 ; sans elle, la requête entière est en cause. */
  readonly ligne: number | null;
  /** Commence à 1. */
  readonly colonne: number | null;
  readonly original: string;
}

type Traduction = readonly [motif: RegExp, dire: (...groupes: string[]) => string];

const ouBien = (propose: string): string => (propose ? ` Peut-être ${propose} ?` : '');
const cites = (liste: string): string =>
  [...liste.matchAll(/"([^"]+)"/g)].map(([, nom]) => `« ${nom} »`).join(', ');

const DISABLED = /disabled (?:through|by) configuration/;

/** Ce que disent les erreurs de DuckDB, de la plus précise à la plus générale. */
const TRADUCTIONS: readonly Traduction[] = [
  [DISABLED, () => 'Une requête ne lit que les tables de cette page : ni fichier, ni adresse.'],
  [/has been locked/, () => 'Les réglages du moteur ne se changent pas ici.'],
  [
    /Can't find the home directory|Extension ".*" not found|INSTALL |LOAD /,
    () => 'Aucune extension ne se charge ici.',
  ],
  [
    /syntax error at or near "([\s\S]*?)"\n/,
    (mot) =>
      mot === ')'
        ? 'La requête s’arrête trop tôt, ou une parenthèse est en trop.'
        : `La requête ne se comprend plus à « ${mot} ». Une seule requête à la fois, qui commence par SELECT, WITH ou FROM.`,
  ],
  [/Cannot prepare multiple statements/, () => 'Une seule requête à la fois.'],
  [/syntax error at end of input/, () => 'La requête s’arrête trop tôt.'],
  [/SELECT clause without selection list/, () => 'Après SELECT, il faut dire quelles colonnes.'],
  [
    /unterminated quoted (string|identifier)/,
    () => 'Une apostrophe ou un guillemet n’est pas refermé.',
  ],
  [
    /Table with name (.+?) does not exist!(?:\s+Did you mean "(.+?)")?/,
    (nom, propose) =>
      `Aucune table ne s’appelle « ${nom} ».${ouBien(propose ? `« ${propose} »` : '')}`,
  ],
  [
    /Referenced column "(.+?)" not found in FROM clause!(?:\s+Candidate bindings: (.+))?/,
    (nom, proposes = '') =>
      `Aucune colonne ne s’appelle « ${nom} » dans ces tables.${ouBien(cites(proposes))}`,
  ],
  [
    /Table "(.+?)" does not have a column named "(.+?)"/,
    (table, nom) => `La table « ${table} » n’a pas de colonne « ${nom} ».`,
  ],
  [
    /Referenced table "(.+?)" not found!(?:\s+Candidate tables: (.+))?/,
    (nom, proposes = '') => `« ${nom} » n’est pas une table de FROM.${ouBien(cites(proposes))}`,
  ],
  [
    /Ambiguous reference to column name "(.+?)" \(use: (.+)\)/,
    (nom, proposes) =>
      `Plusieurs tables ont une colonne « ${nom} » : dites laquelle (${cites(proposes ?? '')}).`,
  ],
  [
    /column "(.+?)" must appear in the GROUP BY/,
    (nom) => `Ajoutez « ${nom} » à GROUP BY, ou comptez-la : sum, min, count…`,
  ],
  [
    /(?:Scalar|Aggregate|Table|Macro) Function with name (.+?) does not exist!(?:\s+Did you mean "(.+?)")?/,
    (nom, propose) =>
      `Aucune fonction ne s’appelle « ${nom} ».${ouBien(propose ? `« ${propose} »` : '')}`,
  ],
  [
    /No function matches the given name and argument types '(.+?)'/,
    (appel) =>
      `Ce calcul ne va pas avec ces types : ${appel}. Convertissez l’un des deux, par exemple avec ::VARCHAR.`,
  ],
  [
    /Could not convert string '([\s\S]*?)' to (\w+)/,
    (valeur, type) => `« ${valeur} » ne se convertit pas en ${type}.`,
  ],
  [
    /Out of Memory|Out of memory|could not allocate|memory access out of bounds/,
    () => 'La réponse ne tient pas en mémoire : filtrez davantage, ou liez mieux les tables.',
  ],
  [
    /aggregate function calls cannot/,
    () => 'Un compte ne se met pas dans WHERE : utilisez HAVING.',
  ],
];

const GENERALE = 'Le moteur n’a pas pu répondre à cette requête.';

/** Où DuckDB pose son accent circonflexe. */
function placeDe(message: string, texte: string) {
  const [, numero, extrait = '', accent = ''] = /LINE (\d+): ([^\n]*)\n( *)\^/.exec(message) ?? [];
  if (numero === undefined) return { ligne: null, colonne: null };
  const lignes = texte.split('\n');
  const ligne = Math.min(Math.max(1, Number(numero)), lignes.length);
  const rang = accent.length - `LINE ${numero}: `.length;
  const coupe = extrait.startsWith('...') ? 3 : 0;
  const debut = coupe
    ? (lignes[ligne - 1] ?? '').indexOf(extrait.slice(3).replace(/\.\.\.$/, ''))
    : 0;
  const colonne = Math.max(0, rang - coupe) + Math.max(0, debut) + 1;
  return { ligne, colonne: Math.min(colonne, (lignes[ligne - 1]?.length ?? 0) + 1) };
}

/**
 * Dit en français l’erreur d’une requête.
 * @param message celui de DuckDB
 * @param texte la requête, telle que le visiteur l’a écrite
 */
export function direErreurSql(message: string, texte: string): ErreurSql {
  for (const [motif, dire] of TRADUCTIONS) {
    const trouve = motif.exec(message);
    if (trouve) {
      const phrase = typographie(dire(...trouve.slice(1)));
      return { phrase, ...placeDe(message, texte), original: message };
    }
  }
  return { phrase: typographie(GENERALE), ...placeDe(message, texte), original: message };
}
