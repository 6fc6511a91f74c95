import { useState } from 'preact/hooks';
import { chercherCommune } from '../../domain/dossier/chercherCommune.ts';
import type { CommuneDuDossier } from '../../domain/dossier/types.ts';
import { typographie } from '../../phrases/typographie.ts';
import { Combobox } from '../carte/Combobox.tsx';
import { useTexte } from '../carte/useTexte.ts';
import { useExemples } from '../exemples.ts';

interface Props {
  readonly communes: readonly CommuneDuDossier[];
  readonly choisie: string;
  readonly surChoix: (commune: string) => void;
}

/** Le champ de la commune : le premier de « Mes données ». */
export const ID_COMMUNE = 'mes-donnees-commune';

/** La commune de l’école, par son nom ou par un de ses codes postaux. */
export function ChoixDeCommune({ communes, choisie, surChoix }: Props) {
  const { texte, taper, rendre } = useTexte(ID_COMMUNE, choisie);
  const [faute, dire] = useState('');
  const { site } = useExemples();
  const trouvees = texte === choisie ? [] : chercherCommune(communes, texte);
  const choisir = (commune: string) => {
    rendre();
    surChoix(commune);
    dire('');
  };
  const quitter = (visee: { readonly cle: string } | undefined) => {
    if (visee) choisir(visee.cle);
    else if (texte !== choisie) {
      const reste = choisie ? ` ${choisie} reste choisie.` : '';
      dire(`« ${texte} » : choisissez une commune dans la liste.${reste}`);
      rendre();
    }
  };
  return (
    <>
      <Combobox
        id={ID_COMMUNE}
        etiquette="Commune ou code postal"
        invite={site ? `${site.commune}, ${site.codePostal}…` : ''}
        texte={texte}
        surTexte={taper}
        propositions={trouvees.map(({ commune, codesPostaux }) => ({
          cle: commune,
          titre: commune,
          detail: codesPostaux.slice(0, 4).join(', '),
        }))}
        surChoix={({ cle }) => choisir(cle)}
        surSortie={quitter}
        rien="Aucune commune de ce nom dans les dix zones de la FWB."
      />
      <small role="status" class="case-faux">
        {faute && typographie(faute)}
      </small>
    </>
  );
}
