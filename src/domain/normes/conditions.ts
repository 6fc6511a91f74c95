import { reglesDe } from './edition.ts';

/** Une ligne de `conditions_alternance.csv` : une condition d’une procédure. */
export type Condition = {
  readonly procedure: string;
  readonly edition: string;
  readonly ordre: number;
  readonly condition: string;
  readonly intitule: string;
  readonly reference: string;
  readonly valide_du: string;
  readonly nature: string;
};

/** `null` : l’utilisateur ne l’a pas dit. */
export type Reponses = Readonly<Record<string, boolean | null>>;

export type ConditionVerifiee = {
  readonly condition: string;
  readonly intitule: string;
  readonly remplie: boolean | null;
};

/** Les conditions sont cumulatives : une seule qui manque ferme la porte. */
export type Verdict = {
  readonly genre: 'possible' | 'impossible' | 'a_completer';
  readonly conditions: readonly ConditionVerifiee[];
  readonly motif: string;
  readonly reference: string;
  readonly edition: string;
};

/** Le contraire d’une réponse ; ce qui n’est pas dit ne l’est pas davantage. */
export const contraire = (reponse: boolean | null): boolean | null =>
  reponse === null ? null : !reponse;

/** Confronte les réponses aux conditions d’une procédure, celles de la campagne, ou
 * de l’édition nommée. */
export function verifier(
  table: readonly Condition[],
  procedure: string,
  reponses: Reponses,
  edition?: string,
): Verdict {
  const deLaProcedure = table.filter((c) => c.procedure === procedure);
  const lignes = [...reglesDe(deLaProcedure, edition)].sort((a, b) => a.ordre - b.ordre);
  const conditions = lignes.map(({ condition, intitule }) => ({
    condition,
    intitule,
    remplie: reponses[condition] ?? null,
  }));
  const commun = {
    conditions,
    edition: lignes[0]?.edition ?? edition ?? '',
    reference: lignes[0]?.reference ?? '',
  };
  const manquantes = conditions.filter((c) => c.remplie === false);
  const inconnues = conditions.filter((c) => c.remplie === null);
  const enumere = (liste: readonly ConditionVerifiee[]) => liste.map((c) => c.intitule).join(' ; ');
  if (conditions.length === 0) {
    return { ...commun, genre: 'a_completer', motif: 'aucune condition connue pour cette édition' };
  }
  if (manquantes.length > 0) {
    return {
      ...commun,
      genre: 'impossible',
      motif: `condition non remplie : ${enumere(manquantes)}`,
    };
  }
  if (inconnues.length > 0) {
    return { ...commun, genre: 'a_completer', motif: `reste à vérifier : ${enumere(inconnues)}` };
  }
  return { ...commun, genre: 'possible', motif: 'toutes les conditions sont remplies' };
}
