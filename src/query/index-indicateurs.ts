import { avecAnciens } from '../domain/filtre/anciens.ts';
import { encoderFichier } from '../domain/filtre/fichier.ts';
import type { LigneIndicateur } from '../domain/filtre/ligne.ts';
import { lireIndicateurs } from './indicateurs.ts';
import type { Moteur } from './moteur.ts';
import { optionsCherchees } from './recherche.ts';

/** L’index d’une année scolaire, et l’empreinte que porte son nom. */
export interface IndexPublie {
  readonly annee: string;
  /** Chaque code à part, puis les anciens codes réunis à ceux qui les remplacent. */
  readonly seules: readonly LigneIndicateur[];
  readonly reunies: readonly LigneIndicateur[];
  readonly contenu: string;
  readonly nom: string;
}

/** Les dix premiers chiffres de son empreinte SHA-256. */
export async function empreinteDe(contenu: string): Promise<string> {
  const sha256 = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(contenu));
  return Buffer.from(sha256).toString('hex').slice(0, 10);
}

async function indexDe(moteur: Moteur, annee: string): Promise<IndexPublie> {
  const { lignes, lignees } = await lireIndicateurs(moteur, annee);
  const contenu = JSON.stringify(encoderFichier(lignes, lignees, await optionsCherchees(moteur)));
  return {
    annee,
    seules: lignes,
    reunies: avecAnciens(lignes, lignees),
    contenu,
    nom: `indicateurs-${annee}.${await empreinteDe(contenu)}`,
  };
}

const publies = new WeakMap<Moteur, Promise<readonly IndexPublie[]>>();

/** Un index par année scolaire de l’édition, la dernière en dernier. */
export function indexIndicateurs(
  moteur: Moteur,
  annees: readonly string[],
): Promise<readonly IndexPublie[]> {
  const publie = publies.get(moteur) ?? Promise.all(annees.map((annee) => indexDe(moteur, annee)));
  publies.set(moteur, publie);
  return publie;
}

/** L’adresse d’un index, relative à la racine du site. */
export const cheminDeLIndex = ({ nom }: IndexPublie): string => `/data/${nom}.json`;
