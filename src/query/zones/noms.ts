import { requete } from '../moteur.ts';

export interface NomDeGroupe {
  readonly groupe: number;
  readonly intitule: string | null;
  readonly secteur: number;
  readonly secteur_intitule: string;
}

/** Les groupes et leur secteur ; un groupe d’articles 45 n’a pas d’intitulé. */
export const requeteGroupes = requete(`
SELECT g.groupe::INTEGER AS groupe, g.intitule, s.secteur::INTEGER AS secteur,
  s.intitule AS secteur_intitule
FROM secteurs s JOIN groupes g USING (secteur) ORDER BY g.groupe`);

export interface ZoneDeCarte {
  readonly zone: number;
  readonly slug: string;
  readonly nom: string;
  readonly region: string;
  readonly spe: string;
}

export const requeteZones = requete(
  'SELECT zone::INTEGER AS zone, slug, nom, region, spe FROM zones ORDER BY zone',
);

export interface CommuneDeCarte {
  readonly nis: string;
  readonly commune: string;
  readonly zone: number;
  readonly lat: number;
  readonly lon: number;
}

export const requeteCommunes = requete(
  'SELECT nis, commune, zone::INTEGER AS zone, lat, lon FROM communes ORDER BY commune, nis',
);
