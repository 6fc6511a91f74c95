import { type ComponentChild, h, hydrate, render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  readonly children: ComponentChild;
  readonly surEveil: () => void;
}

/**
 * Ce qui s’éveille à part, juste après son îlot : deux tâches courtes, où une frappe passe, plutôt
 * qu’une longue. Jusque-là, le HTML de la page reste tel quel.
 */
export function EveilSepare({ children, surEveil }: Props) {
  const cadre = useRef<HTMLDivElement>(null);
  const eveille = useRef(false);
  const montre = useRef(children);
  montre.current = children;
  useLayoutEffect(() => {
    const minuterie = setTimeout(() => {
      const { current } = cadre;
      if (!current) return;
      hydrate(children, current);
      eveille.current = true;
      render(montre.current, current);
      current.removeAttribute('data-dort');
      current.dispatchEvent(new Event('astro:hydrate'));
      surEveil();
    });
    return () => clearTimeout(minuterie);
  }, []);
  useLayoutEffect(() => {
    if (eveille.current && cadre.current) render(children, cadre.current);
  }, [children]);
  if (typeof document === 'undefined') return <div data-dort="">{children}</div>;
  return h('div', { ref: cadre, 'data-dort': '', dangerouslySetInnerHTML: { __html: '' } });
}
