import type { Table } from '../../domain/tables/schema.ts';
import type { Rangee } from '../base.ts';
import { Rangees } from './rangees.ts';
import { Lexique, naturels } from './segments.ts';

/** Au-delà, ce que les lignes ont de propre ne se garde plus : de quoi les distinguer se perd. */
const SORTES = 300_000;
const BITS = 31;
const SEPARATEUR = '\u0000';

/** D’une ligne reçue, ses cellules que rien ne lit : celles qui s’additionnent, et les autres. */
export interface Restes {
  readonly fixes: readonly string[];
  readonly additionnees: readonly string[];
}

/** Les rangées entrées, la ligne et le fichier de chacune, et ce que sa ligne avait d’autre. */
export class Entrees {
  readonly rangees: Rangees;
  readonly #lignes = naturels();
  readonly #fichiers = naturels();
  readonly #fixes = naturels();
  readonly #vues = naturels();
  readonly #autresVues = new Map<number, Set<number>>();
  readonly #noms = new Lexique();
  readonly #sortes = new Lexique();
  readonly #additions = new Lexique();

  constructor(table: Table) {
    this.rangees = new Rangees(table);
  }

  ajouter(rangee: Rangee, ligne: number, fichier: string, restes: Restes | null): void {
    const i = this.rangees.ajouter(rangee);
    this.#lignes.poser(i, ligne);
    this.#fichiers.poser(i, this.#noms.placer(fichier) - 1);
    if (restes === null) return;
    this.#fixes.poser(i, this.#sorte(restes.fixes));
    if (restes.additionnees.length > 0) this.#voir(i, restes.additionnees);
  }

  ligne(i: number): number {
    return this.#lignes.lire(i);
  }

  fichier(i: number): string {
    return this.#noms.texte(this.#fichiers.lire(i) + 1) ?? '';
  }

  /** Les cellules non lues de la première ligne d’une rangée ; `null` : elles ne sont pas gardées. */
  fixes(i: number): readonly string[] | null {
    return this.#sortes.texte(this.#fixes.lire(i))?.split(SEPARATEUR) ?? null;
  }

  /**
   * Une ligne de même clé peut s’additionner : rien d’autre ne la distingue que ce qui s’additionne,
   * et cela n’a pas encore été vu. Elle l’est alors.
   */
  additionner(i: number, { fixes, additionnees }: Restes): boolean {
    const sorte = this.#fixes.lire(i);
    if (additionnees.length === 0 || sorte === 0 || this.#sorte(fixes) !== sorte) return false;
    return this.#voir(i, additionnees);
  }

  /** Les portées que dit chaque fichier. */
  portees(dire: (rangee: Rangee) => string): Map<string, Set<string>> {
    const lues = new Map<string, Set<string>>();
    for (let i = 0; i < this.rangees.length; i++) {
      const fichier = this.fichier(i);
      const siennes = lues.get(fichier) ?? new Set();
      siennes.add(dire(this.rangees.lire(i)));
      lues.set(fichier, siennes);
    }
    return lues;
  }

  #sorte(cellules: readonly string[]): number {
    const texte = cellules.join(SEPARATEUR);
    return this.#sortes.taille < SORTES ? this.#sortes.placer(texte) : this.#sortes.rangDe(texte);
  }

  /** @returns faux si elle l’avait déjà été */
  #voir(i: number, additionnees: readonly string[]): boolean {
    const rang = this.#additions.placer(additionnees.join(SEPARATEUR)) - 1;
    if (rang < BITS) {
      const vues = this.#vues.lire(i);
      if (vues & (1 << rang)) return false;
      this.#vues.poser(i, vues | (1 << rang));
      return true;
    }
    const autres = this.#autresVues.get(i) ?? new Set();
    if (autres.has(rang)) return false;
    this.#autresVues.set(i, autres.add(rang));
    return true;
  }
}
