/** Les fichiers de cette page ne sont plus en ligne : une nouvelle édition les a remplacés. */
export class EditionDepassee extends Error {
  constructor() {
    super('Une nouvelle édition des données est en ligne. Rechargez la page pour la lire.');
    this.name = 'EditionDepassee';
  }
}

/**
 * Va chercher un fichier de données, toujours en entier.
 * @throws EditionDepassee s’il n’existe plus
 */
export async function lireFichier(adresse: string): Promise<Response> {
  const reponse = await fetch(adresse);
  if (reponse.status === 404) throw new EditionDepassee();
  if (!reponse.ok) throw new Error(`« ${adresse} » ne répond pas (${reponse.status}).`);
  return reponse;
}

/** Une lecture faite une fois, et refaite si elle a échoué. */
export function uneFois<T>(charger: () => Promise<T>): () => Promise<T> {
  let promesse: Promise<T> | undefined;
  return () => {
    promesse ??= charger().catch((cause) => {
      promesse = undefined;
      throw cause;
    });
    return promesse;
  };
}
