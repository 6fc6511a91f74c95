import { useState } from 'preact/hooks';
import type { DepartSitue } from '../../domain/autour/autour.ts';
import type { Lieux, OffreParSite, OptionSituee } from '../../domain/autour/types.ts';
import { Panne } from '../Panne.tsx';
import { useCharge } from '../useCharge.ts';

export interface Demandee {
  readonly lieux: Lieux;
  readonly offre: OffreParSite;
  readonly depart: DepartSitue;
  readonly option: OptionSituee;
  readonly annee: string;
  readonly prefixe: string;
  readonly fichierRegles: string;
}

const charger = () => import('./Demande.tsx');

/** « Et si je la demandais ici ? », replié ; son code ne vient qu’à l’ouverture. */
export function CarteDemandeRepliee(props: Demandee) {
  const [ouvert, setOuvert] = useState(false);
  const { valeur, faute } = useCharge(charger, ouvert);
  return (
    <details class="demande" onToggle={(e) => setOuvert(e.currentTarget.open)}>
      <summary>
        <h2>Et si je la demandais ici{'\u202f'}?</h2>
      </summary>
      {faute && <Panne faute={faute} />}
      {valeur && <valeur.CarteDemande {...props} />}
    </details>
  );
}
