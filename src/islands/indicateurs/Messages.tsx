import { effacer, type Selection } from '../../domain/filtre/selection.ts';
import { typographie } from '../../phrases/typographie.ts';
import { Panne } from '../Panne.tsx';
import type { Changer } from './adresse.ts';

const RESTE =
  'Les lignes ci-dessous sont celles d’avant : les filtres de l’adresse n’y sont pas appliqués.';

/** Ce que l’adresse demandait et qui n’existe pas. */
export function Avis({ avis }: { avis: readonly string[] }) {
  if (avis.length === 0) return null;
  return (
    <div class="message" role="alert">
      {avis.map((phrase) => (
        <p key={phrase}>{typographie(phrase)}</p>
      ))}
    </div>
  );
}

interface PropsFaute {
  faute: Error;
  reessayer: () => void;
  selection: Selection;
  changer: Changer;
  /** La dernière année scolaire, déjà lue. */
  derniere: string;
}

/** Une lecture qui a échoué, et les façons d’en sortir. */
export function Faute({ faute, reessayer, selection, changer, derniere }: PropsFaute) {
  const autreAnnee = selection.annee !== '';
  const reste = autreAnnee ? `Voici ${derniere}, sous les mêmes filtres.` : RESTE;
  return (
    <Panne {...{ faute, reessayer, reste }}>
      {autreAnnee && (
        <button
          type="button"
          class="bouton bouton-leger"
          onClick={() => changer({ ...selection, annee: '', page: 1 })}
        >
          Revenir à {derniere}
        </button>
      )}
    </Panne>
  );
}

/** Aucune ligne : ce qu’on peut retirer. */
export function Vide({ selection, changer }: { selection: Selection; changer: Changer }) {
  const cherche = selection.q.trim();
  const filtree = Object.keys(selection.facettes).length > 0;
  return (
    <div class="message">
      <p>
        {cherche === ''
          ? 'Aucune ligne ne répond à tous ces filtres à la fois.'
          : typographie(
              `Aucune ligne ne répond à « ${cherche} »${filtree ? ' sous ces filtres' : ''}.`,
            )}
      </p>
      <p class="vide-sorties">
        {cherche !== '' && filtree && (
          <button
            type="button"
            class="bouton bouton-leger"
            onClick={() => changer({ ...selection, facettes: {}, page: 1 })}
          >
            Chercher sans les filtres
          </button>
        )}
        <button type="button" class="bouton" onClick={() => changer(effacer(selection))}>
          Tout effacer
        </button>
      </p>
    </div>
  );
}
