import type {
  Implantation,
  InscriptionComptee,
  Population,
} from '../../src/domain/tables/offre.ts';
import type { Option } from '../../src/domain/tables/referentiel.ts';
import { creerAlea } from './alea.ts';
import { anneeDeRentree, DERNIERE, type EntreeDeDemo, GRAINE, RENTREES } from './entree.ts';
import { repartir, somme } from './repartir.ts';

type Forme = Population['forme'];

/** Élèves de la dernière année qui ne sont pas dans le qualifiant, par année d’étude. */
const AUTRES: readonly number[] = [49_000, 49_500, 45_500, 44_500, 42_000, 39_500, 900];
/** Part des formes de transition dans ces élèves, de la 3e à la 7e. */
const TRANSITION: readonly (readonly [Forme, number])[] = [
  ['G', 0.85],
  ['TT', 0.13],
  ['AT', 0.02],
];
/** Élèves du 2e degré TQ pour un élève de TQ de l’année qui suit au répertoire. */
const PART_3TQ = 0.7;
const PART_4TQ = 0.95;
const PART_AQ = 0.015;
const PART_7PC = 0.08;

/** La forme d’un élève du qualifiant : celle de son option, ou P en article 45. */
const formeDe = (option: Option | undefined): Forme => option?.forme ?? 'P';

/**
 * Le secondaire ordinaire par zone, année d’étude et forme. Les élèves du qualifiant sont ceux des
 * inscriptions, plus ceux dont le répertoire n’a pas les codes : 3e TQ (et 4e TQ avant 2023),
 * artistique de qualification, 7e PC. Les autres se partagent entre zones selon les habitants,
 * avec un écart et une tendance tirés par zone.
 */
export function tirerPopulation(
  { options, zones, communes }: EntreeDeDemo,
  implantations: readonly Implantation[],
  inscriptions: readonly InscriptionComptee[],
): Population[] {
  const option = new Map(options.map((o) => [o.code_obg, o]));
  const zoneDe = new Map(implantations.map((i) => [i.fase_implantation, i.zone]));
  const inscrits = new Map<string, number>();
  const cle = (...parties: (string | number | null | undefined)[]): string => parties.join('|');
  for (const i of inscriptions) {
    const forme = formeDe(option.get(i.code_obg));
    const k = cle(i.annee_scolaire, zoneDe.get(i.fase_implantation), i.annee_etude, forme);
    inscrits.set(k, (inscrits.get(k) ?? 0) + i.eleves);
  }

  const alea = creerAlea(`${GRAINE}:population`);
  const habitants = zones.map(({ zone }) =>
    somme(communes.filter((c) => c.zone === zone).map((c) => c.population_2020)),
  );
  const poids = habitants.map((h) => h * (1 + 0.06 * alea.normale()));
  const pentes = zones.map(() => 0.006 + 0.004 * alea.normale());
  const parAnnee = AUTRES.map((total) => repartir(total, poids));

  return RENTREES.flatMap((rentree) =>
    zones.flatMap(({ zone }, z) =>
      AUTRES.flatMap((_, i) => {
        const annee = i + 1;
        const nombre = (forme: Forme, a = annee): number =>
          inscrits.get(cle(anneeDeRentree(rentree), zone, a, forme)) ?? 0;
        const elan = (1 + (pentes[z] ?? 0)) ** (rentree - DERNIERE);
        const autres = Math.round((parAnnee[i]?.[z] ?? 0) * elan);
        const ligne = (forme: Forme, eleves: number): Population => ({
          annee_scolaire: anneeDeRentree(rentree),
          zone,
          annee_etude: annee,
          forme,
          eleves,
        });
        if (annee < 3) return [ligne('C', autres)];
        const sansCode = rentree < 2023 ? { 3: PART_3TQ, 4: PART_4TQ } : { 3: PART_3TQ };
        const suite = nombre('TQ', rentree < 2023 ? 5 : 4);
        const ajout = Math.round(((sansCode as Record<number, number>)[annee] ?? 0) * suite);
        const tq = nombre('TQ') + ajout;
        const p = nombre('P') + (annee === 7 ? Math.round(PART_7PC * nombre('P')) : 0);
        const aq = annee < 7 ? Math.round(PART_AQ * tq) + nombre('AQ') : 0;
        const parts = repartir(
          autres,
          TRANSITION.map(([, part]) => part),
        );
        return [
          ...TRANSITION.map(([forme], k) => ligne(forme, parts[k] ?? 0)),
          ligne('TQ', tq),
          ligne('AQ', aq),
          ligne('P', p),
        ].filter(({ eleves }) => eleves > 0);
      }),
    ),
  );
}
