import { echapperXml } from '../../src/domain/xml.ts';
import { taireCles } from '../../src/edition/adresse.ts';
import type { Bilan } from '../../src/edition/import/bilan.ts';
import { neutraliser } from '../../src/edition/import/citer.ts';
import { type Compte, enEndroit, raisonsDe } from '../../src/edition/import/compte.ts';

const nombre = new Intl.NumberFormat('fr-BE');

const dire = (texte: string): string => echapperXml(neutraliser(taireCles(texte)));

const lister = (titre: string, lignes: readonly string[]): string =>
  lignes.length === 0
    ? ''
    : `<h3>${titre}</h3><ul>${lignes.map((ligne) => `<li>${dire(ligne)}</li>`).join('')}</ul>`;

const table = (titres: readonly string[], rangees: readonly (readonly string[])[]): string => {
  const ligne = (cellules: readonly string[], balise: string) =>
    `<tr>${cellules.map((cellule) => `<${balise}>${dire(cellule)}</${balise}>`).join('')}</tr>`;
  const corps = rangees.map((rangee) => ligne(rangee, 'td')).join('');
  return `<table><thead>${ligne(titres, 'th')}</thead><tbody>${corps}</tbody></table>`;
};

const repliee = (titre: string, dedans: string): string =>
  `<details><summary>${titre}</summary>${dedans}</details>`;

function fichier(compte: Compte): string {
  const { recues, entrees, reunies, rejets, colonnes, corrections, remarques } = compte;
  const comptes = [
    [entrees, 'entrée', 'entrées'],
    [reunies, 'réunie à une autre', 'réunies à une autre'],
    [rejets.length, 'écartée', 'écartées'],
  ] as const;
  const chiffres = comptes.map(
    ([n, une, plusieurs]) => `<li><b>${nombre.format(n)}</b> ${n < 2 ? une : plusieurs}</li>`,
  );
  const raisons = raisonsDe(compte).map(({ code, nombre: n, exemple }) => [
    nombre.format(n),
    code,
    `${enEndroit(exemple)}, « ${exemple.valeur} »`,
    exemple.raison,
  ]);
  const lues = Object.entries(colonnes?.lues ?? {});
  const toutes = rejets.map(({ ligne, colonne, code, valeur, raison }) => [
    `${ligne}`,
    colonne ?? '',
    code,
    valeur,
    raison,
  ]);
  return [
    `<section><h2>${dire(compte.fichier)}</h2>`,
    `<p>${nombre.format(recues)} ${recues < 2 ? 'ligne reçue' : 'lignes reçues'}\u00a0:</p><ul class="comptes">${chiffres.join('')}</ul>`,
    raisons.length > 0
      ? `<h3>Pourquoi</h3>${table(['Lignes', 'Raison', 'Par exemple', 'Que faire'], raisons)}`
      : '',
    lues.length > 0 ? `<h3>Colonnes lues</h3>${table(['Colonne', 'Titre reçu'], lues)}` : '',
    lister('Colonnes laissées', colonnes?.laissees ?? []),
    lister('À savoir', remarques),
    corrections.length > 0
      ? repliee(`${nombre.format(corrections.length)} corrections`, lister('', corrections))
      : '',
    toutes.length > 0
      ? repliee(
          'Chaque ligne écartée',
          table(['Ligne', 'Colonne', 'Code', 'Valeur', 'Raison'], toutes),
        )
      : '',
    '</section>',
  ].join('');
}

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}' +
  'table{border-collapse:collapse}td,th{border-bottom:1px solid #bbb;padding:.25rem .75rem;text-align:left;vertical-align:top}' +
  '.comptes b{font-size:1.5rem}';

const ARTICLE = /<article data-genre="([a-z-]+)">.*?<\/article>/gs;

/**
 * Ce que le dernier import de chaque genre a fait de ses fichiers, à lire dans un navigateur : la
 * page s’ouvre d’un double clic, sans réseau.
 * @param avant la page d’avant : les autres genres y restent
 */
export function enHtml({ genre, comptes }: Bilan, avant: string): string {
  const articles = new Map([...avant.matchAll(ARTICLE)].map(([tout, nom = '']) => [nom, tout]));
  const dedans = `<h1>Import ${dire(genre)}</h1>${comptes.map(fichier).join('')}`;
  articles.set(genre, `<article data-genre="${genre}">${dedans}</article>`);
  const ranges = [...articles].sort(([a], [b]) => a.localeCompare(b)).map(([, article]) => article);
  return (
    '<!doctype html><html lang="fr"><head><meta charset="utf-8">' +
    '<meta name="robots" content="noindex"><meta name="viewport" content="width=device-width">' +
    `<title>Rapport des imports</title><style>${STYLE}</style></head><body>` +
    `${ranges.join('')}</body></html>\n`
  );
}
