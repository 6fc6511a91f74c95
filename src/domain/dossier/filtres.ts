import { commencent, enMots } from '../recherche/texte.ts';
import { type Candidat, demandable } from './candidats.ts';
import { type Poids, peser } from './lectures.ts';

export interface FiltreDesCandidats {
  readonly q: string;
  /** Numéro du secteur ; `null` : tous. */
  readonly secteur: number | null;
  readonly besoin: 'tc-fc' | 'tc' | 'fc' | null;
  readonly filiere: 'PE' | 'PE-ALT' | 'art45' | null;
  readonly annees: '3' | '4-5-6' | '7' | null;
  /** Montrer aussi ce qui ne se demande pas : déjà organisé, non programmable, hors périmètre. */
  readonly tout: boolean;
}

export const SANS_FILTRE: FiltreDesCandidats = {
  q: '',
  secteur: null,
  besoin: null,
  filiere: null,
  annees: null,
  tout: false,
};

const BESOINS: Readonly<Record<string, (c: Candidat) => boolean>> = {
  'tc-fc': ({ faits: { besoin } }) => besoin.tc === true && besoin.fc === true,
  tc: ({ faits: { besoin } }) => besoin.tc === true,
  fc: ({ faits: { besoin } }) => besoin.fc === true,
};

const estCode = (mot: string): boolean => /^\d{4}$/.test(mot);

/** Ce que vaut une option pour ce qui est tapé : son rang, ou `null` si elle n’y répond pas. */
function rangDe(
  { option: { code_obg, intitule } }: Candidat,
  mots: readonly string[],
  trouves: readonly string[] | null,
): number | null {
  // Plusieurs codes à la suite : chacun désigne une option.
  if (mots.length > 1 && mots.every(estCode)) return mots.includes(code_obg) ? 0 : null;
  if (trouves === null) return commencent(mots, enMots(`${code_obg} ${intitule}`)) ? 0 : null;
  const rang = trouves.indexOf(code_obg);
  return rang < 0 ? null : rang;
}

/**
 * Les candidats que le filtre retient, du mieux au moins bien trouvé.
 * @param trouves les codes que la recherche donne, dans son ordre ; `null` : elle n’est pas encore là
 */
export function filtrerCandidats(
  liste: readonly Candidat[],
  filtre: FiltreDesCandidats,
  trouves: readonly string[] | null,
): readonly Candidat[] {
  const mots = enMots(filtre.q);
  const rangs = new Map(liste.map((candidat) => [candidat, rangDe(candidat, mots, trouves)]));
  const retenus = liste.filter((candidat) => {
    const { option } = candidat;
    if (!filtre.tout && !demandable(candidat)) return false;
    if (filtre.secteur !== null && option.secteur !== filtre.secteur) return false;
    if (filtre.filiere !== null && option.filiere !== filtre.filiere) return false;
    if (filtre.annees !== null && !(option.annees ?? '').startsWith(filtre.annees)) return false;
    if (filtre.besoin !== null && !BESOINS[filtre.besoin]?.(candidat)) return false;
    return mots.length === 0 || rangs.get(candidat) !== null;
  });
  if (mots.length === 0) return retenus;
  return retenus.toSorted((a, b) => (rangs.get(a) ?? 0) - (rangs.get(b) ?? 0));
}

/** Range par somme pesée, puis par code ; sans poids, l’ordre des codes reste. */
export function rangerSelon(liste: readonly Candidat[], poids: Poids | null): readonly Candidat[] {
  if (poids === null) return liste;
  return liste.toSorted(
    (a, b) =>
      peser(b.lectures, poids) - peser(a.lectures, poids) ||
      (a.option.code_obg < b.option.code_obg ? -1 : 1),
  );
}
