import { useState } from 'preact/hooks';
import { type Depart, lieuArrondi } from '../../domain/autour/etat.ts';
import { BORNES_BELGIQUE, contient } from '../../domain/geo/bornes.ts';

interface Props {
  /** Le visiteur est en train de désigner un lieu ; `null` : il n’y a pas de carte où le faire. */
  readonly pose: boolean | null;
  readonly surPose: (pose: boolean) => void;
  readonly surDepart: (depart: Depart) => void;
  /** N’en avoir aucun ; `null` : il n’y en a pas. */
  readonly surTout?: (() => void) | null;
}

const AUTREMENT = 'Tapez plutôt le nom ou le code postal de votre commune.';
const HORS = `Votre position est hors de Belgique : la carte n’y connaît aucune école. ${AUTREMENT}`;
const ABSENTE = `Votre navigateur ne sait pas donner votre position. ${AUTREMENT}`;
/** Par code d’erreur de `GeolocationPositionError`. */
const ECHECS: Readonly<Record<number, string>> = {
  1: `Votre position n’a pas été donnée : votre navigateur l’a refusée. ${AUTREMENT}`,
  2: `Votre position n’a pas pu être trouvée. ${AUTREMENT}`,
  3: `Votre position tarde trop à venir. ${AUTREMENT}`,
};
const OPTIONS = { enableHighAccuracy: false, timeout: 15_000, maximumAge: 300_000 };

/** Deux autres points de départ : là où est le visiteur, ou un endroit qu’il montre. */
export function CartePosition({ pose, surPose, surDepart, surTout }: Props) {
  const [attente, setAttente] = useState(false);
  const [echec, setEchec] = useState<string | null>(null);
  const chercher = () => {
    setEchec(null);
    if (!('geolocation' in navigator)) return setEchec(ABSENTE);
    setAttente(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude: lat, longitude: lon } }) => {
        setAttente(false);
        if (contient(BORNES_BELGIQUE, { lat, lon })) surDepart(lieuArrondi({ lat, lon }));
        else setEchec(HORS);
      },
      ({ code }) => {
        setAttente(false);
        setEchec(ECHECS[code] ?? ABSENTE);
      },
      OPTIONS,
    );
  };
  return (
    <div class="carte-position js-seul">
      <p>
        ou{' '}
        <button type="button" class="lien-bouton" onClick={chercher} aria-busy={attente}>
          {attente ? 'recherche de votre position…' : 'ma position'}
        </button>
        {pose !== null && (
          <>
            {' ou '}
            <button
              type="button"
              class="lien-bouton"
              aria-pressed={pose}
              onClick={() => surPose(!pose)}
            >
              un point de la carte
            </button>
          </>
        )}
        {surTout && (
          <>
            {' ou '}
            <button type="button" class="lien-bouton" onClick={surTout}>
              les dix zones
            </button>
          </>
        )}
      </p>
      {pose && (
        <p class="message" role="status">
          Touchez la carte à l’endroit voulu. Au clavier : les flèches la déplacent, Entrée prend
          son centre.{' '}
          <button type="button" class="lien-bouton" onClick={() => surPose(false)}>
            Annuler
          </button>
        </p>
      )}
      {echec && (
        <p class="message message-erreur" role="alert">
          {echec}
        </p>
      )}
      {attente && (
        <p class="petit discret">
          L’adresse de la page ne gardera votre position qu’à une centaine de mètres près.
        </p>
      )}
    </div>
  );
}
