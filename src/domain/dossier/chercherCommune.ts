import { commencent, enMots, plat, tousLesMots } from '../recherche/texte.ts';
import type { CommuneDuDossier } from './types.ts';

type CommuneCherchee = Pick<CommuneDuDossier, 'commune' | 'codesPostaux'>;

/** Les communes dont chaque mot tapé commence un mot ou un code postal ; le nom exact d’abord. */
export function chercherCommune<T extends CommuneCherchee>(
  communes: readonly T[],
  texte: string,
  limite = 10,
): readonly T[] {
  const cherche = plat(texte);
  const mots = enMots(texte);
  if (mots.length === 0) return [];
  const rang = ({ commune }: T): number => (plat(commune) === cherche ? 0 : 1);
  return communes
    .filter(({ commune, codesPostaux }) =>
      commencent(mots, [...tousLesMots(commune), ...codesPostaux]),
    )
    .toSorted((a, b) => rang(a) - rang(b) || a.commune.localeCompare(b.commune, 'fr'))
    .slice(0, limite);
}
