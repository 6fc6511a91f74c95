import { premiereAnnee } from '../../src/domain/annees.ts';
import type { Indicateur } from '../../src/domain/tables/indicateurs.ts';
import type { Offre } from '../../src/domain/tables/offre.ts';
import type { StatutMaintien } from '../../src/domain/tables/statuts.ts';
import { ZONES } from './edition-importee.ts';
import type { Cellule } from './edition-reelle.ts';

/** L’édition mini : la forme et les années de ses options ; l’article 45 (2002) n’en a pas. */
export const FORMES: Readonly<Record<string, string>> = {
  '2112': 'P',
  '2115': 'P',
  '2150': 'P',
  '8109': 'TQ',
  '8123': 'P',
};
const ANNEES: Readonly<Record<string, string | null>> = { '2002': null, '2150': '7' };
const ANCIENS: Readonly<Record<string, string>> = { '2115': '2112' };

export interface Publiee {
  readonly offre: readonly Offre[];
  readonly indicateurs: readonly Indicateur[];
  readonly statuts: readonly StatutMaintien[];
  readonly population: readonly {
    readonly annee_scolaire: string;
    readonly zone: number;
    readonly annee_etude: number;
    readonly forme: string;
    readonly eleves: number | null;
  }[];
}

/** Les options et les modes que compte la population de l’édition. */
export type Comptee = (code: string, mode: string) => boolean;

export const cle = (l: Offre): string =>
  [l.annee_scolaire, l.fase_implantation, l.code_obg, l.annee_etude, l.mode].join('/');

export const cleDe = (c: Cellule): string =>
  [c.scolaire, c.fase, c.code, c.annee, c.mode].join('/');

/** Chaque total publié, en ce qu’il additionne : les lignes d’`offre` qu’il réunit. */
function totaux(publiee: Publiee, comptee: Comptee): ((ligne: Offre) => boolean)[] {
  const { offre, indicateurs, statuts, population } = publiee;
  const en4e = new Set(
    offre
      .filter((l) => l.annee_etude === 4 && (l.eleves_masque || Number(l.eleves) > 0))
      .map((l) => `${l.annee_scolaire}/${l.code_obg}`),
  );
  const parZone = indicateurs.flatMap((total) => {
    const { annee_scolaire: annee, code_obg: code } = total;
    const dedans = (l: Offre) =>
      l.annee_scolaire === annee &&
      l.code_obg === code &&
      ZONES[l.fase_implantation] === total.zone;
    const duree = code in ANNEES ? (ANNEES[code] ?? null) : '4-5-6';
    const premiere = premiereAnnee(duree, annee, en4e.has(`${annee}/${code}`));
    return [
      ...(total.eleves === null ? [] : [dedans]),
      ...(total.eleves_premiere_annee === null
        ? []
        : [(l: Offre) => dedans(l) && l.annee_etude === premiere]),
    ];
  });
  const parSite = statuts
    .filter(({ eleves }) => eleves !== null)
    .map(
      (s) => (l: Offre) =>
        l.annee_scolaire === s.annee_scolaire &&
        l.fase_implantation === s.fase_implantation &&
        (l.code_obg === s.code_obg || l.code_obg === ANCIENS[s.code_obg]),
    );
  const parForme = population
    .filter(({ eleves }) => eleves !== null)
    .map(
      (p) => (l: Offre) =>
        l.annee_scolaire === p.annee_scolaire &&
        ZONES[l.fase_implantation] === p.zone &&
        l.annee_etude === p.annee_etude &&
        comptee(l.code_obg, l.mode ?? 'PE') &&
        (FORMES[l.code_obg] ?? 'P') === p.forme,
    );
  return [...parZone, ...parSite, ...parForme];
}

/**
 * Les effectifs tus qu’un lecteur retrouverait, s’il savait de chacun s’il est sous le seuil. Un
 * effectif se cache quand il pourrait valoir un de plus ou un de moins, seul ou avec un autre qui
 * compense, sans changer aucun total publié.
 * @param vraies les effectifs réels, par clé
 */
export function retrouves(
  publiee: Publiee,
  comptee: Comptee,
  vraies: ReadonlyMap<string, number>,
  seuil: number,
): string[] {
  const tues = publiee.offre.filter(({ eleves_masque }) => eleves_masque);
  const sommes = totaux(publiee, comptee);
  const places = tues.map((ligne) =>
    sommes.map((dedans) => dedans(ligne)).flatMap((oui, i) => (oui ? [i] : [])),
  );
  const peut = (i: number, pas: number): boolean => {
    const vraie = vraies.get(cle(tues[i] as Offre)) ?? 0;
    const nouvelle = vraie + pas;
    return vraie < seuil ? nouvelle >= 1 && nouvelle < seuil : nouvelle >= seuil;
  };
  const memes = (i: number, j: number) => places[i]?.join() === places[j]?.join();
  return tues.flatMap((ligne, i) => {
    const seule = places[i]?.length === 0 && (peut(i, 1) || peut(i, -1));
    const compensee = tues.some(
      (_, j) =>
        j !== i && memes(i, j) && ((peut(i, 1) && peut(j, -1)) || (peut(i, -1) && peut(j, 1))),
    );
    return seule || compensee ? [] : [cle(ligne)];
  });
}

/**
 * Un autre monde que rien de publié ne devrait distinguer de celui-ci : les effectifs sous le seuil
 * y valent autre chose, sans qu’un total publié ni ce qu’il faut taire en change.
 */
export function autreMonde(cellules: readonly Cellule[], seuil: number): Cellule[] {
  const faible = ({ eleves, fase }: Cellule) => eleves > 0 && eleves < seuil && fase in ZONES;
  const zoneDe = (c: Cellule) => [c.scolaire, ZONES[c.fase], c.code].join('/');
  const presentes = Map.groupBy(
    cellules.filter(({ eleves }) => eleves > 0),
    zoneDe,
  );
  const libres = cellules.filter((c) => faible(c) && presentes.get(zoneDe(c))?.length === 1);
  const autres = new Map(libres.map((c) => [cleDe(c), (c.eleves % (seuil - 1)) + 1]));
  const groupes = Map.groupBy(
    cellules.filter((c) => faible(c) && !autres.has(cleDe(c))),
    (c) => `${zoneDe(c)}/${c.annee}`,
  );
  for (const [a, ...reste] of groupes.values()) {
    const b = reste.find((c) => a && c.eleves !== a.eleves);
    if (a && b) autres.set(cleDe(a), b.eleves).set(cleDe(b), a.eleves);
    else if (a && reste[0] && a.eleves > 1 && a.eleves < seuil - 1) {
      autres.set(cleDe(a), a.eleves - 1).set(cleDe(reste[0]), a.eleves + 1);
    }
  }
  return cellules.map((c) => ({ ...c, eleves: autres.get(cleDe(c)) ?? c.eleves }));
}
