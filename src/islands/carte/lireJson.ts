import { href } from '../../config.ts';
import { lireJson as lire } from '../../query/lecture.ts';

/**
 * Lit un fichier JSON du site, nommé avec son empreinte.
 * @throws avec une phrase à montrer : en ligne mais absent, c’est qu’une autre édition l’est
 */
export const lireJsonDuSite = <T>(chemin: string): Promise<T> => lire<T>(href(chemin));
