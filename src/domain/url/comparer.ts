import { Ignorees, lireConnues, morceaux } from './ignorees.ts';

export interface AdresseComparer {
  /** Les zones demandées et connues, sans doublon, dans l’ordre de leur numéro. */
  readonly zones: readonly number[];
  /** Une option se compte avec les codes qu’elle remplace. */
  readonly anciens: boolean;
  /** Une phrase par valeur ignorée. */
  readonly avis: readonly string[];
}

/**
 * Lit `?zone=4,6&anciens=non`. Sans zone reconnue, toutes sont comparées ; une valeur inconnue est ignorée
 * avec un avis.
 * @param connues les numéros de toutes les zones
 */
export function decodeComparer(search: string, connues: readonly number[]): AdresseComparer {
  const parametres = new URLSearchParams(search);
  const demandees = morceaux(...parametres.getAll('zone'));
  const numeros = connues.map(String);
  const ignorees = new Ignorees();
  for (const texte of demandees) {
    const suite = ` Les zones vont de ${numeros[0]} à ${numeros.at(-1)}.`;
    if (!numeros.includes(texte)) ignorees.ajouter('zone', texte, [], suite);
  }
  const anciens = morceaux(...parametres.getAll('anciens'));
  const [dit = 'oui'] = lireConnues('anciens', anciens, ['oui', 'non'], ignorees);
  const zones = connues.filter((zone) => demandees.includes(String(zone)));
  return {
    zones: zones.length > 0 ? zones : connues,
    anciens: dit === 'oui',
    avis: ignorees.avis,
  };
}

/**
 * Écrit les zones comparées dans une adresse ; toutes les zones et les anciens codes, les valeurs
 * par défaut, s’omettent.
 * @returns la chaîne vide, ou `?zone=4,6`
 */
export function encodeComparer(
  { zones, anciens }: Omit<AdresseComparer, 'avis'>,
  connues: readonly number[],
): string {
  const paires = [
    ...(zones.length === connues.length ? [] : [`zone=${zones.join(',')}`]),
    ...(anciens ? [] : ['anciens=non']),
  ];
  return paires.length === 0 ? '' : `?${paires.join('&')}`;
}
