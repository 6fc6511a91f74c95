import type { CasDeDistance } from '../domain/normes/distance.ts';
import type { Groupement, ModeDeCreation, NormeSelonLieu } from '../domain/normes/types.ts';

export const MODE_EN_MOTS: Readonly<Record<ModeDeCreation, string>> = {
  PE: 'plein exercice',
  'PE-ALT': 'plein exercice et alternance',
  ALT: 'alternance seule',
  'PE-puis-ALT': 'plein exercice en 4e, puis alternance',
};

export const GROUPEMENT_EN_MOTS: Readonly<Record<Groupement, string>> = {
  seule: 'sans cours groupés',
  '1/3': 'un tiers des cours groupés',
  '2/3': 'deux tiers des cours groupés',
  toutes: 'tous les cours groupés',
};

export const CONDITION_EN_MOTS: Readonly<Record<string, string>> = {
  TC: 'option TC',
  'TC-FC': 'option TC et FC',
  'TC ou CGES': 'option TC, ou avis du CGES pour compléter une offre',
};

export const DENSITE_EN_MOTS: Readonly<Record<string, string>> = {
  N: 'ordinaire (urbaine)',
  S: 'semi-rurale',
  R: 'rurale',
};

export const DISTANCE_EN_MOTS: Readonly<Record<CasDeDistance, string>> = {
  generale: 'Règle générale',
  caractere: 'École de même caractère assez loin',
  longue: 'École de même caractère très loin',
  rural: 'Commune rurale, sans distance',
};

/** Le maintien se compte au 15 janvier (circulaire 7282, VII). */
export const COMPTAGE_DU_MAINTIEN = '15\u00a0janvier';

/** « 1 élève », « 12 élèves ». */
export const enEleves = (n: number): string => `${n}\u00a0élève${n > 1 ? 's' : ''}`;

/** « 8, 9 ou 12 élèves » : les valeurs qu’une norme peut prendre selon le lieu. */
export const possiblesCourts = ({
  possibles,
}: {
  readonly possibles: readonly { readonly valeur: number }[];
}): string => {
  const valeurs = possibles.map(({ valeur }) => valeur);
  return `${valeurs.slice(0, -1).join(', ')} ou ${enEleves(valeurs.at(-1) ?? 0)}`;
};

/** La réponse d’une norme, en quelques mots. */
export function reponseCourte(norme: NormeSelonLieu): string {
  if (norme.genre === 'valeur') {
    const { valeur, autreValeur } = norme;
    return autreValeur === undefined ? enEleves(valeur) : `${autreValeur} ou ${enEleves(valeur)}`;
  }
  if (norme.genre === 'selon') return possiblesCourts(norme);
  return norme.genre === 'sans_norme' ? 'sans norme' : 'non prévu par le texte';
}

/** « 3e », « 3e et 4e », « 4e à 6e », pour des années séparées par des tirets ou des espaces. */
export function anneesEnMots(annees: string | null): string {
  if (!annees) return 'toutes';
  const nombres = annees.split(/[- ]/);
  if (nombres.length === 1) return `${annees}e`;
  return `${nombres[0]}e ${nombres.length === 2 ? 'et' : 'à'} ${nombres.at(-1)}e`;
}

/** « 7e TQ ou P », « 3e P, TQ ou AQ » : ce qu’une règle vise. */
export function viseEnMots(annee: string | null, formes: string | null): string {
  const liste = (formes ?? '').split(' ').filter(Boolean);
  const derniere = liste.pop();
  const enumeration = liste.length > 0 ? `${liste.join(', ')} ou ${derniere}` : (derniere ?? '');
  return `${anneesEnMots(annee)} ${enumeration}`.trim();
}

/** Une phrase : majuscule au début, point à la fin. */
export const enPhrase = (texte: string): string =>
  texte === ''
    ? ''
    : `${texte.charAt(0).toUpperCase()}${texte.slice(1)}${/[.!?]$/.test(texte) ? '' : '.'}`;

/** Une circulaire ne dit pas son âge : celle de 2019 le porte, là où elle ne l’a pas déjà. */
export const referenceDatee = (reference: string): string =>
  reference.replace(/circulaire 7282(?! \()/g, 'circulaire 7282 (2019)');
