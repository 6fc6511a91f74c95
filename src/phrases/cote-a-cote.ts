import type { Regle } from '../query/toutes-les-regles.ts';
import { type FamilleDeRegles, reponseEnClair, viseEnClair } from './toutes-les-regles.ts';

/** Une règle et son texte, dans une édition. */
export interface ReponseDEdition {
  readonly reponse: string;
  readonly reference: string;
}

type Dites = ReadonlyMap<string, readonly ReponseDEdition[]>;

/** Ce que vise une règle, et ce que chaque édition y répond. */
export interface RegleCote {
  readonly vise: string;
  readonly editions: Dites;
  /** Deux éditions y répondent, et pas la même chose. */
  readonly change: boolean;
}

/** Les colonnes dont une cellule vise plusieurs cas : deux éditions ne les groupent pas pareil. */
const GROUPEES = ['mode', 'forme'] as const;

const editionDe = ({ edition }: Regle): string => String(edition ?? '');

/** Une règle par cas qu’elle vise : « P TQ AQ » en fait trois. */
const eclater = (regle: Regle): readonly Regle[] =>
  GROUPEES.reduce<readonly Regle[]>(
    (cas, colonne) =>
      cas.flatMap((un) =>
        String(un[colonne] ?? '')
          .split(' ')
          .map((mot) => ({ ...un, [colonne]: mot || null })),
      ),
    [regle],
  );

interface Cas {
  readonly vise: Regle;
  readonly dites: Dites;
}

/** Réunit les cas qui ne diffèrent que par une colonne, et à qui chaque édition répond de même. */
function reunir(cas: readonly Cas[], colonne: (typeof GROUPEES)[number]): readonly Cas[] {
  const memes = Map.groupBy(cas, ({ vise, dites }) =>
    JSON.stringify([{ ...vise, [colonne]: null }, [...dites]]),
  );
  return [...memes.values()].map((siens) => {
    const premier = siens[0] as Cas;
    const mots = siens.flatMap(({ vise }) => vise[colonne] ?? []);
    return { ...premier, vise: { ...premier.vise, [colonne]: mots.join(' ') || null } };
  });
}

/** Les règles d’une table côte à côte, une colonne par édition, de la plus récente à la plus ancienne. */
export function coteACote(
  famille: FamilleDeRegles,
  regles: readonly Regle[],
): { readonly editions: readonly string[]; readonly rangees: readonly RegleCote[] } {
  const editions = [...new Set(regles.map(editionDe))].sort().reverse();
  const parCas = Map.groupBy(regles.flatMap(eclater), (cas) =>
    JSON.stringify(famille.vise.map((colonne) => cas[colonne] ?? null)),
  );
  const cas = [...parCas.values()].map((siennes): Cas => {
    const parEdition = [...Map.groupBy(siennes, editionDe)].sort(([a], [b]) => b.localeCompare(a));
    const dites = parEdition.map(
      ([edition, lues]) =>
        [
          edition,
          lues.map((regle) => ({
            reponse: reponseEnClair(famille, regle),
            reference: String(regle.reference ?? ''),
          })),
        ] as const,
    );
    const vise = Object.fromEntries(
      famille.vise.map((colonne) => [colonne, siennes[0]?.[colonne] ?? null]),
    );
    return { vise, dites: new Map(dites) };
  });
  const rangees = GROUPEES.reduce(reunir, cas as readonly Cas[]).map(
    ({ vise, dites }): RegleCote => {
      const reponses = [...dites.values()].map((d) => d.map(({ reponse }) => reponse).join());
      const change = new Set(reponses).size > 1;
      return { vise: viseEnClair(famille, vise), editions: dites, change };
    },
  );
  const rang = ({ editions: dites }: RegleCote): number =>
    editions.findIndex((edition) => dites.has(edition));
  return { editions, rangees: rangees.sort((a, b) => rang(a) - rang(b)) };
}
