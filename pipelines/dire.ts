import { neutraliser } from '../src/edition/import/citer.ts';

/** Chaque ligne neutralisée : un rapport garde ses fins de ligne, et rien d’autre. */
const parLignes = (texte: string): string => texte.split('\n').map(neutraliser).join('\n');

/** Écrit un rapport sur la sortie ; aucune cellule n’y commande le terminal. */
export const dire = (texte: string): void => console.log(parLignes(texte));

/** Écrit une erreur ; aucune cellule n’y commande le terminal. */
export const crier = (texte: string): void => console.error(parLignes(texte));
