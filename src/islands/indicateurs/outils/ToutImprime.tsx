import { useRef } from 'preact/hooks';
import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';
import { CONTINU, vueDe } from '../../../domain/filtre/selection.ts';
import { entier } from '../../../phrases/nombres.ts';
import type { Repondant } from '../../../query/repondant.ts';
import { useImpression } from '../../useImpression.ts';
import { ParOption } from '../tableau/ParOption.tsx';
import { Tableau } from '../tableau/Tableau.tsx';
import { PAS, type PropsVue } from '../tableau/Vue.tsx';

type Props = Omit<PropsVue, 'annees' | 'attente' | 'remonter'> & { repondant: Repondant };

/** Au-delà, le papier ne sert plus : le reste s’exporte. Les options y tiennent toutes. */
const LIGNES_MAX = 300;

const IMMOBILE = { annees: [], attente: false, remonter: () => {} };

/** Toutes les lignes ou les options trouvées, que l’écran montre par pages : posées pour imprimer. */
export function ToutImprime({ resultat, repondant, ...props }: Props) {
  const papier = useRef<HTMLDivElement>(null);
  const { selection } = props;
  const { page, parPage } = selection;
  const enLignes = vueDe(selection) === 'lignes';
  const [trouvees, quoi] = enLignes ? [resultat.total, 'lignes'] : [resultat.options, 'options'];
  const entieres = (toutes: readonly LigneIndicateur[]) =>
    enLignes ? (
      <Tableau {...props} attente={false} lignes={toutes.slice(0, LIGNES_MAX)} />
    ) : (
      <ParOption
        {...{ ...props, ...IMMOBILE }}
        resultat={{ ...resultat, lignes: toutes }}
        selection={{ ...selection, page: 1, parPage: CONTINU }}
      />
    );
  useImpression(papier, () => {
    if (!enLignes && vueDe(selection) !== 'option') return null;
    if (trouvees <= Math.min(parPage, PAS)) return null;
    const toutes = repondant.toutes(selection);
    if (!toutes)
      return (
        <p>
          Page {page} sur {Math.ceil(trouvees / parPage)} des {quoi} trouvées.
        </p>
      );
    return (
      <>
        {enLignes && trouvees > LIGNES_MAX && (
          <p>
            Les {entier(LIGNES_MAX)} premières lignes sur {entier(trouvees)} ; le reste s’exporte.
          </p>
        )}
        {entieres(toutes)}
      </>
    );
  });
  return <div class="tout-imprime" ref={papier} />;
}
