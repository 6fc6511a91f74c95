import type { Dossier } from '../../domain/dossier/panier.ts';
import { compte } from '../../phrases/nombres.ts';

interface Props {
  readonly recu: Dossier;
  readonly accepter: () => void;
  readonly refuser: () => void;
}

/** Un dossier reçu, quand il y en a déjà un : l’utilisateur tranche. */
export function Recu({ recu, accepter, refuser }: Props) {
  return (
    <div class="message" role="alert">
      <p>
        Un dossier de {compte(recu.demandes.length, 'demande')} est arrivé. L’ouvrir remplacerait
        celui qui est dans ce navigateur.
      </p>
      <p class="sorties-gestes">
        <button type="button" class="bouton" onClick={accepter}>
          Ouvrir le dossier reçu
        </button>
        <button type="button" class="bouton bouton-leger" onClick={refuser}>
          Garder le mien
        </button>
      </p>
    </div>
  );
}
