import { echapperXml } from '../domain/xml.ts';
import { couperEnLignes } from './texte.ts';

/** Ce qu’un fichier doit dire de lui-même quand il quitte la page. */
export interface Cartouche {
  readonly titre: string;
  readonly constat: string;
  /** Ce qu’il faut savoir pour lire la figure, sous elle. */
  readonly note?: string;
  /** Année scolaire, sources, nature, édition : une ligne par morceau. */
  readonly sources: readonly string[];
}

const ENCRE = '#1b2a33';
const ENCRE_2 = '#4d5b63';
const TEAL = '#0b5d66';
const SANS = "'Source Sans 3', 'Segoe UI', Arial, sans-serif";
const SERIF = "'Source Serif 4', Georgia, serif";
const MARGE = 24;
const GRAND = 20;
const MOYEN = 15;
const PETIT = 12;
const INTERLIGNE = 1.4;

/** Le thème clair de `figures.css`, en attributs : un fichier n’a pas de feuille de style. */
const ATTRIBUTS: Readonly<Record<string, string>> = {
  barre: `fill="${TEAL}"`,
  'barre-seconde': 'fill="#8b8474"',
  repere: `stroke="${ENCRE}" stroke-width="1.5"`,
  axe: 'stroke="#75807f"',
  etiquette: `fill="${ENCRE}" font-weight="620"`,
  libelle: `fill="${ENCRE}"`,
  facette: `fill="${ENCRE}" font-weight="620"`,
  legende: `fill="${ENCRE_2}"`,
  'legende-trait': `fill="${ENCRE}" font-weight="700"`,
  ligne: `fill="none" stroke="${TEAL}" stroke-width="3"`,
  'ligne-repere': `fill="none" stroke="${ENCRE_2}" stroke-width="1.25"`,
  point: `fill="${TEAL}"`,
  'point-repere': `fill="${ENCRE_2}"`,
  'signe-tc-fc': 'fill="#b4410e"',
  'signe-tc': 'fill="#786000"',
  'signe-fc': 'fill="#1f4e9c"',
  'carte-neutre': 'fill="#e3dfd4" stroke="#ffffff"',
  'carte-classe-0': 'fill="#f3f0e8" stroke="#ffffff"',
  'carte-classe-1': 'fill="#c9e3e5" stroke="#ffffff"',
  'carte-classe-2': 'fill="#a9d2d5" stroke="#ffffff"',
  'carte-classe-3': 'fill="#83bdc1" stroke="#ffffff"',
  'carte-classe-4': 'fill="#5ba3a9" stroke="#ffffff"',
  'carte-classe-5': 'fill="#0b5d66" stroke="#ffffff"',
  'carte-classe-moins-1': 'fill="#f3dcc4" stroke="#ffffff"',
  'carte-classe-moins-2': 'fill="#e9c197" stroke="#ffffff"',
  'carte-classe-moins-3': 'fill="#dd9f5f" stroke="#ffffff"',
  'carte-classe-moins-4': 'fill="#c87436" stroke="#ffffff"',
  'carte-classe-moins-5': 'fill="#a8481c" stroke="#ffffff"',
  'carte-limites': `fill="none" stroke="${ENCRE_2}" stroke-width="1.5"`,
  categorie: `fill="${ENCRE}" font-weight="620"`,
  cible: 'fill-opacity="0" stroke-opacity="0"',
};

/** Met sur chaque groupe les couleurs que sa classe reçoit de la feuille de style. */
const colorer = (trace: string): string =>
  trace.replace(/<(\w+)([^>]*?) class="([^"]+)"([^>]*)>/g, (_, nom, avant, classes, apres) => {
    const pose = classes
      .split(' ')
      .map((classe: string) => ATTRIBUTS[classe] ?? '')
      .findLast((attributs: string) => attributs !== '');
    const reste = `${avant}${apres}`.replace(/ (fill|stroke|stroke-width)="[^"]*"/g, '');
    return `<${nom}${pose ? ` ${pose}` : ''}${pose ? reste : `${avant}${apres}`}>`;
  });

const bloc = (lignes: readonly string[], y: number, corps: number, attributs: string): string =>
  lignes
    .map(
      (ligne, i) =>
        `<text x="${MARGE}" y="${Math.round(y + (i + 1) * corps * INTERLIGNE)}" font-size="${corps}" ${attributs}>${echapperXml(ligne)}</text>`,
    )
    .join('');

/** Ce que disent les formes d’un dessin, là où rien d’autre ne les nomme. */
const SIGNES: readonly (readonly [classe: string, forme: string, sens: string])[] = [
  ['signe-tc-fc', 'M0-5.5 5.5 0 0 5.5-5.5 0Z', 'TC et FC'],
  ['signe-tc', 'M0-4.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z', 'TC seule'],
  ['signe-fc', 'M0-5 5 4H-5Z', 'FC seule'],
];
const ENTRE_SIGNES = 120;

/** La légende des formes que porte le dessin ; vide quand il n’en porte pas. */
function legendeDesSignes(trace: string, y: number): string {
  const portes = SIGNES.filter(([classe]) => new RegExp(`["\\s]${classe}["\\s]`).test(trace));
  return portes
    .map(([classe, forme, sens], i) => {
      const x = MARGE + 6 + i * ENTRE_SIGNES;
      return `<path transform="translate(${x},${y})" d="${forme}" ${ATTRIBUTS[classe]}/><text x="${x + 12}" y="${y + 4}" font-size="${PETIT}" fill="${ENCRE_2}">${sens}</text>`;
    })
    .join('');
}

/**
 * Un SVG autonome : titre, constat, figure, source, année et nature dans l’image.
 * @param trace le SVG de la page, dont le `viewBox` commence en 0 0
 */
export function enSvg(trace: string, { titre, constat, note, sources }: Cartouche): string {
  const [, l = '0', h = '0'] = trace.match(/viewBox="0 0 ([\d.]+) ([\d.]+)"/) ?? [];
  const [largeur, hauteur] = [Number(l), Number(h)];
  const titres = couperEnLignes(titre, largeur, GRAND);
  const constats = couperEnLignes(constat, largeur, MOYEN);
  const pied = [...(note ? [note] : []), ...sources].flatMap((source) =>
    couperEnLignes(source, largeur, PETIT),
  );
  const yConstat = MARGE + titres.length * GRAND * INTERLIGNE + 4;
  const yTrace = Math.round(yConstat + constats.length * MOYEN * INTERLIGNE + MARGE);
  const ySignes = Math.round(yTrace + hauteur + MARGE - 4);
  const signes = legendeDesSignes(trace, ySignes);
  const yPied = yTrace + hauteur + MARGE - 6 + (signes ? MARGE : 0);
  const haut = Math.round(yPied + pied.length * PETIT * INTERLIGNE + MARGE);
  const large = largeur + 2 * MARGE;
  const dedans = colorer(trace)
    .replaceAll('&nbsp;', '\u00a0')
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${large}" height="${haut}" viewBox="0 0 ${large} ${haut}" font-family="${SANS}" fill="${ENCRE}" role="img"><title>${echapperXml(titre)}</title><desc>${echapperXml([constat, ...(note ? [note] : []), ...sources].join(' '))}</desc><rect width="${large}" height="${haut}" fill="#ffffff"/>${bloc(titres, MARGE / 2, GRAND, `font-family="${SERIF}" font-weight="620"`)}${bloc(constats, yConstat - MARGE / 2, MOYEN, '')}<g transform="translate(${MARGE},${yTrace})">${dedans}</g>${signes}${bloc(pied, yPied, PETIT, `fill="${ENCRE_2}"`)}</svg>\n`;
}
