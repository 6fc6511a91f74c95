import type { Rangee } from '../base.ts';
import type { Rangees } from './rangees.ts';
import type { ReponsesDImport } from './reponses.ts';

const MEMES = ['annee_scolaire', 'fase_implantation', 'code_obg', 'annee_etude', 'mode'];

/**
 * D’une colonne dont on se passe (`--sans`), une ligne qui ne la dit pas, à côté d’autres qui la disent
 * pour la même option : c’est peut-être leur total, et les additionner compterait deux fois.
 */
export function recouperSans(rangees: Rangees, { sans }: ReponsesDImport): string[] {
  return sans.flatMap((nom) => {
    if (!rangees.estRemplie(nom)) return [];
    const cles = MEMES.filter((autre) => autre !== nom && !sans.includes(autre));
    const cleDe = (rangee: Rangee): string => cles.map((cle) => rangee[cle]).join('/');
    const muettes = new Set<string>();
    for (const rangee of rangees) if (rangee[nom] === null) muettes.add(cleDe(rangee));
    for (const rangee of rangees) {
      if (rangee[nom] === null || !muettes.has(cleDe(rangee))) continue;
      return [
        `${cleDe(rangee)} : une ligne ne dit pas ${nom}, d’autres le disent ; est-ce leur total ? ` +
          `Retirez-la, ou complétez-la : --sans ${nom} vaut pour un fichier qui ne le dit pas.`,
      ];
    }
    return [];
  });
}
