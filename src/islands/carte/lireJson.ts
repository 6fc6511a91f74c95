import { href } from '../../config.ts';

/**
 * Lit un fichier JSON du site, nommé avec son empreinte.
 * @throws avec une phrase à montrer : en ligne mais absent, c’est qu’une autre édition l’est
 */
export async function lireJson<T>(chemin: string): Promise<T> {
  const reponse = await fetch(href(chemin)).catch(() => null);
  if (!reponse) throw new Error('Les données ne se chargent pas : vérifiez votre connexion.');
  if (reponse.status === 404) {
    throw new Error('Une nouvelle édition est en ligne : rechargez la page.');
  }
  if (!reponse.ok) throw new Error(`Les données ne se chargent pas (${reponse.status}).`);
  return reponse.json();
}
