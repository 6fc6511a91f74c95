import { distanceAuDebut, distanceDeFrappe } from './distance.ts';
import { racine, radical } from './racine.ts';

/** Un mot, sa racine et son radical, sans casse ni accents. */
export interface Mot {
  readonly mot: string;
  readonly racine: string;
  readonly radical: string;
}

/** @param mot tel que `plat` l’écrit */
export function enMot(mot: string): Mot {
  const sien = racine(mot);
  return { mot, racine: sien, radical: radical(sien) };
}

export interface Accord {
  /** De 0 à 1. */
  readonly qualite: number;
  /** La partie du mot à montrer. */
  readonly debut: number;
  readonly fin: number;
}

const DEBUT_MIN = 4;
/** Plus court, un morceau est dans trop de mots : « bière » dans « plombière », « vélo » dans « développeur ». */
const MORCEAU_MIN = 6;

const estUnNombre = (mot: string): boolean => /^\d/.test(mot);

/** Le mot cherché est-il le mot lu, un de ses genres, son début, sa famille, ou un de ses morceaux ? */
export function accordStrict(cherche: Mot, lu: Mot): Accord | null {
  const entier = (qualite: number): Accord => ({ qualite, debut: 0, fin: lu.mot.length });
  if (lu.mot === cherche.mot) return entier(1);
  if (lu.racine === cherche.racine) return entier(0.95);
  if (lu.mot.startsWith(cherche.mot)) {
    const qualite = 0.7 + 0.2 * (cherche.mot.length / lu.mot.length);
    return { qualite, debut: 0, fin: cherche.mot.length };
  }
  if (estUnNombre(cherche.mot)) return null;
  if (cherche.racine.length >= DEBUT_MIN && lu.mot.startsWith(cherche.racine)) {
    return { qualite: 0.65, debut: 0, fin: cherche.racine.length };
  }
  if (lu.radical === cherche.radical) return entier(0.6);
  const debut = cherche.mot.length >= MORCEAU_MIN ? lu.mot.indexOf(cherche.mot) : -1;
  return debut < 0 ? null : { qualite: 0.5, debut, fin: debut + cherche.mot.length };
}

/** Fautes de frappe tolérées selon la longueur du mot. */
const tolerance = (mot: string): number => (mot.length < 5 ? 0 : mot.length < 8 ? 1 : 2);

/** Le mot cherché est-il, à quelques fautes de frappe près, le mot lu ou son début ? */
export function accordApproche(cherche: Mot, lu: Mot): Accord | null {
  const limite = estUnNombre(cherche.mot) ? 0 : tolerance(cherche.mot);
  if (limite === 0 || lu.mot.length < 3) return null;
  const fautes = Math.min(
    distanceDeFrappe(cherche.mot, lu.mot, limite),
    distanceDeFrappe(cherche.racine, lu.racine, limite),
  );
  if (fautes <= limite) return { qualite: 0.6 - 0.15 * fautes, debut: 0, fin: lu.mot.length };
  if (lu.mot.length < cherche.mot.length) return null;
  const fautesAuDebut = distanceAuDebut(cherche.mot, lu.mot, limite);
  if (fautesAuDebut > limite) return null;
  return { qualite: 0.4 - 0.1 * fautesAuDebut, debut: 0, fin: cherche.mot.length };
}
