import { effacer, type Selection } from '../../domain/filtre/selection.ts';
import type { RechercheDOptions } from '../../domain/recherche/options.ts';
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

interface PropsVide {
  selection: Selection;
  changer: Changer;
  repertoire: RechercheDOptions | null;
}

/** Les options dont un mot ressemble à ce qui est cherché. */
function Voisines({ selection, changer, repertoire }: PropsVide) {
  const codes = repertoire?.voisines(selection.q) ?? [];
  if (codes.length === 0) return <p>Essayez un métier, un code d’option, une commune.</p>;
  const options = codes.flatMap((code) => repertoire?.options.find((o) => o.code === code) ?? []);
  return (
    <p class="vide-sorties">
      Le plus proche :{' '}
      {options.map(({ code, intitule }) => (
        <button
          key={code}
          type="button"
          class="lien-bouton"
          onClick={() => changer({ ...selection, q: code, page: 1 })}
        >
          {code} {intitule}
        </button>
      ))}
    </p>
  );
}

/** Aucune ligne : ce qu’on peut retirer, et ce qui ressemble à ce qu’on cherche. */
export function Vide({ selection, changer, repertoire }: PropsVide) {
  const cherche = selection.q.trim();
  const filtree = Object.keys(selection.facettes).length > 0;
  const trouve = (repertoire?.chercher(cherche)?.codes.length ?? 0) > 0;
  return (
    <div class="message">
      <p>
        {cherche === ''
          ? 'Aucune ligne ne répond à tous ces filtres à la fois.'
          : typographie(
              `Aucune ligne ne répond à « ${cherche} »${filtree && trouve ? ' sous ces filtres' : ''}.`,
            )}
      </p>
      {cherche !== '' && !trouve && <Voisines {...{ selection, changer, repertoire }} />}
      <p class="vide-sorties">
        {cherche !== '' && filtree && trouve && (
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
