export interface Rubrique {
  readonly titre: string;
  readonly points: readonly string[];
}

export interface VersionDuSite {
  readonly nom: string;
  /** `AAAA-MM-JJ`, ou `null` tant que la version n’est pas publiée. */
  readonly date: string | null;
  readonly rubriques: readonly Rubrique[];
}

const VERSION = /^## \[([^\]]+)\](?:\s*[–—-]\s*(\d{4}-\d{2}-\d{2}))?/;
const sansCode = (texte: string): string => texte.replaceAll('`', '').trim();

function rubrique(bloc: string): Rubrique {
  const [titre = '', ...reste] = bloc.split('\n');
  const points = reste.join('\n').split(/^- /m).slice(1);
  return {
    titre: titre.trim(),
    points: points.map((point) => sansCode(point.replace(/\s+/g, ' '))),
  };
}

/**
 * Lit un journal au format Keep a Changelog (`## [version] – date`, `### rubrique`, points).
 * @returns les versions dans l’ordre du texte ; celles qui n’ont aucun point sont laissées
 */
export const lireJournal = (texte: string): VersionDuSite[] =>
  texte
    .replaceAll('\r\n', '\n')
    .split(/^(?=## )/m)
    .flatMap((bloc) => {
      const [, nom, date = null] = VERSION.exec(bloc) ?? [];
      const rubriques = bloc.split(/^### /m).slice(1).map(rubrique);
      const pleines = rubriques.filter(({ points }) => points.length > 0);
      return nom && pleines.length > 0 ? [{ nom, date, rubriques: pleines }] : [];
    });
