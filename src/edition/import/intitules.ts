import { plat } from '../../domain/recherche/texte.ts';

/** Les fins d’un masculin et les féminins qu’elles peuvent donner, sans accents. */
const FINS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/teur$/, ['trice', 'teuse', 'teure']],
  [/eur$/, ['euse', 'eure', 'eresse']],
  [/er$/, ['ere']],
  [/(?<=[eo])n$/, ['nne']],
  [/f$/, ['ve', 'ffe', 'fe']],
  [/x$/, ['se']],
  [/eau$/, ['elle']],
  [/(?<=e)l$/, ['lle']],
  [/(?<=e)t$/, ['tte']],
  [/c$/, ['que', 'che']],
  [/e$/, ['esse']],
];

const feminins = (masculin: string): string[] => [
  ...FINS.flatMap(([fin, suites]) =>
    fin.test(masculin) ? suites.map((suite) => masculin.replace(fin, suite)) : [],
  ),
  `${masculin}e`,
];

const dunMot = (a: string, b: string): boolean =>
  a === b || feminins(a).includes(b) || feminins(b).includes(a);

/** `technicien(ne)`, `vendeur·euse`, `employé.e` ou `vendeur-euse` : le mot, puis sa fin. */
const ABREGE =
  /(\p{L}{3,})(?:\((\p{L}{1,5})\)|[·•∙‧.](\p{L}{1,5})|[-/](e|ne|se|euse|rice|trice|teuse|ère|ere|ière|iere))(?![\p{L}(])/gu;
const MARQUE = /[([]?(?<!\p{L})[hfmvx](?:\s*[/·-]\s*[hfmvx])+(?!\p{L})[)\]]?/giu;

/** L’intitulé, `technicien(ne)` devenu `technicien/technicienne` et « (h/f) » retiré. */
const deplier = (intitule: string): string =>
  intitule
    .normalize('NFC')
    .replace(MARQUE, ' ')
    .replace(ABREGE, (tout, mot: string, ...fins: (string | undefined)[]) => {
      const fin = plat(fins.slice(0, 3).find((f) => f !== undefined) ?? '');
      const masculin = plat(mot);
      const possibles = feminins(masculin).filter((feminin) => feminin.endsWith(fin));
      const feminin = possibles.includes(masculin + fin) ? masculin + fin : possibles[0];
      return feminin ? `${mot}/${feminin}` : tout;
    });

const PONCTUATION = /([()[\],;:+&/])/;

/** Les mots d’un intitulé et sa ponctuation : casse, accents, traits d’union et apostrophes ôtés. */
const morceaux = (texte: string): readonly string[] =>
  texte
    .split(PONCTUATION)
    .flatMap((partie) => (PONCTUATION.test(partie) ? [partie] : plat(partie).split(' ')))
    .filter(Boolean);

type Genres = readonly [readonly string[], readonly string[]];

/** Ajoute à un intitulé ce qui suit une barre : les mots qui y changent de genre, et la suite. */
function joindre([un, autre]: Genres, mots: readonly string[]): Genres | null {
  for (let n = Math.min(un.length, mots.length); n > 0; n--) {
    const [fin, debut, suite] = [un.slice(-n), mots.slice(0, n), mots.slice(n)];
    if (!fin.every((mot, i) => dunMot(mot, debut[i] ?? ''))) continue;
    const repete = fin.every((mot, i) => mot === debut[i]);
    if (repete && (n < un.length || suite.length > 0)) continue;
    return [
      [...un, ...suite],
      [...autre.slice(0, -n), ...debut, ...suite],
    ];
  }
  return null;
}

/**
 * Les façons d’écrire un même intitulé : tel quel, et à l’un et à l’autre genre, en entier.
 * « Agent/Agente d’accueil » donne « agent d accueil » et « agente d accueil », jamais « agent ».
 */
export function formes(intitule: string): ReadonlySet<string> {
  const [premier = [], ...autres] = deplier(intitule).split('/').map(morceaux);
  let genres: Genres | null = [premier, premier];
  for (const mots of autres) genres = genres && joindre(genres, mots);
  const tout = morceaux(intitule).join(' ');
  return new Set([tout, ...(genres ?? []).map((mots) => mots.join(' '))].filter(Boolean));
}
