import type { Connues } from '../domain/filtre/facettes.ts';
import { decoderFichier, type FichierIndex } from '../domain/filtre/fichier.ts';
import { creerFiltre, type Resultat } from '../domain/filtre/filtre.ts';
import type { Selection } from '../domain/filtre/selection.ts';
import { creerRecherche, type Trouvailles } from '../domain/recherche/options.ts';
import { derniereSeulement } from './derniere.ts';
import { type Demande, interroger } from './indicateurs.ts';
import { lireFichier } from './lecture.ts';
import type { Moteur } from './moteur.ts';

export interface Sources {
  readonly annee: string;
  readonly connues: Connues;
  /** Où lire l’index compact. */
  readonly index: string;
  /** Où lire les Parquet, par table. */
  readonly fichiers: Readonly<Record<string, string>>;
}

export interface Reponse {
  readonly resultat: Resultat;
  /** Ce que la recherche a trouvé ; `null` si l’on ne cherche rien. */
  readonly trouvailles: Trouvailles | null;
  readonly par: 'index' | 'moteur';
}

export interface Repondant {
  /**
   * Répond à une sélection, par l’index tant que le moteur n’est pas prêt.
   * @returns `null` si une demande plus récente l’a dépassée
   */
  repondre(selection: Selection): Promise<Reponse | null>;
  /** Va chercher l’index ; sans effet s’il est là. */
  preparer(): Promise<void>;
  /** Charge le moteur ; s’il ne se charge pas, l’index continue de répondre. */
  chauffer(): Promise<boolean>;
}

const uneFois = <T>(charger: () => Promise<T>) => {
  let promesse: Promise<T> | undefined;
  return (): Promise<T> => {
    promesse ??= charger().catch((cause) => {
      promesse = undefined;
      throw cause;
    });
    return promesse;
  };
};

async function lireIndex({ index, connues }: Sources) {
  const reponse = await lireFichier(index);
  const { lignes, options } = decoderFichier((await reponse.json()) as FichierIndex);
  return { filtrer: creerFiltre(lignes, connues), chercher: creerRecherche(options) };
}

async function chargerMoteur({ fichiers }: Sources): Promise<Moteur> {
  const { moteurNavigateur } = await import('./engine.browser.ts');
  return moteurNavigateur(fichiers);
}

/**
 * Répond aux sélections en deux temps : le filtre de référence sur l’index compact d’abord,
 * DuckDB-WASM quand il est prêt, à l’identique.
 */
export function creerRepondant(sources: Sources): Repondant {
  const index = uneFois(() => lireIndex(sources));
  const charger = uneFois(() => chargerMoteur(sources));
  let moteur: Moteur | null = null;

  const parMoteur = async (demande: Demande): Promise<Resultat | null> => {
    if (!moteur) return null;
    try {
      return await interroger(moteur, demande, sources.connues);
    } catch {
      moteur = null;
      return null;
    }
  };

  const repondre = async (selection: Selection): Promise<Reponse> => {
    const { filtrer, chercher } = await index();
    const trouvailles = chercher(selection.q);
    const codes = trouvailles?.codes ?? null;
    const lu = await parMoteur({ annee: sources.annee, selection, codes });
    if (lu) return { resultat: lu, trouvailles, par: 'moteur' };
    return { resultat: filtrer(selection, codes), trouvailles, par: 'index' };
  };

  return {
    repondre: derniereSeulement(repondre),
    preparer: async () => {
      await index();
    },
    chauffer: async () => {
      try {
        moteur = await charger();
        return true;
      } catch {
        return false;
      }
    },
  };
}
