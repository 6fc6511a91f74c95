import { FONDS, type FondDeCarte } from '../../config.ts';
import { enumerer } from '../../phrases/enumerer.ts';
import { typographie } from '../../phrases/typographie.ts';

interface Props {
  readonly fond: FondDeCarte | null;
  /** Le fond demandé n’a pas répondu. */
  readonly muet: FondDeCarte | null;
  readonly surFond: (fond: FondDeCarte | null) => void;
}

const SCHEMA = 'Schéma';

/** Le choix du fond, replié ; qui sert les autres est dit avant que rien n’en soit demandé. */
export function CarteFonds({ fond, muet, surFond }: Props) {
  if (FONDS.length === 0) return null;
  const choix = [null, ...FONDS].map((valeur) => ({
    id: valeur?.id ?? 'schema',
    titre: valeur?.titre ?? SCHEMA,
    valeur,
  }));
  return (
    <div class="fonds js-seul pas-imprime">
      <details>
        <summary>
          Fond{'\u00a0'}: {(fond?.titre ?? SCHEMA).toLowerCase()}
        </summary>
        <fieldset>
          <legend class="visuellement-cache">Fond</legend>
          {choix.map(({ id, titre, valeur }) => (
            <label key={id}>
              <input
                type="radio"
                name="fond"
                value={id}
                checked={fond === valeur}
                onChange={() => surFond(valeur)}
              />{' '}
              {titre}
            </label>
          ))}
        </fieldset>
        <p class="discret">
          {typographie(
            `${enumerer(FONDS.map(({ titre, serveur }) => `« ${titre} » (${serveur})`))} ` +
              `${FONDS.length > 1 ? 'viennent' : 'vient'} d’un autre site, qui verra votre adresse IP ` +
              'et l’endroit que vous regardez.',
          )}
        </p>
      </details>
      {muet && (
        <p class="message message-erreur" role="alert">
          « {muet.titre} » ne répond pas ({muet.serveur}) : la carte garde son fond schématique.
        </p>
      )}
    </div>
  );
}

/** À qui est le fond affiché. */
export function CarteAttribution({ fond }: { readonly fond: FondDeCarte | null }) {
  if (!fond) return null;
  return (
    <p class="attribution">
      <a href={fond.conditions} rel="noreferrer">
        {fond.attribution}
      </a>
    </p>
  );
}
