import { basculer, CLES_CHOIX, type EtatCarte } from '../../domain/autour/etat.ts';
import type { Lieux } from '../../domain/autour/types.ts';
import type { Etiquettes } from './etiquettes.ts';

interface Props {
  readonly etat: EtatCarte;
  readonly lieux: Lieux;
  readonly etiquettes: Etiquettes;
  readonly aller: (etat: EtatCarte) => void;
}

/** Les filtres en cours, chacun avec de quoi l’ôter. */
export function CarteChoix({ etat, lieux, etiquettes, aller }: Props) {
  const nom = (cle: (typeof CLES_CHOIX)[number], valeur: string): string => {
    if (cle !== 'option') return etiquettes[cle].find(([v]) => v === valeur)?.[1] ?? valeur;
    return `${valeur} ${lieux.options.find(({ code }) => code === valeur)?.intitule ?? ''}`;
  };
  const choisis = CLES_CHOIX.flatMap((cle) =>
    (etat.choix[cle] ?? []).map((valeur) => ({ cle, valeur, texte: nom(cle, valeur) })),
  );
  if (choisis.length === 0) return null;
  return (
    <ul class="jetons" aria-label="Filtres en cours">
      {choisis.map(({ cle, valeur, texte }) => (
        <li key={`${cle}=${valeur}`}>
          <button type="button" class="jeton" onClick={() => aller(basculer(etat, cle, valeur))}>
            <span class="visuellement-cache">Ôter le filtre </span>
            {texte}
            <span aria-hidden="true"> ✕</span>
          </button>
        </li>
      ))}
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
