import { useLayoutEffect, useRef } from 'preact/hooks';
import {
  basculerColonne,
  CLES_COLONNE,
  type CleColonne,
  colonnesMontrees,
  definition,
  deplacerColonne,
  OBLIGATOIRE,
} from '../../../domain/filtre/colonnes.ts';
import type { Selection } from '../../../domain/filtre/selection.ts';
import type { Changer } from '../adresse.ts';

interface Props {
  selection: Selection;
  changer: Changer;
}

/** Choisir les colonnes et leur ordre ; chaque geste se voit aussitôt dans le tableau. */
export function Colonnes({ selection, changer }: Props) {
  const liste = useRef<HTMLOListElement>(null);
  const garder = useRef<string | null>(null);
  const montrees = colonnesMontrees(selection.colonnes);
  const autres = CLES_COLONNE.filter((cle) => !montrees.includes(cle));
  const poser = (colonnes: readonly CleColonne[]): void => changer({ ...selection, colonnes });

  useLayoutEffect(() => {
    if (garder.current === null) return;
    const [cle, pas] = garder.current.split('/');
    const rangee = liste.current?.querySelector(`[data-cle="${cle}"]`);
    const bouton = rangee?.querySelector<HTMLButtonElement>(`[data-pas="${pas}"]:enabled`);
    (bouton ?? rangee?.querySelector<HTMLButtonElement>('[data-pas]:enabled'))?.focus();
    garder.current = null;
  });

  const deplacer = (cle: CleColonne, pas: -1 | 1) => (): void => {
    garder.current = `${cle}/${pas}`;
    poser(deplacerColonne(selection.colonnes, cle, pas));
  };
  const coche = (cle: CleColonne, oui: boolean) => {
    const { titre, sens } = definition(cle);
    return (
      <label class="colonne-nom">
        <input
          type="checkbox"
          checked={oui}
          disabled={cle === OBLIGATOIRE}
          onChange={() => poser(basculerColonne(selection.colonnes, cle))}
        />
        <span>
          {titre}
          {sens && <span class="sous-ligne">{sens}</span>}
        </span>
      </label>
    );
  };

  return (
    <div class="colonnes">
      <ol ref={liste} aria-label="Colonnes montrées, dans leur ordre">
        {montrees.map((cle, i) => (
          <li key={cle} data-cle={cle}>
            {coche(cle, true)}
            <button
              type="button"
              data-pas="-1"
              disabled={i === 0}
              aria-label={`Avancer « ${definition(cle).titre} »`}
              onClick={deplacer(cle, -1)}
            >
              ↑
            </button>
            <button
              type="button"
              data-pas="1"
              disabled={i === montrees.length - 1}
              aria-label={`Reculer « ${definition(cle).titre} »`}
              onClick={deplacer(cle, 1)}
            >
              ↓
            </button>
          </li>
        ))}
      </ol>
      <ul aria-label="Autres colonnes">
        {autres.map((cle) => (
          <li key={cle}>{coche(cle, false)}</li>
        ))}
      </ul>
      <p class="colonnes-pied">
        <button
          type="button"
          class="lien-bouton"
          disabled={selection.colonnes.length === 0}
          onClick={() => poser([])}
        >
          Revenir aux colonnes de départ
        </button>
      </p>
    </div>
  );
}
