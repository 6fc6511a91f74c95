import type { MesDonnees as Miennes } from '../../domain/dossier/lieu.ts';
import type { Donnees } from '../../domain/dossier/types.ts';
import { CARACTERES } from '../../domain/tables/formes.ts';
import { MesOptions } from './MesOptions.tsx';
import { Trois } from './Trois.tsx';

interface Props {
  readonly donnees: Donnees;
  readonly miennes: Miennes;
  readonly surChangement: (miennes: Miennes) => void;
}

export const MIENNES_VIDES: Miennes = {
  nom: '',
  commune: '',
  caractere: null,
  internat: null,
  cefa: null,
  options: [],
  besoins: null,
};

/** « Mes données » : décrire une implantation que l’édition n’a pas. */
export function MesDonnees({ donnees, miennes, surChangement }: Props) {
  const poser = (champs: Partial<Miennes>) => surChangement({ ...miennes, ...champs });
  const communes = donnees.communes
    .map(({ commune }) => commune)
    .toSorted((a, b) => a.localeCompare(b, 'fr'));
  return (
    <div class="mes-donnees">
      <div class="cases">
        <label class="case">
          <span>Nom (facultatif)</span>
          <input
            type="text"
            maxLength={120}
            autocomplete="off"
            value={miennes.nom}
            onInput={(e) => poser({ nom: e.currentTarget.value })}
          />
        </label>
        <label class="case">
          <span>Commune</span>
          <select
            value={miennes.commune}
            onChange={(e) => poser({ commune: e.currentTarget.value })}
          >
            <option value="">Choisir…</option>
            {communes.map((commune) => (
              <option key={commune} value={commune}>
                {commune}
              </option>
            ))}
          </select>
        </label>
        <label class="case">
          <span>Caractère</span>
          <select
            value={miennes.caractere ?? ''}
            onChange={({ currentTarget: { value } }) =>
              poser({ caractere: CARACTERES.find((un) => un === value) ?? null })
            }
          >
            <option value="">Choisir…</option>
            {CARACTERES.map((caractere) => (
              <option key={caractere} value={caractere}>
                {caractere}
              </option>
            ))}
          </select>
        </label>
        <Trois
          etiquette="Internat lié"
          inconnu="non connu"
          valeur={miennes.internat}
          surChoix={(internat) => poser({ internat })}
        />
        <Trois
          etiquette="Siège ou coopérante d’un CEFA"
          inconnu="non connu"
          valeur={miennes.cefa}
          surChoix={(cefa) => poser({ cefa })}
        />
        <label class="case">
          <span>TC et FC</span>
          <select
            value={miennes.besoins ? 'miennes' : ''}
            onChange={(e) =>
              poser({ besoins: e.currentTarget.value === '' ? null : { tc: [], fc: [] } })
            }
          >
            <option value="">celles de cette édition</option>
            <option value="miennes">celles que je coche dans le tableau</option>
          </select>
        </label>
      </div>
      {!(miennes.commune && miennes.caractere) && (
        <p class="petit">
          Choisissez votre commune et votre caractère : les options à demander s’affichent alors
          ci-dessous.
        </p>
      )}
      <MesOptions
        options={donnees.options}
        lignes={miennes.options}
        surLignes={(options) => poser({ options })}
      />
    </div>
  );
}
