import { STATUTS_ORGANISABLES } from '../../src/domain/tables/valeurs.ts';
import { creerAlea } from './alea.ts';
import { DERNIERE, GRAINE, RENTREES } from './entree.ts';
import type { OccurrenceTiree } from './occurrences.ts';
import { repartir, somme } from './repartir.ts';
import type { Scolarite } from './scolarite.ts';

/** Les élèves d’une occurrence à une rentrée, dans une année d’étude. */
export interface ElevesDUneAnnee {
  readonly rentree: number;
  readonly annee: number;
  readonly eleves: number;
}

/** Niveau relatif des années d’étude : l’abandon l’emporte après l’arrivée de réorientés en 5e. */
const NIVEAUX: Readonly<Record<number, number>> = { 3: 1, 4: 0.94, 5: 1, 6: 0.92, 7: 1 };
const CHANCE_OUVERTURE = 0.09;
const CHANCE_DECLIN = 0.03;

interface Vie {
  /** Première et dernière rentrées où l’on entre dans l’option sur ce site. */
  readonly premiere: number;
  readonly derniere: number;
}

/**
 * Déroule une occurrence sur cinq rentrées. Chaque génération garde son effectif d’une année
 * d’étude à la suivante, à l’abandon près ; une tendance tirée par zone (démographie) et une par
 * option s’y ajoutent. Une ouverture se remplit année d’étude par année d’étude, une fermeture se
 * vide de même ; une option non programmable ou en extinction n’ouvre plus. La dernière rentrée
 * retombe exactement sur le total de l’occurrence.
 */
export function creerParcours(
  scolarite: Scolarite,
): (occurrence: OccurrenceTiree) => ElevesDUneAnnee[] {
  const tendance = (sujet: string, moyenne: number, ecart: number): number =>
    moyenne + ecart * Math.max(-2, Math.min(2, creerAlea(`${GRAINE}:tendance:${sujet}`).normale()));

  return ({ option, site, eleves }) => {
    const { zone, fase_implantation: fase } = site.ligne;
    const alea = creerAlea(`${GRAINE}:parcours:${fase}:${option.code_obg}`);
    const pente = tendance(`zone:${zone}`, 0.006, 0.006) + tendance(option.code_obg, -0.004, 0.025);
    const generations = new Map<number, number>();
    const generation = (g: number): number => {
      const connue = generations.get(g) ?? Math.exp(0.16 * alea.normale());
      generations.set(g, connue);
      return connue;
    };
    const duree = option.annees === '7' ? 1 : 3;
    const longue = scolarite.annees(option, DERNIERE).length > 1;
    const programmable = STATUTS_ORGANISABLES.includes(option.statut);
    const ouvre = programmable && eleves < 40 && alea.chance(CHANCE_OUVERTURE);
    const decline = !ouvre && eleves < 20 && longue && alea.chance(CHANCE_DECLIN);
    const vie: Vie =
      eleves === 0
        ? { premiere: 0, derniere: DERNIERE - duree - alea.entier(3) }
        : {
            premiere: ouvre ? 2020 + alea.entier(4) : 0,
            derniere: decline ? DERNIERE - 1 : DERNIERE,
          };
    const niveau = (rentree: number, annee: number): number => {
      const entree = scolarite.entree(option, rentree, annee);
      if (entree < vie.premiere || entree > vie.derniere) return 0;
      const elan = (1 + pente) ** (rentree - DERNIERE);
      return (NIVEAUX[annee] ?? 1) * elan * generation(rentree - annee);
    };
    const grille = RENTREES.map((rentree) => {
      const annees = scolarite.annees(option, rentree);
      return { rentree, annees, poids: annees.map((annee) => niveau(rentree, annee)) };
    });
    const finale = somme(grille.at(-1)?.poids ?? []);
    const echelle = finale > 0 ? eleves / finale : 1 + 3 * alea.reel();
    return grille.flatMap(({ rentree, annees, poids }) => {
      const parts = repartir(Math.round(echelle * somme(poids)), poids);
      return annees.map((annee, i) => ({ rentree, annee, eleves: parts[i] ?? 0 }));
    });
  };
}
