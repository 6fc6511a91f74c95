import type { Moteur } from './moteur.ts';

/** Un fichier JSON du site, sous un nom qui porte l’empreinte de son contenu. */
export interface FichierPublie {
  readonly nom: string;
  /** Son adresse, relative à la racine du site. */
  readonly chemin: string;
  readonly contenu: string;
}

/** Les dix premiers chiffres d’une empreinte SHA-256. */
async function empreinteDe(contenu: string): Promise<string> {
  const sha256 = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(contenu));
  return Buffer.from(sha256).toString('hex').slice(0, 10);
}

/** Écrit des données en JSON et nomme leur fichier. */
export async function publierJson(nom: string, donnees: unknown): Promise<FichierPublie> {
  const contenu = JSON.stringify(donnees);
  const complet = `${nom}.${await empreinteDe(contenu)}`;
  return { nom: complet, chemin: `/data/${complet}.json`, contenu };
}

/** Ce qu’un moteur donne, calculé une fois pour toutes les pages ; le reste ne change pas. */
export function unParMoteur<T, R extends readonly unknown[]>(
  calculer: (moteur: Moteur, ...reste: R) => Promise<T>,
) {
  const calcules = new WeakMap<Moteur, Promise<T>>();
  return (moteur: Moteur, ...reste: R): Promise<T> => {
    const calcule = calcules.get(moteur) ?? calculer(moteur, ...reste);
    calcules.set(moteur, calcule);
    return calcule;
  };
}
