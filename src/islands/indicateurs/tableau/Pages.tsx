import { CONTINU, type Selection, TAILLES_DE_PAGE } from '../../../domain/filtre/selection.ts';
import { encode } from '../../../domain/url/codec.ts';
import { entier } from '../../../phrases/nombres.ts';
import type { Changer } from '../adresse.ts';

interface Props {
  selection: Selection;
  changer: Changer;
  page: number;
  pages: number;
  /** Après un changement de page, le focus revient en tête des résultats. */
  remonter: () => void;
}

/** Les pages à nommer : la première, la dernière, et celles autour de la courante. */
export function pagesNommees(page: number, pages: number): readonly (number | null)[] {
  const proches = [1, page - 1, page, page + 1, pages];
  const gardees = [...new Set(proches)].filter((p) => p >= 1 && p <= pages).sort((a, b) => a - b);
  return gardees.flatMap((p, i) => (i > 0 && p - (gardees[i - 1] ?? 0) > 1 ? [null, p] : [p]));
}

/** La pagination : de vrais liens, que la page suit sans se recharger. */
export function Pages({ selection, changer, page, pages, remonter }: Props) {
  const adresse = (vers: number): string => encode({ ...selection, page: vers }) || '?';
  const aller = (vers: number) => (evenement: MouseEvent) => {
    if (evenement.ctrlKey || evenement.metaKey || evenement.shiftKey) return;
    evenement.preventDefault();
    changer({ ...selection, page: vers });
    remonter();
  };
  return (
    <div class="pages">
      {pages > 1 && (
        <nav aria-label="Pages de résultats">
          {page > 1 && (
            <a rel="prev" href={adresse(page - 1)} onClick={aller(page - 1)}>
              Précédente
            </a>
          )}
          <ol>
            {pagesNommees(page, pages).map((p, i) => (
              <li key={p ?? `…${i}`}>
                {p === null ? (
                  '…'
                ) : (
                  <a
                    href={adresse(p)}
                    onClick={aller(p)}
                    aria-label={`Page ${p}`}
                    aria-current={p === page ? 'page' : undefined}
                  >
                    {entier(p)}
                  </a>
                )}
              </li>
            ))}
          </ol>
          {page < pages && (
            <a rel="next" href={adresse(page + 1)} onClick={aller(page + 1)}>
              Suivante
            </a>
          )}
        </nav>
      )}
      <label class="petit">
        Lignes par page{' '}
        <select
          value={selection.parPage}
          onChange={(evenement) => {
            const taille = Number(evenement.currentTarget.value);
            const parPage = TAILLES_DE_PAGE.find((t) => t === taille) ?? selection.parPage;
            changer({ ...selection, parPage, page: 1 });
          }}
        >
          {TAILLES_DE_PAGE.map((taille) => (
            <option key={taille} value={taille}>
              {taille === CONTINU ? 'toutes' : taille}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
