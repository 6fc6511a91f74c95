import { cheminCsv, type TableSource, type TypeColonne } from '../../domain/tables/schema.ts';
import type { Base, Valeur, Versement } from '../base.ts';
import type { Probleme } from '../probleme.ts';
import type { LigneCsv } from './analyse.ts';
import { type Lecture, lecteurDe } from './cellule.ts';
import { lireCsv } from './csv.ts';
import type { Depot } from './depot.ts';
import { verifierEntete } from './entete.ts';
import { OrdreDesCles } from './ordre.ts';
import { Recueil } from './recueil.ts';

export interface TableLue {
  readonly problemes: readonly Probleme[];
  readonly lignes: number;
  /** Les rangées arrivent dans l’ordre strict de leur clé : aucune n’est en double. */
  readonly enOrdre: boolean;
  /** Les cellules des rangées fautives, non chargées : ce qui s’y réfère n’a rien d’autre à dire. */
  readonly ecartees: ReadonlySet<string>;
  /** Le fichier ou son en-tête est fautif : rien n’en est chargé. */
  readonly illisible: boolean;
}

const ECARTEES_GARDEES = 100_000;

/** Les rangées à charger ; les autres sont lues et contrôlées sans être gardées. */
type Garder = (valeurs: readonly Valeur[], ligne: number) => boolean;

type Faute = Pick<Probleme, 'code' | 'message' | 'ligne' | 'colonne' | 'valeur'>;

interface ColonneLue {
  readonly nom: string;
  readonly type: TypeColonne;
  readonly lire: (texte: string) => Lecture;
}

/** Charge une table ligne à ligne : l’en-tête d’abord, puis les rangées saines. */
class Chargement {
  readonly #table: TableSource;
  readonly #fichier: string;
  readonly #garder: Garder;
  readonly #colonnes: readonly ColonneLue[];
  readonly #ordre: OrdreDesCles;
  /** Une rangée, et son numéro de ligne à la fin. */
  readonly #valeurs: Valeur[];
  readonly #recueil = new Recueil();
  readonly #ecartees = new Set<string>();
  #versement: Versement | undefined;
  #largeur = -1;
  #places: readonly number[] = [];
  #lisible = true;
  #lignes = 0;

  constructor(table: TableSource, fichier: string, garder: Garder) {
    this.#table = table;
    this.#fichier = fichier;
    this.#garder = garder;
    this.#colonnes = Object.entries(table.colonnes).map(([nom, colonne]) => ({
      nom,
      type: colonne.type,
      lire: lecteurDe(colonne),
    }));
    const places = table.cle.map((nom) => this.#colonnes.findIndex((c) => c.nom === nom));
    this.#ordre = new OrdreDesCles(places);
    this.#valeurs = new Array(this.#colonnes.length + 1).fill(null);
  }

  async verser(base: Base, morceaux: AsyncIterable<Uint8Array>): Promise<void> {
    const types = [...this.#colonnes.map(({ type }) => type), 'entier' as const];
    this.#versement = await base.verser('source', this.#table.nom, types);
    await lireCsv(morceaux, (ligne) => this.#lire(ligne));
    await this.#versement.finir();
    if (this.#largeur < 0) this.refuser({ code: 'OAD-FICHIER', message: 'le fichier est vide.' });
  }

  refuser(faute: Faute): void {
    const { nom } = this.#table;
    this.#recueil.ajouter({ gravite: 'erreur', fichier: this.#fichier, table: nom, ...faute });
  }

  lue(illisible = this.#largeur < 0 || !this.#lisible): TableLue {
    return {
      problemes: this.#recueil.liste(),
      lignes: this.#lignes,
      enOrdre: this.#ordre.strict,
      ecartees: this.#ecartees,
      illisible,
    };
  }

  #lire({ ligne, cellules, faute }: LigneCsv): void {
    if (faute !== undefined) {
      const message = `guillemets mal fermés ou mal doublés : ${faute}.`;
      this.#ecarter(cellules, { code: 'OAD-GUILLEMETS', ligne, message });
    } else if (this.#largeur < 0) this.#lireEntete(cellules);
    else if (this.#lisible) this.#lireRangee(ligne, cellules);
  }

  #lireEntete(cellules: readonly string[]): void {
    this.#largeur = cellules.length;
    this.#places = this.#colonnes.map(({ nom }) => cellules.indexOf(nom));
    const problemes = verifierEntete(this.#table, this.#fichier, cellules);
    this.#recueil.ajouter(...problemes);
    this.#lisible = problemes.length === 0;
  }

  #lireRangee(ligne: number, cellules: readonly string[]): void {
    if (cellules.length !== this.#largeur) {
      const message = `${cellules.length} cellules, alors que l’en-tête en a ${this.#largeur}. Une virgule manque ou est de trop ?`;
      this.#ecarter(cellules, { code: 'OAD-LARGEUR', ligne, message });
      return;
    }
    if (!this.#lireCellules(ligne, cellules)) return;
    if (!this.#garder(this.#valeurs, ligne)) return;
    this.#lignes++;
    this.#ordre.suivre(this.#valeurs);
    this.#valeurs[this.#colonnes.length] = ligne;
    this.#versement?.ajouter(this.#valeurs);
  }

  #lireCellules(ligne: number, cellules: readonly string[]): boolean {
    let saine = true;
    for (const [i, { nom, lire }] of this.#colonnes.entries()) {
      const place = this.#places[i] ?? -1;
      if (place < 0) {
        this.#valeurs[i] = null;
        continue;
      }
      const texte = cellules[place] ?? '';
      const lecture = lire(texte);
      if ('valeur' in lecture) this.#valeurs[i] = lecture.valeur;
      else {
        saine = false;
        this.refuser({ ...lecture, ligne, colonne: nom, valeur: texte });
      }
    }
    if (!saine) this.#ecarter(cellules);
    return saine;
  }

  #ecarter(cellules: readonly string[], faute?: Faute): void {
    if (faute) this.refuser(faute);
    if (this.#ecartees.size >= ECARTEES_GARDEES) return;
    for (const cellule of cellules) this.#ecartees.add(cellule);
  }
}

/**
 * Lit le CSV d’une table au fil de l’eau, contrôle ses cellules et charge ses rangées saines dans
 * `source.<nom>`, qui existe, avec le numéro de ligne en `_ligne`.
 */
export async function lireTable(
  base: Base,
  table: TableSource,
  depot: Depot,
  garder: Garder = () => true,
): Promise<TableLue> {
  const csv = cheminCsv(table);
  const chargement = new Chargement(table, depot.citer(csv), garder);
  if (!depot.contient(csv)) {
    const noms = Object.keys(table.colonnes).join(',');
    const message = `le fichier manque. Créez-le avec l’en-tête ${noms}.`;
    if (!table.facultative) chargement.refuser({ code: 'OAD-FICHIER', message });
    return chargement.lue(!table.facultative);
  }
  const message = depot.empechement(csv);
  if (message !== null) chargement.refuser({ code: 'OAD-FICHIER', message });
  else await chargement.verser(base, depot.ouvrir(csv));
  return chargement.lue();
}
