import { createHash } from 'node:crypto';
import { echapperXml } from '../domain/xml.ts';

export interface EntreeDuFil {
  /** Ce qui la distingue de toutes les autres, pour toujours. */
  readonly cle: string;
  readonly titre: string;
  readonly texte: string;
  /** `AAAA-MM-JJ` */
  readonly date: string;
}

/** Un identifiant stable, au format UUID, tiré d’une clé. */
const urn = (cle: string): string => {
  const h = createHash('sha256').update(cle).digest('hex');
  return `urn:uuid:${[h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20, 32)].join('-')}`;
};

/**
 * Un fil Atom (RFC 4287).
 * @param page l’adresse de la page que le fil suit, absolue si le site a une adresse publique
 * @param fil l’adresse du fil lui-même
 */
export function filAtom(
  titre: string,
  auteur: string,
  { page, fil }: { page: string; fil: string },
  entrees: readonly EntreeDuFil[],
): string {
  const derniere =
    entrees
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? '1970-01-01';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    `<title>${echapperXml(titre)}</title>`,
    `<id>${urn(titre)}</id>`,
    `<updated>${derniere}T00:00:00Z</updated>`,
    `<author><name>${echapperXml(auteur)}</name></author>`,
    `<link rel="self" href="${echapperXml(fil)}"/>`,
    `<link href="${echapperXml(page)}"/>`,
    ...entrees.map(
      (entree) =>
        `<entry><title>${echapperXml(entree.titre)}</title><id>${urn(entree.cle)}</id>` +
        `<updated>${entree.date}T00:00:00Z</updated><link href="${echapperXml(page)}"/>` +
        `<content type="text">${echapperXml(entree.texte)}</content></entry>`,
    ),
    '</feed>\n',
  ].join('\n');
}
