import { additionner, type Effectif } from './effectif.ts';
import type { Membre } from './succession.ts';

/** Un code organisé par une implantation, une année scolaire. */
export interface CodeOrganise extends Effectif {
  readonly code: string;
  readonly annee: string;
}

/** Une année d’une option, anciens codes compris. */
export interface AnneeReunie extends Effectif {
  /** Les anciens codes comptés cette année-là, et leurs seuls élèves. */
  readonly anciens: readonly string[];
  readonly sousAncien: Effectif;
  /** Le code de l’option a lui-même des élèves. */
  readonly actuel: boolean;
}

export interface OptionReunie {
  readonly code: string;
  readonly annees: ReadonlyMap<string, AnneeReunie>;
}

/**
 * Les options d’une implantation : un ancien code rejoint celui qui le remplace là où elle organise
 * les deux. Quand deux codes se partagent le sien, il garde sa rangée.
 */
export function reunirCodes(
  histoire: readonly CodeOrganise[],
  membres: readonly Membre[],
): readonly OptionReunie[] {
  const parCode = Map.groupBy(histoire, ({ code }) => code);
  const liens = membres.filter(
    (l) => l.code_obg !== l.membre && parCode.has(l.code_obg) && parCode.has(l.membre),
  );
  const remplaces = new Set(liens.map(({ membre }) => membre));
  const versDe = (code: string): string => {
    const vers = liens.filter((l) => l.membre === code && !remplaces.has(l.code_obg));
    return vers.length === 1 ? (vers[0]?.code_obg ?? code) : code;
  };
  const rangees = Map.groupBy(histoire, ({ code }) => versDe(code));
  return [...rangees]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, siennes]) => ({
      code,
      annees: new Map(
        [...Map.groupBy(siennes, ({ annee }) => annee)].map(([annee, lues]) => {
          const anciennes = lues.filter((une) => une.code !== code);
          return [
            annee,
            {
              ...additionner(lues),
              anciens: anciennes.map((une) => une.code),
              sousAncien: additionner(anciennes),
              actuel: anciennes.length < lues.length,
            },
          ];
        }),
      ),
    }));
}
