import type { Connues } from '../domain/filtre/facettes.ts';
import { decoderFichier, type FichierIndex } from '../domain/filtre/fichier.ts';
import { creerFiltre, type Resultat } from '../domain/filtre/filtre.ts';
import type { LigneIndicateur } from '../domain/filtre/ligne.ts';
import { enEntier, type Selection } from '../domain/filtre/selection.ts';
import { creerRecherche, type Trouvailles } from '../domain/recherche/options.ts';
import { derniereSeulement } from './derniere.ts';
import { interroger } from './indicateurs.ts';
import { EditionDepassee, LectureRatee, lireJson, uneFois } from './lecture.ts';
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
export class MoteurAbsent extends LectureRatee {
  override name = 'MoteurAbsent';
  constructor() {
    super('Les années scolaires d’avant demandent le moteur de requêtes, qui n’a pas pu venir.');
  }
}

export interface Reponse {
  readonly resultat: Resultat;
  /** Ce que la recherche a trouvé ; `null` si l’on ne cherche rien. */
  readonly trouvailles: Trouvailles | null;
  readonly par: 'index' | 'moteur';
}

export interface Repondant {
  /** La réponse de l’index, s’il est déjà lu et si la sélection est de son année ; sinon `null`. */
  surLeChamp(selection: Selection): Reponse | null;
  /**
   * Répond à une sélection : par l’index pour la dernière année, par le moteur pour les autres.
   * @returns `null` si une demande plus récente l’a dépassée
   * @throws MoteurAbsent si le moteur est nécessaire et ne vient pas
   */
  repondre(selection: Selection): Promise<Reponse | null>;
  /** La même réponse, pour emporter les lignes : rien ne la dépasse. */
  lignes(selection: Selection): Promise<readonly LigneIndicateur[]>;
  /** Va chercher l’index ; sans effet s’il est là. */
  preparer(): Promise<void>;
  /** Charge le moteur, que les années d’avant demandent ; sans effet s’il est là. */
  chauffer(): Promise<void>;
}

/** Rend la main à la page entre deux travaux : une touche n’attend que le plus court. */
const souffler = (): Promise<void> => new Promise((suite) => setTimeout(suite));

async function lireIndex({ index, connues }: Sources) {
  const fichier = await lireJson<FichierIndex>(index);
  await souffler();
  const { lignes, options } = decoderFichier(fichier);
  await souffler();
  const chercher = creerRecherche(options);
  await souffler();
  const filtrer = creerFiltre(lignes, connues);
  const repondre = (selection: Selection): Reponse => {
    const trouvailles = chercher(selection.q);
    const resultat = filtrer(selection, trouvailles?.codes ?? null);
    return { resultat, trouvailles, par: 'index' };
  };
  return { chercher, repondre };
}

type Index = Awaited<ReturnType<typeof lireIndex>>;

async function chargerMoteur({ fichiers, avancement }: Sources): Promise<Moteur> {
  const { moteurNavigateur } = await import('./engine.browser.ts');
  return moteurNavigateur(fichiers, avancement);
}

/**
 * Deux réponses pour une même vérité, que les tests tiennent égales. L’index compact répond pour la
 * dernière année : plus vite que le moteur, et sans faire venir ses 2,7 Mo. DuckDB-WASM répond pour
 * les autres années.
 */
export function creerRepondant(sources: Sources): Repondant {
  let lu: Index | null = null;
  const index = uneFois(async () => {
    lu = await lireIndex(sources);
    return lu;
  });
  const moteur = uneFois(() => chargerMoteur(sources));

  const parIndex = async (selection: Selection): Promise<Reponse> =>
    (await index()).repondre(selection);

  const parMoteur = async (selection: Selection): Promise<Reponse> => {
    const charge = moteur();
    charge.catch(() => {});
    const { chercher } = await index();
    const trouvailles = chercher(selection.q);
    const demande = { annee: selection.annee, selection, codes: trouvailles?.codes ?? null };
    try {
      const resultat = await interroger(await charge, demande, sources.connues);
      return { resultat, trouvailles, par: 'moteur' };
    } catch (cause) {
      throw cause instanceof EditionDepassee ? cause : new MoteurAbsent();
    }
  };

  const deLIndex = ({ annee }: Selection): boolean => annee === '' || annee === sources.annee;
  const derniere = derniereSeulement(parMoteur);

  return {
    surLeChamp: (selection) => (lu && deLIndex(selection) ? lu.repondre(selection) : null),
    repondre: (selection) => (deLIndex(selection) ? parIndex(selection) : derniere(selection)),
    preparer: async () => {
      await index();
    },
    lignes: async (selection) => {
      const entiere = enEntier(selection);
      const { resultat } = await (deLIndex(entiere) ? parIndex(entiere) : parMoteur(entiere));
      return resultat.lignes;
    },
    chauffer: async () => {
      await moteur();
    },
  };
}
