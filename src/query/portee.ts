import type { Moteur } from './moteur.ts';
import { requete } from './moteur.ts';

/** Une option organisée quelque part, et d’où elle est loin. */
export interface OptionEloignee {
  readonly code: string;
  readonly intitule: string;
  /** Les communes à plus de 20 km de la plus proche. */
  readonly loin: number;
  /** La plus grande distance d’une commune à la plus proche, en mètres. */
  readonly plus: number;
  readonly commune: string;
}

/**
 * Les options organisées une année scolaire, de celle qui manque au plus de communes à celle qui
 * manque au moins : le mart `portee`.
 */
export const optionsEloignees = (
  moteur: Moteur,
  annee: string,
): Promise<readonly OptionEloignee[]> =>
  moteur.lire<OptionEloignee>(
    requete(
      `
      SELECT p.code_obg AS code, o.intitule,
        count(*) FILTER (p.metres > 20000)::INTEGER AS loin,
        max(p.metres)::INTEGER AS plus,
        arg_max(c.commune, (p.metres, c.nis)) AS commune
      FROM portee p
      JOIN options o USING (code_obg)
      JOIN communes c USING (nis)
      WHERE p.annee_scolaire = ?
      GROUP BY 1, 2
      ORDER BY loin DESC, plus DESC, code`,
      annee,
    ),
  );
