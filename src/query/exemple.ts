import type { Moteur } from './moteur.ts';
import { requete } from './moteur.ts';

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

export interface EffectifExemple {
  readonly fase_implantation: string;
  readonly nom: string;
  readonly caractere: string;
  readonly annee_etude: number;
  readonly mode: string;
  readonly eleves: number | null;
}

export interface BesoinExemple {
  readonly metier: string;
  readonly intitule: string;
  readonly annee: number;
  readonly tc: boolean;
  readonly fc: boolean;
}

/** Une ligne réelle du tableau où tout se montre : besoin, plusieurs occurrences, norme. */
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
    AND i.eleves IS NOT NULL AND i.eleves_premiere_annee IS NOT NULL AND i.occurrences > 0
  ORDER BY i.tc_fc DESC, i.norme_creation IS NULL, abs(i.occurrences - 2),
    i.occurrences_confessionnel <> 1, i.eleves DESC, i.zone, i.code_obg
  LIMIT 1`);

const effectifs = ({ annee_scolaire, zone, code_obg }: LigneExemple) =>
  requete(
    `SELECT o.fase_implantation, m.nom, m.caractere, o.annee_etude, o.mode, o.eleves
     FROM offre o JOIN implantations m ON m.fase_implantation = o.fase_implantation
     WHERE o.annee_scolaire = ? AND m.zone = ? AND o.code_obg = ?
     ORDER BY o.fase_implantation, o.annee_etude, o.mode`,
    annee_scolaire,
    zone,
    code_obg,
  );

const besoins = ({ zone, code_obg }: LigneExemple, annee: number) =>
  requete(
    `SELECT b.metier, m.intitule, b.annee, b.tc, b.fc
     FROM besoins b
     JOIN options_metiers l ON l.metier = b.metier
     JOIN metiers m ON m.metier = b.metier
     WHERE b.zone = ? AND l.code_obg = ? AND b.annee = ?
     ORDER BY b.metier`,
    zone,
    code_obg,
    annee,
  );

export interface Exemple {
  readonly ligne: LigneExemple;
  readonly effectifs: readonly EffectifExemple[];
  readonly besoins: readonly BesoinExemple[];
}

/**
 * L’exemple de la page de méthode, pris dans l’édition.
 * @param anneeDesListes l’année des listes TC et FC que lit une année scolaire
 */
export async function lireExemple(
  moteur: Moteur,
  anneeDesListes: (anneeScolaire: string) => number,
): Promise<Exemple | null> {
  const [ligne] = await moteur.lire<LigneExemple>(LIGNE);
  if (!ligne) return null;
  return {
    ligne,
    effectifs: await moteur.lire<EffectifExemple>(effectifs(ligne)),
    besoins: await moteur.lire<BesoinExemple>(besoins(ligne, anneeDesListes(ligne.annee_scolaire))),
  };
}
