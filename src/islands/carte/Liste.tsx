import { useMemo, useRef } from 'preact/hooks';
import type { DepartSitue, SiteTrouve } from '../../domain/autour/autour.ts';
import type { TriCarte } from '../../domain/autour/etat.ts';
import { CarteLigne } from './Ligne.tsx';
import { useProgressif } from './useProgressif.ts';

interface Props {
  readonly sites: readonly SiteTrouve[];
  readonly depart: DepartSitue | null;
  readonly tri: TriCarte;
  readonly filtree: boolean;
  readonly marquee: string | null;
  readonly surTri: (tri: TriCarte) => void;
  readonly surSurvol: (id: string | null) => void;
  readonly surDepart: (fase: string) => void;
}

type Gestes = Pick<Props, 'surSurvol' | 'surDepart'>;

interface PropsMorceau extends Pick<Props, 'sites' | 'depart' | 'filtree' | 'marquee'> {
  readonly gestes: { readonly current: Gestes };
}

/** Des lignes qui ne se refont que si elles changent : survoler l’une ne refait pas les autres. */
function Morceau({ sites, depart, filtree, marquee, gestes }: PropsMorceau) {
  return useMemo(
    () => (
      <tbody>
        {sites.map((trouve) => (
          <CarteLigne
            key={trouve.site.id}
            trouve={trouve}
            depart={depart}
            filtree={filtree}
            marquee={marquee === trouve.site.id}
            surSurvol={(id) => gestes.current.surSurvol(id)}
            surDepart={(fase) => gestes.current.surDepart(fase)}
          />
        ))}
      </tbody>
    ),
    [sites, depart, filtree, marquee],
  );
}

const COLONNES: readonly { tri: TriCarte; titre: string; sens: 'ascending' | 'descending' }[] = [
  { tri: 'nom', titre: 'Implantation', sens: 'ascending' },
  { tri: 'distance', titre: 'Distance', sens: 'ascending' },
  { tri: 'eleves-', titre: 'Élèves', sens: 'descending' },
];

/** La liste à côté de la carte : les mêmes sites, les mêmes filtres ; elle suffit sans la carte. */
export function CarteListe({ sites, depart, tri, filtree, marquee, surTri, ...reste }: Props) {
  const morceaux = useProgressif(sites);
  const gestes = useRef(reste);
  gestes.current = reste;
  const colonnes = COLONNES.filter((colonne) => depart || colonne.tri !== 'distance');
  if (sites.length === 0) return null;
  return (
    <table class="tableau carte-liste">
      <caption class="visuellement-cache">
        Les implantations trouvées, leur distance et leurs élèves
      </caption>
      <thead>
        <tr>
          {colonnes.map(({ tri: sien, titre, sens }) => (
            <th
              key={sien}
              scope="col"
              class={sien === 'nom' ? undefined : 'nombre'}
              aria-sort={tri === sien ? sens : undefined}
            >
              <button type="button" class="tri" onClick={() => surTri(sien)}>
                {titre}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      {morceaux.map((morceau) => (
        <Morceau
          key={morceau[0]?.site.id}
          sites={morceau}
          depart={depart}
          filtree={filtree}
          marquee={morceau.some(({ site }) => site.id === marquee) ? marquee : null}
          gestes={gestes}
        />
      ))}
    </table>
  );
}
