/** Ce qu’un dossier peut tenir : au-delà, un lien ou un fichier fabriqué figerait la page. */
export const DEMANDES_MAX = 200;
/** Options de l’école, et codes de chacune de ses listes TC et FC. */
export const OPTIONS_MAX = 1000;
export const NOTE_MAX = 2000;
export const NOM_MAX = 120;
export const ATTENDUS_MAX = 999;
/** Un lien et un fichier, en caractères ; un navigateur ne porte pas d’adresse plus longue. */
export const LIEN_MAX = 2_000_000;
export const FICHIER_MAX = 4_000_000;
