import type { Manifeste } from '../src/domain/manifeste.ts';
import { TABLES_SOURCE } from '../src/domain/tables/index.ts';
import { verifierCoherence } from './check/coherence.ts';
import { ErreurDeDonnees, type Probleme } from './check/probleme.ts';
import { verifierRelations } from './check/relations.ts';
import { calculerMarts } from './marts/index.ts';
import { type Base, ouvrirBase } from './read/base.ts';
import { lireTable } from './read/table.ts';
import { publier } from './write/publier.ts';

/**
 * Lit et contrôle toutes les tables : cellules, clés et références, cohérence.
 * @returns tous les problèmes ; la base est chargée
 */
async function lireEtControler(base: Base, dossiers: readonly string[]): Promise<Probleme[]> {
  const problemes: Probleme[] = [];
  for (const table of TABLES_SOURCE) problemes.push(...(await lireTable(base, table, dossiers)));
  problemes.push(...(await verifierRelations(base, dossiers)));
  problemes.push(...(await verifierCoherence(base, dossiers)));
  return problemes;
}

const exigerSain = (problemes: readonly Probleme[]): void => {
  if (problemes.some(({ gravite }) => gravite === 'erreur')) throw new ErreurDeDonnees(problemes);
};

/**
 * Contrôle une édition sans rien écrire.
 * @throws ErreurDeDonnees avec tous les problèmes à la fois
 */
export async function controler(dossiers: readonly string[]): Promise<Probleme[]> {
  const base = await ouvrirBase();
  try {
    const problemes = await lireEtControler(base, dossiers);
    exigerSain(problemes);
    return problemes;
  } finally {
    base.fermer();
  }
}

/**
 * Construit une édition : CSV contrôlés, marts, Parquet et manifeste.
 * @param dossiers du plus général au plus particulier ; le dernier qui fournit une table gagne
 * @param sortie le dossier publié, intact si la construction échoue
 * @throws ErreurDeDonnees avec tous les problèmes à la fois
 */
export async function construire(dossiers: readonly string[], sortie: string): Promise<Manifeste> {
  const base = await ouvrirBase();
  try {
    exigerSain(await lireEtControler(base, dossiers));
    await calculerMarts(base);
    return await publier(base, sortie);
  } finally {
    base.fermer();
  }
}
