import type { Rejet } from '../../domain/tables/edition.ts';
import type { Rangee } from '../base.ts';
import { ErreurDUsage } from '../probleme.ts';
import type { LigneCsv } from '../read/analyse.ts';
import { direAnnexe, sansValeur } from './annexes.ts';
import { abreger, citer, nomDeFichier, nomLibre } from './citer.ts';
import { type Entete, reconnaitre } from './colonnes.ts';
import type { Compte, Importee } from './compte.ts';
import type { Feuille } from './feuille.ts';
import { type Connues, type Genre, type Lue, porteeDe, type Refus } from './genre.ts';
import { jugerLigne, type Lecteur } from './juger.ts';

interface Entree {
  rangee: Rangee;
  readonly ligne: number;
  readonly fichier: string;
}

/** Lit les lignes d’un fichier une à une, et compte ce qu’elles deviennent. */
class Depouillement {
  readonly #lecteur: Lecteur;
  readonly #fichier: string;
  readonly #entrees: Map<string, Entree>;
  readonly #suppositions = new Map<string, number>();
  readonly rejets: Rejet[] = [];
  readonly corrections: string[] = [];
  entrees = 0;
  reunies = 0;
  recues = 0;
  #depuis = 0;
  #debut = 0;

  constructor(lecteur: Lecteur, fichier: string, entrees: Map<string, Entree>) {
    this.#lecteur = lecteur;
    this.#fichier = fichier;
    this.#entrees = entrees;
  }

  lire({ ligne, cellules, faute }: LigneCsv, entete: Entete): void {
    if (faute === undefined && sansValeur(cellules)) return;
    this.recues++;
    if (faute !== undefined) {
      this.#ecarter(ligne, { code: 'GUILLEMETS', valeur: cellules[0] ?? '', raison: `${faute}.` });
      return;
    }
    const cellule = (nom: string) => cellules[entete.places.get(nom) ?? -1] ?? '';
    const jugee = jugerLigne(this.#lecteur, { ligne, cellule });
    if (!jugee.refus) {
      this.#entrer(ligne, jugee);
      return;
    }
    const annexe = this.#annexe(cellules, cellule, entete);
    if (annexe?.code.startsWith('TOTAL')) this.#depuis = 0;
    this.#ecarter(ligne, annexe ?? jugee.refus);
  }

  #annexe(
    cellules: readonly string[],
    cellule: (nom: string) => string,
    { places }: Entete,
  ): Refus | null {
    const { table, cles = table.cle, libre = '' } = this.#lecteur.genre;
    const annexe = {
      cellules,
      cles: cles.map(cellule),
      libre: places.get(libre) ?? -1,
      largeur: places.size,
    };
    const annonce = table.somme === undefined ? null : cellule(table.somme);
    return direAnnexe(annexe, annonce, { depuis: this.#depuis, debut: this.#debut });
  }

  #ecarter(ligne: number, { code, valeur, raison }: Refus): void {
    this.rejets.push({
      genre: this.#lecteur.genre.nom,
      fichier: this.#fichier,
      ligne,
      code,
      valeur: citer(valeur) || '(vide)',
      raison: abreger(raison, 500),
    });
  }

  #entrer(ligne: number, lue: Extract<Lue, { rangee: unknown }>): void {
    const { table, reunir } = this.#lecteur.genre;
    const cle = table.cle.map((nom) => lue.rangee[nom]).join('/');
    const premiere = this.#entrees.get(cle);
    const reunie = premiere && reunir?.(premiere.rangee, lue.rangee);
    if (premiere && !reunie) {
      const ou = premiere.fichier === this.#fichier ? '' : ` de ${premiere.fichier}`;
      const raison = `déjà à la ligne ${premiere.ligne}${ou}. Gardez une seule des deux.`;
      this.#ecarter(ligne, { code: 'DOUBLON', valeur: cle, raison });
      return;
    }
    for (const texte of lue.corrections ?? []) this.corrections.push(`ligne ${ligne} : ${texte}`);
    for (const texte of lue.suppositions ?? []) {
      this.#suppositions.set(texte, (this.#suppositions.get(texte) ?? 0) + 1);
    }
    if (premiere && reunie) {
      premiere.rangee = reunie;
      this.reunies++;
      return;
    }
    this.#entrees.set(cle, { rangee: lue.rangee, ligne, fichier: this.#fichier });
    const nombre = Number(lue.rangee[table.somme ?? ''] ?? 0);
    this.#depuis += nombre;
    this.#debut += nombre;
    this.entrees++;
  }

  suppositions(): string[] {
    return [...this.#suppositions].map(([texte, n]) => `${texte} (${n} ligne${n > 1 ? 's' : ''}).`);
  }
}

/** Des noms de fichiers sans dossier, et chacun différent des autres. */
function nommer(feuilles: readonly Feuille[]): string[] {
  const noms: string[] = [];
  for (const { nom } of feuilles) noms.push(nomLibre(nomDeFichier(nom), noms));
  return noms;
}

/**
 * Lit des fichiers d’un genre : chaque ligne reçue entre, est réunie à une autre, ou est écartée
 * avec sa raison.
 * @throws ErreurDUsage si une colonne attendue manque
 */
export function lireFeuilles(
  genre: Genre,
  feuilles: readonly Feuille[],
  connues: Connues,
): Importee {
  const entrees = new Map<string, Entree>();
  const lecteur = { genre, lire: genre.lecteur(connues) };
  const noms = nommer(feuilles);
  const comptes = feuilles.map(({ lignes, remarques }, i): Omit<Compte, 'portees'> => {
    const fichier = noms[i] ?? '';
    const [premiere, ...reste] = lignes;
    const entete = reconnaitre(premiere?.cellules ?? [], genre.colonnes);
    if (entete.manquantes.length > 0) {
      throw new ErreurDUsage(`${fichier} : ${entete.manquantes.join(' ')}`);
    }
    const lu = new Depouillement(lecteur, fichier, entrees);
    for (const ligne of reste) lu.lire(ligne, entete);
    return {
      fichier,
      recues: lu.recues,
      entrees: lu.entrees,
      reunies: lu.reunies,
      rejets: lu.rejets,
      corrections: lu.corrections,
      remarques: [...remarques, ...entete.remarques, ...lu.suppositions()],
    };
  });
  const rangees = [...entrees.values()];
  const portees = Map.groupBy(rangees, ({ fichier }) => fichier);
  return {
    rangees: rangees.map(({ rangee }) => rangee),
    comptes: comptes.map((compte) => {
      const siennes = (portees.get(compte.fichier) ?? []).map((e) => porteeDe(genre, e.rangee));
      return { ...compte, portees: [...new Set(siennes)].sort() };
    }),
  };
}
