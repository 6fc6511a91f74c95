import fc from 'fast-check';
import { CLES_COLONNE, normaliserColonnes } from '../../../src/domain/filtre/colonnes.ts';
import {
  CLES_FACETTE,
  type CleFacette,
  type ValeursConnues,
} from '../../../src/domain/filtre/facettes.ts';
import {
  CONTINU,
  CROISEMENTS,
  MESURES,
  type Selection,
  TAILLES_DE_PAGE,
  VUES,
} from '../../../src/domain/filtre/selection.ts';
import { CLES_TRI } from '../../../src/domain/filtre/tri.ts';

const melanger = <T>(valeurs: T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray(valeurs, { minLength: valeurs.length });

/** Une part des valeurs, dans leur ordre, jamais vide. */
const part = (valeurs: readonly string[]): fc.Arbitrary<readonly string[] | undefined> =>
  fc.option(fc.subarray([...valeurs], { minLength: Math.min(1, valeurs.length) }), {
    nil: undefined,
    freq: 1,
  });

/** Des choix au hasard parmi les valeurs connues ; chaque facette est souvent sans choix. */
export const facettesAuHasard = (connues: ValeursConnues): fc.Arbitrary<Selection['facettes']> => {
  const parCle = CLES_FACETTE.map((cle) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: part(connues[cle]) },
    ),
  );
  return fc.tuple(...parCle).map((choix) => {
    const facettes: Partial<Record<CleFacette, readonly string[]>> = {};
    CLES_FACETTE.forEach((cle, i) => {
      const valeurs = choix[i];
      if (valeurs && valeurs.length > 0) facettes[cle] = valeurs;
    });
    return facettes;
  });
};

/**
 * Une sélection entière, telle que l’adresse peut la porter.
 * @param annees les années scolaires d’avant la dernière
 */
export const selectionAuHasard = (
  connues: ValeursConnues,
  annees: readonly string[] = [],
): fc.Arbitrary<Selection> =>
  fc.record({
    facettes: facettesAuHasard(connues),
    q: fc.string({ maxLength: 40 }),
    tri: fc.uniqueArray(
      fc.record({ cle: fc.constantFrom(...CLES_TRI), descendant: fc.boolean() }),
      {
        maxLength: 3,
        selector: ({ cle }) => cle,
      },
    ),
    page: fc.integer({ min: 1, max: 12 }),
    parPage: fc.oneof(
      { weight: 19, arbitrary: fc.constantFrom(...TAILLES_DE_PAGE.slice(0, -1)) },
      { weight: 1, arbitrary: fc.constant(CONTINU) },
    ),
    annee: fc.constantFrom('', ...annees),
    anciens: fc.boolean(),
    vue: fc.constantFrom(...VUES),
    croisement: fc.constantFrom(...CROISEMENTS),
    mesure: fc.constantFrom(...MESURES),
    colonnes: fc
      .subarray([...CLES_COLONNE])
      .chain(melanger)
      .map(normaliserColonnes),
  });
