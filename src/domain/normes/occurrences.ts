import type { Trivalent } from '../connaissance.ts';
import { enNombre } from '../nombres.ts';
import type { ParametreDeNorme } from './parametres.ts';
import { parametre } from './parametres.ts';

/** Élèves d’une option en 5e au 15 janvier, dans un établissement de la zone. */
export type EtablissementCompte = {
  readonly pe: number;
  readonly alt: number;
  /** L’établissement organise l’option en plein exercice, fût-ce dans une autre année. */
  readonly enPleinExercice: boolean;
};

export type DemandeHorsTc = {
  readonly tc: Trivalent;
  /** Occurrences en plein exercice dans la zone au 1er octobre de l’année de la demande ; `null` :
   * pas dites. */
  readonly occurrencesPE: number | null;
  /** `false` : comptées à une autre date, faute de mieux. */
  readonly au1erOctobre: boolean;
  /** Les établissements de la zone, une liste par année scolaire précédente. */
  readonly annees: readonly (readonly EtablissementCompte[])[];
  /** Norme de création de l’option ; `null` : pas connue, ou elle n’en a pas. */
  readonly norme: number | null;
};

export type RegleDesOccurrences = {
  readonly genre: 'sans_objet' | 'autorisee' | 'derogation_necessaire' | 'indeterminee';
  /** Élèves de 5e par établissement, sur deux ans. */
  readonly moyenne: number | null;
  readonly seuil: number | null;
  readonly motif: string;
  readonly reference: string;
  readonly reserves: readonly string[];
};

/** Élèves retenus : ceux de l’alternance ne comptent que là où l’option existe aussi en plein
 * exercice. */
const retenus = (e: EtablissementCompte): number => e.pe + (e.enPleinExercice ? e.alt : 0);

/** Moyenne d’élèves par établissement qui en scolarise au moins un ; 0 s’il n’y en a aucun. */
export function moyenneAnnuelle(etablissements: readonly EtablissementCompte[]): number {
  const eleves = etablissements.map(retenus).filter((n) => n > 0);
  if (eleves.length === 0) return 0;
  return eleves.reduce((total, n) => total + n, 0) / eleves.length;
}

/** Ce qu’on ne sait pas et qui dispenserait de la règle. */
function saufSi({ tc, occurrencesPE }: DemandeHorsTc, plancher: number): string {
  const cas = [
    ...(tc === null ? ['si l’option est TC'] : []),
    ...(occurrencesPE === null ? [`si la zone en a moins de ${plancher} en plein exercice`] : []),
  ];
  return cas.length === 0 ? '' : `, sauf ${cas.join(', ou ')}`;
}

/**
 * Une option hors thématique commune, déjà organisée deux fois dans la zone, ne se programme que si
 * elle y réunit deux fois la norme de création, en moyenne sur deux ans ; la règle souffre une
 * dérogation sur critères géographiques ou d’équilibre entre caractères.
 * Source : circulaire 7282, VI.II.1 ; arrêté du 15 mars 1993, art. 24, § 3.
 */
export function regleDesOccurrences(
  parametres: readonly ParametreDeNorme[],
  demande: DemandeHorsTc,
): RegleDesOccurrences {
  const plancher = parametre(parametres, 'occurrences-plancher');
  const facteur = parametre(parametres, 'occurrences-facteur');
  const duree = parametre(parametres, 'occurrences-annees');
  const reference = plancher?.reference ?? '';
  const reserves = demande.au1erOctobre
    ? []
    : ['occurrences comptées au 15 janvier, la règle les compte au 1er octobre'];
  const vide = { moyenne: null, seuil: null, reference, reserves };
  if (!plancher || !facteur || !duree) {
    return { ...vide, genre: 'indeterminee', motif: 'la règle n’est pas dans cette édition' };
  }
  if (demande.tc) {
    return { ...vide, genre: 'sans_objet', motif: 'option en thématique commune', reserves: [] };
  }
  if (demande.occurrencesPE !== null && demande.occurrencesPE < plancher.valeur) {
    const motif = `moins de ${plancher.valeur} occurrences en plein exercice dans la zone`;
    return { ...vide, genre: 'sans_objet', motif };
  }
  if (demande.norme === null) {
    return { ...vide, genre: 'indeterminee', motif: 'norme de création de l’option non connue' };
  }
  if (demande.annees.length !== duree.valeur) {
    const motif = `il faut les élèves de ${duree.valeur} années scolaires`;
    return { ...vide, genre: 'indeterminee', motif };
  }
  const somme = demande.annees.reduce((total, annee) => total + moyenneAnnuelle(annee), 0);
  const moyenne = somme / duree.valeur;
  const seuil = facteur.valeur * demande.norme;
  const autorisee = moyenne >= seuil;
  const constat = `${enNombre(moyenne, 2)} élèves de 5e par établissement en moyenne sur deux ans`;
  const calculee = { moyenne, seuil, reference, reserves };
  if (autorisee) {
    return { ...calculee, genre: 'autorisee', motif: `${constat}, au moins ${seuil}` };
  }
  const tue = saufSi(demande, plancher.valeur);
  return {
    ...calculee,
    genre: tue === '' ? 'derogation_necessaire' : 'indeterminee',
    motif: `${constat}, moins de ${seuil} : dérogation sur critères géographiques ou d’équilibre${tue}`,
  };
}

/** Dernière année civile pour créer au 3e degré une option du même secteur, après l’avoir créée au
 * 2e. Source : circulaire 7282, VI.II.1. */
export function suiteAu3eDegre(
  parametres: readonly ParametreDeNorme[],
  creationAu2eDegre: number,
): number | null {
  const delai = parametre(parametres, 'suite-d3');
  return delai ? creationAu2eDegre + delai.valeur : null;
}
