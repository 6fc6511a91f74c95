import { plusProche } from '../recherche/proche.ts';

/** Autant de valeurs ignorées que l’on nomme ; les autres se comptent. */
const NOMMEES = 5;
/** Une valeur plus longue se coupe, et rien de connu n’y ressemble. */
export const VALEUR_MAX = 40;

/** Ce qu’une adresse demande et qui n’existe pas : quelques phrases, si long que soit le lien. */
export class Ignorees {
  readonly #phrases: string[] = [];
  #autres = 0;

  /**
   * @param connues parmi lesquelles proposer la plus proche
   * @param suite ce qu’il faut ajouter à la phrase
   */
  ajouter(cle: string, valeur: string, connues: Iterable<string> = [], suite = ''): void {
    if (this.#phrases.length >= NOMMEES) {
      this.#autres += 1;
      return;
    }
    const longue = valeur.length > VALEUR_MAX;
    const dite = longue ? `${valeur.slice(0, VALEUR_MAX)}…` : valeur;
    const proche = longue ? null : plusProche(valeur, connues);
    const conseil = proche === null ? '' : ` Vouliez-vous « ${proche} » ?`;
    this.#phrases.push(
      `L’adresse demande « ${cle}=${dite} », qui n’existe pas : elle a été ignorée.${conseil}${suite}`,
    );
  }

  /** Une phrase qui dit autre chose d’une valeur. */
  dire(phrase: string): void {
    if (this.#phrases.length < NOMMEES) this.#phrases.push(phrase);
    else this.#autres += 1;
  }

  get avis(): readonly string[] {
    if (this.#autres === 0) return this.#phrases;
    const reste =
      this.#autres > 1
        ? `${this.#autres} autres valeurs ont été ignorées`
        : '1 autre valeur a été ignorée';
    return [...this.#phrases, `De cette adresse, ${reste} : elles n’existent pas.`];
  }
}

/** Les valeurs qu’une ou plusieurs clés séparent par des virgules, chacune une fois. */
export const morceaux = (...textes: readonly string[]): readonly string[] => [
  ...new Set(
    textes
      .flatMap((texte) => texte.split(','))
      .map((morceau) => morceau.trim())
      .filter((morceau) => morceau !== ''),
  ),
];

/**
 * Les valeurs connues qu’une adresse demande, dans l’ordre connu ; la casse ne compte pas.
 * Ce qui n’existe pas est noté.
 */
export function lireConnues<T extends string>(
  cle: string,
  demandees: readonly string[],
  connues: readonly T[],
  ignorees: Ignorees,
): readonly T[] {
  const voulues = new Set(demandees.map((valeur) => valeur.toLowerCase()));
  const trouvees = connues.filter((connue) => voulues.has(connue.toLowerCase()));
  const existent = new Set(trouvees.map((connue) => connue.toLowerCase()));
  for (const valeur of demandees) {
    if (!existent.has(valeur.toLowerCase())) ignorees.ajouter(cle, valeur, connues);
  }
  return trouvees;
}
