import { chercherCommune } from '../../domain/dossier/chercherCommune.ts';
import type { CommuneDuDossier } from '../../domain/dossier/types.ts';
import { Combobox } from '../carte/Combobox.tsx';
import { useTexte } from '../carte/useTexte.ts';

interface Props {
  readonly communes: readonly CommuneDuDossier[];
  readonly choisie: string;
  readonly surChoix: (commune: string) => void;
}

const ID = 'mes-donnees-commune';

/** La commune de l’école, par son nom ou par un de ses codes postaux. */
export function ChoixDeCommune({ communes, choisie, surChoix }: Props) {
  const [texte, setTexte] = useTexte(ID, choisie);
  const trouvees = texte === choisie ? [] : chercherCommune(communes, texte);
  return (
    <Combobox
      id={ID}
      etiquette="Commune ou code postal"
      invite="Par exemple : Dinant, ou 5500"
      texte={texte}
      surTexte={setTexte}
      propositions={trouvees.map(({ commune, codesPostaux }) => ({
        cle: commune,
        titre: commune,
        detail: codesPostaux.slice(0, 4).join(', '),
      }))}
      surChoix={({ cle }) => {
        setTexte(cle);
        surChoix(cle);
      }}
      rien="Aucune commune de ce nom en Wallonie ou à Bruxelles."
      prendLaSeule
    />
  );
}
