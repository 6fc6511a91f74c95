import type { TermeDuGlossaire } from '../domain/tables/textes.ts';
import { echapperXml } from '../domain/xml.ts';

type Terme = Pick<TermeDuGlossaire, 'ancre' | 'terme' | 'forme_longue' | 'definition' | 'en_place'>;

/** Le texte courant : ailleurs (titres, boutons, tableaux), une bulle gênerait. */
const ACCUEIL = new Set(['p', 'li', 'dd', 'figcaption']);
const INTERDITS = new Set(
  'a button summary label legend h1 h2 h3 h4 script style svg pre code select textarea td th nav data'
    .split(' ')
    .concat('abbr', 'astro-island'),
);
const VIDES = new Set('area base br col hr img input link meta source track wbr'.split(' '));
const CACHE = /\bdata-sans-terme\b|visuellement-cache/;

/** L’abréviation, et sa bulle : au clic et au toucher sans script, au survol par la feuille de style. */
function bulle({ ancre, terme, forme_longue, definition }: Terme, glossaire: string): string {
  const id = `terme-${ancre}`;
  const titre = [terme, forme_longue].filter(Boolean).map((t) => echapperXml(t ?? ''));
  return (
    `<span class="terme"><button type="button" popovertarget="${id}">${echapperXml(terme)}</button>` +
    `<span popover id="${id}" class="terme-bulle"><strong>${titre.join(' – ')}</strong> ` +
    `${echapperXml(definition)} <a href="${glossaire}#${ancre}">Glossaire</a></span></span>`
  );
}

interface Element {
  readonly nom: string;
  readonly cache: boolean;
}

const accueille = (pile: readonly Element[]): boolean =>
  pile.some(({ nom }) => nom === 'main') &&
  pile.some(({ nom }) => ACCUEIL.has(nom)) &&
  !pile.some(({ nom, cache }) => cache || INTERDITS.has(nom));

/**
 * Explique, dans le texte courant d’une page, la première apparition de chaque abréviation.
 * @param glossaire l’adresse de la page du glossaire
 */
export function expliquerHtml(html: string, termes: readonly Terme[], glossaire: string): string {
  const aExpliquer = new Map(
    termes.filter(({ en_place }) => en_place).map((terme) => [terme.terme, terme]),
  );
  if (aExpliquer.size === 0) return html;
  const mots = [...aExpliquer.keys()].toSorted((a, b) => b.length - a.length);
  const cherche = new RegExp(
    `\\(?(?<![\\p{L}\\p{N}-])(?:${mots.join('|')})(?![\\p{L}\\p{N}-])`,
    'gu',
  );
  const pile: Element[] = [];
  const fermer = (nom: string): void => {
    const place = pile.findLastIndex((element) => element.nom === nom);
    if (place >= 0) pile.length = place;
  };
  return html.replace(
    /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<(\/?)([a-z][\w-]*)\b[^>]*>|[^<]+/gi,
    (lu, brut: string | undefined, fin: string | undefined, balise: string | undefined) => {
      if (brut || lu.startsWith('<!--')) return lu;
      if (balise) {
        const nom = balise.toLowerCase();
        if (fin) fermer(nom);
        else if (!VIDES.has(nom) && !lu.endsWith('/>')) pile.push({ nom, cache: CACHE.test(lu) });
        return lu;
      }
      if (!accueille(pile)) return lu;
      return lu.replace(cherche, (trouve) => {
        const mot = trouve.replace(/^\(/, '');
        const terme = aExpliquer.get(mot);
        aExpliquer.delete(mot);
        if (!terme) return trouve;
        const texte = bulle(terme, glossaire);
        return mot === trouve ? texte : `<span class="terme-soude">(${texte}</span>`;
      });
    },
  );
}
