export interface LigneCsv {
  /** Numéro de la ligne du fichier où la rangée commence, à partir de 1. */
  readonly ligne: number;
  readonly cellules: readonly string[];
  /** Ce que le lecteur CSV n’a pas compris (guillemets mal fermés). */
  readonly faute?: string;
  /** D’un tableau croisé redressé, la place, à partir de 0, de la cellule qui compte. */
  readonly origine?: number;
}

/** Au-delà, ce n’est plus une cellule : un guillemet est resté ouvert. */
const MAX_RANGEE = 65_536;

interface Lue {
  /** Où commence la rangée suivante ; -1 : la fin de la rangée n’est pas encore arrivée. */
  readonly fin: number;
  readonly cellules: readonly string[];
  readonly sauts: number;
  readonly faute?: string;
}

const compter = (texte: string, saut: string): number => texte.split(saut).length - 1;

/**
 * Analyse un CSV (RFC 4180) reçu par morceaux, en temps linéaire et sans garder ce qui est rendu.
 * Une rangée aux guillemets fautifs est signalée, et la lecture reprend à la ligne suivante.
 */
export class AnalyseCsv {
  readonly #surLigne: (ligne: LigneCsv) => void;
  readonly #delimiteur: string;
  #reste = '';
  #ligne = 1;
  #debut = true;
  #saut = '\n';

  constructor(surLigne: (ligne: LigneCsv) => void, delimiteur = ',') {
    this.#surLigne = surLigne;
    this.#delimiteur = delimiteur;
  }

  ecrire(morceau: string): void {
    let texte = this.#reste + morceau;
    if (this.#debut && texte.length > 0) {
      if (texte.startsWith('\uFEFF')) texte = texte.slice(1);
      if (!texte.includes('\n') && /\r[^\n]/.test(texte)) this.#saut = '\r';
      this.#debut = false;
    }
    this.#analyser(texte, false);
  }

  finir(): void {
    const texte = this.#reste;
    this.#reste = '';
    this.#analyser(texte, true);
  }

  #analyser(texte: string, dernier: boolean): void {
    const saut = this.#saut;
    let place = 0;
    let guillemet = texte.indexOf('"');
    while (place < texte.length) {
      let fin = texte.indexOf(saut, place);
      if (fin < 0) fin = dernier ? texte.length : -1;
      if (guillemet >= 0 && guillemet < place) guillemet = texte.indexOf('"', place);
      if (fin < 0 && texte.length - place < MAX_RANGEE) break;
      if (fin < 0) fin = texte.length;
      if (guillemet < 0 || guillemet > fin) {
        this.#simple(texte.slice(place, fin));
        place = fin + 1;
        continue;
      }
      const lue = this.#citee(texte, place, dernier);
      if (lue.fin < 0) break;
      const { faute } = lue;
      if (faute === undefined) {
        this.#surLigne({ ligne: this.#ligne, cellules: lue.cellules });
        this.#ligne += lue.sauts + 1;
        place = lue.fin;
      } else {
        this.#surLigne({ ligne: this.#ligne, cellules: lue.cellules, faute });
        this.#ligne++;
        place = fin + 1;
      }
    }
    this.#reste = texte.slice(place);
  }

  #simple(brute: string): void {
    const ligne = this.#ligne++;
    const texte = this.#saut === '\n' && brute.endsWith('\r') ? brute.slice(0, -1) : brute;
    if (texte !== '') this.#surLigne({ ligne, cellules: texte.split(this.#delimiteur) });
  }

  #citee(texte: string, debut: number, dernier: boolean): Lue {
    const cellules: string[] = [];
    const trop = (place: number) => dernier || place - debut > MAX_RANGEE;
    let sauts = 0;
    let i = debut;
    for (;;) {
      let cellule = '';
      if (texte[i] === '"') {
        i++;
        for (;;) {
          const ferme = texte.indexOf('"', i);
          if (ferme < 0 || (ferme + 1 === texte.length && !dernier)) {
            return trop(texte.length)
              ? { fin: 0, cellules, sauts, faute: 'un guillemet n’est jamais fermé' }
              : { fin: -1, cellules, sauts };
          }
          cellule += texte.slice(i, ferme);
          i = ferme + 1;
          if (texte[i] !== '"') break;
          cellule += '"';
          i++;
        }
        sauts += compter(cellule, this.#saut);
        if (texte[i] === '\r' && texte[i + 1] === '\n') i++;
        const suite = texte[i];
        if (suite !== undefined && suite !== this.#delimiteur && suite !== this.#saut) {
          if (suite === '\r' && i + 1 === texte.length && !dernier) {
            return { fin: -1, cellules, sauts };
          }
          return { fin: 0, cellules, sauts, faute: `« ${suite} » suit un guillemet fermant` };
        }
      } else {
        const virgule = texte.indexOf(this.#delimiteur, i);
        const saut = texte.indexOf(this.#saut, i);
        const fins = [virgule, saut, texte.length].filter((place) => place >= 0);
        const fin = Math.min(...fins);
        if (fin === texte.length && !trop(fin)) return { fin: -1, cellules, sauts };
        cellule = texte.slice(i, fin);
        if (this.#saut === '\n' && fin === saut && cellule.endsWith('\r')) {
          cellule = cellule.slice(0, -1);
        }
        i = fin;
      }
      cellules.push(cellule);
      if (texte[i] !== this.#delimiteur) return { fin: i + 1, cellules, sauts };
      i++;
    }
  }
}
