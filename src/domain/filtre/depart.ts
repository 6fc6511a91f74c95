import type { Filtre, Resultat } from './filtre.ts';
import { parOption } from './groupes.ts';
import { enEntier, SELECTION_VIDE } from './selection.ts';

/** Ce que montre une page neuve : les lignes de ses premières options, et les comptes de toutes. */
export function departParOption(filtrer: Filtre): Resultat {
  const resultat = filtrer(enEntier(SELECTION_VIDE), null);
  const premieres = parOption(resultat.lignes, []).slice(0, SELECTION_VIDE.parPage);
  return { ...resultat, lignes: premieres.flatMap(({ lignes }) => lignes) };
}
