import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Facettes, type PropsFacettes } from './Facettes.tsx';

/** La largeur où les filtres tiennent à côté du tableau : celle d’indicateurs-filtres.css. */
const LARGE = '(width > 60rem)';

const section = { class: 'indicateurs-filtres', 'aria-label': 'Filtres' };

/**
 * Les filtres à côté du tableau. Un écran étroit les cache, il a son volet : tant qu’il l’est, ce
 * que la page a reçu reste tel quel, et l’éveil ne le relit pas.
 */
export function FiltresACote(facettes: PropsFacettes) {
  const [vus, voir] = useState(
    () => typeof matchMedia === 'undefined' || matchMedia(LARGE).matches,
  );
  useEffect(() => {
    const media = matchMedia(LARGE);
    const suivre = (): void => voir((avant) => avant || media.matches);
    suivre();
    media.addEventListener('change', suivre);
    return () => media.removeEventListener('change', suivre);
  }, []);
  if (!vus) return h('section', { ...section, dangerouslySetInnerHTML: { __html: '' } });
  return (
    <section {...section}>
      <h2 class="visuellement-cache">Filtres</h2>
      <Facettes {...facettes} />
    </section>
  );
}
