import { avecAnciens } from '../domain/filtre/anciens.ts';
import { type Entendue, entendre } from '../domain/filtre/entendre.ts';
import type { ValeursConnues } from '../domain/filtre/facettes.ts';
import { decoderFichier, type FichierIndex } from '../domain/filtre/fichier.ts';
import { creerFiltre, type Filtre, type Resultat } from '../domain/filtre/filtre.ts';
import type { LigneIndicateur } from '../domain/filtre/ligne.ts';
import { enEntier, type Selection, vueDe } from '../domain/filtre/selection.ts';
import type { TrouverLieux } from '../domain/recherche/lieux.ts';
import type { RechercheDOptions, Trouvailles } from '../domain/recherche/options.ts';
import { lireJson, uneFoisPar } from './lecture.ts';
import { lireLieux, lireRecherche } from './lire-recherche.ts';

export interface Sources {
  /** La dernière année scolaire. */
  readonly annee: string;
  readonly connues: ValeursConnues;
  /** Où lire l’index de chaque année scolaire. */
  readonly index: Readonly<Record<string, string>>;
  /** Où lire la recherche d’options, et les lieux qu’une question peut nommer. */
  readonly recherche: string;
  readonly lieux: string;
}

export interface ReponseDuTableau extends Entendue {
  readonly resultat: Resultat;
  /** Ce que la recherche a trouvé ; `null` si l’on ne cherche rien. */
  readonly trouvailles: Trouvailles | null;
  /** Les options elles-mêmes, et de quoi les chercher autrement. */
  readonly repertoire: RechercheDOptions;
}

export interface Repondant {
  /** La réponse, si l’index de son année est déjà lu ; sinon `null`. */
  surLeChamp(selection: Selection): ReponseDuTableau | null;
  /** Répond à une sélection, en lisant l’index de son année s’il le faut. */
  repondre(selection: Selection): Promise<ReponseDuTableau>;
  /** Toutes les lignes d’une sélection, si l’index de son année est déjà lu ; sinon `null`. */
  toutes(selection: Selection): readonly LigneIndicateur[] | null;
  /** Les mêmes, en lisant l’index s’il le faut, pour les emporter. */
  lignes(selection: Selection): Promise<readonly LigneIndicateur[]>;
  /** Va chercher l’index d’une année ; sans effet s’il est là. */
  preparer(annee?: string): Promise<void>;
}

type Repondre = (selection: Selection, lieux: TrouverLieux | null) => ReponseDuTableau;

/** Rend la main à la page entre deux travaux : une touche n’attend que le plus court. */
const souffler = (): Promise<void> => new Promise((suite) => setTimeout(suite));

async function lireIndex(
  adresse: string,
  connues: ValeursConnues,
  recherche: string,
): Promise<Repondre> {
  const [fichier, repertoire] = await Promise.all([
    lireJson<FichierIndex>(adresse),
    lireRecherche(recherche)(),
  ]);
  await souffler();
  const { lignes: toutes, lignees } = decoderFichier(fichier);
  await souffler();
  const reunies = creerFiltre(avecAnciens(toutes, lignees), connues);
  let seules: Filtre | undefined;
  return (selection, lieux) => {
    const entendue = entendre(selection, connues.zone, lieux);
    const trouvailles = repertoire.chercher(entendue.selection.q);
    if (!selection.anciens) seules ??= creerFiltre(toutes, connues);
    const filtrer = selection.anciens ? reunies : (seules ?? reunies);
    // Les regroupements se font sur toutes les lignes.
    const lignes = vueDe(entendue.selection) === 'lignes';
    const voulue = lignes ? entendue.selection : enEntier(entendue.selection);
    const resultat = filtrer(voulue, trouvailles?.codes ?? null);
    return { ...entendue, resultat, trouvailles, repertoire };
  };
}

/** Répond aux sélections du tableau : un index par année scolaire, lu quand on la demande. */
export function creerRepondant(sources: Sources): Repondant {
  const { annee: derniere, connues, index, recherche } = sources;
  const lus = new Map<string, Repondre>();
  let lieux: TrouverLieux | null = null;
  const anneeDe = ({ annee }: Pick<Selection, 'annee'>): string => annee || derniere;

  const lecture = uneFoisPar(async (annee: string) => {
    const lu = await lireIndex(index[annee] ?? '', connues, recherche);
    lus.set(annee, lu);
    return lu;
  });
  const lire = (annee: string): Promise<Repondre> => lecture(annee)();
  /** Les lieux ne se lisent qu’à la première question ; s’ils ne viennent pas, elle se cherche sans. */
  const lireLesLieux = async ({ q }: Selection): Promise<void> => {
    if (q.trim() === '' || lieux) return;
    lieux = await lireLieux(sources.lieux, recherche)().catch(() => null);
  };
  const repondre = async (selection: Selection): Promise<ReponseDuTableau> => {
    const [lu] = await Promise.all([lire(anneeDe(selection)), lireLesLieux(selection)]);
    return lu(selection, lieux);
  };

  return {
    surLeChamp: (selection) =>
      selection.q.trim() === '' || lieux
        ? (lus.get(anneeDe(selection))?.(selection, lieux) ?? null)
        : null,
    repondre,
    toutes: (selection) =>
      lus.get(anneeDe(selection))?.(enEntier(selection), lieux).resultat.lignes ?? null,
    lignes: async (selection) => (await repondre(enEntier(selection))).resultat.lignes,
    preparer: async (annee = derniere) => {
      await lire(annee);
    },
  };
}
