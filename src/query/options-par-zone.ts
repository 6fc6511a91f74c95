import type { Trivalent } from '../domain/connaissance.ts';
import type { Effectif } from '../domain/effectif.ts';
import { STATUTS_ORGANISABLES } from '../domain/tables/valeurs.ts';
import { sommeDesTus, tusDuTotal } from './masques.ts';
import { type Requete, requete } from './moteur.ts';

/** Une option du répertoire dans une zone, organisée ou non, une année scolaire. */
export interface OptionDeZone extends Effectif {
  readonly code_obg: string;
  readonly zone: number;
  readonly intitule: string;
  readonly secteur: number;
  readonly groupe: number;
  /** Une des options du répertoire organisables. */
  readonly organisable: boolean;
  /** L’offre de la zone n’est pas connue : « 0 » n’y veut pas dire non organisée. */
  readonly inconnue?: boolean;
  /** Un autre code la remplace. */
  readonly remplacee: boolean;
  /** Les implantations, chacune une fois. */
  readonly occurrences: number;
  /** `null` : le caractère n’en est pas connu. */
  readonly confessionnel: number | null;
  /** Parmi elles, celles qui ne l’organisent que sous un ancien code. */
  readonly sous_ancien_code: number;
  /** Les anciens codes organisés ici, séparés par une espace. */
  readonly anciens: string | null;
  /** L’année scolaire précédente. */
  readonly occurrences_avant: number;
  readonly tc: Trivalent;
  readonly fc: Trivalent;
  readonly tc_fc: Trivalent;
  /** Norme de création en plein exercice, puis en alternance seule ; `null` sans norme. */
  readonly norme_creation: number | null;
  readonly norme_creation_alt: number | null;
}

/** Une liste de statuts organisables, pour un `IN`. */
export const ORGANISABLE = `IN (${STATUTS_ORGANISABLES.map((s) => `'${s}'`).join(', ')})`;

/** Le total publié d’un code, ou ce qui en est publié quand il est masqué. */
const COMPTES = `publies AS (
  SELECT annee_scolaire, zone, code_obg, sum(eleves)::INTEGER AS eleves,
    sum(masques)::INTEGER AS masques, ${sommeDesTus()}
  FROM occurrences GROUP BY annee_scolaire, zone, code_obg
), comptes AS (
  SELECT i.annee_scolaire, i.zone, i.code_obg, i.occurrences,
    i.occurrences_confessionnel AS confessionnel,
    coalesce(i.eleves, p.eleves, 0) AS eleves,
    CASE WHEN i.eleves_masque THEN coalesce(p.masques, 1) ELSE 0 END AS masques,
    coalesce(p.tus, s.tus, 0) AS tus, coalesce(p.tus_au_moins, s.tus_au_moins, 0) AS tus_au_moins,
    CASE WHEN p.tus IS NOT NULL THEN p.tus_au_plus WHEN s.tus IS NOT NULL THEN s.tus_au_plus
      ELSE 0 END AS tus_au_plus
  FROM indicateurs i LEFT JOIN publies p ON p.annee_scolaire = i.annee_scolaire
    AND p.zone = i.zone AND p.code_obg = i.code_obg
  LEFT JOIN (
    SELECT annee_scolaire, zone, code_obg, ${tusDuTotal()} FROM totaux_zones
  ) s ON s.annee_scolaire = i.annee_scolaire AND s.zone = i.zone AND s.code_obg = i.code_obg
  WHERE i.annee_scolaire IN (?, ?)
)`;

const SOUS_SON_CODE = `reunis AS (
  SELECT *, 0 AS sous_ancien_code, NULL::VARCHAR AS anciens FROM comptes
)`;

const AVEC_LES_ANCIENS = `reunis AS (
  SELECT c.annee_scolaire, c.zone, l.code_obg,
    CASE WHEN count(n.zone) > 0 THEN max(n.occurrences) ELSE sum(c.occurrences) END::INTEGER
      AS occurrences,
    CASE WHEN count(n.zone) > 0 THEN max(n.occurrences_confessionnel)
      ELSE sum(c.confessionnel) END::INTEGER AS confessionnel,
    sum(c.eleves)::INTEGER AS eleves, sum(c.masques)::INTEGER AS masques, ${sommeDesTus('c.')},
    coalesce(max(n.occurrences_ancien_code), 0)::INTEGER AS sous_ancien_code,
    string_agg(l.membre, ' ' ORDER BY l.membre)
      FILTER (l.membre <> l.code_obg AND c.occurrences > 0) AS anciens
  FROM comptes c
  JOIN lignees l ON l.membre = c.code_obg
  LEFT JOIN indicateurs_lignees n ON n.annee_scolaire = c.annee_scolaire AND n.zone = c.zone
    AND n.code_obg = l.code_obg
  GROUP BY c.annee_scolaire, c.zone, l.code_obg
)`;

/** Une option se compte sous son seul code, ou avec ceux qu’elle remplace. */
export type CompteDOption = 'sous-son-code' | 'avec-les-anciens';

/**
 * Toutes les options du répertoire dans les dix zones.
 * @param compte les élèves d’une option sous son seul code, ou avec ceux des codes qu’elle remplace
 */
export const optionsParZone = (
  anneeScolaire: string,
  precedente: string | null,
  compte: CompteDOption,
): Requete =>
  requete(
    `WITH ${COMPTES}, ${compte === 'sous-son-code' ? SOUS_SON_CODE : AVEC_LES_ANCIENS}
SELECT b.zone, b.code_obg, p.intitule, p.secteur::INTEGER AS secteur,
  p.groupe::INTEGER AS groupe, p.statut ${ORGANISABLE} AS organisable,
  b.code_obg IN (SELECT membre FROM lignees WHERE membre <> code_obg) AS remplacee,
  r.occurrences IS NULL AS inconnue, coalesce(r.occurrences, 0)::INTEGER AS occurrences,
  r.confessionnel,
  r.eleves, r.masques, r.tus, r.tus_au_moins, r.tus_au_plus, r.sous_ancien_code, r.anciens,
  coalesce(a.occurrences, 0) AS occurrences_avant,
  b.tc, b.fc, b.tc_fc, i.norme_creation, i.norme_creation_alt
FROM besoins_options b
JOIN options p ON p.code_obg = b.code_obg
JOIN indicateurs i ON i.annee_scolaire = b.annee_scolaire AND i.zone = b.zone
  AND i.code_obg = b.code_obg
JOIN reunis r ON r.annee_scolaire = b.annee_scolaire AND r.zone = b.zone
  AND r.code_obg = b.code_obg
LEFT JOIN reunis a ON a.annee_scolaire = ? AND a.zone = b.zone AND a.code_obg = b.code_obg
WHERE b.annee_scolaire = ?
ORDER BY b.zone, b.code_obg`,
    anneeScolaire,
    precedente,
    precedente,
    anneeScolaire,
  );
