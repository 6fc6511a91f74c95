import type { OptionNormee } from './types.ts';

/** Type d’une 7e année ; la forme technique suffit à le dire, la forme professionnelle non. */
export function type7eDe(option: OptionNormee): string | null {
  return option.type_7e || (option.forme === 'TQ' ? 'TQ' : null);
}
