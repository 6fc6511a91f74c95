import type { Noms } from '../../../domain/filtre/libelles.ts';
import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';
import { useCharge } from '../../useCharge.ts';
import { Attente } from '../Attente.tsx';
import type { LireDetail } from '../lireDetail.ts';

interface Props {
  ligne: LigneIndicateur;
  noms: Noms;
  annee: string;
  titre: string;
  lireDetail: LireDetail;
  fermer: () => void;
}

const charger = () => import('./DetailContenu.tsx');

/** Le détail d’une ligne, sous elle ; Échap le referme et rend sa place au clavier. */
export function Detail({ lireDetail, titre, fermer, ...reste }: Props) {
  const contenu = useCharge(charger);
  const detail = useCharge(lireDetail);
  const faute = contenu.faute ?? detail.faute;
  return (
    <section
      class="detail"
      aria-label={`Détail : ${titre}`}
      onKeyDown={(evenement) => {
        if (evenement.key !== 'Escape') return;
        evenement.stopPropagation();
        fermer();
      }}
    >
      {!faute && contenu.valeur && detail.valeur ? (
        <contenu.valeur.DetailContenu {...reste} detail={detail.valeur.detail} />
      ) : (
        <Attente faute={faute} reessayer={detail.reessayer} dit="Lecture du détail…" />
      )}
    </section>
  );
}
