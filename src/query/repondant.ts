import { avecAnciens } from '../domain/filtre/anciens.ts';
import type { ValeursConnues } from '../domain/filtre/facettes.ts';
import { decoderFichier, type FichierIndex } from '../domain/filtre/fichier.ts';
import { creerFiltre, type Filtre, type Resultat } from '../domain/filtre/filtre.ts';
import type { LigneIndicateur } from '../domain/filtre/ligne.ts';
import { enEntier, type Selection } from '../domain/filtre/selection.ts';
import type { Trouvailles } from '../domain/recherche/options.ts';
import { lireJson, uneFoisPar } from './lecture.ts';
import { lireRecherche } from './lire-recherche.ts';

export interface Sources {
  /** La dernière année scolaire. */
  readonly annee: string;
  readonly connues: ValeursConnues;
  /** Où lire l’index de chaque année scolaire. */
  readonly index: Readonly<Record<string, string>>;
  /** Où lire la recherche d’options. */
  readonly recherche: string;
}

export interface ReponseDuTableau {
  readonly resultat: Resultat;
  /** Ce que la recherche a trouvé ; `null` si l’on ne cherche rien. */
  readonly trouvailles: Trouvailles | null;
}

export interface Repondant {
  /** La réponse, si l’index de son année est déjà lu ; sinon `null`. */
  surLeChamp(selection: Selection): ReponseDuTableau | null;
  /** Répond à une sélection, en lisant l’index de son année s’il le faut. */
  repondre(selection: Selection): Promise<ReponseDuTableau>;
  /** Toutes les lignes d’une sélection, pour les emporter. */
  lignes(selection: Selection): Promise<readonly LigneIndicateur[]>;
  /** Va chercher l’index d’une année ; sans effet s’il est là. */
  preparer(annee?: string): Promise<void>;
}

type Repondre = (selection: Selection) => ReponseDuTableau;

/** Rend la main à la page entre deux travaux : une touche n’attend que le plus court. */
const souffler = (): Promise<void> => new Promise((suite) => setTimeout(suite));

async function lireIndex(
  adresse: string,
  connues: ValeursConnues,
  recherche: string,
): Promise<Repondre> {
  const [fichier, { chercher }] = await Promise.all([
    lireJson<FichierIndex>(adresse),
    lireRecherche(recherche)(),
  ]);
  await souffler();
  const { lignes, lignees } = decoderFichier(fichier);
  await souffler();
  const reunies = creerFiltre(avecAnciens(lignes, lignees), connues);
  let seules: Filtre | undefined;
  return (selection) => {
    const trouvailles = chercher(selection.q);
    if (!selection.anciens) seules ??= creerFiltre(lignes, connues);
    const filtrer = selection.anciens ? reunies : (seules ?? reunies);
    return { resultat: filtrer(selection, trouvailles?.codes ?? null), trouvailles };
  };
}

/** Répond aux sélections du tableau : un index par année scolaire, lu quand on la demande. */
export function creerRepondant({ annee: derniere, connues, index, recherche }: Sources): Repondant {
  const lus = new Map<string, Repondre>();
  const anneeDe = ({ annee }: Pick<Selection, 'annee'>): string => annee || derniere;

  const lecture = uneFoisPar(async (annee: string) => {
    const lu = await lireIndex(index[annee] ?? '', connues, recherche);
    lus.set(annee, lu);
    return lu;
  });
  const lire = (annee: string): Promise<Repondre> => lecture(annee)();

  return {
    surLeChamp: (selection) => lus.get(anneeDe(selection))?.(selection) ?? null,
    repondre: async (selection) => (await lire(anneeDe(selection)))(selection),
    lignes: async (selection) =>
      (await lire(anneeDe(selection)))(enEntier(selection)).resultat.lignes,
    preparer: async (annee = derniere) => {
      await lire(annee);
    },
  };
}
