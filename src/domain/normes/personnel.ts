import { type RegleEncadrement, reglesDEncadrement } from './encadrement.ts';

/** Un nombre d’une table d’encadrement, et où il est écrit. */
export type Lu = { readonly valeur: number; readonly reference: string; readonly intitule: string };

function lireUn(
  regles: readonly RegleEncadrement[],
  edition: string,
  objet: string,
  population: string | null = null,
): Lu | null {
  const regle = reglesDEncadrement(regles, edition, objet).find(
    (r) => population === null || r.population === population,
  );
  const valeur = regle?.taux ?? regle?.valeur ?? null;
  return regle && valeur !== null
    ? { valeur, reference: regle.reference, intitule: regle.intitule }
    : null;
}

export type Age = 'moins-17' | 'moins-18' | 'plus-18';

/** Heures de stage, de convention ou de contrat à accomplir dans l’année pour qu’un élève compte dans
 * l’accompagnement, passé ses six premiers mois. Source : circulaire 7282, VIII.III.1. */
export const heuresAAccomplir = (
  regles: readonly RegleEncadrement[],
  edition: string,
  age: Age,
): Lu | null => lireUn(regles, edition, 'heures', age);

/**
 * Périodes de complément que preste un professeur de pratique professionnelle pour ses périodes de
 * cours, au prorata, arrondies vers le haut ; `null` au-delà d’une charge complète. Source : circulaire 7282, VIII.VII.
 */
export function complementDePratique(
  regles: readonly RegleEncadrement[],
  edition: string,
  degre: 'D2' | 'D3',
  cours: number,
): Lu | null {
  const imputees = lireUn(regles, edition, 'pp-imputees', degre);
  const prestees = lireUn(regles, edition, 'pp-prestees');
  // Le tableau s’arrête à une charge complète.
  if (!imputees || !prestees || cours > imputees.valeur) return null;
  const ecart = prestees.valeur - imputees.valeur;
  return {
    valeur: Math.ceil((cours * ecart) / imputees.valeur),
    reference: imputees.reference,
    intitule: `${cours} périodes de cours : ${prestees.valeur} prestées pour ${imputees.valeur} imputées, au prorata, arrondi vers le haut`,
  };
}

/** Élèves en alternance qui comptent pour le chef d’atelier, dans un secteur ou un groupe et une
 * forme (`2-TQ`, `61-63-P`). Source : circulaire 7282, VIII.VI. */
export function elevesDAtelier(
  regles: readonly RegleEncadrement[],
  edition: string,
  ou: string,
  eleves: number,
): Lu | null {
  const lu = lireUn(regles, edition, 'atelier', ou);
  return lu && { ...lu, valeur: Math.round(lu.valeur * eleves * 10) / 10 };
}

/** Élèves en alternance qui comptent pour les éducateurs, l’administration et la sous-direction.
 * Source : circulaire 7282, VIII.V. */
export function elevesDuPersonnel(
  regles: readonly RegleEncadrement[],
  edition: string,
  eleves: number,
): Lu | null {
  const lu = lireUn(regles, edition, 'personnel');
  return lu && { ...lu, valeur: lu.valeur * eleves };
}
