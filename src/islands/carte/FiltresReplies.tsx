import type { ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
import type { Lieux } from '../../domain/autour/types.ts';
import { Panne } from '../Panne.tsx';
import { useCharge } from '../useCharge.ts';
import type { CarteFiltres } from './Filtres.tsx';

type Props = Omit<ComponentProps<typeof CarteFiltres>, 'lieux'> & { readonly lieux: Lieux | null };

const charger = () => import('./Filtres.tsx');

/** Les filtres, qui ne viennent qu’une fois ouverts. */
export function CarteFiltresReplies({ lieux, ...filtres }: Props) {
  const [ouverts, ouvrir] = useState(false);
  const { valeur, faute } = useCharge(charger, ouverts);
  return (
    <details
      class="carte-filtres-bloc js-seul"
      onToggle={({ currentTarget: { open } }) => open && ouvrir(true)}
    >
      <summary>Filtres</summary>
      {faute && <Panne faute={faute} />}
      {valeur && lieux && <valeur.CarteFiltres {...filtres} lieux={lieux} />}
    </details>
  );
}
