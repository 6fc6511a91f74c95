import { effacer, type Selection } from '../../domain/filtre/selection.ts';
import { typographie } from '../../phrases/typographie.ts';
import { EditionDepassee } from '../../query/lecture.ts';
import type { Changer } from './adresse.ts';

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
  const depassee = faute instanceof EditionDepassee;
  const autreAnnee = selection.annee !== '';
  return (
    <div class="message message-erreur" role="alert">
      <p>
        {depassee ? faute.message : 'Les données n’ont pas pu être lues.'}
        {!depassee && autreAnnee && ` Voici ${derniere}, sous les mêmes filtres.`}
        {!depassee && !autreAnnee && ' Les lignes ci-dessous sont celles d’avant.'}
      </p>
      <p class="vide-sorties">
        <button
          type="button"
          class="bouton"
          onClick={() => (depassee ? location.reload() : reessayer())}
        >
          {depassee ? 'Recharger la page' : 'Réessayer'}
        </button>
        {autreAnnee && (
          <button
            type="button"
            class="bouton bouton-leger"
            onClick={() => changer({ ...selection, annee: '', page: 1 })}
          >
            Revenir à {derniere}
          </button>
        )}
      </p>
    </div>
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
