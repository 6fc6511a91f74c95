import { type7eDe } from './type7e.ts';
import type { Groupement, ModeDeCreation, OptionNormee } from './types.ts';

const MODES: Readonly<Record<ModeDeCreation, string>> = {
  PE: 'en plein exercice',
  'PE-ALT': 'en plein exercice et en alternance',
  ALT: 'en alternance seule',
  'PE-puis-ALT': 'en plein exercice en 4e, puis en alternance',
};

const GROUPEMENTS: Readonly<Record<Groupement, string>> = {
  seule: '',
  '1/3': ', un tiers des cours groupés',
  '2/3': ', deux tiers des cours groupés',
  toutes: ', tous les cours groupés',
};

export const dansLeMode = (mode: ModeDeCreation): string => MODES[mode];

/** Comment le texte nommerait cette option : « 7e PB », « 3e P », « 4-5-6-7 P ». */
function categorie(option: OptionNormee): string {
  if (option.annees === '7') return `7e ${type7eDe(option) ?? option.forme ?? ''}`.trim();
  const annees = option.annees === '3' ? '3e' : option.annees || 'année inconnue';
  return `${annees} ${option.forme ?? ''}`.trim();
}

/** Pourquoi une édition, réduite à ses règles, ne donne pas de norme dans ce cas. */
export function motifDuSilence(
  sorte: 'création' | 'maintien',
  regles: readonly unknown[],
  option: OptionNormee,
  mode: ModeDeCreation,
  groupement: Groupement,
): string {
  if (regles.length === 0) return `aucune règle de ${sorte} n’est connue pour cette édition`;
  if (sorte === 'création' && option.annees === '7' && !type7eDe(option)) {
    return 'le texte ne dit pas si cette 7e P est de type B ou C';
  }
  if (groupement !== 'seule' && option.annees !== '7') {
    return 'le groupement des cours n’existe que pour les 7es années';
  }
  const cas = `${categorie(option)} ${dansLeMode(mode)}${GROUPEMENTS[groupement]}`;
  return `le texte ne fixe pas de norme de ${sorte} pour ce cas : ${cas}`;
}
