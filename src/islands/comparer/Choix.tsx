import type { ZoneDeSerie } from '../../charts/zones/serie.ts';
import { typographie } from '../../phrases/typographie.ts';
import type { ChoixComparer as Choisi } from './adresse.ts';

interface Props {
  readonly zones: readonly ZoneDeSerie[];
  readonly choisies: readonly number[];
  readonly anciens: boolean;
  readonly avis: readonly string[];
  changer(choix: Choisi): void;
}

const dire = (nombre: number, total: number): string => {
  if (nombre === total) return `Les ${total} zones sont comparées.`;
  if (nombre === 1) return 'Une seule zone : ajoutez-en au moins une pour comparer.';
  return `${nombre} zones comparées.`;
};

/** Le choix des zones : de deux à toutes. */
export function Choix({ zones, choisies, anciens, avis, changer }: Props) {
  const connues = zones.map(({ zone }) => zone);
  const basculer = (zone: number): void => {
    const suite = connues.filter((z) => (z === zone) !== choisies.includes(z));
    if (suite.length > 0) changer({ zones: suite, anciens });
  };
  return (
    <fieldset class="comparer-choix pas-imprime">
      <legend>Zones à comparer</legend>
      <ul>
        {zones.map(({ zone, nom }) => (
          <li key={zone}>
            <label>
              <input
                type="checkbox"
                name="zone"
                value={zone}
                checked={choisies.includes(zone)}
                disabled={choisies.length === 1 && choisies.includes(zone)}
                onChange={() => basculer(zone)}
              />
              {nom}
            </label>
          </li>
        ))}
      </ul>
      <p class="comparer-etat">
        <span role="status">{dire(choisies.length, zones.length)}</span>
        {choisies.length < zones.length && (
          <button
            type="button"
            class="lien-bouton"
            onClick={() => changer({ zones: connues, anciens })}
          >
            Toutes les zones
          </button>
        )}
      </p>
      <p>
        <label>
          <input
            type="checkbox"
            name="anciens"
            checked={anciens}
            onChange={(e) => changer({ zones: choisies, anciens: e.currentTarget.checked })}
          />
          Avec les anciens codes
        </label>{' '}
        <span class="petit discret">Un ancien code se compte avec celui qui le remplace.</span>
      </p>
      <noscript>
        <p class="petit">Sans JavaScript, la page compare les dix zones.</p>
      </noscript>
      {avis.map((phrase) => (
        <p class="message" key={phrase}>
          {typographie(phrase)}
        </p>
      ))}
    </fieldset>
  );
}
