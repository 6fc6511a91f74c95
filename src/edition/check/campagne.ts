import { editionsEnVigueur } from '../../domain/normes/edition.ts';
import type { RegleDatee } from '../../domain/normes/types.ts';
import type { Edition } from '../../domain/tables/edition.ts';
import type { Base } from '../base.ts';
import type { Constat, Controle } from './controle.ts';

/** Ce que les règles d’une demande disent, campagne par campagne. */
const TABLES = ['normes_creation', 'perimetre', 'conditions_alternance', 'enonces'] as const;

/** La campagne de l’édition : l’année scolaire où s’ouvrirait ce qu’on demande. */
export async function campagneLue(base: Base): Promise<string> {
  const [edition] = await base.lire<Pick<Edition, 'campagne'>>(
    'SELECT campagne FROM source.edition ORDER BY _ligne LIMIT 1',
  );
  return edition?.campagne ?? '';
}

/** Chaque table de règles répond pour la campagne, ou dit de quelle édition elle est reconduite. */
export const reglesDeLaCampagne: readonly Controle[] = TABLES.map((table) => ({
  code: 'OAD-CAMPAGNE',
  titre: 'Les règles publiées sont celles de la campagne',
  table,
  gravite: 'avertissement',
  verifies: `SELECT count(*) FROM source."${table}"`,
  chercher: async ({ base, lues }): Promise<Constat[]> => {
    if (lues.get(table)?.illisible || lues.get('edition')?.illisible) return [];
    const campagne = await campagneLue(base);
    if (campagne === '') return [];
    const regles = await base.lire<RegleDatee>(`SELECT * FROM source."${table}" ORDER BY _ligne`);
    const finDe = (voulue: string): string => {
      const fins = regles.filter(({ edition }) => edition === voulue).map((r) => r.valide_au ?? '');
      const fin = fins.sort().at(-1);
      return fin ? ` (valables jusqu’au ${fin})` : '';
    };
    return editionsEnVigueur(regles, campagne)
      .filter(({ exacte }) => !exacte)
      .map(({ sujet, edition }) => ({
        colonne: 'edition',
        valeur: [sujet, edition].filter(Boolean).join(', '),
        message:
          `${sujet ? `« ${sujet} » : a` : 'A'}ucune règle ne vaut pour la campagne ${campagne} ; ` +
          `celles de ${edition}${finDe(edition)} sont reconduites. Ajoutez celles de la campagne, ou acceptez.`,
      }));
  },
}));
