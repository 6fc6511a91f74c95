import { useRef } from 'preact/hooks';
import { vueDe } from '../../../domain/filtre/selection.ts';
import { entier } from '../../../phrases/nombres.ts';
import type { Repondant } from '../../../query/repondant.ts';
import { useImpression } from '../../useImpression.ts';
import { Tableau } from '../tableau/Tableau.tsx';
import type { PropsVue } from '../tableau/Vue.tsx';

type Props = Omit<PropsVue, 'annees' | 'attente' | 'remonter'> & { repondant: Repondant };

/** Au-delà, le papier ne sert plus : le reste s’exporte. */
const LIGNES_MAX = 300;

/** Toutes les lignes trouvées, que l’écran montre par pages : posées au moment d’imprimer. */
export function ToutImprime({ resultat, repondant, ...props }: Props) {
  const papier = useRef<HTMLDivElement>(null);
  const { selection } = props;
  useImpression(papier, () => {
    if (vueDe(selection) !== 'lignes' || resultat.pages === 1) return null;
    const toutes = repondant.toutes(selection);
    if (!toutes)
      return (
        <p>
          Page {resultat.page} sur {resultat.pages} des lignes trouvées.
        </p>
      );
    return (
      <>
        {toutes.length > LIGNES_MAX && (
          <p>
            Les {entier(LIGNES_MAX)} premières lignes sur {entier(toutes.length)} ; le reste
            s’exporte.
          </p>
        )}
        <Tableau {...props} attente={false} lignes={toutes.slice(0, LIGNES_MAX)} />
      </>
    );
  });
  return <div class="tout-imprime" ref={papier} />;
}
