import { type Moteur, requete } from './moteur.ts';

/** Une formation du répertoire, et combien d’écoles l’organisent une année scolaire. */
export interface FormationListee {
  readonly code: string;
  readonly intitule: string;
  readonly annees: string | null;
  readonly secteur: number;
  readonly nom_secteur: string;
  /** Sites connus, sous ce code. */
  readonly sites: number;
}

const FORMATIONS = (annee: string) =>
  requete(
    `SELECT o.code_obg AS code, o.intitule, o.annees, o.secteur, s.intitule AS nom_secteur,
       (SELECT count(*) FROM occurrences v
        WHERE v.code_obg = o.code_obg AND v.annee_scolaire = ?)::INTEGER AS sites
     FROM options o JOIN secteurs s ON s.secteur = o.secteur
     ORDER BY o.secteur, o.intitule, o.annees, o.code_obg`,
    annee,
  );

/** Les formations qu’au moins une école organise ; toutes, si aucune offre n’est connue. */
export async function formationsOrganisees(
  moteur: Moteur,
  annee: string,
): Promise<readonly FormationListee[]> {
  const toutes = await moteur.lire<FormationListee>(FORMATIONS(annee));
  const organisees = toutes.filter(({ sites }) => sites > 0);
  return organisees.length > 0 ? organisees : toutes;
}
