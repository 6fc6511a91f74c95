import type { Colonne, Table } from '../../domain/tables/schema.ts';
import type { Rangee, Valeur } from '../base.ts';
import { decimaux, entiers, Lexique, naturels, type Segments } from './segments.ts';

/** Des rangées à parcourir, dont on sait le nombre. */
export interface Suite extends Iterable<Rangee> {
  readonly length: number;
}

const VIDE = -0x80000000;

/** Une colonne, en nombres : un texte répété dix millions de fois n’y est qu’une. */
interface Rayon {
  readonly nom: string;
  /** Le nombre qui tient lieu d’une valeur ; `null` : elle n’y est pas, ni aucune qui l’égale. */
  chercher(valeur: Valeur): number | null;
  poser(i: number, valeur: Valeur): void;
  nombre(i: number): number;
  lire(i: number): Valeur;
  /** Une place par nombre, pour trier. */
  ordre(): (nombre: number) => number;
}

function rayonDeTextes(nom: string): Rayon {
  const [nombres, lexique] = [naturels(), new Lexique()];
  return {
    nom,
    chercher: (valeur) => (valeur === null ? 0 : lexique.rangDe(String(valeur)) || null),
    poser: (i, valeur) => nombres.poser(i, valeur === null ? 0 : lexique.placer(String(valeur))),
    nombre: (i) => nombres.lire(i),
    lire: (i) => lexique.texte(nombres.lire(i)),
    ordre: () => {
      const places = lexique.ordre();
      return (nombre) => places[nombre] ?? 0;
    },
  };
}

function rayonDeNombres(nom: string, { type }: Colonne): Rayon {
  const nombres: Segments = type === 'decimal' ? decimaux(VIDE) : entiers(VIDE);
  const booleen = type === 'booleen';
  const enNombre = (valeur: Valeur): number => (valeur === null ? VIDE : Number(valeur));
  return {
    nom,
    chercher: enNombre,
    poser: (i, valeur) => nombres.poser(i, enNombre(valeur)),
    nombre: (i) => nombres.lire(i),
    lire: (i) => {
      const nombre = nombres.lire(i);
      if (nombre === VIDE) return null;
      return booleen ? nombre === 1 : nombre;
    },
    ordre: () => (nombre) => nombre,
  };
}

/**
 * Les rangées d’une table, par colonnes : dix millions d’inscriptions y tiennent en 350 Mo, quand des
 * objets en demanderaient plusieurs milliards d’octets.
 */
export class Rangees implements Suite {
  readonly table: Table;
  readonly #rayons: readonly Rayon[];
  readonly #cle: readonly Rayon[];
  readonly #remplies = new Set<string>();
  #index = new Int32Array(1 << 6);
  length = 0;

  constructor(table: Table) {
    this.table = table;
    this.#rayons = Object.entries(table.colonnes).map(([nom, colonne]) =>
      colonne.type === 'texte' ? rayonDeTextes(nom) : rayonDeNombres(nom, colonne),
    );
    this.#cle = table.cle.flatMap((nom) => this.#rayons.filter((rayon) => rayon.nom === nom));
  }

  *[Symbol.iterator](): Generator<Rangee> {
    for (let i = 0; i < this.length; i++) yield this.lire(i);
  }

  map<T>(faire: (rangee: Rangee) => T): T[] {
    return Array.from(this, faire);
  }

  /** Les premières entrées, sans celles ajoutées depuis. */
  premieres(n: number): Suite {
    const [toutes, length] = [this, Math.min(n, this.length)];
    return {
      length,
      *[Symbol.iterator]() {
        for (let i = 0; i < length; i++) yield toutes.lire(i);
      },
    };
  }

  lire(i: number): Rangee {
    const rangee: Rangee = {};
    for (const rayon of this.#rayons) rangee[rayon.nom] = rayon.lire(i);
    return rangee;
  }

  /** Une colonne a une valeur au moins. */
  estRemplie(nom: string): boolean {
    return this.#remplies.has(nom);
  }

  remplacer(i: number, rangee: Rangee): void {
    for (const rayon of this.#rayons) {
      const valeur = rangee[rayon.nom] ?? null;
      if (valeur !== null) this.#remplies.add(rayon.nom);
      rayon.poser(i, valeur);
    }
  }

  /** @returns le rang de la rangée de même clé ; -1 : aucune */
  trouver(rangee: Rangee): number {
    const cles: number[] = [];
    for (const rayon of this.#cle) {
      const nombre = rayon.chercher(rangee[rayon.nom] ?? null);
      if (nombre === null) return -1;
      cles.push(nombre);
    }
    return (this.#index[this.#caseDe(cles)] ?? 0) - 1;
  }

  /** Ajoute une rangée dont la clé n’y est pas ; rend son rang. */
  ajouter(rangee: Rangee): number {
    const i = this.length++;
    this.remplacer(i, rangee);
    if (this.length * 4 > this.#index.length * 3) this.#agrandir();
    else this.#index[this.#caseDe(this.#clesDe(i))] = i + 1;
    return i;
  }

  /** Les rangées dans l’ordre de leur clé, un vide d’abord. */
  *triees(): Generator<Rangee> {
    let ordre = new Uint32Array(this.length).map((_, i) => i);
    for (const rayon of this.#cle.toReversed()) ordre = this.#ranger(ordre, rayon);
    for (const i of ordre) yield this.lire(i);
  }

  /** Un tri par dénombrement : stable, et linéaire sur des colonnes qui se répètent. */
  #ranger(ordre: Uint32Array<ArrayBuffer>, rayon: Rayon): Uint32Array<ArrayBuffer> {
    const placer = rayon.ordre();
    const comptes = new Map<number, number>();
    for (const i of ordre) {
      const place = placer(rayon.nombre(i));
      comptes.set(place, (comptes.get(place) ?? 0) + 1);
    }
    let debut = 0;
    for (const place of [...comptes.keys()].sort((a, b) => a - b)) {
      const n = comptes.get(place) ?? 0;
      comptes.set(place, debut);
      debut += n;
    }
    const range = new Uint32Array(ordre.length);
    for (const i of ordre) {
      const place = placer(rayon.nombre(i));
      const ou = comptes.get(place) ?? 0;
      range[ou] = i;
      comptes.set(place, ou + 1);
    }
    return range;
  }

  #clesDe(i: number): number[] {
    return this.#cle.map((rayon) => rayon.nombre(i));
  }

  /** La case de l’index où est cette clé, ou celle, libre, où elle irait. */
  #caseDe(cles: readonly number[]): number {
    const masque = this.#index.length - 1;
    let h = 0x811c9dc5;
    for (const nombre of cles) {
      h = Math.imul(h ^ nombre, 0x9e3779b1);
      h ^= h >>> 15;
    }
    for (let place = h & masque; ; place = (place + 1) & masque) {
      const i = (this.#index[place] ?? 0) - 1;
      if (i < 0) return place;
      let j = 0;
      while (j < cles.length && this.#cle[j]?.nombre(i) === cles[j]) j++;
      if (j === cles.length) return place;
    }
  }

  #agrandir(): void {
    this.#index = new Int32Array(this.#index.length * 2);
    for (let i = 0; i < this.length; i++) this.#index[this.#caseDe(this.#clesDe(i))] = i + 1;
  }
}
