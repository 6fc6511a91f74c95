import type { Manifeste } from '../domain/manifeste.ts';
import type { Source } from '../domain/tables/edition.ts';
import { naturePlusFaible } from '../domain/tables/index.ts';
import type { Nature } from '../domain/tables/schema.ts';

export interface ProvenanceDesTables {
  readonly nature: Nature;
  readonly sources: readonly Source[];
}

/** D’où viennent des chiffres tirés de plusieurs tables publiées, chaque source citée une fois. */
export function provenanceDe({ tables }: Manifeste, noms: readonly string[]): ProvenanceDesTables {
  const lues = tables.filter(({ nom }) => noms.includes(nom));
  const sources = new Map(
    lues.flatMap((table) => table.sources.map((s) => [`${s.titre}/${s.nature}`, s] as const)),
  );
  return {
    nature: lues.length > 0 ? naturePlusFaible(lues.map(({ nature }) => nature)) : 'demonstration',
    sources: [...sources.values()],
  };
}
