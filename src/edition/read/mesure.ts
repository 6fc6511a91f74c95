import { attribut, type Balise, parcourir, sansEntites } from './balises.ts';
import { type Bornes, celluleTropLongue, enTrop, FichierRefuse } from './bornes.ts';
import { abime } from './format.ts';

/** Des cellules fusionnées, de la première à la dernière, comptées à partir de 1. */
export interface Fusionnees {
  readonly lignes: readonly [premiere: number, derniere: number];
  readonly colonnes: readonly [premiere: number, derniere: number];
}

/** Ce qu’une feuille contient vraiment : les cellules mises en forme et vides n’y comptent pas. */
export interface Forme {
  /** La feuille réduite à ses cellules, coupée après la dernière remplie ; vide s’il n’y en a pas. */
  readonly xml: string;
  readonly lignes: number;
  readonly colonnes: number;
  readonly fusions: readonly Fusionnees[];
}

const EFFACER =
  'Effacez cette cellule si elle est là par erreur, ou copiez la partie utile dans un classeur neuf.';

const MAX_LIGNE = 1_048_576;
const MAX_COLONNE = 16_384;

interface Place {
  readonly ligne: number;
  readonly colonne: number;
}

/** `B12` : ligne 12, colonne 2. */
function placeDe(adresse = ''): Place {
  const [, lettres = '', chiffres] = adresse.match(/^([A-Z]{1,3})([1-9]\d{0,6})$/) ?? [];
  const colonne = [...lettres].reduce((n, lettre) => n * 26 + lettre.charCodeAt(0) - 64, 0);
  const ligne = Number(chiffres ?? 0);
  if (ligne < 1 || ligne > MAX_LIGNE || colonne < 1 || colonne > MAX_COLONNE) throw abime();
  return { ligne, colonne };
}

const attributR = attribut('r');
const attributT = attribut('t');
const attributRef = attribut('ref');

const longueurDe = (texte: string): number => texte.replace(/&#?\w{1,8};/g, '_').length;

/**
 * Les textes partagés trop longs pour une cellule : leur rang et leur longueur.
 * @param xml `sharedStrings.xml`
 */
export function textesTropLongs(xml: string, { texte }: Bornes): ReadonlyMap<string, number> {
  const longs = new Map<string, number>();
  let rang = -1;
  let longueur = 0;
  parcourir(
    xml,
    ({ nom, ferme, vide }) => {
      if (nom !== 'si') return;
      if (!ferme) [rang, longueur] = [rang + 1, 0];
      if ((ferme || vide) && longueur > texte) longs.set(String(rang), longueur);
    },
    (brut) => {
      longueur += longueurDe(brut);
    },
  );
  return longs;
}

/** Parcourt une feuille : ce qu’elle contient, et où cela s’arrête. */
class Arpenteur {
  readonly fusions: Fusionnees[] = [];
  lignes = 0;
  colonnes = 0;
  debut = -1;
  fin = -1;
  fermetures = '';
  readonly #titre: string;
  readonly #bornes: Bornes;
  readonly #longs: ReadonlyMap<string, number>;
  #dedans = false;
  #remplie = false;
  #ligne: number | null = null;
  #derniere = 0;
  #adresse: string | null = null;
  #type = '';
  #texte = '';
  #lu = 0;

  constructor(titre: string, bornes: Bornes, longs: ReadonlyMap<string, number>) {
    this.#titre = titre;
    this.#bornes = bornes;
    this.#longs = longs;
  }

  balise(balise: Balise): void {
    const { nom, ferme, vide } = balise;
    if (nom === 'sheetData') this.#feuille(balise);
    else if (nom === 'mergeCell' && !ferme) this.#fusionner(attributRef(balise.attributs));
    if (!this.#dedans) return;
    if (nom === 'row') {
      if (!ferme) this.#ouvrirLigne(attributR(balise.attributs));
      if (ferme || vide) this.#fermerLigne(balise.fin);
    } else if (nom === 'c') {
      if (!ferme) this.#ouvrirCellule(balise.attributs);
      if (ferme || vide) this.#fermerCellule();
    }
  }

  texte(brut: string): void {
    if (this.#adresse === null || brut.trim() === '') return;
    this.#lu += longueurDe(brut);
    this.#texte = brut;
  }

  #feuille({ ferme, vide, ecrite, debut }: Balise): void {
    if (ferme || vide) {
      this.#dedans = false;
      return;
    }
    if (this.debut >= 0) throw abime();
    this.debut = debut;
    this.#dedans = true;
    this.fermetures = `</${ecrite}>`;
  }

  #ouvrirLigne(r: string | undefined): void {
    this.#ligne = r === undefined ? null : placeDe(`A${r}`).ligne;
    this.#remplie = false;
    if (this.#ligne === null) return;
    if (this.#ligne <= this.#derniere) throw abime();
    this.#derniere = this.#ligne;
  }

  #fermerLigne(fin: number): void {
    if (this.#remplie) this.fin = fin;
    this.#ligne = null;
  }

  #ouvrirCellule(attributs: string): void {
    this.#adresse = attributR(attributs) ?? '';
    this.#type = attributT(attributs) ?? '';
    this.#lu = 0;
    this.#texte = '';
  }

  #fermerCellule(): void {
    const { ligne, colonne } = placeDe(this.#adresse ?? '');
    if (ligne !== (this.#ligne ?? ligne)) throw abime();
    if (this.#lu > 0) this.#compter(ligne, colonne);
    this.#adresse = null;
  }

  #compter(ligne: number, colonne: number): void {
    const ou = `la feuille « ${this.#titre} », cellule ${this.#adresse}`;
    if (ligne > this.#bornes.lignes) throw enTrop(ou, 'lignes', this.#bornes, EFFACER);
    if (colonne > this.#bornes.colonnes) throw enTrop(ou, 'colonnes', this.#bornes, EFFACER);
    const rang = String(Number(sansEntites(this.#texte)));
    const partage = this.#type === 's' ? this.#longs.get(rang) : undefined;
    const longueur = partage ?? this.#lu;
    if (longueur > this.#bornes.texte) throw celluleTropLongue(ou, longueur, this.#bornes);
    this.#remplie = true;
    this.lignes = Math.max(this.lignes, ligne);
    this.colonnes = Math.max(this.colonnes, colonne);
  }

  #fusionner(ref = ''): void {
    const [debut, fin = debut] = ref.split(':').map(placeDe);
    if (!debut || !fin) return;
    if (this.fusions.length >= this.#bornes.lignes) {
      throw new FichierRefuse(
        `la feuille « ${this.#titre} » a trop de cellules fusionnées. Défusionnez-les.`,
      );
    }
    this.fusions.push({
      lignes: [debut.ligne, fin.ligne],
      colonnes: [debut.colonne, fin.colonne],
    });
  }
}

/** Une formule que rien n’a calculée : elle n’a pas de valeur, ou une valeur vide. */
const SANS_VALEUR =
  /<((?:[\w.-]+:)?)c(\s[^<>]*?)?>\s*<\1f(?:\s[^<>]*?)?(?:\/>|>([^<]*)<\/\1f>)\s*(?:<\1v\s*\/>|<\1v>\s*<\/\1v>)?\s*<\/\1c>/g;

/** La formule tient lieu de sa valeur : elle se lit « =SUM(…) », jamais vide ni zéro. */
const direFormules = (xml: string): string =>
  xml.replace(SANS_VALEUR, (cellule, prefixe, attributs = '', formule = '') => {
    if (attributT(attributs) === 'str') return cellule;
    const sans = attributs.replace(/\st\s*=\s*("[^"]*"|'[^']*')/, '');
    return `<${prefixe}c${sans} t="str"><${prefixe}v>=${formule}</${prefixe}v></${prefixe}c>`;
  });

/** La bibliothèque viderait une cellule en erreur : « #N/A » se lit comme un texte. */
const enTexte = (xml: string): string =>
  direFormules(xml.replace(/(<(?:[\w.-]+:)?c\s(?:[^<>]*?\s)?t\s*=\s*["'])e(["'])/g, '$1str$2'));

/**
 * Mesure une feuille avant de la lire.
 * @param longs les rangs des textes partagés trop longs
 * @throws FichierRefuse à la première cellule hors bornes, ou si la feuille est mal formée
 */
export function mesurer(
  titre: string,
  xml: string,
  bornes: Bornes,
  longs: ReadonlyMap<string, number>,
): Forme {
  const arpenteur = new Arpenteur(titre, bornes, longs);
  parcourir(
    xml,
    (balise) => arpenteur.balise(balise),
    (brut) => arpenteur.texte(brut),
  );
  const { lignes, colonnes, fusions, debut, fin, fermetures } = arpenteur;
  const remplie = fin > debut && debut >= 0;
  return {
    xml: remplie ? `<worksheet>${enTexte(xml.slice(debut, fin))}${fermetures}</worksheet>` : '',
    ...{ lignes, colonnes, fusions },
  };
}
