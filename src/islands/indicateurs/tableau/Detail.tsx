import type { Noms } from '../../../domain/filtre/libelles.ts';
import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';
import { useCharge } from '../../useCharge.ts';
import { Attente } from '../Attente.tsx';
import type { LireSuite } from '../suite.ts';

interface Props {
  ligne: LigneIndicateur;
  noms: Noms;
  annee: string;
  titre: string;
  lireSuite: LireSuite;
  fermer: () => void;
}

const charger = () => import('./DetailContenu.tsx');

/** Le détail d’une ligne, sous elle ; Échap le referme et rend sa place au clavier. */
export function Detail({ lireSuite, titre, fermer, ...reste }: Props) {
  const contenu = useCharge(charger);
  const suite = useCharge(lireSuite);
  const faute = contenu.faute ?? suite.faute;
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
      {!faute && contenu.valeur && suite.valeur ? (
        <contenu.valeur.DetailContenu {...reste} suite={suite.valeur.suite} />
      ) : (
        <Attente faute={faute} reessayer={suite.reessayer} dit="Lecture du détail…" />
      )}
    </section>
  );
}
