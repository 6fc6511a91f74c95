import { type LigneIndicateur, ordreDesLignes } from './ligne.ts';
import type { Tri } from './selection.ts';
import { type CleTri, comparerValeurs, valeurDeTri } from './tri.ts';

/** Range des places de lignes ; `codes` : les plus pertinents d’abord. */
export type Trieur = (
  places: Uint32Array,
  tri: readonly Tri[],
  codes: readonly string[] | null,
) => Uint32Array;

/** Le rang dense de chaque ligne ; les vides sont à part, derniers dans les deux sens. */
interface Rangs {
  readonly rangs: Uint32Array;
  readonly nombre: number;
  readonly vide: number;
}

/** Tri stable par dénombrement : deux passes, quel que soit l’ordre de départ. */
function ranger(places: Uint32Array, rangs: Uint32Array, nombre: number): Uint32Array {
  const debuts = new Uint32Array(nombre + 1);
  for (const i of places) debuts[(rangs[i] ?? 0) + 1] = (debuts[(rangs[i] ?? 0) + 1] ?? 0) + 1;
  for (let r = 1; r <= nombre; r++) debuts[r] = (debuts[r] ?? 0) + (debuts[r - 1] ?? 0);
  const rangees = new Uint32Array(places.length);
  for (const i of places) {
    const rang = rangs[i] ?? 0;
    const place = debuts[rang] ?? 0;
    rangees[place] = i;
    debuts[rang] = place + 1;
  }
  return rangees;
}

function rangsDe<V extends string | number | null>(
  valeurs: readonly V[],
  ordre: (a: V, b: V) => number,
): Rangs {
  const distinctes = [...new Set(valeurs)].sort(ordre);
  const rang = new Map(distinctes.map((valeur, i) => [valeur, i]));
  const rangs = Uint32Array.from(valeurs, (valeur) => rang.get(valeur) ?? 0);
  return { rangs, nombre: distinctes.length, vide: rang.get(null as V) ?? distinctes.length };
}

const inverser = ({ rangs, nombre, vide }: Rangs): Rangs => ({
  rangs: rangs.map((rang) => (rang === vide ? vide : vide - 1 - rang)),
  nombre,
  vide,
});

/**
 * Prépare un tri total : les clés demandées, sinon la pertinence de la recherche, puis le code et
 * la zone. Les rangs d’une colonne ne sont calculés qu’une fois ; un tri est alors linéaire.
 */
export function creerTrieur(lignes: readonly LigneIndicateur[]): Trieur {
  const parLigne = lignes.map(({ code_obg }) => code_obg);
  const distincts = [...new Set(parLigne)].sort();
  const codes = rangsDe(parLigne, (a, b) => (a < b ? -1 : 1));
  const triees = lignes.every((l, i) => i === 0 || ordreDesLignes(lignes[i - 1] ?? l, l) <= 0);
  const ordre = new Uint32Array(lignes.length);
  if (!triees) {
    const naturel = lignes.map((ligne, i) => ({ ligne, i }));
    naturel.sort((a, b) => ordreDesLignes(a.ligne, b.ligne));
    for (const [rang, { i }] of naturel.entries()) ordre[i] = rang;
  }

  const gardes = new Map<string, Rangs>();
  const rangsDuTri = (cle: CleTri, descendant: boolean): Rangs => {
    const nom = `${cle}${descendant ? '-' : ''}`;
    const connus = gardes.get(nom);
    if (connus) return connus;
    const rangs = descendant
      ? inverser(rangsDuTri(cle, false))
      : rangsDe(
          lignes.map((ligne) => valeurDeTri(cle, ligne)),
          (a, b) => comparerValeurs(a, b, false),
        );
    gardes.set(nom, rangs);
    return rangs;
  };

  const parPertinence = (places: Uint32Array, trouves: readonly string[]): Uint32Array => {
    const pertinence = new Map(trouves.map((code, i) => [code, i]));
    const parCode = distincts.map((code) => pertinence.get(code) ?? 0);
    const rangs = codes.rangs.map((code) => parCode[code] ?? 0);
    return ranger(places, rangs, Math.max(1, trouves.length));
  };

  return (places, tri, trouves) => {
    let rangees = triees ? places : ranger(places, ordre, lignes.length);
    if (trouves && tri.length === 0) return parPertinence(rangees, trouves);
    for (const { cle, descendant } of tri.toReversed()) {
      const { rangs, nombre } = rangsDuTri(cle, descendant);
      rangees = ranger(rangees, rangs, nombre);
    }
    return rangees;
  };
}
