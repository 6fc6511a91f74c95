import type { Connues } from '../domain/filtre/facettes.ts';
import { decoderFichier, type FichierIndex } from '../domain/filtre/fichier.ts';
import { creerFiltre, type Resultat } from '../domain/filtre/filtre.ts';
import type { LigneIndicateur } from '../domain/filtre/ligne.ts';
import { enEntier, type Selection } from '../domain/filtre/selection.ts';
import { creerRecherche, type Trouvailles } from '../domain/recherche/options.ts';
import { derniereSeulement } from './derniere.ts';
import { type Demande, interroger } from './indicateurs.ts';
import { lireFichier } from './lecture.ts';
import type { Moteur } from './moteur.ts';

export interface Sources {
  /** L’année scolaire de l’index ; les autres se demandent au moteur. */
  readonly annee: string;
  readonly connues: Connues;
  /** Où lire l’index compact. */
  readonly index: string;
  /** Où lire les Parquet, par table. */
  readonly fichiers: Readonly<Record<string, string>>;
  /** Ce que le moteur a reçu, et doit recevoir, en octets. */
  readonly avancement?: (recus: number, total: number) => void;
}

/** Une autre année scolaire demande le moteur, et il n’a pas pu venir. */
export class MoteurAbsent extends Error {
  constructor() {
    super('Les années scolaires d’avant demandent le moteur de requêtes, qui n’a pas pu venir.');
    this.name = 'MoteurAbsent';
  }
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
  /** La même réponse, pour emporter les lignes : rien ne la dépasse. */
  lignes(selection: Selection): Promise<readonly LigneIndicateur[]>;
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

async function chargerMoteur({ fichiers, avancement }: Sources): Promise<Moteur> {
  const { moteurNavigateur } = await import('./engine.browser.ts');
  return moteurNavigateur(fichiers, avancement);
}

/**
 * Répond aux sélections en deux temps : le filtre de référence sur l’index compact d’abord,
 * DuckDB-WASM quand il est prêt, à l’identique.
 */
export function creerRepondant(sources: Sources): Repondant {
  const index = uneFois(() => lireIndex(sources));
  const charger = uneFois(() => chargerMoteur(sources));
  let moteur: Moteur | null = null;

  const chauffer = async (): Promise<boolean> => {
    try {
      moteur ??= await charger();
      return true;
    } catch {
      return false;
    }
  };

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
    const annee = selection.annee || sources.annee;
    const autreAnnee = annee !== sources.annee;
    if (autreAnnee && !(await chauffer())) throw new MoteurAbsent();
    const lu = await parMoteur({ annee, selection, codes });
    if (!lu && autreAnnee) throw new MoteurAbsent();
    if (lu) return { resultat: lu, trouvailles, par: 'moteur' };
    return { resultat: filtrer(selection, codes), trouvailles, par: 'index' };
  };

  return {
    repondre: derniereSeulement(repondre),
    preparer: async () => {
      await index();
    },
    lignes: async (selection) => (await repondre(enEntier(selection))).resultat.lignes,
    chauffer,
  };
}
