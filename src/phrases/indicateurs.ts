import type { LigneIndicateur } from '../domain/filtre/ligne.ts';
import { nbEntier, type Phrase, phrase } from './phrase.ts';

/**
 * Le constat du tableau d’indicateurs.
 * @param fictive l’édition porte des chiffres de démonstration : la phrase le dit d’abord
 */
export function constatIndicateurs(lignes: readonly LigneIndicateur[], fictive: boolean): Phrase {
  const total = nbEntier('lignes', lignes.length);
  const options = nbEntier('options', new Set(lignes.map(({ code_obg }) => code_obg)).size);
  const zones = nbEntier('zones', new Set(lignes.map(({ zone }) => zone)).size);
  const organisees = nbEntier('organisees', lignes.filter((l) => l.occurrences > 0).length);
  const tcFc = nbEntier('tc-fc', lignes.filter(({ tc_fc }) => tc_fc).length);
  const debut = fictive ? 'Dans cette édition fictive, ' : '';
  return phrase`${debut}${organisees} des ${total} lignes (${options} options dans ${zones} zones) \
sont déjà organisées, et ${tcFc} répondent à la fois à une TC et à une FC.`;
}
