import { aDuTravail } from '../../domain/dossier/tenu.ts';
import type { Atelier } from './atelier.ts';
import type { EtatDAtelier } from './etatDAtelier.ts';
import type { Panier } from './Panier.tsx';
import type { Sorties } from './Sorties.tsx';
import type { Instruction } from './useInstruction.ts';

interface Props extends Pick<Instruction, 'dossier' | 'contexte' | 'campagne' | 'instruites'> {
  readonly apres: { readonly Panier: typeof Panier; readonly Sorties: typeof Sorties };
  readonly etat: EtatDAtelier;
  readonly atelier: Atelier;
  readonly jour: string;
  /** Imprime une demande seule, ou tout le dossier. */
  readonly imprimer: (code: string | null) => void;
}

/** Les demandes que tient le dossier, et de quoi l’emporter. */
export function Suite(props: Props) {
  const { apres, dossier, contexte, campagne, instruites, etat, atelier, jour, imprimer } = props;
  const { retiree, tenu } = etat;
  return (
    <>
      {contexte && campagne && (
        <apres.Panier
          contexte={contexte}
          dossier={dossier}
          instruites={instruites}
          campagne={campagne}
          retiree={retiree?.endroit === 'panier' ? retiree : null}
          surChangement={(suivant) => atelier.changer(suivant)}
          surRetrait={(code) => atelier.retirer(code, 'panier')}
          surRemise={() => atelier.remettre()}
          surImpression={imprimer}
        />
      )}
      {(contexte || aDuTravail(tenu)) && (
        <apres.Sorties
          contexte={contexte ?? null}
          dossier={dossier}
          instruites={instruites}
          campagne={campagne}
          jour={jour}
          garde={!etat.refus && etat.autre === null}
          avant={tenu.avant}
          surImpression={() => imprimer(null)}
          surReception={(lu) => atelier.recevoir(lu)}
          surRetour={() => atelier.reprendreAvant()}
          surEffacement={() => {
            atelier.effacer();
            history.replaceState(null, '', location.pathname);
          }}
        />
      )}
    </>
  );
}
