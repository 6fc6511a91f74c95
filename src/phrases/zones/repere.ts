import { accord } from '../nombres.ts';
import { type Nombre, type Phrase, phrase } from '../phrase.ts';

/** Une part et son repère : « contre 43 % en FWB », ou « comme en FWB (43 %) » quand rien ne les sépare. */
export const contre = (part: Nombre, repere: Nombre, lieu = 'en FWB'): Phrase =>
  part.texte === repere.texte
    ? phrase`comme ${lieu} (${repere})`
    : phrase`contre ${repere} ${lieu}`;

/** « aucune », « 1 », « 12 » : le mot de zéro, au féminin. */
export const ouAucune = (nombre: Nombre): Nombre =>
  nombre.valeur === 0 && !nombre.masques ? { ...nombre, texte: 'aucune' } : nombre;

/** « aucune n’est TC-FC », « 1 est TC-FC », « 12 sont TC-FC » ; `nie` suit « aucune ». */
export const combien = (nombre: Nombre, nie: string, singulier: string, pluriel: string): Phrase =>
  nombre.valeur === 0 && !nombre.masques
    ? phrase`${ouAucune(nombre)} ${nie}`
    : phrase`${nombre} ${accord(nombre.valeur, singulier, pluriel)}`;
