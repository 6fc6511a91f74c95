import { useEffect, useState } from 'preact/hooks';
import type { DepartSitue } from '../../domain/autour/autour.ts';
import type { Lieux, Offre, OptionSituee } from '../../domain/autour/types.ts';

export interface Demandee {
  readonly lieux: Lieux;
  readonly offre: Offre;
  readonly depart: DepartSitue;
  readonly option: OptionSituee;
  readonly annee: string;
  readonly prefixe: string;
  readonly fichierRegles: string;
}

type Contenu = typeof import('./Demande.tsx')['CarteDemande'];

/** « Et si je la demandais ici ? », replié ; son code ne vient qu’à l’ouverture. */
export function CarteVolet(props: Demandee) {
  const [ouvert, setOuvert] = useState(false);
  const [contenu, setContenu] = useState<{ readonly Demande: Contenu } | null>(null);
  useEffect(() => {
    if (!ouvert || contenu) return;
    import('./Demande.tsx').then(({ CarteDemande }) => setContenu({ Demande: CarteDemande }));
  }, [ouvert]);
  return (
    <details class="demande" onToggle={(e) => setOuvert(e.currentTarget.open)}>
      <summary>
        <h2>Et si je la demandais ici{'\u202f'}?</h2>
      </summary>
      {contenu && <contenu.Demande {...props} />}
    </details>
  );
}
