import type { Manifeste } from '../domain/manifeste.ts';
import type { OptionNormee, RegleCreation } from '../domain/normes/types.ts';
import { type NormeVoisine, normesVoisines } from '../domain/normes/voisine.ts';
import type { Moteur } from './moteur.ts';
import { lireEnVigueur, OPTIONS, REGLES_DE_CREATION } from './regles.ts';

export type VoisineDOption = NormeVoisine & { readonly mode: 'PE' | 'ALT' };

/** Là où le texte se tait, ce que donnerait la règle la plus proche, par option, quel que soit le besoin. */
export async function lireNormesVoisines(
  moteur: Moteur,
  manifeste: Pick<Manifeste, 'edition'>,
): Promise<ReadonlyMap<string, readonly VoisineDOption[]>> {
  const regles = await lireEnVigueur<RegleCreation>(moteur, REGLES_DE_CREATION, manifeste);
  const options = await moteur.lire<OptionNormee>(OPTIONS);
  return new Map(
    options.map((option) => [
      option.code_obg,
      (['PE', 'ALT'] as const).flatMap((mode) => {
        const contexte = { mode, groupement: 'seule', tc: null, fc: null } as const;
        const voisines = normesVoisines(regles, option, contexte);
        return voisines.map((voisine) => ({ ...voisine, mode }));
      }),
    ]),
  );
}
