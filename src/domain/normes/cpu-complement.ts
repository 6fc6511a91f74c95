import { couvre } from './cellule.ts';

/** Une ligne de `cpu_complements.csv`. */
export type RegleDeComplement = {
  readonly regle: string;
  /** Année de mise en œuvre (`mise en œuvre 2 3`), ou année scolaire d’une transformation. */
  readonly quand: string;
  readonly annees: string;
  readonly taux: number;
  readonly reference: string;
};

/** Élèves des options CPU au 15 janvier précédent, élèves de C3D exclus ; `null` : pas dit. */
export type PopulationCpu = Readonly<Record<'4' | '5' | '6', number | null>>;

export type Complement = {
  /** Périodes-professeurs de remédiation ; le montant alloué peut être moindre. `null` : il manque
   * les élèves d’une année qui compte. */
  readonly periodes: number | null;
  readonly motif: string;
  readonly reference: string;
};

const MISE_EN_OEUVRE = 'mise en œuvre ';
const REFERENCE = 'arrêté du 29 août 2018, art. 10';

function somme(regles: readonly RegleDeComplement[], population: PopulationCpu): Complement {
  const annees = (r: RegleDeComplement) =>
    (['4', '5', '6'] as const).filter((a) => couvre(r.annees, a));
  const complete = regles.flatMap(annees).every((a) => population[a] !== null);
  const centiemes = regles.map(
    (r) => Math.round(r.taux * 100) * annees(r).reduce((n, a) => n + (population[a] ?? 0), 0),
  );
  return {
    periodes: complete ? centiemes.reduce((total, c) => total + c, 0) / 100 : null,
    motif: regles
      .map(
        (r) =>
          `${String(r.taux).replace('.', ',')} par élève de ${r.annees.replace(' ', 'e et ')}e`,
      )
      .join(' + '),
    reference: regles[0]?.reference ?? REFERENCE,
  };
}

/**
 * Complément d’une option nouvelle dans le régime CPU : rien la première année, puis selon les
 * élèves. Source : arrêté du 29 août 2018, art. 10, § 3.
 *
 * @param anneeDeMiseEnOeuvre 1 pour la première ; au-delà de la dernière de la table, celle-ci vaut.
 */
export function complementCpu(
  regles: readonly RegleDeComplement[],
  anneeDeMiseEnOeuvre: number,
  population: PopulationCpu,
): Complement {
  const annees = (r: RegleDeComplement) =>
    r.quand.slice(MISE_EN_OEUVRE.length).split(' ').map(Number);
  const nouvelles = regles.filter((r) => r.quand.startsWith(MISE_EN_OEUVRE));
  const derniere = Math.max(0, ...nouvelles.flatMap(annees));
  const annee = Math.min(anneeDeMiseEnOeuvre, derniere);
  const visees = nouvelles.filter((r) => annees(r).includes(annee));
  if (visees.length > 0) return somme(visees, population);
  return { periodes: 0, motif: 'rien la première année de mise en œuvre', reference: REFERENCE };
}

/** Complément d’une option transformée au 1er septembre 2018, pour une année scolaire ; `null`
 * hors des deux années réglées. Source : arrêté du 29 août 2018, art. 10, § 4. */
export function complementDeTransformation(
  regles: readonly RegleDeComplement[],
  anneeScolaire: string,
  population: PopulationCpu,
): Complement | null {
  const visees = regles.filter((r) => r.quand === anneeScolaire);
  return visees.length > 0 ? somme(visees, population) : null;
}
