import { plat } from '../../domain/recherche/texte.ts';
import type { Rejet } from '../../domain/tables/edition.ts';
import type { Rangee } from '../base.ts';
import { ErreurDUsage } from '../probleme.ts';
import type { LigneCsv } from '../read/analyse.ts';
import { direAnnexe, type Etendue, sansValeur } from './annexes.ts';
import type { FeuilleChoisie } from './choisir.ts';
import { abreger, citer } from './citer.ts';
import { reconnaitre } from './colonnes.ts';
import { demanderDoublon, distinctes, placesAdditionnees } from './doublons.ts';
import type { Lue, Refus } from './genre.ts';
import { jugerLigne, type Lecteur } from './juger.ts';
import type { ReponsesDImport } from './reponses.ts';
import { trieur } from './tri.ts';
import { ajouterEffectifs, etendueDe } from './tus.ts';

export interface Entree {
  rangee: Rangee;
  readonly ligne: number;
  readonly fichier: string;
  /** Les lignes reçues qui la font, une par ligne additionnée. */
  readonly recues: (readonly string[])[];
}

const enLignes = (n: number): string => `${n} ligne${n > 1 ? 's' : ''}`;

/** Lit les lignes d’une table une à une, et compte ce qu’elles deviennent. */
export class Depouillement {
  readonly #lecteur: Lecteur;
  readonly #fichier: string;
  readonly #entrees: Map<string, Entree>;
  readonly #choisie: FeuilleChoisie;
  readonly #tri: (ligne: number, cellules: readonly string[]) => Refus | null;
  readonly #additionnees: readonly number[];
  readonly #suppositions = new Map<string, number>();
  readonly #questions = new Map<string, { texte: string; ligne: number; n: number }>();
  readonly rejets: Rejet[] = [];
  readonly corrections: string[] = [];
  entrees = 0;
  reunies = 0;
  recues = 0;
  #depuis: Etendue = [0, 0];
  #debut: Etendue = [0, 0];

  constructor(
    lecteur: Lecteur,
    fichier: string,
    entrees: Map<string, Entree>,
    choisie: FeuilleChoisie,
    reponses: ReponsesDImport,
  ) {
    this.#lecteur = lecteur;
    this.#fichier = fichier;
    this.#entrees = entrees;
    this.#choisie = choisie;
    this.#additionnees = placesAdditionnees(choisie.entete, reponses);
    this.#tri = trieur(choisie, lecteur.genre, reponses, fichier);
  }

  lire({ ligne, cellules, faute }: LigneCsv): void {
    if (faute === undefined && sansValeur(cellules)) return;
    this.recues++;
    if (faute !== undefined) {
      this.#ecarter(ligne, { code: 'GUILLEMETS', valeur: cellules[0] ?? '', raison: `${faute}.` });
      return;
    }
    const refus = this.#tri(ligne, cellules);
    if (refus) {
      this.#ecarter(ligne, refus);
      return;
    }
    const jugee = jugerLigne(this.#lecteur, { ligne, cellule: this.#cellule(cellules) });
    if (!jugee.refus) {
      this.#entrer(ligne, jugee, cellules);
      return;
    }
    const annexe = this.#annexe(cellules) ?? this.#enTeteRepete(ligne, cellules);
    if (annexe?.code.startsWith('TOTAL')) this.#depuis = [0, 0];
    this.#ecarter(ligne, annexe ?? jugee.refus);
  }

  #cellule(cellules: readonly string[]): (nom: string) => string {
    const { places } = this.#choisie.entete;
    return (nom) => cellules[places.get(nom) ?? -1] ?? '';
  }

  /** Les en-têtes répétés d’une page à l’autre ; dans un autre ordre, les lignes se liraient mal. */
  #enTeteRepete(ligne: number, cellules: readonly string[]): Refus | null {
    const { genre } = this.#lecteur;
    const [cle = ''] = genre.cles ?? genre.table.cle;
    if (/\d/.test(this.#cellule(cellules)(cle))) return null;
    const { entete } = this.#choisie;
    const autre = reconnaitre(cellules, genre.colonnes);
    if (autre.manquantes.length > 0) return null;
    if (cellules.every((titre, i) => plat(titre) === plat(entete.cellules[i] ?? ''))) {
      return { code: 'NOTE', valeur: cellules[0] ?? '', raison: 'en-têtes répétés.' };
    }
    throw new ErreurDUsage(
      `${this.#fichier} : un second tableau commence à la ligne ${ligne}, avec d’autres en-têtes. ` +
        'Donnez chaque tableau dans son fichier.',
    );
  }

  #annexe(cellules: readonly string[]): Refus | null {
    const { places } = this.#choisie.entete;
    const { table, cles = table.cle, libre = '' } = this.#lecteur.genre;
    const cellule = this.#cellule(cellules);
    const annexe = {
      cellules,
      cles: cles.map(cellule),
      libre: places.get(libre) ?? -1,
      largeur: places.size,
    };
    const annonce = table.somme === undefined ? null : cellule(table.somme);
    return direAnnexe(annexe, annonce, { depuis: this.#depuis, debut: this.#debut });
  }

  #ecarter(ligne: number, { code, valeur, raison, question }: Refus): void {
    if (question !== undefined) {
      const posee = this.#questions.get(code);
      if (posee) posee.n++;
      else this.#questions.set(code, { texte: question, ligne, n: 1 });
    }
    this.rejets.push({
      genre: this.#lecteur.genre.nom,
      fichier: this.#fichier,
      ligne,
      code,
      valeur: citer(valeur) || '(vide)',
      raison: abreger(raison, 500),
    });
  }

  #entrer(
    ligne: number,
    lue: Extract<Lue, { rangee: unknown }>,
    cellules: readonly string[],
  ): void {
    const { table, reunir } = this.#lecteur.genre;
    const cle = table.cle.map((nom) => lue.rangee[nom]).join('/');
    const premiere = this.#entrees.get(cle);
    const reunie =
      premiere && (reunir?.(premiere.rangee, lue.rangee) ?? this.#somme(premiere, lue, cellules));
    if (premiere && !reunie) {
      this.#ecarter(ligne, this.#doublon(cle, premiere, cellules));
      return;
    }
    for (const texte of lue.corrections ?? []) this.corrections.push(`ligne ${ligne} : ${texte}`);
    for (const texte of lue.suppositions ?? []) {
      this.#suppositions.set(texte, (this.#suppositions.get(texte) ?? 0) + 1);
    }
    if (table.somme !== undefined) {
      const [moins, plus] = etendueDe(lue.rangee, table.somme);
      this.#depuis = [this.#depuis[0] + moins, this.#depuis[1] + plus];
      this.#debut = [this.#debut[0] + moins, this.#debut[1] + plus];
    }
    for (const autre of lue.autres ?? []) this.#joindre(ligne, autre, cellules);
    if (premiere && reunie) {
      premiere.rangee = reunie;
      premiere.recues.push(cellules);
      this.reunies++;
      return;
    }
    this.#joindre(ligne, lue.rangee, cellules);
    this.entrees++;
  }

  #joindre(ligne: number, rangee: Rangee, cellules: readonly string[]): void {
    const { table, reunir } = this.#lecteur.genre;
    const cle = table.cle.map((nom) => rangee[nom]).join('/');
    const premiere = this.#entrees.get(cle);
    if (premiere) premiere.rangee = reunir?.(premiere.rangee, rangee) ?? premiere.rangee;
    else this.#entrees.set(cle, { rangee, ligne, fichier: this.#fichier, recues: [cellules] });
  }

  /** La somme d’une entrée et d’une ligne que seules distinguent des colonnes à additionner. */
  #somme(
    premiere: Entree,
    { rangee }: Extract<Lue, { rangee: unknown }>,
    cellules: readonly string[],
  ): Rangee | null {
    const { somme } = this.#lecteur.genre.table;
    if (somme === undefined || premiere.fichier !== this.#fichier) return null;
    const admise = premiere.recues.every((recue) => {
      const places = distinctes(this.#choisie.entete, recue, cellules).map(({ place }) => place);
      return places.length > 0 && places.every((place) => this.#additionnees.includes(place));
    });
    if (!admise) return null;
    return ajouterEffectifs(somme, premiere.rangee, rangee);
  }

  #doublon(cle: string, premiere: Entree, cellules: readonly string[]): Refus {
    const ici = premiere.fichier === this.#fichier;
    const ou = ici ? '' : ` de ${premiere.fichier}`;
    const deja = `déjà à la ligne ${premiere.ligne}${ou}.`;
    const [une = []] = premiere.recues;
    const comptee = this.#lecteur.genre.table.somme !== undefined;
    const colonnes = ici && comptee ? distinctes(this.#choisie.entete, une, cellules) : [];
    const seules = colonnes.filter(({ place }) => !this.#additionnees.includes(place));
    if (seules.length === 0) {
      return { code: 'DOUBLON', valeur: cle, raison: `${deja} Gardez une seule des deux.` };
    }
    const question = demanderDoublon(seules, une, cellules);
    return { code: 'DOUBLON', valeur: cle, raison: deja, question };
  }

  suppositions(): string[] {
    return [...this.#suppositions].map(([texte, n]) => `${texte} (${enLignes(n)}).`);
  }

  questions(): string[] {
    return [...this.#questions.values()].map(
      ({ texte, ligne, n }) =>
        `${this.#fichier}, ligne ${ligne} : ${texte}${n > 1 ? ` ; ${enLignes(n)} sont dans ce cas` : ''}.`,
    );
  }
}
