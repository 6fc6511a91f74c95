import { taireCles } from './adresse.ts';

/** Ce qu’un contrôle a trouvé à redire, à un endroit précis des données. */
export interface Probleme {
  /** Code stable, par exemple `OAD-REFERENCE`. */
  readonly code: string;
  /** Ce que le contrôle vérifie : de l’avertissement, ce qui se publie. */
  readonly titre?: string;
  readonly gravite: 'erreur' | 'avertissement';
  readonly fichier: string;
  /** La table du fichier, quand c’en est une. */
  readonly table?: string;
  readonly ligne?: number;
  readonly colonne?: string;
  readonly valeur?: string;
  readonly message: string;
  /** Pourquoi l’éditeur accepte cet avertissement (`acceptes.csv`). */
  readonly accepte?: string;
}

/** Les problèmes qui empêchent de publier ; `strict` compte aussi les avertissements non acceptés. */
export const bloquants = (problemes: readonly Probleme[], strict = false): readonly Probleme[] =>
  problemes.filter(
    ({ gravite, accepte }) => gravite === 'erreur' || (strict && accepte === undefined),
  );

/** `data/offre/inscriptions.csv:214 colonne « code_obg » : …`, sur une ligne. */
export function formater(probleme: Probleme): string {
  const ligne = probleme.ligne === undefined ? '' : `:${probleme.ligne}`;
  const colonne = probleme.colonne === undefined ? '' : ` colonne « ${probleme.colonne} »`;
  const message = taireCles(probleme.message);
  return `${probleme.fichier}${ligne}${colonne} : ${message} [${probleme.code}]`;
}

/** Des données que la personne qui les tient peut corriger ; porte tous les problèmes à la fois. */
export class ErreurDeDonnees extends Error {
  override name = 'ErreurDeDonnees';
  readonly problemes: readonly Probleme[];

  constructor(problemes: readonly Probleme[]) {
    super(problemes.map(formater).join('\n'));
    this.problemes = problemes;
  }
}

/** Une commande mal écrite. */
export class ErreurDUsage extends Error {
  override name = 'ErreurDUsage';
}

/** Un fichier reçu qui ne se lit pas tel quel, ou qui se lit de deux façons : la commande est bien écrite. */
export class ErreurDeFichier extends ErreurDUsage {}
