import { basculerChoix, CLES_CHOIX, type EtatCarte } from '../../domain/autour/etat.ts';
import type { Lieux } from '../../domain/autour/types.ts';
import { type Etiquettes, nommerValeur } from './etiquettes.ts';

interface Props {
  readonly etat: EtatCarte;
  readonly lieux: Lieux;
  readonly etiquettes: Etiquettes;
  readonly aller: (etat: EtatCarte) => void;
}

/** Les filtres en cours, chacun avec de quoi l’ôter. */
export function CarteChoix({ etat, lieux, etiquettes, aller }: Props) {
  const choisis = CLES_CHOIX.flatMap((cle) =>
    (etat.choix[cle] ?? []).map((valeur) => ({
      cle,
      valeur,
      texte: nommerValeur(etiquettes, lieux.options, cle, valeur),
    })),
  );
  if (choisis.length === 0 && etat.anciens) return null;
  return (
    <ul class="jetons" aria-label="Filtres en cours">
      {choisis.map(({ cle, valeur, texte }) => (
        <li key={`${cle}=${valeur}`}>
          <button
            type="button"
            class="jeton"
            onClick={() => aller(basculerChoix(etat, cle, valeur))}
          >
            <span class="visuellement-cache">Ôter le filtre </span>
            {texte}
            <span aria-hidden="true"> ✕</span>
          </button>
        </li>
      ))}
      {!etat.anciens && (
        <li>
          <button type="button" class="jeton" onClick={() => aller({ ...etat, anciens: true })}>
            <span class="visuellement-cache">Ôter le filtre </span>
            Sans les anciens codes
            <span aria-hidden="true"> ✕</span>
          </button>
        </li>
      )}
      {choisis.length > 1 && (
        <li>
          <button type="button" class="lien-bouton" onClick={() => aller({ ...etat, choix: {} })}>
            Tout ôter
          </button>
        </li>
      )}
    </ul>
  );
}
