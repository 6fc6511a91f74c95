import type { ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
import type { Lieux } from '../../domain/autour/types.ts';
import { CarteFiltres } from './Filtres.tsx';

type Props = Omit<ComponentProps<typeof CarteFiltres>, 'lieux'> & { readonly lieux: Lieux | null };

/** Les filtres, qui ne se dessinent qu’une fois ouverts. */
export function CarteFiltresReplies({ lieux, ...filtres }: Props) {
  const [ouverts, ouvrir] = useState(false);
  return (
    <details
      class="carte-filtres-bloc js-seul"
      onToggle={({ currentTarget: { open } }) => open && ouvrir(true)}
    >
      <summary>Filtres</summary>
      {ouverts && lieux && <CarteFiltres {...filtres} lieux={lieux} />}
    </details>
  );
}
