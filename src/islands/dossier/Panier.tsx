import type { Campagne } from '../../domain/dossier/campagne.ts';
import type { Contexte } from '../../domain/dossier/contexte.ts';
import {
  type Demande as DemandeDuPanier,
  type Dossier,
  deplacer,
  modifier,
  PIECES,
} from '../../domain/dossier/panier.ts';
import type { DemandeInstruite } from '../../export/dossier.ts';
import { phraseDuDedoublement, phrasesDeLaCampagne } from '../../phrases/dossier/campagne.ts';
import { PIECES_EN_MOTS } from '../../phrases/dossier/mots.ts';
import { compte } from '../../phrases/nombres.ts';
import { DansGoss } from './DansGoss.tsx';
import { Demande, idDuRetrait } from './Demande.tsx';
import type { Retiree as DemandeRetiree } from './etatDAtelier.ts';
import { Prealables } from './Prealables.tsx';
import { Retiree } from './Retiree.tsx';

interface Props {
  readonly contexte: Contexte;
  readonly dossier: Dossier;
  readonly instruites: readonly DemandeInstruite[];
  readonly campagne: Campagne;
  /** La demande qui vient d’être retirée d’ici. */
  readonly retiree: DemandeRetiree | null;
  readonly surChangement: (dossier: Dossier) => void;
  readonly surRetrait: (code: string) => void;
  readonly surRemise: () => void;
  readonly surImpression: (code: string) => void;
}

/** Ce qu’une date limite passée veut dire, ou combien il reste. */
function Echeance({ campagne, annee }: { campagne: Campagne; annee: string }) {
  const dans = compte(campagne.joursRestants, 'jour');
  const [prochaine, ...suite] = phrasesDeLaCampagne(campagne, annee, dans);
  return (
    <div class={campagne.passee ? 'message' : 'petit'}>
      <p>{prochaine}</p>
      <details>
        <summary>Le calendrier de ces demandes</summary>
        <p>{[...suite, phraseDuDedoublement(campagne)].join(' ')}</p>
      </details>
    </div>
  );
}

/** Le dossier : ses demandes, dans l’ordre de l’utilisateur, et ce qu’il confirme. */
export function Panier(props: Props) {
  const { contexte, dossier, instruites, campagne, retiree, surChangement } = props;
  const { pieces } = dossier;
  const { references } = contexte.donnees.regles;
  const poser = (code: string, champs: Partial<DemandeDuPanier>) =>
    surChangement(modifier(dossier, code, champs));
  const lignes: (DemandeInstruite | null)[] = [...instruites];
  if (retiree) lignes.splice(retiree.place, 0, null);
  const trace = retiree && (
    <li key="retiree">
      <Retiree
        code={retiree.demande.code}
        surRemise={() => {
          props.surRemise();
          const { code } = retiree.demande;
          requestAnimationFrame(() => document.getElementById(idDuRetrait(code))?.focus());
        }}
      />
    </li>
  );
  return (
    <section class="panier" id="panier" tabIndex={-1} aria-labelledby="titre-panier">
      <h2 id="titre-panier">3. Votre dossier</h2>
      <Echeance campagne={campagne} annee={contexte.donnees.campagne} />
      {instruites.length === 0 && (
        <p>Ajoutez des options ci-dessus : elles se rangent ici, avec ce qu’il faut vérifier.</p>
      )}
      <Prealables contexte={contexte} dossier={dossier} surChangement={surChangement} />
      {lignes.length > 0 && (
        <ol class="demandes">
          {lignes.map((instruite) => {
            if (instruite === null) return trace;
            const { code } = instruite.demande;
            return (
              <Demande
                key={code}
                contexte={contexte}
                instruite={instruite}
                campagne={campagne}
                premiere={instruite === instruites[0]}
                derniere={instruite === instruites.at(-1)}
                surChangement={(champs) => poser(code, champs)}
                surDeplacement={(pas) => surChangement(deplacer(dossier, code, pas))}
                surRetrait={() => props.surRetrait(code)}
                surImpression={() => props.surImpression(code)}
              />
            );
          })}
        </ol>
      )}
      <DansGoss contexte={contexte} dossier={dossier} />
      <fieldset class="pieces">
        <legend>Ce que l’école confirme</legend>
        {PIECES.map((piece) => (
          <label key={piece} class="coche">
            <input
              type="checkbox"
              checked={pieces.includes(piece)}
              onChange={(e) =>
                surChangement({
                  ...dossier,
                  pieces: PIECES.filter((p) =>
                    p === piece ? e.currentTarget.checked : pieces.includes(p),
                  ),
                })
              }
            />
            <span>{PIECES_EN_MOTS[piece]}</span>
          </label>
        ))}
        <p class="petit discret">
          D’après la {references.confirmations}. Le dossier GOSS se transfère à l’Administration
          même sans demande ({references['goss-transfert']}).
        </p>
      </fieldset>
    </section>
  );
}
