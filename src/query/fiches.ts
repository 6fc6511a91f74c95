import type { Effectif } from '../domain/effectif.ts';
import type { Option } from '../domain/tables/referentiel.ts';
import { requete } from './moteur.ts';

/** Une option et ce que le répertoire dit autour d’elle. */
export interface FicheOption extends Option {
  readonly secteur_intitule: string;
  readonly groupe_intitule: string | null;
  readonly profils: string | null;
  readonly metiers: string | null;
}

export const FICHES_OPTIONS = requete(`
  SELECT o.*, s.intitule AS secteur_intitule, g.intitule AS groupe_intitule, p.profils, m.metiers
  FROM options o
  JOIN secteurs s ON s.secteur = o.secteur
  JOIN groupes g ON g.groupe = o.groupe
  LEFT JOIN (
    SELECT code_obg, string_agg(profil, ', ' ORDER BY profil) AS profils FROM profils GROUP BY 1
  ) p ON p.code_obg = o.code_obg
  LEFT JOIN (
    SELECT l.code_obg, string_agg(t.intitule, ' ; ' ORDER BY t.intitule) AS metiers
    FROM options_metiers l JOIN metiers t ON t.metier = l.metier GROUP BY 1
  ) m ON m.code_obg = o.code_obg
  ORDER BY o.code_obg`);

export interface SuccessionNommee {
  readonly ancien: string;
  readonly ancien_intitule: string;
  readonly nouveau: string;
  readonly nouveau_intitule: string;
  readonly depuis: string | null;
  readonly source: string;
}

export const SUCCESSIONS = requete(`
  SELECT s.ancien, a.intitule AS ancien_intitule, s.nouveau, n.intitule AS nouveau_intitule,
    s.depuis, s.source
  FROM successions s
  JOIN options a ON a.code_obg = s.ancien
  JOIN options n ON n.code_obg = s.nouveau
  ORDER BY s.ancien, s.nouveau`);

export interface AnneeDImplantation extends Effectif {
  readonly fase: string;
  readonly code: string;
  readonly annee: string;
}

/** Chaque code qu’organise chaque implantation, année scolaire par année scolaire. */
export const HISTOIRE_DES_IMPLANTATIONS = requete(`
  SELECT fase_implantation AS fase, code_obg AS code, annee_scolaire AS annee, eleves, masques,
    tus, tus_au_moins, tus_au_plus
  FROM occurrences ORDER BY fase_implantation, code_obg, annee_scolaire`);

export interface StatutDOccurrence {
  readonly fase: string;
  readonly code: string;
  readonly annee: string;
  readonly statut: string;
  readonly norme: number | null;
  /** Vide quand rien ne se compare à la norme. */
  readonly sous_norme: boolean | null;
  readonly motif: string;
  readonly reference: string;
}

export const STATUTS_DES_IMPLANTATIONS = requete(`
  SELECT fase_implantation AS fase, code_obg AS code, annee_scolaire AS annee, statut, norme,
    CASE WHEN eleves IS DISTINCT FROM 0 THEN sous_norme END AS sous_norme, motif, reference
  FROM statuts ORDER BY fase_implantation, code_obg, annee_scolaire`);
