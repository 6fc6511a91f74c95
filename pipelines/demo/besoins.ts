import type { fonctions_critiques, thematiques_communes } from '../../src/domain/tables/besoins.ts';
import type { InscriptionComptee } from '../../src/domain/tables/offre.ts';
import type { Option } from '../../src/domain/tables/referentiel.ts';
import type { Ligne } from '../../src/domain/tables/schema.ts';
import { REGIONS, STATUTS_ORGANISABLES } from '../../src/domain/tables/valeurs.ts';
import { creerAlea } from './alea.ts';
import { CIBLES, MOINS_SUIVIES, PLUS_SUIVIES } from './cibles.ts';
import { anneeDeRentree, DERNIERE, type EntreeDeDemo, GRAINE, RENTREES } from './entree.ts';
import { caler, ecarts, type Liste, remonter } from './listes.ts';
import type { Metiers } from './metiers.ts';
import { somme } from './repartir.ts';

export type FonctionCritique = Ligne<typeof fonctions_critiques>;
export type ThematiqueCommune = Ligne<typeof thematiques_communes>;

export interface ListesTirees {
  readonly fonctions_critiques: FonctionCritique[];
  readonly thematiques_communes: ThematiqueCommune[];
}

type Region = (typeof REGIONS)[number];

/** Les options qui ont des élèves la dernière année, de la plus à la moins suivie. */
export function codesParEleves(inscriptions: readonly InscriptionComptee[]): string[] {
  const totaux = new Map<string, number>();
  for (const { annee_scolaire, code_obg, eleves } of inscriptions) {
    if (annee_scolaire !== anneeDeRentree(DERNIERE)) continue;
    totaux.set(code_obg, (totaux.get(code_obg) ?? 0) + eleves);
  }
  return [...totaux].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([code]) => code);
}

/**
 * Tire les listes de fonctions critiques (par région) et de thématiques communes (par zone), de
 * 2020 à 2024. La liste de 2024 part d’un tirage au sort et se cale sur les totaux de l’écran de
 * l’OAD et du magazine PROF, où « en pénurie » se lit « FC dans une des deux régions » ; chaque
 * année antérieure diffère d’un dixième de la suivante. Une FC est plus souvent TC qu’un autre
 * métier, et les deux listes de FC se recoupent.
 */
export function tirerBesoins(
  { options, zones }: EntreeDeDemo,
  { metiers, liens }: Metiers,
  inscriptions: readonly InscriptionComptee[],
): ListesTirees {
  const noms = metiers.map(({ metier }) => metier);
  const metiersDe = new Map<string, string[]>();
  for (const { code_obg, metier } of liens) {
    metiersDe.set(code_obg, [...(metiersDe.get(code_obg) ?? []), metier]);
  }
  const dans = (code: string, liste: Liste | undefined): boolean =>
    (metiersDe.get(code) ?? []).some((metier) => liste?.has(metier));
  const organisables = options
    .filter(({ statut }: Option) => STATUTS_ORGANISABLES.includes(statut))
    .map(({ code_obg }) => code_obg);
  const rangees = organisables.length * zones.length;
  const compter = (
    listeDe: (zone: EntreeDeDemo['zones'][number], code: string) => boolean,
  ): number =>
    somme(zones.map((zone) => organisables.filter((code) => listeDe(zone, code)).length)) / rangees;

  const aleaFc = creerAlea(`${GRAINE}:fc`);
  const wallonie = new Set(noms.filter(() => aleaFc.chance(0.3)));
  const bruxelles = new Set(noms.filter((m) => aleaFc.chance(wallonie.has(m) ? 0.65 : 0.22)));
  const fc: Record<Region, Liste> = { Wallonie: wallonie, 'Bruxelles-Capitale': bruxelles };
  const classement = codesParEleves(inscriptions);
  const enPenurie = (codes: readonly string[]): number =>
    codes.filter((code) => dans(code, wallonie) || dans(code, bruxelles)).length;
  caler(
    [wallonie, bruxelles],
    noms,
    () =>
      ecarts(
        [compter(({ region }, code) => dans(code, fc[region])), CIBLES.fc.valeur],
        [enPenurie(classement.slice(0, PLUS_SUIVIES)), CIBLES.fcPlusSuivies.valeur],
        [enPenurie(classement.slice(-MOINS_SUIVIES)), CIBLES.fcMoinsSuivies.valeur],
      ),
    aleaFc,
  );

  const aleaTc = creerAlea(`${GRAINE}:tc`);
  const tc = new Map<number, Liste>();
  for (const { zone, region } of zones) {
    const largesse = 0.8 + 0.4 * aleaTc.reel();
    const chance = (m: string): number => largesse * (fc[region].has(m) ? 0.72 : 0.2);
    tc.set(zone, new Set(noms.filter((m) => aleaTc.chance(chance(m)))));
  }
  const enTc = ({ zone }: { zone: number }, code: string): boolean => dans(code, tc.get(zone));
  caler(
    [...tc.values()],
    noms,
    () =>
      ecarts(
        [compter(enTc), CIBLES.tc.valeur],
        [compter((z, code) => enTc(z, code) && dans(code, fc[z.region])), CIBLES.tcFc.valeur],
      ),
    aleaTc,
  );
  return { ...fonctionsCritiques(fc, noms), ...thematiquesCommunes(tc, noms) };
}

/** L’année de la liste en vigueur au 1er février d’une année scolaire. */
const annees = RENTREES.map((rentree) => rentree + 1).reverse();

function historique(liste: Liste, noms: readonly string[], sujet: string): Map<number, Liste> {
  const alea = creerAlea(`${GRAINE}:historique:${sujet}`);
  const listes = new Map<number, Liste>();
  let courante = liste;
  for (const annee of annees) {
    listes.set(annee, courante);
    courante = remonter(courante, noms, alea);
  }
  return listes;
}

function fonctionsCritiques(
  fc: Record<Region, Liste>,
  noms: readonly string[],
): Pick<ListesTirees, 'fonctions_critiques'> {
  const nature = (metier: string): FonctionCritique['nature_fc'] =>
    creerAlea(`${GRAINE}:nature:${metier}`).chance(0.65) ? 'quantitative' : 'structurelle';
  const passes = REGIONS.map((region) => ({
    region,
    listes: historique(fc[region], noms, region),
  }));
  const lignes = [...annees]
    .reverse()
    .flatMap((annee) =>
      passes.flatMap(({ region, listes }) =>
        noms
          .filter((metier) => listes.get(annee)?.has(metier))
          .map((metier) => ({ annee, region, metier, nature_fc: nature(metier) })),
      ),
    );
  return { fonctions_critiques: lignes };
}

function thematiquesCommunes(
  tc: ReadonlyMap<number, Liste>,
  noms: readonly string[],
): Pick<ListesTirees, 'thematiques_communes'> {
  const passes = [...tc].map(([zone, liste]) => ({
    zone,
    listes: historique(liste, noms, `zone ${zone}`),
  }));
  const lignes = [...annees]
    .reverse()
    .flatMap((annee) =>
      passes.flatMap(({ zone, listes }) =>
        noms
          .filter((metier) => listes.get(annee)?.has(metier))
          .map((metier) => ({ annee, zone, metier })),
      ),
    );
  return { thematiques_communes: lignes };
}
