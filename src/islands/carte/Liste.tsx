import type { DepartSitue, SiteTrouve } from '../../domain/autour/autour.ts';
import type { TriCarte } from '../../domain/autour/etat.ts';
import { CarteLigne } from './Ligne.tsx';

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

const COLONNES: readonly { tri: TriCarte; titre: string; sens: 'ascending' | 'descending' }[] = [
  { tri: 'nom', titre: 'Implantation', sens: 'ascending' },
  { tri: 'distance', titre: 'Distance', sens: 'ascending' },
  { tri: 'eleves-', titre: 'Élèves', sens: 'descending' },
];

/** La liste à côté de la carte : les mêmes sites, les mêmes filtres ; elle suffit sans la carte. */
export function CarteListe({ sites, depart, tri, filtree, marquee, surTri, ...reste }: Props) {
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
      <tbody>
        {sites.map((trouve) => (
          <CarteLigne
            key={trouve.site.id}
            trouve={trouve}
            depart={depart}
            filtree={filtree}
            marquee={marquee === trouve.site.id}
            {...reste}
          />
        ))}
      </tbody>
    </table>
  );
}
