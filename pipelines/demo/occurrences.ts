import type { Option } from '../../src/domain/tables/referentiel.ts';
import { creerAlea } from './alea.ts';
import { CIBLES } from './cibles.ts';
import { GRAINE } from './entree.ts';
import type { Frequentation } from './frequentation.ts';
import type { SiteTire } from './implantations.ts';
import { regler, repartir } from './repartir.ts';

/** Une option sur une implantation, et ses élèves la dernière année (0 : fermée depuis). */
export interface OccurrenceTiree {
  readonly option: Option;
  readonly site: SiteTire;
  readonly eleves: number;
}

/** Part, en plus des occurrences vivantes, de celles qui ont fermé en cours de période. */
const FERMEES = 0.06;

/** Ce qui attire une option vers une implantation ; 0 si elle ne peut pas l’organiser. */
function affinite(
  { regime, filiere, secteur }: Option,
  { cefa, secteurs, taille }: SiteTire,
): number {
  const alternance = regime !== 'art49' || filiere === 'ALT';
  if (cefa ? filiere === 'PE' : alternance) return 0;
  return taille * (secteurs.has(secteur) ? 1 : 0.02) * (cefa && !alternance ? 0.06 : 1);
}

/** Les sites d’une option, du plus au moins disposé, chaque zone ayant ses préférences. */
function ranger(option: Option, sites: readonly SiteTire[]): SiteTire[] {
  const alea = creerAlea(`${GRAINE}:sites:${option.code_obg}`);
  const gout = Array.from({ length: 11 }, () => Math.exp(0.45 * alea.normale()));
  return sites
    .map((site) => {
      const poids = affinite(option, site) * (gout[site.ligne.zone] ?? 1);
      return { site, poids, rang: Math.log(1 - alea.reel()) / Math.max(poids, 1e-9) };
    })
    .filter(({ poids }) => poids > 0)
    .sort((a, b) => b.rang - a.rang)
    .map(({ site }) => site);
}

/**
 * Pose les occurrences de chaque option sur des implantations et partage ses élèves entre elles.
 * La dispersion des tailles est réglée pour que la moitié des occurrences aient moins de dix
 * élèves. Suivent les occurrences fermées depuis, sans élèves la dernière année.
 */
export function poserOccurrences(
  frequentations: readonly Frequentation[],
  sites: readonly SiteTire[],
): OccurrenceTiree[] {
  const alea = creerAlea(`${GRAINE}:tailles`);
  const poses = frequentations.map((frequentation) => {
    const ranges = ranger(frequentation.option, sites);
    const retenus = ranges.slice(0, frequentation.occurrences);
    const fermees = Math.floor(retenus.length * FERMEES + alea.reel());
    return {
      ...frequentation,
      retenus: retenus.map((site) => ({ site, tirage: Math.min(1.9, alea.normale()) })),
      fermes: ranges.slice(retenus.length, retenus.length + fermees),
    };
  });
  const selon = (dispersion: number): OccurrenceTiree[] =>
    poses.flatMap(({ option, eleves, retenus }) => {
      const poids = retenus.map(
        ({ site, tirage }) => site.taille ** 0.5 * Math.exp(dispersion * tirage),
      );
      const parts = repartir(eleves, poids, 1);
      return retenus.map(({ site }, i) => ({ option, site, eleves: parts[i] ?? 0 }));
    });
  const petites = (occurrences: readonly OccurrenceTiree[]): number =>
    occurrences.filter(({ eleves }) => eleves < 10).length / occurrences.length;
  const dispersion = regler((x) => petites(selon(x)), CIBLES.petites.valeur, 0, 2);
  const closes = poses.flatMap(({ option, fermes }) =>
    fermes.map((site) => ({ option, site, eleves: 0 })),
  );
  return [...selon(dispersion), ...closes];
}
