import { avecAnciens } from '../domain/filtre/anciens.ts';
import { encoderFichier } from '../domain/filtre/fichier.ts';
import type { LigneIndicateur } from '../domain/filtre/ligne.ts';
import { lireIndicateurs } from './indicateurs.ts';
import type { Moteur } from './moteur.ts';
import { type FichierPublie, publierJson } from './publication.ts';

/** L’index d’une année scolaire, et son fichier. */
export interface IndexPublie extends FichierPublie {
  readonly annee: string;
  /** Chaque code à part, puis les anciens codes réunis à ceux qui les remplacent. */
  readonly seules: readonly LigneIndicateur[];
  readonly reunies: readonly LigneIndicateur[];
}

async function indexDe(moteur: Moteur, annee: string): Promise<IndexPublie> {
  const { lignes, lignees } = await lireIndicateurs(moteur, annee);
  const index = encoderFichier(lignes, lignees);
  return {
    ...(await publierJson(`indicateurs-${annee}`, index)),
    annee,
    seules: lignes,
    reunies: avecAnciens(lignes, lignees),
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
