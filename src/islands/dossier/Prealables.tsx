import type { Contexte } from '../../domain/dossier/contexte.ts';
import { type Dossier, repondre } from '../../domain/dossier/panier.ts';
import {
  avertissementsDesPrealables,
  prealablesDuDossier,
} from '../../domain/dossier/prealables.ts';
import { PREALABLES_EN_MOTS } from '../../phrases/dossier/mots.ts';
import { Avertissements } from './Avertissements.tsx';
import { Trois } from './Trois.tsx';

interface Props {
  readonly contexte: Contexte;
  readonly dossier: Dossier;
  readonly surChangement: (dossier: Dossier) => void;
}

/** Ce que l’école a déjà, demandé une fois pour toutes ses demandes. */
export function Prealables({ contexte, dossier, surChangement }: Props) {
  const { demandes, prealables } = dossier;
  const cles = prealablesDuDossier(contexte, demandes);
  if (cles.length === 0) return null;
  return (
    <fieldset class="prealables">
      <legend>Ce que l’école a déjà</legend>
      <p class="petit">
        Dans GOSS, le degré puis l’année se demandent avant l’option si vos structures autorisées ne
        les ont pas. Sans réponse, le dossier les suppose d’après vos élèves.
      </p>
      <div class="cases">
        {cles.map((cle) => (
          <Trois
            key={cle}
            etiquette={PREALABLES_EN_MOTS[cle]}
            inconnu={cle === 'CEFA' ? 'à dire' : 'd’après vos élèves'}
            valeur={prealables[cle] ?? null}
            surChoix={(reponse) => surChangement(repondre(dossier, cle, reponse))}
          />
        ))}
      </div>
      <Avertissements
        avertissements={avertissementsDesPrealables(contexte, demandes, prealables)}
      />
    </fieldset>
  );
}
