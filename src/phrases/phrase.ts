import { decimal, entier, part } from './nombres.ts';
import { typographie } from './typographie.ts';

/** Un nombre dans une phrase ou un tableau : sa valeur, son écriture, et ce qu’il mesure. */
export interface Nombre {
  readonly valeur: number;
  readonly texte: string;
  /** Stable d’une édition à l’autre : `secteurs.2.eleves`. */
  readonly cle: string;
  /** Les effectifs masqués que la valeur ne compte pas ; absent quand il n’y en a pas. */
  readonly masques?: number;
}

/** La valeur d’un nombre ; rien quand elle est masquée : un effectif tu n’est pas zéro. */
export const valeurLue = ({ valeur, masques }: Nombre): number | null =>
  masques && valeur === 0 ? null : valeur;

/** La valeur que porte `<data>` : au millionième près, vide quand elle est masquée. */
export const valeurEcrite = (nombre: Nombre): number | '' => {
  const lue = valeurLue(nombre);
  return lue === null ? '' : Math.round(lue * 1e6) / 1e6;
};

export type Phrase = readonly (string | Nombre)[];

/**
 * Compose une phrase : les nombres y restent des nombres.
 * @example phrase`La zone compte ${nbEntier('eleves', 54210)} élèves.`
 */
export const phrase = (
  textes: TemplateStringsArray,
  ...morceaux: (string | Nombre | Phrase)[]
): Phrase =>
  textes.flatMap((texte, i) => {
    const morceau = morceaux[i] ?? '';
    const suite = typeof morceau === 'object' && 'length' in morceau ? morceau : [morceau];
    return [texte, ...suite]
      .map((m) => (typeof m === 'string' ? typographie(m) : m))
      .filter((m) => m !== '');
  });

/** Une phrase en texte seul. */
export const enTexte = (morceaux: Phrase): string =>
  morceaux.map((m) => (typeof m === 'string' ? m : m.texte)).join('');

/** Relie des phrases par une espace. */
export const enchainer = (...phrases: Phrase[]): Phrase =>
  phrases.filter((p) => p.length > 0).flatMap((p, i) => (i === 0 ? p : [' ', ...p]));

export const nbEntier = (cle: string, valeur: number): Nombre => ({
  cle,
  valeur,
  texte: entier(valeur),
});

export const nbPart = (cle: string, valeur: number): Nombre => ({
  cle,
  valeur,
  texte: part(valeur),
});

export const nbDecimal = (cle: string, valeur: number): Nombre => ({
  cle,
  valeur,
  texte: decimal(valeur),
});
