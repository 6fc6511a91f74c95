import type { Effectif } from '../../domain/effectif.ts';
import { sommeDesTus } from '../masques.ts';
import { type Requete, requete } from '../moteur.ts';

export type Voie = 'PE' | 'ALT' | 'art45';

export interface ElevesParVoie extends Effectif {
  readonly zone: number;
  readonly secteur: number;
  /** L’article 45 est compté à part, quel que soit le mode. */
  readonly voie: Voie;
}

/** Les élèves des options par zone, secteur et voie. */
export const requeteVoies = (anneeScolaire: string): Requete =>
  requete(
    `WITH parVoie AS (
  SELECT o.zone, p.secteur, 'art45' AS voie, o.eleves, o.masques, o.tus, o.tus_au_moins,
    o.tus_au_plus
  FROM occurrences o JOIN options p ON p.code_obg = o.code_obg
  WHERE o.annee_scolaire = ? AND p.regime = 'art45'
  UNION ALL
  SELECT o.zone, p.secteur, m.voie,
    CASE WHEN m.voie = 'PE' THEN o.eleves_pe ELSE o.eleves_alt END,
    CASE WHEN m.voie = 'PE' THEN o.masques_pe ELSE o.masques_alt END AS masques_ici,
    least(o.tus, masques_ici) AS tus_ici,
    CASE WHEN masques_ici = o.masques THEN o.tus_au_moins ELSE tus_ici END,
    CASE WHEN masques_ici = o.masques THEN o.tus_au_plus WHEN tus_ici = 0 THEN 0 END
  FROM occurrences o JOIN options p ON p.code_obg = o.code_obg
  CROSS JOIN (VALUES ('PE'), ('ALT')) m(voie)
  WHERE o.annee_scolaire = ? AND p.regime IS DISTINCT FROM 'art45'
)
SELECT zone, secteur::INTEGER AS secteur, voie, sum(eleves)::INTEGER AS eleves,
  sum(masques)::INTEGER AS masques, ${sommeDesTus()}
FROM parVoie GROUP BY zone, secteur, voie ORDER BY zone, secteur, voie`,
    anneeScolaire,
    anneeScolaire,
  );
