import { dansLeMode } from './silence.ts';
import type { Groupement, Mode, ModeDeCreation, OptionNormee } from './types.ts';

const TOUS: readonly Mode[] = ['PE', 'PE-ALT', 'ALT'];
const GROUPEMENTS: readonly Groupement[] = ['seule', '1/3', '2/3', 'toutes'];

const PAR_FILIERE: Readonly<Record<string, readonly Mode[]>> = {
  PE: ['PE'],
  ALT: ['ALT'],
  'PE-ALT': TOUS,
  art45: ['ALT'],
};

/** L’alternance ne s’organise ni en artistique, ni au 2e degré technique
 * (circulaire 7282, I.I.2). */
function alternanceExclue(option: OptionNormee): boolean {
  return option.forme === 'AQ' || (option.forme === 'TQ' && option.annees === '3');
}

/** Les modes où une option peut s’organiser. Une filière que le répertoire ne dit pas laisse tous
 * ceux que son degré et sa forme permettent. */
export function modesPossibles(option: OptionNormee): readonly Mode[] {
  const connus = option.filiere ? PAR_FILIERE[option.filiere] : undefined;
  if (connus) return connus;
  if (option.regime !== 'art49') return ['ALT'];
  return alternanceExclue(option) ? ['PE'] : TOUS;
}

/** Pourquoi un mode n’est pas parmi ceux d’une option, sans dire plus que le texte. */
export function horsDuMode(option: OptionNormee, mode: ModeDeCreation): string {
  if (option.regime === 'art49' && !option.filiere && alternanceExclue(option)) {
    return 'l’alternance ne s’organise ni en artistique, ni au 2e degré technique (circulaire 7282, I.I.2)';
  }
  const seul = modesPossibles(option)[0];
  return seul === 'PE'
    ? 'le répertoire ne donne cette option qu’en plein exercice, sans rien dire de l’alternance'
    : `le répertoire ne donne cette option qu’en alternance, et non ${dansLeMode(mode)}`;
}

/** Les groupements possibles : seules les 7es années partagent des cours. */
export function groupementsPossibles(option: OptionNormee): readonly Groupement[] {
  return option.annees === '7' ? GROUPEMENTS : ['seule'];
}
