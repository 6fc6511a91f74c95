import { type CleFacette, FACETTES } from './facettes.ts';
import { libelleCourt, type Noms } from './libelles.ts';
import type { Selection } from './selection.ts';

/** Le titre d’une facette, assez court pour une étiquette. */
export const titreCourt = (cle: CleFacette): string =>
  cle === 'besoin' ? 'Besoin' : (FACETTES.find((f) => f.cle === cle)?.titre ?? cle);

/** Les filtres en une phrase, pour qui emporte, imprime ou cite les lignes. */
export function filtresEnMots({ facettes, q }: Selection, noms: Noms): string {
  const choix = FACETTES.flatMap(({ cle }) => {
    const valeurs = facettes[cle] ?? [];
    const ecrites = valeurs.map((valeur) => libelleCourt(cle, valeur, noms)).join(' ou ');
    return valeurs.length > 0 ? [`${titreCourt(cle)} : ${ecrites}`] : [];
  });
  const cherche = q.trim();
  const tout = cherche === '' ? choix : [`Recherche : « ${cherche} »`, ...choix];
  return tout.length === 0 ? 'Aucun filtre' : tout.join(' ; ');
}
