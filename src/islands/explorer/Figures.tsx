import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Cartouche } from '../../charts/fichier.ts';
import { charger } from '../../query/lecture.ts';
import { useSortie } from '../fichiers/useSortie.ts';

interface Sortante {
  /** Le nom de son fichier, sans extension. */
  readonly nom: string;
  readonly cartouche: () => Cartouche;
}

/** Une figure, et de quoi l’emporter telle qu’elle est montrée. */
export function Figure({ nom, cartouche, children }: Sortante & { children: ComponentChildren }) {
  const cadre = useRef<HTMLElement>(null);
  const { enCours, dit, faute, demander } = useSortie();
  const emporter = (type: 'svg' | 'png'): Promise<void> =>
    demander(
      type,
      async () => {
        const trace = cadre.current?.querySelector('svg');
        if (!trace) throw new Error('La figure n’est pas encore dessinée.');
        const { enSvg } = await charger(import('../../charts/fichier.ts'));
        const svg = enSvg(new XMLSerializer().serializeToString(trace), cartouche());
        const contenu =
          type === 'svg'
            ? new Blob([svg], { type: 'image/svg+xml' })
            : await (await charger(import('../png.ts'))).enPng(svg);
        return { contenu, nom: `${nom}.${type}` };
      },
      type === 'png' ? 'Le SVG reste disponible.' : undefined,
    );
  return (
    <figure ref={cadre} class="explorer-figure">
      {children}
      <p class="explorer-figure-sorties pas-imprime avec-script">
        {(['svg', 'png'] as const).map((type) => (
          <button
            key={type}
            type="button"
            class="lien-bouton"
            aria-disabled={enCours !== null}
            onClick={() => void emporter(type)}
          >
            Figure ({type.toUpperCase()})
          </button>
        ))}{' '}
        <span role="status" class={faute ? 'message message-erreur' : 'petit'}>
          {dit}
        </span>
      </p>
    </figure>
  );
}

interface Tardive extends Sortante {
  readonly classe: string;
  /** Ce dont elle dépend : elle se redessine quand cela change. */
  readonly de: unknown;
  readonly dessiner: (largeur: number) => Promise<Element>;
  /** Elle prend toute la place ; sinon, celle d’une colonne de texte. */
  readonly large?: boolean;
}

/** La plus grande largeur d’une figure qui ne gagne rien à s’étaler, en pixels. */
export const LARGEUR = 720;

/** Une figure dont le tracé vient après ; le tableau dit la même chose, et la dit seul sans elle. */
export function FigureTardive({ classe, de, dessiner, large = false, ...sortante }: Tardive) {
  const cadre = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let encore = true;
    const { current } = cadre;
    if (!current) return;
    // La figure d’avant, sous le titre d’après, mentirait.
    current.replaceChildren();
    dessiner(large ? current.clientWidth : Math.min(LARGEUR, current.clientWidth)).then(
      (svg) => encore && current.replaceChildren(svg),
      () => {},
    );
    return () => {
      encore = false;
    };
  }, [de]);
  return (
    <Figure {...sortante}>
      <div ref={cadre} class={classe} />
    </Figure>
  );
}
