import { encoderFichier } from '../domain/filtre/fichier.ts';
import type { LigneIndicateur } from '../domain/filtre/ligne.ts';
import { toutesLesLignes } from './indicateurs.ts';
import type { Moteur } from './moteur.ts';
import { optionsCherchees } from './recherche.ts';

export interface IndexPublie {
  readonly lignes: readonly LigneIndicateur[];
  /** Le fichier JSON, et l’empreinte que porte son nom. */
  readonly contenu: string;
  readonly empreinte: string;
}

/** Les dix premiers chiffres de son empreinte SHA-256. */
export async function empreinteDe(contenu: string): Promise<string> {
  const sha256 = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(contenu));
  return Buffer.from(sha256).toString('hex').slice(0, 10);
}

/** L’index compact d’une année scolaire, tel que la construction du site le publie. */
export async function indexIndicateurs(moteur: Moteur, annee: string): Promise<IndexPublie> {
  const lignes = await toutesLesLignes(moteur, annee);
  const contenu = JSON.stringify(encoderFichier(lignes, await optionsCherchees(moteur)));
  return { lignes, contenu, empreinte: await empreinteDe(contenu) };
}

/** L’adresse de l’index, relative à la racine du site. */
export const cheminDeLIndex = ({ empreinte }: IndexPublie): string =>
  `/data/indicateurs.${empreinte}.json`;
