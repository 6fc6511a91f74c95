import { Ignorees, morceaux } from './ignorees.ts';

export interface AdresseComparer {
  /** Les zones demandées et connues, sans doublon, dans l’ordre de leur numéro. */
  readonly zones: readonly number[];
  /** Une phrase par valeur ignorée. */
  readonly avis: readonly string[];
}

/**
 * Lit `?zone=4,6`. Sans zone reconnue, toutes sont comparées ; une valeur inconnue est ignorée
 * avec un avis.
 * @param connues les numéros de toutes les zones
 */
export function decodeComparer(search: string, connues: readonly number[]): AdresseComparer {
  const demandees = morceaux(...new URLSearchParams(search).getAll('zone'));
  const numeros = connues.map(String);
  const ignorees = new Ignorees();
  for (const texte of demandees) {
    const suite = ` Les zones vont de ${numeros[0]} à ${numeros.at(-1)}.`;
    if (!numeros.includes(texte)) ignorees.ajouter('zone', texte, [], suite);
  }
  const zones = connues.filter((zone) => demandees.includes(String(zone)));
  return { zones: zones.length > 0 ? zones : connues, avis: ignorees.avis };
}

/**
 * Écrit les zones comparées dans une adresse ; toutes les zones, la valeur par défaut, s’omettent.
 * @returns la chaîne vide, ou `?zone=4,6`
 */
export const encodeComparer = (zones: readonly number[], connues: readonly number[]): string =>
  zones.length === connues.length ? '' : `?zone=${zones.join(',')}`;
