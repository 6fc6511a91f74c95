import type { Manifeste } from './manifeste.ts';
import type { Nature } from './tables/schema.ts';

/** La nature d’une table publiée ; « demonstration » si elle est inconnue. */
export const natureDe = ({ tables }: Manifeste, nom: string): Nature =>
  tables.find((table) => table.nom === nom)?.nature ?? 'demonstration';

/** Les tables qui décrivent des écoles et des élèves, et celles qui décrivent l’emploi. */
const EFFECTIFS = ['offre', 'implantations', 'population'];
const BESOINS = ['besoins'];

export interface Fictions {
  readonly effectifs: boolean;
  readonly besoins: boolean;
}

/** Ce qui est fictif dans l’édition : une table vide ne montre rien, donc rien de fictif. */
export function fictions(manifeste: Manifeste): Fictions {
  const fictive = (noms: readonly string[]) =>
    manifeste.tables.some(
      ({ nom, lignes, nature }) => noms.includes(nom) && lignes > 0 && nature === 'demonstration',
    );
  return { effectifs: fictive(EFFECTIFS), besoins: fictive(BESOINS) };
}

/** L’édition montre-t-elle des chiffres fictifs ? */
export function estFictive(manifeste: Manifeste): boolean {
  const { effectifs, besoins } = fictions(manifeste);
  return effectifs || besoins;
}
