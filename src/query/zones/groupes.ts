import { requete } from '../moteur.ts';

export interface NomDeGroupe {
  readonly groupe: number;
  readonly intitule: string | null;
  readonly secteur: number;
  readonly secteur_intitule: string;
}

/** Les groupes et leur secteur ; un groupe d’articles 45 n’a pas d’intitulé. */
export const requeteGroupes = requete(`
SELECT g.groupe, g.intitule, s.secteur, s.intitule AS secteur_intitule
FROM secteurs s JOIN groupes g USING (secteur) ORDER BY g.groupe`);
