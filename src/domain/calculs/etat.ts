import { VALEUR_MAX } from '../url/ignorees.ts';

/** Un avis par valeur ignorée d’une adresse. */
export type Avis = readonly string[];

/** La première valeur connue qu’une seule lettre sépare de celle-ci. */
const presque = (valeur: string, connues: readonly string[]): string | undefined =>
  connues.find(
    (connue) =>
      connue.length === valeur.length && [...connue].filter((c, i) => c !== valeur[i]).length === 1,
  );

/** Lit les clés d’une adresse, une valeur connue à la fois, et note ce qu’elle ignore. */
export class LecteurDAdresse {
  readonly avis: string[] = [];
  readonly #parametres: URLSearchParams;

  constructor(search: string) {
    this.#parametres = new URLSearchParams(search);
  }

  #ignorer(cle: string, valeur: string, connues: readonly string[]): void {
    const longue = valeur.length > VALEUR_MAX;
    const dite = longue ? `${valeur.slice(0, VALEUR_MAX)}…` : valeur;
    const proche = presque(valeur, connues);
    const conseil = proche ? ` Vouliez-vous « ${proche} » ?` : '';
    this.avis.push(`L’adresse demande « ${cle}=${dite} » : valeur ignorée.${conseil}`);
  }

  /** La valeur d’une clé si elle est connue, sinon la valeur par défaut. */
  choix<T extends string>(cle: string, connues: readonly T[], defaut: T): T {
    const valeur = this.#parametres.get(cle);
    if (valeur === null || valeur === '') return defaut;
    const cherchee = valeur.toLowerCase();
    const trouvee = connues.find((connue) => connue.toLowerCase() === cherchee);
    if (trouvee === undefined) this.#ignorer(cle, valeur, connues);
    return trouvee ?? defaut;
  }

  /** Un nombre positif ou nul, virgule ou point, au plus `max` ; `null` s’il manque. */
  nombre(cle: string, max: number): number | null {
    const valeur = this.#parametres.get(cle);
    if (valeur === null || valeur === '') return null;
    const nombre = Number(valeur.replace(',', '.'));
    if (/^\d{1,5}([.,]\d{1,2})?$/.test(valeur) && nombre <= max) return nombre;
    this.#ignorer(cle, valeur, []);
    return null;
  }

  /** Plusieurs valeurs séparées par des virgules, les inconnues en moins. */
  liste<T extends string>(cle: string, connues: readonly T[], max: number): readonly T[] {
    const valeurs = (this.#parametres.get(cle) ?? '').split(',').filter((v) => v !== '');
    if (valeurs.length > max) {
      const reste = valeurs.length - max;
      this.avis.push(`L’adresse demande « ${cle} » ${reste} fois de trop : le reste est ignoré.`);
    }
    return valeurs.slice(0, max).flatMap((valeur) => {
      const trouvee = connues.find((connue) => connue === valeur);
      if (trouvee === undefined) this.#ignorer(cle, valeur, connues);
      return trouvee ?? [];
    });
  }
}

/**
 * L’adresse qui porte un état ; les valeurs par défaut (chaînes vides) sont omises, les clés des
 * autres calculs de la page sont gardées.
 * @param search la partie `?…` de l’adresse actuelle
 */
export function ecrire(search: string, valeurs: Readonly<Record<string, string>>): string {
  const parametres = new URLSearchParams(search);
  for (const [cle, valeur] of Object.entries(valeurs)) {
    if (valeur === '') parametres.delete(cle);
    else parametres.set(cle, valeur);
  }
  const texte = parametres.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
  return texte === '' ? '' : `?${texte}`;
}
