import type { Implantation } from '../../src/domain/tables/offre.ts';
import type { Commune } from '../../src/domain/tables/territoire.ts';
import { RESEAUX } from '../../src/domain/tables/valeurs.ts';
import { creerAlea } from './alea.ts';
import { type EntreeDeDemo, GRAINE } from './entree.ts';
import { carteDesCommunes, type LieuTire } from './lieux.ts';
import { repartir, somme } from './repartir.ts';

/** Un établissement fictif et les lieux de ses implantations, du siège aux autres. */
export interface Ecole {
  readonly cefa: boolean;
  readonly zone: number;
  readonly reseau: Implantation['reseau'];
  readonly lieux: LieuTire[];
}

const ORDINAIRES = 270;
const CEFA = 36;
/** Dans l’ordre de `RESEAUX`. */
const PART_RESEAUX = [0.22, 0.24, 0.51, 0.03];

/** Les écoles s’installent surtout dans les communes peuplées. */
const attrait = ({ population_2020: p }: Commune): number =>
  p < 4000 ? 0.3 * p : p * (1 + p / 5e4);

/** Tire les établissements de chaque zone, en proportion de ses habitants, puis ses CEFA. */
export function tirerEcoles({ communes, zones }: EntreeDeDemo): Ecole[] {
  const alea = creerAlea(`${GRAINE}:ecoles`);
  const carte = carteDesCommunes(communes);
  const deZone = (zone: number): Commune[] => communes.filter((commune) => commune.zone === zone);
  const habitants = zones.map(({ zone }) => somme(deZone(zone).map((c) => c.population_2020)));
  const parZone = {
    ecoles: repartir(ORDINAIRES, habitants, 8),
    cefa: repartir(CEFA, habitants, 2),
  };
  const ecoles: Ecole[] = [];

  const ouvrir = (zone: number, cefa: boolean, hotes: readonly LieuTire[]): Ecole => {
    const possibles = deZone(zone);
    const reseau = alea.choix(RESEAUX, PART_RESEAUX);
    const premiere = alea.choix(possibles, possibles.map(attrait));
    const lieux = Array.from(
      { length: alea.choix([1, 2, 3], cefa ? [3, 4, 3] : [7, 2, 1]) },
      (_, i) => {
        const voisines = carte.voisines(premiere).slice(0, 6);
        const hote = alea.choix([...hotes]);
        const ailleurs =
          cefa && i === 2 ? communes.filter((c) => c.population_2020 > 15_000) : voisines;
        const commune = i === 0 || alea.chance(0.5) ? premiere : alea.choix(ailleurs);
        const place = carte.placer(commune, alea);
        return alea.chance(cefa ? 0.6 : 0.06) && i < 2 ? hote : place;
      },
    );
    return { cefa, zone, reseau, lieux };
  };

  zones.forEach(({ zone }, rang) => {
    const lieux: LieuTire[] = [
      carte.placer(alea.choix(deZone(zone), deZone(zone).map(attrait)), alea),
    ];
    const nombre = parZone.ecoles[rang] ?? 0;
    for (let i = 0; i < nombre + (parZone.cefa[rang] ?? 0); i++) {
      const ecole = ouvrir(zone, i >= nombre, lieux);
      ecoles.push(ecole);
      lieux.push(...ecole.lieux.filter((lieu) => lieu.zone === zone));
    }
  });
  return ecoles;
}

/** Le CEFA de la zone auquel une école est liée : de son réseau s’il y en a un. */
export function lierCefa(ecoles: readonly Ecole[]): Map<Ecole, Ecole> {
  const alea = creerAlea(`${GRAINE}:cefa`);
  const liens = new Map<Ecole, Ecole>();
  for (const ecole of ecoles) {
    const proches = ecoles.filter(({ cefa, zone }) => cefa && zone === ecole.zone);
    const siens = proches.filter(({ reseau }) => reseau === ecole.reseau);
    const lie = alea.chance(siens.length > 0 ? 0.65 : 0.25);
    if (ecole.cefa) liens.set(ecole, ecole);
    else if (lie) liens.set(ecole, alea.choix(siens.length > 0 ? siens : proches));
  }
  return liens;
}
