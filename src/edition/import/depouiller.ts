import { CelluleAbimee } from '../../domain/fichier-recu.ts';
import { plat } from '../../domain/recherche/texte.ts';
import type { Rejet } from '../../domain/tables/edition.ts';
import type { Rangee } from '../base.ts';
import { ErreurDUsage } from '../probleme.ts';
import type { LigneCsv } from '../read/analyse.ts';
import { direAnnexe, type Etendue, sansValeur } from './annexes.ts';
import type { FeuilleChoisie } from './choisir.ts';
import { reconnaitre } from './colonnes.ts';
import { denombrer, estPerte, type Perdue } from './compte.ts';
import { demanderDoublon, distinctes, placesAdditionnees } from './doublons.ts';
import { Ecartees } from './ecartees.ts';
import type { Entrees, Restes } from './entrees.ts';
import type { Lue, Portee, Refus } from './genre.ts';
import { jugerLigne, type Lecteur } from './juger.ts';
import { trieur } from './tri.ts';
import { ajouterEffectifs, etendueDe } from './tus.ts';

/** Les corrections que l’on garde une à une ; les autres sont comptées. */
const CORRECTIONS = 10_000;

function situerSansTomber(
  situer: NonNullable<Lecteur['situer']>,
  cellule: (nom: string) => string,
): Portee {
  try {
    return situer({ ligne: 0, cellule });
  } catch (cause) {
    if (!(cause instanceof CelluleAbimee)) throw cause;
    return { zones: null, annee: null };
  }
}

/** Lit les lignes d’une table une à une, et compte ce qu’elles deviennent. */
export class Depouillement {
  readonly #lecteur: Lecteur;
  readonly #fichier: string;
  readonly #entrees: Entrees;
  readonly #choisie: FeuilleChoisie;
  readonly #tri: (ligne: number, cellules: readonly string[]) => Refus | null;
  readonly #additionnees: readonly number[];
  readonly #suppositions = new Map<string, number>();
  readonly #ecartees: Ecartees;
  readonly #perdues = new Map<string, Perdue>();
  readonly #corrections: string[] = [];
  #corrigees = 0;
  readonly #fixes: readonly number[];
  entrees = 0;
  reunies = 0;
  recues = 0;
  #origine: number | undefined;
  #depuis: Etendue = [0, 0];
  #debut: Etendue = [0, 0];

  constructor(lecteur: Lecteur, fichier: string, entrees: Entrees, choisie: FeuilleChoisie) {
    const { reponses } = choisie;
    this.#lecteur = lecteur;
    this.#fichier = fichier;
    this.#entrees = entrees;
    this.#choisie = choisie;
    this.#additionnees = placesAdditionnees(choisie.entete, reponses);
    const lues = new Set(choisie.entete.places.values());
    this.#fixes = choisie.entete.cellules.flatMap((_, place) =>
      lues.has(place) || this.#additionnees.includes(place) ? [] : [place],
    );
    this.#ecartees = new Ecartees(lecteur.genre.nom, fichier, choisie.entete.cellules);
    this.#tri = trieur(choisie, lecteur.genre, fichier);
  }

  get rejets(): readonly Rejet[] {
    return this.#ecartees.rejets;
  }

  lire({ ligne, cellules, faute, origine }: LigneCsv): void {
    this.#origine = origine;
    if (faute === undefined && sansValeur(cellules)) return;
    this.recues++;
    if (faute !== undefined) {
      this.#ecarter(ligne, { code: 'GUILLEMETS', valeur: cellules[0] ?? '', raison: `${faute}.` });
      return;
    }
    const refus = this.#tri(ligne, cellules);
    if (refus) {
      this.#ecarter(ligne, refus, refus.code === 'LARGEUR' ? [] : cellules);
      return;
    }
    const jugee = jugerLigne(this.#lecteur, { ligne, cellule: this.#cellule(cellules) });
    if (!jugee.refus) {
      this.#entrer(ligne, jugee, cellules);
      return;
    }
    const annexe =
      this.#annexe(cellules) ?? this.#sousTitre(cellules) ?? this.#enTeteRepete(ligne, cellules);
    if (annexe?.code.startsWith('TOTAL')) this.#depuis = [0, 0];
    const place = this.#choisie.entete.places.get(jugee.colonne ?? '');
    this.#ecarter(ligne, annexe ?? { ...jugee.refus, place }, cellules);
  }

  #cellule(cellules: readonly string[]): (nom: string) => string {
    const { places } = this.#choisie.entete;
    return (nom) => cellules[places.get(nom) ?? -1] ?? '';
  }

  /** Ce qui suit l’en-tête et le précise : « PE » et « ALT » sous « Élèves », une unité, une année. */
  #sousTitre(cellules: readonly string[]): Refus | null {
    const { genre } = this.#lecteur;
    const { cellules: titres, places } = this.#choisie.entete;
    if (genre.table.somme === undefined || this.entrees + this.reunies > 0) return null;
    const precise = (genre.cles ?? genre.table.cle).every((nom) => {
      const place = places.get(nom) ?? -1;
      const texte = plat(cellules[place] ?? '');
      return texte === '' || texte === plat(titres[place] ?? '');
    });
    const compte = this.#cellule(cellules)(genre.table.somme);
    if (!precise || /^\d+$/.test(compte.trim())) return null;
    return {
      code: 'NOTE',
      valeur: compte,
      raison: 'suite des en-têtes : ce n’est pas une donnée.',
    };
  }

  /** Les en-têtes répétés d’une page à l’autre ; dans un autre ordre, les lignes se liraient mal. */
  #enTeteRepete(ligne: number, cellules: readonly string[]): Refus | null {
    const { genre } = this.#lecteur;
    const [cle = ''] = genre.cles ?? genre.table.cle;
    if (/\d/.test(this.#cellule(cellules)(cle))) return null;
    const { entete } = this.#choisie;
    if (cellules.every((titre, i) => plat(titre) === plat(entete.cellules[i] ?? ''))) {
      return { code: 'NOTE', valeur: cellules[0] ?? '', raison: 'en-têtes répétés.' };
    }
    if (reconnaitre(cellules, genre.colonnes).manquantes.length > 0) return null;
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

  /** Où et quand la ligne manque ; de cellules décalées, rien ne se lit. */
  #situer(code: string, cellules: readonly string[]): void {
    const { situer } = this.#lecteur;
    if (!situer || !estPerte({ code })) return;
    const perdue = { ...situerSansTomber(situer, this.#cellule(cellules)), code };
    this.#perdues.set(JSON.stringify(perdue), perdue);
  }

  perdues(): Perdue[] {
    return [...this.#perdues.values()];
  }

  #ecarter(ligne: number, refus: Refus, cellules: readonly string[] = []): void {
    this.#situer(refus.code, cellules);
    this.#ecartees.ecarter(ligne, refus, this.#origine);
  }

  #entrer(
    ligne: number,
    lue: Extract<Lue, { rangee: unknown }>,
    cellules: readonly string[],
  ): void {
    const { table, reunir } = this.#lecteur.genre;
    const { rangees } = this.#entrees;
    const place = rangees.trouver(lue.rangee);
    const premiere = place < 0 ? null : rangees.lire(place);
    const reunie =
      premiere && (reunir?.(premiere, lue.rangee) ?? this.#somme(place, premiere, lue, cellules));
    if (premiere && !reunie) {
      this.#ecarter(ligne, this.#doublon(place, lue.rangee, cellules));
      return;
    }
    for (const texte of lue.corrections ?? []) this.#corriger(`ligne ${ligne} : ${texte}`);
    for (const texte of lue.suppositions ?? []) {
      this.#suppositions.set(texte, (this.#suppositions.get(texte) ?? 0) + 1);
    }
    if (table.somme !== undefined) {
      const [moins, plus] = etendueDe(lue.rangee, table.somme);
      this.#depuis = [this.#depuis[0] + moins, this.#depuis[1] + plus];
      this.#debut = [this.#debut[0] + moins, this.#debut[1] + plus];
    }
    for (const autre of lue.autres ?? []) this.#joindre(ligne, autre, cellules);
    if (reunie) {
      rangees.remplacer(place, reunie);
      this.reunies++;
      return;
    }
    this.#joindre(ligne, lue.rangee, cellules);
    this.entrees++;
  }

  #joindre(ligne: number, rangee: Rangee, cellules: readonly string[]): void {
    const { reunir } = this.#lecteur.genre;
    const { rangees } = this.#entrees;
    const place = rangees.trouver(rangee);
    if (place < 0) this.#entrees.ajouter(rangee, ligne, this.#fichier, this.#restes(cellules));
    else rangees.remplacer(place, reunir?.(rangees.lire(place), rangee) ?? rangees.lire(place));
  }

  #corriger(texte: string): void {
    if (++this.#corrigees <= CORRECTIONS) this.#corrections.push(texte);
  }

  /** Ce qu’une ligne a d’autre que ce qui se lit, quand une clé en double peut en dépendre. */
  #restes(cellules: readonly string[]): Restes | null {
    if (this.#lecteur.genre.table.somme === undefined) return null;
    if (this.#fixes.length + this.#additionnees.length === 0) return null;
    const lire = (place: number): string => (cellules[place] ?? '').trim();
    return { fixes: this.#fixes.map(lire), additionnees: this.#additionnees.map(lire) };
  }

  /** La somme d’une entrée et d’une ligne que seules distinguent des colonnes à additionner. */
  #somme(
    place: number,
    premiere: Rangee,
    { rangee }: Extract<Lue, { rangee: unknown }>,
    cellules: readonly string[],
  ): Rangee | null {
    const { somme } = this.#lecteur.genre.table;
    const restes = this.#restes(cellules);
    if (somme === undefined || restes === null) return null;
    if (this.#entrees.fichier(place) !== this.#fichier) return null;
    if (!this.#entrees.additionner(place, restes)) return null;
    return ajouterEffectifs(somme, premiere, rangee);
  }

  #doublon(place: number, rangee: Rangee, cellules: readonly string[]): Refus {
    const { table } = this.#lecteur.genre;
    const cle = table.cle.map((nom) => rangee[nom]).join('/');
    const fichier = this.#entrees.fichier(place);
    const ici = fichier === this.#fichier;
    const deja = `déjà à la ligne ${this.#entrees.ligne(place)}${ici ? '' : ` de ${fichier}`}.`;
    const fixes = ici && table.somme !== undefined ? this.#entrees.fixes(place) : null;
    const une: string[] = [];
    for (const [i, ou] of this.#fixes.entries()) une[ou] = fixes?.[i] ?? '';
    const colonnes = fixes ? distinctes(this.#choisie.entete, une, cellules) : [];
    const seules = colonnes.filter(({ place: ou }) => !this.#additionnees.includes(ou));
    if (seules.length === 0) {
      return { code: 'DOUBLON', valeur: cle, raison: `${deja} Gardez une seule des deux.` };
    }
    const question = demanderDoublon(seules, une, cellules);
    return { code: 'DOUBLON', valeur: cle, raison: deja, question };
  }

  corrections(): string[] {
    const reste = this.#corrigees - this.#corrections.length;
    return reste > 0 ? [...this.#corrections, `… et ${reste} autres`] : this.#corrections;
  }

  suppositions(): string[] {
    return [...this.#suppositions].map(([texte, n]) => `${texte} (${denombrer(n, 'ligne')}).`);
  }

  questions(): string[] {
    return this.#ecartees.questions();
  }

  /** @throws ErreurDUsage si le tableur a abîmé presque toute une colonne */
  exigerColonnes(): void {
    this.#ecartees.exigerColonnes(this.entrees + this.reunies);
  }
}
