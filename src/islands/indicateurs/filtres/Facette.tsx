import { useEffect, useState } from 'preact/hooks';
import { Symbole } from '../../../components/Besoin.tsx';
import type { CleBesoin } from '../../../domain/besoin.ts';
import type { Facette as Definition } from '../../../domain/filtre/facettes.ts';
import { libelle, type Noms } from '../../../domain/filtre/libelles.ts';
import { plat } from '../../../domain/recherche/texte.ts';
import { accord, entier } from '../../../phrases/nombres.ts';
import { typographie } from '../../../phrases/typographie.ts';

interface Props {
  facette: Definition;
  connues: readonly string[];
  comptes: readonly number[];
  choix: readonly string[];
  noms: Noms;
  ouverte: boolean;
  basculer: (valeur: string) => void;
}

/** Au-delà, la facette a son propre champ de recherche. */
const LONGUE = 12;

function Valeur(props: { texte: string; n: number; coche: boolean; cle?: CleBesoin } & Bascule) {
  const { texte, n, coche, cle, basculer } = props;
  return (
    <label class={n === 0 ? 'valeur valeur-nulle' : 'valeur'}>
      <input type="checkbox" checked={coche} onChange={basculer} />
      <span class="valeur-texte">
        {cle && <Symbole cle={cle} />}
        {typographie(texte)}
      </span>
      <data class="valeur-compte" value={n}>
        {entier(n)}
      </data>
      <span class="visuellement-cache"> {accord(n, 'ligne', 'lignes')}</span>
    </label>
  );
}

type Bascule = { basculer: () => void };

/** Un filtre : des cases à cocher, et le nombre de lignes de chacune sous les autres filtres. */
export function Facette({ facette, connues, comptes, choix, noms, ouverte, basculer }: Props) {
  const [cherche, chercher] = useState('');
  const [depliee, deplier] = useState(ouverte);
  const { cle, titre } = facette;
  const valeurs = connues.map((valeur, i) => ({
    valeur,
    texte: libelle(cle, valeur, noms),
    n: comptes[i] ?? 0,
  }));
  const visibles = valeurs.filter(({ texte }) => plat(texte).includes(plat(cherche)));
  useEffect(() => {
    if (choix.length > 0) deplier(true);
  }, [choix.length > 0]);

  return (
    <details
      class="facette"
      open={depliee}
      onToggle={({ currentTarget }) => deplier(currentTarget.open)}
    >
      <summary>
        {titre}
        {choix.length > 0 && (
          <span class="facette-choix">
            {choix.length}
            <span class="visuellement-cache"> choix</span>
          </span>
        )}
      </summary>
      <fieldset>
        <legend class="visuellement-cache">{titre}</legend>
        {connues.length > LONGUE && (
          <input
            class="facette-recherche"
            type="search"
            value={cherche}
            onInput={(evenement) => chercher(evenement.currentTarget.value)}
            placeholder={`Chercher dans ${connues.length} valeurs`}
            aria-label={`Chercher dans la liste « ${titre} »`}
          />
        )}
        <div class={connues.length > LONGUE ? 'valeurs valeurs-longues' : 'valeurs'}>
          {visibles.map(({ valeur, texte, n }) => (
            <Valeur
              key={valeur}
              texte={texte}
              n={n}
              coche={choix.includes(valeur)}
              {...(cle === 'besoin' ? { cle: valeur as CleBesoin } : {})}
              basculer={() => basculer(valeur)}
            />
          ))}
          {visibles.length === 0 && <p class="petit discret">Aucune valeur de ce nom.</p>}
        </div>
      </fieldset>
    </details>
  );
}
