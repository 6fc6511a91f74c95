import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { Table } from 'apache-arrow';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { type CelluleSql, ecrireCellule, estNombre, estTexte } from '../../phrases/cellule-sql.ts';

const HAUTEUR = 36;

/** Les lignes à dessiner, parmi toutes : celles qu’on voit, et quelques-unes autour. */
function useLignesVues(compte: number) {
  const cadre = useRef<HTMLDivElement>(null);
  const [, redessiner] = useReducer((n: number, _: undefined) => n + 1, 0);
  const options = {
    count: compte,
    getScrollElement: () => cadre.current,
    estimateSize: () => HAUTEUR,
    overscan: 12,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redessiner(undefined),
  };
  const [virtuel] = useState(() => new Virtualizer<HTMLDivElement, Element>(options));
  virtuel.setOptions(options);
  useLayoutEffect(() => virtuel._didMount(), []);
  useLayoutEffect(() => virtuel._willUpdate());
  const vues = virtuel.getVirtualItems();
  return { cadre, vues, haut: vues[0]?.start ?? 0, total: virtuel.getTotalSize() };
}

/** La colonne qui range la réponse. */
export interface Tri {
  readonly colonne: string;
  readonly sens: 'ASC' | 'DESC';
}

interface Props {
  readonly table: Table;
  readonly tri: Tri | null;
  readonly trier: (colonne: string, texte: boolean) => void;
}

const SENS_DIT = { ASC: 'ascending', DESC: 'descending' } as const;

/** Une réponse en tableau : seules les lignes qu’on voit sont dessinées. */
export function Resultat({ table, tri, trier }: Props) {
  const { cadre, vues, haut, total } = useLignesVues(table.numRows);
  const colonnes = table.schema.fields;
  const vecteurs = colonnes.map((_, i) => table.getChildAt(i));
  const bas = total - haut - vues.length * HAUTEUR;
  const espace = (hauteur: number) =>
    hauteur > 0 && (
      <tr inert class="sql-espace">
        <td colSpan={colonnes.length} style={{ height: `${hauteur}px` }} />
      </tr>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: un cadre qui défile se parcourt au clavier
    <section class="sql-resultat" ref={cadre} tabIndex={0} aria-label="La réponse, ligne par ligne">
      <table class="tableau" aria-rowcount={table.numRows + 1} aria-colcount={colonnes.length}>
        <thead>
          <tr aria-rowindex={1}>
            {colonnes.map(({ name, type }) => {
              const sens = tri?.colonne === name ? tri.sens : null;
              return (
                <th
                  key={name}
                  scope="col"
                  class={estNombre(type) ? 'nombre' : undefined}
                  aria-sort={sens ? SENS_DIT[sens] : 'none'}
                >
                  <button type="button" onClick={() => trier(name, estTexte(type))}>
                    {name}
                    <span aria-hidden="true">{sens === 'ASC' ? ' ↑' : sens && ' ↓'}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {espace(haut)}
          {vues.map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2}>
              {colonnes.map(({ name, type }, i) => (
                <td key={name} class={estNombre(type) ? 'nombre' : undefined}>
                  {ecrireCellule(vecteurs[i]?.get(index) as CelluleSql, type)}
                </td>
              ))}
            </tr>
          ))}
          {espace(bas)}
        </tbody>
      </table>
    </section>
  );
}
