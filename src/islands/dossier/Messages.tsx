import { useLayoutEffect, useRef } from 'preact/hooks';
import { aDuTravail } from '../../domain/dossier/tenu.ts';
import { quand, resumeDuDossier } from '../../phrases/dossier/garde.ts';
import { typographie } from '../../phrases/typographie.ts';
import { Annulable } from './Annulable.tsx';
import type { Atelier } from './atelier.ts';
import type { EtatDAtelier } from './etatDAtelier.ts';
import type { Garde } from './garde.ts';
import { Recu } from './Recu.tsx';
import { Retiree } from './Retiree.tsx';

interface Props {
  readonly etat: EtatDAtelier;
  readonly atelier: Atelier;
  readonly surReponse: () => void;
}

/** L’autre version, en mots ; `null` : la page ne sait pas la lire. */
function autreEnMots(autre: Garde): string | null {
  if (autre.genre === 'illisible') return null;
  if (!aDuTravail(autre.tenu)) return 'L’autre version : dossier effacé.';
  const le = quand(autre.le);
  return `L’autre version${le ? `, gardée le ${le}` : ''} : ${resumeDuDossier(autre.tenu.dossier)}.`;
}

/** Deux onglets ont travaillé chacun de leur côté : le visiteur dit lequel reste. */
function Conflit({ autre, etat, atelier }: Pick<Props, 'etat' | 'atelier'> & { autre: Garde }) {
  const dite = autreEnMots(autre);
  return (
    <div class="message message-erreur dossier-peril" role="alert">
      <p>
        {typographie(
          dite
            ? `Ce dossier a aussi changé dans un autre onglet. ${dite} Celle-ci : ${resumeDuDossier(etat.tenu.dossier)}. Rien n’est gardé de celle-ci tant que vous n’avez pas choisi.`
            : 'Ce navigateur garde un dossier que cette page ne sait pas lire : une version plus récente du site l’a écrit, ou il est abîmé. Rien n’est gardé d’ici tant que vous n’avez pas choisi.',
        )}
      </p>
      <p class="sorties-gestes">
        <button
          type="button"
          class="bouton"
          onClick={() => (dite ? atelier.reprendreLAutre() : location.reload())}
        >
          {dite ? 'Reprendre l’autre version' : 'Recharger la page'}
        </button>
        <button type="button" class="bouton bouton-leger" onClick={() => atelier.garderCelleCi()}>
          {dite ? 'Garder celle-ci' : 'Le remplacer par celui-ci'}
        </button>
      </p>
    </div>
  );
}

/** Le navigateur ne garde rien, ou plus rien : le dossier ne tient qu’à cette page. */
function Refus({ atelier }: Pick<Props, 'atelier'>) {
  return (
    <div class="message message-erreur dossier-peril" role="alert">
      <p>
        Votre dernier changement n’est pas gardé dans ce navigateur : son stockage est plein, ou
        fermé. Avant de quitter cette page,{' '}
        <a href="#titre-sorties">emportez le dossier : son lien ou son fichier</a>.
      </p>
      <p>
        <button type="button" class="bouton bouton-leger" onClick={() => atelier.reessayer()}>
          Réessayer de garder
        </button>
      </p>
    </div>
  );
}

/** Ce qui concerne tout le dossier : ce qui vient d’arriver, ce qui attend une réponse. */
export function Messages({ etat, atelier, surReponse }: Props) {
  const { message, autre, refus, recu, retiree } = etat;
  const zone = useRef<HTMLDivElement>(null);
  // La réponse donnée, son bouton n’est plus là : le focus va à ce qu’elle a produit.
  const attente = autre !== null || recu !== null;
  const avant = useRef(attente);
  useLayoutEffect(() => {
    if (avant.current && !attente && !message?.avant) zone.current?.focus();
    avant.current = attente;
  }, [attente]);
  return (
    <>
      <div role="status" class="dossier-messages" ref={zone} tabIndex={-1}>
        {message && (
          <p class="message">
            {message.avant ? (
              <Annulable
                key={message.texte}
                texte={typographie(message.texte)}
                {...(message.discret && { geste: 'Le reprendre', discret: true })}
                surAnnulation={() => atelier.annuler()}
              />
            ) : (
              typographie(message.texte)
            )}
          </p>
        )}
      </div>
      {retiree?.endroit === 'page' && (
        <Retiree code={retiree.demande.code} surRemise={() => atelier.remettre()} />
      )}
      {autre && <Conflit autre={autre} etat={etat} atelier={atelier} />}
      {refus && !autre && <Refus atelier={atelier} />}
      {recu && (
        <Recu
          recu={recu}
          tenu={etat.tenu}
          accepter={() => {
            atelier.accepter();
            surReponse();
          }}
          refuser={() => {
            atelier.refuser();
            surReponse();
          }}
        />
      )}
      <p role="status" class="visuellement-cache">
        {typographie(etat.annonce)}
      </p>
    </>
  );
}
