import { couvre } from './cellule.ts';
import { reglesDe } from './edition.ts';
import { groupementsPossibles, horsDuMode, modesPossibles } from './modes.ts';
import { objetsDe, optionSelon } from './objet.ts';
import { type BesoinDeZone, choixDeNorme } from './preferentielle.ts';
import { motifDuSilence } from './silence.ts';
import { type7eDe } from './type7e.ts';
import type {
  Groupement,
  Mode,
  ModeDeCreation,
  Norme,
  OptionNormee,
  RegleCreation,
} from './types.ts';

export type ContexteDeCreation = BesoinDeZone & {
  readonly mode: ModeDeCreation;
  readonly groupement: Groupement;
  /** Édition des règles, si elles n’ont pas déjà été choisies. */
  readonly edition?: string | undefined;
  /** Option qui a un incitant IPIEQ : une part de la norme suffisait en 2019. */
  readonly incitantIpieq?: boolean | undefined;
};

export type NormeParGroupement = {
  readonly mode: Mode;
  readonly groupement: Groupement;
  readonly norme: Norme;
};

/** Année d’études où compter, par ordre de préférence : une option de 5e-6e se crée en 5e selon
 * l’édition de 2019, en 4e depuis que le 3e degré dure trois ans (circulaire 9146, § 5.3). */
const ANNEES_DE_CREATION: Readonly<Record<string, readonly number[]>> = {
  '3': [3],
  '4-5-6': [4],
  '5-6': [5, 4],
  '7': [7],
};

function regleDeLOption(
  regles: readonly RegleCreation[],
  option: OptionNormee,
  contexte: ContexteDeCreation,
): RegleCreation | undefined {
  const type7e = type7eDe(option);
  for (const annee of ANNEES_DE_CREATION[option.annees ?? ''] ?? []) {
    const deLAnnee = regles.filter((r) => r.objet === 'option' && r.annee === annee);
    if (deLAnnee.length === 0) continue;
    return deLAnnee.find(
      (r) =>
        couvre(r.forme, option.forme || null) &&
        couvre(r.type_7e, type7e) &&
        couvre(r.mode, contexte.mode) &&
        couvre(r.groupement, contexte.groupement),
    );
  }
  return undefined;
}

function valeurDe(regle: RegleCreation, generale: number, contexte: ContexteDeCreation): Norme {
  const choix = choixDeNorme(regle, generale, contexte);
  const motif = regle.precision ? `${choix.motif} ; ${regle.precision}` : choix.motif;
  const { reference, edition, nature } = regle;
  const part = contexte.incitantIpieq ? regle.part_ipieq : null;
  const base = { genre: 'valeur' as const, regle: regle.regle, reference, edition, nature };
  const { valeur, autreValeur: autre } = choix;
  if (part === null) {
    return { ...base, valeur, ...(autre !== undefined && { autreValeur: autre }), motif };
  }
  const incitant = `incitant IPIEQ : ${Math.round(part * 100)} % de ${choix.valeur}`;
  return {
    ...base,
    valeur: Math.ceil(choix.valeur * part),
    ...(autre !== undefined && { autreValeur: Math.ceil(autre * part) }),
    motif: `${motif} ; ${incitant}, arrondi vers le haut faute de précision`,
  };
}

/**
 * Norme de création d’une option : le nombre d’élèves inscrits au 1er octobre de l’ouverture.
 *
 * @param inscrite l’option du répertoire ; une édition de 2019 la lit telle qu’elle y était
 * @param regles celles de la campagne (`reglesEnVigueur`), ou toutes si le contexte nomme une édition.
 * @returns exactement une réponse, jamais d’erreur ; le texte muet donne `non_prevu` et sa raison.
 * Source : circulaire 9146, § 6 ; circulaire 7282, VI.III ; arrêté du 29 août 2018, art. 6, § 3.
 */
export function normeDeCreation(
  regles: readonly RegleCreation[],
  inscrite: OptionNormee,
  contexte: ContexteDeCreation,
): Norme {
  const enVigueur = reglesDe(regles, contexte.edition);
  const premiere = enVigueur[0];
  const edition = premiere?.edition ?? contexte.edition ?? '';
  const option = optionSelon(inscrite, edition);
  const silence = {
    genre: 'non_prevu' as const,
    reference: premiere?.texte ?? '',
    edition,
    nature: premiere?.nature ?? 'transcription',
  };

  const generique = objetsDe(option)
    .filter((objet) => objet !== 'option')
    .flatMap((objet) => enVigueur.find((r) => r.objet === objet) ?? [])[0];
  if (generique) {
    const { regle, reference, nature } = generique;
    const motif = generique.precision ?? '';
    return generique.genre === 'sans_norme'
      ? { genre: 'sans_norme', regle, motif, reference, edition, nature }
      : { ...silence, motif, reference };
  }

  const { mode, groupement } = contexte;
  if (mode !== 'PE-puis-ALT' && !modesPossibles(option).includes(mode)) {
    return { ...silence, motif: horsDuMode(option, mode) };
  }
  const regle = regleDeLOption(enVigueur, option, contexte);
  if (!regle || regle.generale === null) {
    const motif = motifDuSilence('création', enVigueur, option, mode, groupement);
    return { ...silence, motif };
  }
  return valeurDe(regle, regle.generale, contexte);
}

/** Toutes les normes d’une option dans une zone : une réponse par mode et par groupement. */
export function normesApplicables(
  regles: readonly RegleCreation[],
  option: OptionNormee,
  contexte: Omit<ContexteDeCreation, 'mode' | 'groupement'>,
): readonly NormeParGroupement[] {
  return modesPossibles(option).flatMap((mode) =>
    groupementsPossibles(option).map((groupement) => ({
      mode,
      groupement,
      norme: normeDeCreation(regles, option, { ...contexte, mode, groupement }),
    })),
  );
}
