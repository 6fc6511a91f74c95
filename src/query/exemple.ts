import type { Effectif } from '../domain/effectif.ts';
import type { Moteur } from './moteur.ts';
import { requete } from './moteur.ts';
import { ORGANISABLE } from './options-par-zone.ts';

export interface LigneExemple {
  readonly annee_scolaire: string;
  readonly zone: number;
  readonly nom_zone: string;
  readonly region: string;
  readonly code_obg: string;
  readonly intitule: string;
  readonly occurrences: number;
  readonly occurrences_confessionnel: number;
  readonly occurrences_sous_norme: number;
  readonly eleves: number | null;
  readonly eleves_premiere_annee: number | null;
  readonly norme_creation: number | null;
  readonly norme_creation_motif: string | null;
  readonly reference: string | null;
}

/** Une occurrence de l’exemple : ses élèves par année d’étude, et par mode. */
export interface OccurrenceExemple extends Effectif {
  readonly nom: string;
  readonly caractere: string;
  readonly eleves_pe: number;
  readonly masques_pe: number;
  readonly eleves_alt: number;
  readonly masques_alt: number;
  readonly eleves_premiere: number | null;
  readonly masques_premiere: number | null;
}

export interface BesoinExemple {
  readonly metier: string;
  readonly intitule: string;
  readonly annee_tc: number | null;
  readonly annee_fc: number | null;
  readonly tc: boolean;
  readonly fc: boolean;
}

/** Une ligne réelle du tableau où tout se montre : besoin, plusieurs occurrences, norme, un seul code. */
const LIGNE = requete(`
  SELECT i.annee_scolaire, i.zone, z.nom AS nom_zone, z.region, i.code_obg, o.intitule,
    i.occurrences, i.occurrences_confessionnel, i.occurrences_sous_norme, i.eleves,
    i.eleves_premiere_annee, i.norme_creation, i.norme_creation_motif, n.reference
  FROM indicateurs i
  JOIN zones z ON z.zone = i.zone
  JOIN options o ON o.code_obg = i.code_obg
  JOIN normes_applicables n ON n.code_obg = i.code_obg AND n.zone = i.zone
    AND n.mode = 'PE' AND n.groupement = 'seule'
  WHERE i.annee_scolaire = (SELECT max(annee_scolaire) FROM indicateurs)
    AND i.eleves IS NOT NULL AND i.occurrences_confessionnel IS NOT NULL
    AND i.occurrences_sous_norme IS NOT NULL AND i.eleves_premiere_annee IS NOT NULL AND i.occurrences > 0
    AND o.statut ${ORGANISABLE}
    AND i.code_obg NOT IN (SELECT code_obg FROM indicateurs_lignees)
  ORDER BY i.tc_fc DESC, i.norme_creation IS NULL, abs(i.occurrences - 2),
    i.occurrences_confessionnel <> 1, i.eleves DESC, i.zone, i.code_obg
  LIMIT 1`);

const occurrences = ({ annee_scolaire, zone, code_obg }: LigneExemple) =>
  requete(
    `SELECT m.nom, o.caractere, o.eleves, o.masques, o.eleves_pe, o.masques_pe, o.eleves_alt,
       o.masques_alt, o.eleves_premiere, o.masques_premiere
     FROM occurrences o JOIN implantations m ON m.fase_implantation = o.fase_implantation
     WHERE o.annee_scolaire = ? AND o.zone = ? AND o.code_obg = ?
     ORDER BY o.fase_implantation`,
    annee_scolaire,
    zone,
    code_obg,
  );

const besoins = ({ annee_scolaire, zone, code_obg }: LigneExemple) =>
  requete(
    `SELECT m.metier, m.intitule, b.annee_tc, b.annee_fc,
       coalesce(list_contains(string_split(b.metiers_tc, ' '), m.metier), false) AS tc,
       coalesce(list_contains(string_split(b.metiers_fc, ' '), m.metier), false) AS fc
     FROM besoins_options b
     JOIN metiers m ON list_contains(
       string_split(concat_ws(' ', b.metiers_tc, b.metiers_fc), ' '), m.metier)
     WHERE b.annee_scolaire = ? AND b.zone = ? AND b.code_obg = ?
     ORDER BY m.metier`,
    annee_scolaire,
    zone,
    code_obg,
  );

export interface Exemple {
  readonly ligne: LigneExemple;
  readonly occurrences: readonly OccurrenceExemple[];
  readonly besoins: readonly BesoinExemple[];
}

/** L’exemple de la page de méthode, pris dans l’édition. */
export async function lireExemple(moteur: Moteur): Promise<Exemple | null> {
  const [ligne] = await moteur.lire<LigneExemple>(LIGNE);
  if (!ligne) return null;
  return {
    ligne,
    occurrences: await moteur.lire<OccurrenceExemple>(occurrences(ligne)),
    besoins: await moteur.lire<BesoinExemple>(besoins(ligne)),
  };
}
