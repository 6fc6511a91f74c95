import { type CleFacette, NON_PRECISE } from '../domain/filtre/facettes.ts';
import type { CleTri } from '../domain/filtre/tri.ts';

const ouNonPrecise = (colonne: string): string => `coalesce(${colonne}, '${NON_PRECISE}')`;

/** La valeur d’une facette en SQL ; une liste quand une ligne en porte plusieurs. */
export const EXPRESSIONS: Readonly<Record<CleFacette, string | { readonly liste: string }>> = {
  zone: 'zone::VARCHAR',
  besoin: {
    liste: `CASE WHEN tc_fc THEN ['tc-fc', 'tc', 'fc'] WHEN tc THEN ['tc'] WHEN fc THEN ['fc']
      ELSE ['aucun'] END`,
  },
  secteur: 'secteur::VARCHAR',
  groupe: 'groupe::VARCHAR',
  filiere: ouNonPrecise('filiere'),
  organisee: `CASE WHEN occurrences > 0 THEN 'oui' ELSE 'non' END`,
  forme: ouNonPrecise('forme'),
  annees: ouNonPrecise('annees'),
  profil: { liste: `string_split(${ouNonPrecise('profils')}, ' ')` },
  statut: 'statut',
  caractere: {
    liste: `CASE WHEN occurrences_confessionnel > 0 AND occurrences_non_confessionnel > 0
      THEN ['confessionnel', 'non-confessionnel']
      WHEN occurrences_confessionnel > 0 THEN ['confessionnel']
      WHEN occurrences_non_confessionnel > 0 THEN ['non-confessionnel'] ELSE [] END`,
  },
  maintien: {
    liste: `list_concat(list_concat(
      CASE WHEN occurrences_sous_norme > 0 THEN ['sous'] ELSE [] END,
      CASE WHEN occurrences_norme_atteinte > 0 THEN ['atteinte'] ELSE [] END),
      CASE WHEN occurrences > occurrences_sous_norme + occurrences_norme_atteinte
      THEN ['sans'] ELSE [] END)`,
  },
  // Les mêmes dixièmes que le filtre de référence : il les compte en entiers.
  tendance: {
    liste: `CASE WHEN eleves_debut IS NULL OR eleves IS NULL OR (eleves_debut = 0 AND eleves = 0)
      THEN [] WHEN eleves_debut = 0 THEN ['nouvelle'] WHEN eleves = 0 THEN ['disparue']
      WHEN eleves * 10 >= eleves_debut * 11 THEN ['hausse']
      WHEN eleves * 10 <= eleves_debut * 9 THEN ['baisse'] ELSE ['stable'] END`,
  },
  option: 'code_obg',
};

/** La valeur d’une clé de tri en SQL, la même que celle du filtre de référence. */
export const CLES_DE_TRI: Readonly<Record<CleTri, string>> = {
  code: 'code_obg',
  intitule: 'lower(strip_accents(intitule))',
  zone: 'zone',
  secteur: 'secteur',
  groupe: 'groupe',
  filiere: 'filiere',
  forme: 'forme',
  annees: 'annees',
  statut: 'statut',
  occurrences: 'occurrences',
  eleves: 'eleves',
  'premiere-annee': 'eleves_premiere_annee',
  confessionnel: 'occurrences_confessionnel',
  'non-confessionnel': 'occurrences_non_confessionnel',
  moyenne: 'CASE WHEN occurrences > 0 THEN eleves::DOUBLE / occurrences END',
  tendance: 'CASE WHEN eleves_debut > 0 THEN (eleves - eleves_debut)::DOUBLE / eleves_debut END',
  maintien: 'occurrences_sous_norme',
  profil: 'profils',
  reserve: 'reserve',
  tc: 'CASE WHEN tc THEN 0 ELSE 1 END',
  fc: `(CASE WHEN fc_quantitative THEN 0 ELSE 2 END)
    + (CASE WHEN fc_structurelle THEN 0 ELSE 1 END)`,
  besoin: 'CASE WHEN tc_fc THEN 0 WHEN tc THEN 1 WHEN fc THEN 2 ELSE 3 END',
  norme: 'norme_creation',
  'norme-alt': 'norme_creation_alt',
};
