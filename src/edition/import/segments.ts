const PAS = 18;
const TAILLE = 1 << PAS;
const MASQUE = TAILLE - 1;
const DEBUT = 64;

type Tableau = Int32Array | Uint32Array | Float64Array;

/** Une longue suite de nombres, par segments : elle grandit sans se recopier. */
export class Segments {
  readonly #creer: (taille: number) => Tableau;
  readonly #defaut: number;
  readonly #segments: (Tableau | undefined)[] = [];

  /** @param defaut ce que vaut un nombre que rien n’a posé : un segment qui n’a que lui n’est pas gardé */
  constructor(creer: (taille: number) => Tableau, defaut: number) {
    this.#creer = creer;
    this.#defaut = defaut;
  }

  lire(i: number): number {
    return this.#segments[i >>> PAS]?.[i & MASQUE] ?? this.#defaut;
  }

  poser(i: number, valeur: number): void {
    const [rang, place] = [i >>> PAS, i & MASQUE];
    let segment = this.#segments[rang];
    if (segment === undefined && valeur === this.#defaut) return;
    if (segment === undefined || place >= segment.length) {
      segment = this.#agrandir(segment, rang, place);
    }
    segment[place] = valeur;
  }

  /** Seul le premier segment commence petit : la plupart des tables y tiennent. */
  #agrandir(segment: Tableau | undefined, rang: number, place: number): Tableau {
    const voulue = rang === 0 ? Math.max(DEBUT, 2 ** Math.ceil(Math.log2(place + 1))) : TAILLE;
    const grand = this.#creer(voulue);
    if (this.#defaut !== 0) grand.fill(this.#defaut);
    if (segment) grand.set(segment);
    this.#segments[rang] = grand;
    return grand;
  }
}

export const entiers = (defaut: number): Segments =>
  new Segments((taille) => new Int32Array(taille), defaut);
export const naturels = (): Segments => new Segments((taille) => new Uint32Array(taille), 0);
export const decimaux = (defaut: number): Segments =>
  new Segments((taille) => new Float64Array(taille), defaut);

const utf8 = new TextEncoder();
const lecteur = new TextDecoder();
/** Plus court, un texte découpé n’en retient pas un autre en mémoire. */
const COURT = 12;

/** Des textes, chacun gardé une fois et désigné par son rang, à partir de 1 ; 0 : aucun. */
export class Lexique {
  readonly #rangs = new Map<string, number>();
  readonly #textes: string[] = [];

  get taille(): number {
    return this.#textes.length;
  }

  rangDe(texte: string): number {
    return this.#rangs.get(texte) ?? 0;
  }

  placer(texte: string): number {
    const connu = this.#rangs.get(texte);
    if (connu !== undefined) return connu;
    const seul = texte.length > COURT ? lecteur.decode(utf8.encode(texte)) : texte;
    const rang = this.#textes.push(seul);
    this.#rangs.set(seul, rang);
    return rang;
  }

  texte(rang: number): string | null {
    return this.#textes[rang - 1] ?? null;
  }

  /** La place de chaque rang dans l’ordre des textes ; celle de 0 est la première. */
  ordre(): Uint32Array {
    const tries = this.#textes
      .map((texte, i) => ({ texte, rang: i + 1 }))
      .sort((a, b) => (a.texte < b.texte ? -1 : 1));
    const places = new Uint32Array(this.#textes.length + 1);
    for (const [i, { rang }] of tries.entries()) places[rang] = i + 1;
    return places;
  }
}
