import { useMemo } from 'preact/hooks';
import type { FiltreDesCandidats } from '../../domain/dossier/filtres.ts';
import type { Donnees } from '../../domain/dossier/types.ts';

interface Props {
  readonly donnees: Donnees;
  readonly anciens: boolean;
  readonly surAnciens: (anciens: boolean) => void;
  readonly filtre: FiltreDesCandidats;
  readonly surFiltre: (filtre: FiltreDesCandidats) => void;
  /** Entrée dans la recherche : aller à la première option trouvée. */
  readonly surEntree: () => void;
  /** Ce que la recherche et les filtres ont trouvé, en mots. */
  readonly trouve: string;
}

type CleDeListe = 'besoin' | 'annees' | 'filiere';

const LISTES: Readonly<
  Record<
    CleDeListe,
    { readonly titre: string; readonly valeurs: readonly (readonly [string, string])[] }
  >
> = {
  besoin: {
    titre: 'Besoin',
    valeurs: [
      ['tc-fc', 'TC et FC'],
      ['tc', 'TC'],
      ['fc', 'FC'],
    ],
  },
  annees: {
    titre: 'Années',
    valeurs: [
      ['3', '3e'],
      ['4-5-6', '4e, 5e et 6e'],
      ['7', '7e'],
    ],
  },
  filiere: {
    titre: 'Plein exercice, alternance',
    valeurs: [
      ['PE', 'plein exercice'],
      ['PE-ALT', 'plein exercice ou alternance'],
      ['art45', 'article 45'],
    ],
  },
};

/** Ce que montre le tableau des candidats. */
export function Filtres(props: Props) {
  const { donnees, anciens, surAnciens, filtre, surFiltre, surEntree, trouve } = props;
  const large = useMemo(() => matchMedia('(min-width: 48rem)').matches, []);
  const poser = (champs: Partial<FiltreDesCandidats>) => surFiltre({ ...filtre, ...champs });
  return (
    <search class="cases candidats-filtres" aria-label="Options">
      <label class="case case-large">
        <span>Chercher une option</span>
        <input
          type="search"
          autocomplete="off"
          placeholder="Codes, intitulé, métier"
          value={filtre.q}
          onFocus={(e) => e.currentTarget.select()}
          onKeyDown={(e) => {
            if (e.key !== 'Enter') return;
            e.preventDefault();
            surEntree();
          }}
          onInput={(e) => poser({ q: e.currentTarget.value })}
        />
        <small class="discret" role="status">
          {trouve}
        </small>
      </label>
      <details class="candidats-plus" open={large}>
        <summary>Filtres</summary>
        <div class="cases">
          <label class="case">
            <span>Secteur</span>
            <select
              value={filtre.secteur ?? ''}
              onChange={(e) => poser({ secteur: Number(e.currentTarget.value) || null })}
            >
              <option value="">tous</option>
              {Object.entries(donnees.secteurs)
                .filter(([secteur]) => donnees.options.some((o) => o.secteur === Number(secteur)))
                .map(([secteur, intitule]) => (
                  <option key={secteur} value={secteur}>
                    {secteur} {intitule}
                  </option>
                ))}
            </select>
          </label>
          {(Object.keys(LISTES) as CleDeListe[]).map((cle) => (
            <label key={cle} class="case">
              <span>{LISTES[cle].titre}</span>
              <select
                value={filtre[cle] ?? ''}
                onChange={(e) =>
                  poser({ [cle]: e.currentTarget.value || null } as Partial<FiltreDesCandidats>)
                }
              >
                <option value="">tout</option>
                {LISTES[cle].valeurs.map(([valeur, nom]) => (
                  <option key={valeur} value={valeur}>
                    {nom}
                  </option>
                ))}
              </select>
            </label>
          ))}
          <label class="coche">
            <input
              type="checkbox"
              checked={filtre.tout}
              onChange={(e) => poser({ tout: e.currentTarget.checked })}
            />
            <span>Montrer aussi les options qu’on ne peut pas demander</span>
          </label>
          <label class="coche">
            <input
              type="checkbox"
              checked={anciens}
              onChange={(e) => surAnciens(e.currentTarget.checked)}
            />
            <span>Avec les anciens codes</span>
          </label>
        </div>
      </details>
    </search>
  );
}
