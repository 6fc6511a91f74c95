import { premiereAnnee, rentree } from '../annees.ts';
import type { Eloignement, RegleDeDensite } from './distance.ts';
import { editionAu } from './edition.ts';
import { auPlus, type EffectifDAnnee, effectifCompte } from './effectif.ts';
import { type NormeDeMaintien, normeDeMaintien, type RegleMaintien } from './maintien.ts';
import type { Mode, OptionNormee } from './types.ts';

export type InscriptionRelevee = EffectifDAnnee & { readonly annee_scolaire: string };

/** Une option d’une implantation, ses élèves par année scolaire, et ce qu’on sait du lieu. */
export type OptionSuivie = {
  readonly option: OptionNormee;
  /** Années scolaires observées, dans l’ordre. */
  readonly annees: readonly string[];
  /** Celles dont l’offre n’est pas connue là où elle est organisée. */
  readonly inconnues?: ReadonlySet<string> | undefined;
  readonly inscriptions: readonly InscriptionRelevee[];
  /** Où elle est, une année scolaire ; sans réponse, le lieu n’est pas connu. */
  readonly lieuEn?: ((anneeScolaire: string) => Eloignement) | undefined;
  readonly lieeACpu?: boolean | undefined;
};

export type TablesDeNormes = {
  readonly regles: readonly RegleMaintien[];
  readonly densites: readonly RegleDeDensite[];
};

/** Ce que le 15 janvier d’une année scolaire apprend d’une option. */
export type Releve = {
  readonly mode: Mode;
  readonly norme: NormeDeMaintien;
  readonly eleves: number;
  /** Le plus qu’ils puissent être : autant, sauf si des effectifs sont tus. */
  readonly auPlus: number;
  /** Des élèves dans la première année du degré. */
  readonly organisee: boolean;
  /** Années que dure le degré : la norme ne s’applique que lorsqu’il est complet. */
  readonly duree: number;
  readonly reserves: readonly string[];
};

const LIEU_INCONNU: Eloignement = { densite: null, km: null };
const LIEU_DE_L_EDITION =
  'densité de 2001 estimée, distance aux seuls établissements que l’édition connaît';

/** Années d’études qu’une option a vraiment suivies : en 4-5-6 dès qu’elle a eu des élèves de 4e. */
function anneesSuivies(suivie: OptionSuivie, anneeScolaire: string): string | null {
  const { annees } = suivie.option;
  const dejaEn4e = suivie.inscriptions.some(
    (i) => i.annee_etude === 4 && i.eleves > 0 && i.annee_scolaire <= anneeScolaire,
  );
  const enDeuxAns = annees === '4-5-6' && premiereAnnee(annees, anneeScolaire, dejaEn4e) === 5;
  return enDeuxAns ? '5-6' : annees;
}

function modeDe(lignes: readonly InscriptionRelevee[], precedent: Mode): Mode {
  const pe = lignes.some((l) => l.mode === 'PE');
  const alt = lignes.some((l) => l.mode === 'ALT');
  if (pe && alt) return 'PE-ALT';
  if (alt) return 'ALT';
  return pe ? 'PE' : precedent;
}

/** Les élèves d’une année scolaire, en laissant de côté les lignes vides. */
export function lignesDe(
  suivie: OptionSuivie,
  anneeScolaire: string,
): readonly InscriptionRelevee[] {
  return suivie.inscriptions.filter((i) => i.annee_scolaire === anneeScolaire && i.eleves > 0);
}

/** Le relevé d’une année scolaire, sous les règles qui valaient au 15 janvier ou, à défaut, sous
 * les dernières connues. */
export function releveDe(
  tables: TablesDeNormes,
  suivie: OptionSuivie,
  anneeScolaire: string,
  modePrecedent: Mode,
): Releve {
  const lignes = lignesDe(suivie, anneeScolaire);
  const mode = modeDe(lignes, modePrecedent);
  const annees = anneesSuivies(suivie, anneeScolaire);
  const choix = editionAu(tables.regles, `${rentree(anneeScolaire) + 1}-01-15`);
  // Les années suivies se lisent dans les élèves, non au répertoire de 2019.
  const option = { ...suivie.option, annees, annees_2019: null };
  const lieu = suivie.lieuEn?.(anneeScolaire) ?? LIEU_INCONNU;
  const norme = normeDeMaintien(tables.regles, tables.densites, option, {
    mode,
    groupement: 'seule',
    lieu,
    lieeACpu: suivie.lieeACpu,
    edition: choix?.edition,
  });
  const horsDate = choix?.exacte === false;
  const regle = norme.genre === 'non_prevu' ? undefined : norme.regle;
  const selonLeLieu = tables.regles.some((r) => r.regle === regle && (r.distance || r.densite));
  const premiere = Number(annees?.split('-')[0]);
  return {
    mode,
    norme,
    eleves: effectifCompte(lignes, norme.compte, mode),
    auPlus: effectifCompte(auPlus(lignes), norme.compte, mode),
    organisee: lignes.some((l) => Number.isNaN(premiere) || l.annee_etude === premiere),
    duree: Math.max(annees?.split('-').length ?? 1, norme.compte.length),
    reserves: [
      ...norme.reserves,
      ...(selonLeLieu ? [LIEU_DE_L_EDITION] : []),
      ...(horsDate ? [`règles de ${choix.edition}, faute de texte pour ${anneeScolaire}`] : []),
    ],
  };
}
