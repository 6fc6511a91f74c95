import { type Nombre, type Phrase, phrase } from '../phrase.ts';

export interface ZoneMesuree {
  readonly nom: string;
  readonly nombre: Nombre;
}

/**
 * De la zone la plus basse à la plus haute.
 * @param total le nombre de zones, connues ou non
 */
export function phraseEtendue(zones: readonly ZoneMesuree[], total = zones.length): Phrase {
  const [bas, ...reste] = [...zones].sort((a, b) => a.nombre.valeur - b.nombre.valeur);
  const haut = reste.at(-1);
  if (!bas) {
    return total > 0
      ? phrase`Sans valeur : rien à compter, ou rien de connu.`
      : phrase`Aucune zone n’a de valeur.`;
  }
  if (!haut || haut.nombre.valeur === bas.nombre.valeur)
    return reste.length > 0 || total === 1
      ? phrase`${bas.nombre} dans toutes les zones${total > zones.length ? ' connues' : ''}.`
      : phrase`${bas.nombre} (${bas.nom}), la seule connue.`;
  return phrase`De ${bas.nombre} (${bas.nom}) à ${haut.nombre} (${haut.nom}).`;
}

/** Le chapeau de la page des zones. */
export function phraseZones(
  zones: readonly ZoneMesuree[],
  fwb: Nombre | null,
  fictive: boolean,
  annee: string,
  manque = '',
): Phrase {
  const debut = fictive ? 'Dans cette édition fictive, ' : `En ${annee}, `;
  const [bas, ...reste] = [...zones].sort((a, b) => a.nombre.valeur - b.nombre.valeur);
  const haut = reste.at(-1);
  if (!bas || !haut || !fwb) {
    return manque ? [manque] : phrase`${debut}aucune zone ne compte d’élève.`;
  }
  return phrase`${debut}la part des élèves en qualifiant, à partir de la 3e année, va de ${bas.nombre} (${bas.nom}) à ${haut.nombre} (${haut.nom}) ; elle est de ${fwb} en Fédération Wallonie-Bruxelles (FWB).`;
}

/** Ce que disent quelques zones choisies, et où est la moyenne. */
export function phraseComparee(zones: readonly ZoneMesuree[], fwb: Nombre | null): Phrase {
  const [premiere, seconde] = zones;
  const reste = fwb ? phrase` ; moyenne FWB : ${fwb}.` : phrase`.`;
  if (!premiere) {
    return fwb
      ? phrase`Aucune de ces zones n’a de valeur.`
      : phrase`Sans valeur : rien à compter, ou rien de connu.`;
  }
  if (!seconde) return phrase`${premiere.nombre} (${premiere.nom})${reste}`;
  if (zones.length === 2)
    return phrase`${premiere.nombre} (${premiere.nom}) et ${seconde.nombre} (${seconde.nom})${reste}`;
  const [bas, ...autres] = [...zones].sort((a, b) => a.nombre.valeur - b.nombre.valeur);
  const haut = autres.at(-1);
  return bas && haut
    ? phrase`De ${bas.nombre} (${bas.nom}) à ${haut.nombre} (${haut.nom})${reste}`
    : [];
}

/**
 * Ce qui a le plus monté et le plus baissé d’une année scolaire à une autre.
 * @param zones celles dont l’écart se calcule
 */
export function phraseEvolution(
  zones: readonly { readonly nom: string; readonly ecart: Nombre }[],
  depuis: string,
  jusqua: string,
): Phrase {
  const rangees = [...zones].sort((a, b) => a.ecart.valeur - b.ecart.valeur);
  const [bas, haut] = [rangees[0], rangees.at(-1)];
  if (!bas || !haut) return phrase`Rien à comparer avec ${jusqua}.`;
  const quand = `De ${depuis} à ${jusqua}`;
  if (bas === haut) return phrase`${quand} : ${bas.ecart} (${bas.nom}).`;
  return phrase`${quand}, de ${bas.ecart} (${bas.nom}) à ${haut.ecart} (${haut.nom}).`;
}
