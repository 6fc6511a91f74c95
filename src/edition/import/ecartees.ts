import { lettreDeColonne } from '../../domain/fichier-recu.ts';
import type { Rejet } from '../../domain/tables/edition.ts';
import { ErreurDUsage } from '../probleme.ts';
import { enChiffres } from '../read/bornes.ts';
import { abreger, citer } from './citer.ts';
import { denombrer, enEndroit, raisonsDe, refusees } from './compte.ts';
import type { Refus } from './genre.ts';

/** Plus de lignes refusées que cela, et ce n’est pas le bon fichier : la lecture s’arrête. */
const REFUSEES = 200_000;

/** Les lignes d’un fichier qui n’entrent pas : où, pourquoi, et les questions qu’elles posent. */
export class Ecartees {
  readonly rejets: Rejet[] = [];
  readonly #genre: string;
  readonly #fichier: string;
  readonly #titres: readonly string[];
  readonly #questions = new Map<string, { texte: string; ou: string; n: number }>();
  /** Par colonne, les lignes que le tableur a abîmées (une date, une formule sans valeur). */
  readonly #abimees = new Map<string, number>();

  constructor(genre: string, fichier: string, titres: readonly string[]) {
    this.#genre = genre;
    this.#fichier = fichier;
    this.#titres = titres;
  }

  /**
   * @param origine d’un tableau croisé redressé, la place de la cellule dans le fichier
   * @throws ErreurDUsage s’il y en a trop
   */
  ecarter(ligne: number, { code, valeur, raison, question, place }: Refus, origine?: number): void {
    const colonne = this.#colonne(place, origine);
    if (code === 'EXCEL' && colonne !== null) {
      this.#abimees.set(colonne, (this.#abimees.get(colonne) ?? 0) + 1);
    }
    if (question !== undefined) {
      const posee = this.#questions.get(code);
      if (posee) posee.n++;
      else this.#questions.set(code, { texte: question, ou: enEndroit({ ligne, colonne }), n: 1 });
    }
    if (this.rejets.length >= REFUSEES) this.#arreter(ligne);
    this.rejets.push({
      genre: this.#genre,
      fichier: this.#fichier,
      ligne,
      code,
      valeur: citer(valeur) || '(vide)',
      raison: abreger(raison, 500),
      colonne,
    });
  }

  questions(): string[] {
    return [...this.#questions.values()].map(
      ({ texte, ou, n }) =>
        `${this.#fichier}, ${ou} : ${texte}${n > 1 ? ` ; ${denombrer(n, 'ligne')} sont dans ce cas` : ''}.`,
    );
  }

  /**
   * Une colonne que le tableur a presque toute abîmée se répare là, une fois, et non ligne à ligne.
   * @param entrees les lignes qui sont entrées
   * @throws ErreurDUsage
   */
  exigerColonnes(entrees: number): void {
    const donnees = entrees + refusees(this).length;
    for (const [colonne, n] of this.#abimees) {
      if (n < 2 || 2 * n <= donnees) continue;
      const premier = this.rejets.find((r) => r.code === 'EXCEL' && r.colonne === colonne);
      throw new ErreurDUsage(
        `${this.#fichier} : ${denombrer(n, 'ligne')} sur ${donnees} sans valeur sûre dans la colonne ${colonne}, ` +
          `par exemple ligne ${premier?.ligne} : ${premier?.raison} Rien n’y est lu zéro.`,
      );
    }
  }

  /** La colonne telle qu’un tableur la montre : sa lettre, et son titre ; `null` : la ligne entière. */
  #colonne(place = -1, origine?: number): string | null {
    if (place < 0) return null;
    const redressee = origine !== undefined && place >= this.#titres.length - 2;
    const titre = citer(this.#titres[redressee ? origine : place] ?? '');
    return [lettreDeColonne(redressee ? origine : place), ...(titre ? [`« ${titre} »`] : [])].join(
      ' ',
    );
  }

  #arreter(ligne: number): never {
    const [frequente] = raisonsDe(this);
    const quoi = frequente
      ? ` [${frequente.code}], ${enEndroit(frequente.exemple)} : ${frequente.exemple.raison}`
      : ' le fichier.';
    throw new ErreurDUsage(
      `${this.#fichier} : plus de ${enChiffres(REFUSEES)} lignes refusées, la lecture s’arrête à la ligne ${enChiffres(ligne)}. ` +
        `Corrigez d’abord${quoi}`,
    );
  }
}
