import type { Effectif } from '../../domain/effectif.ts';
import { effectif } from '../masques.ts';
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
    `SELECT i.zone, p.secteur::INTEGER AS secteur,
  CASE WHEN p.regime = 'art45' THEN 'art45' ELSE o.mode END AS voie,
  ${effectif()}
FROM offre o
JOIN implantations i USING (fase_implantation)
JOIN options p USING (code_obg)
WHERE o.annee_scolaire = ?
GROUP BY i.zone, p.secteur, CASE WHEN p.regime = 'art45' THEN 'art45' ELSE o.mode END
ORDER BY i.zone, p.secteur, voie`,
    anneeScolaire,
  );
