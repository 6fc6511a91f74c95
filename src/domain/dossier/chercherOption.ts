import { plat } from '../recherche/texte.ts';
import type { OptionDuDossier } from './types.ts';

/** Les options dont chaque mot tapé commence un mot ; le code d’abord. */
export function chercherOption(
  options: readonly OptionDuDossier[],
  texte: string,
  limite = 10,
): readonly OptionDuDossier[] {
  const mots = plat(texte).split(' ').filter(Boolean);
  if (mots.length === 0) return [];
  return options
    .filter(({ code_obg, intitule }) => {
      const siens = plat(`${code_obg} ${intitule}`).split(' ');
      return mots.every((mot) => siens.some((sien) => sien.startsWith(mot)));
    })
    .slice(0, limite);
}
