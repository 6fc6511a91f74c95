import type { Saisie } from '../../domain/dossier/saisie.ts';
import { compte } from '../nombres.ts';

/** Ce qu’un fichier a donné : lu, écarté, additionné, remplacé, et ce qui n’est pas lu tel quel. */
export function bilanDeSaisie(
  { options, avis, additionnes, remarques = [] }: Saisie,
  avant: number,
): string {
  const lues = compte(options.length, 'option lue', 'options lues');
  const ecartees = compte(avis.length, 'ligne écartée', 'lignes écartées');
  const remplace =
    options.length === 0
      ? ' Vos options restent comme elles étaient.'
      : avant > 0
        ? ` ${options.length > 1 ? 'Elles remplacent' : 'Elle remplace'} ${avant > 1 ? `les ${avant} options` : 'l’option'} d’avant.`
        : '';
  const somme =
    additionnes.length > 0
      ? ` Écrits sur plusieurs lignes, leurs élèves s’additionnent : ${additionnes.join(', ')}.`
      : '';
  return [`${lues}, ${ecartees}.${remplace}${somme}`, ...remarques].join(' ');
}
