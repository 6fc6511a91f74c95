import type { LigneOffre } from '../domain/autour/paquet.ts';
import { type Requete, requete } from './moteur.ts';

export type { LigneOffre };

/** Les implantations, placées au point central de leur commune si leur adresse n’est pas située. */
export const IMPLANTATIONS_SITUEES = requete(`
  SELECT i.fase_implantation AS id, i.nom, i.etablissement,
    i.fase_etablissement AS "faseEtablissement", i.adresse, i.code_postal AS "codePostal",
    i.commune, i.zone, i.reseau, i.caractere, i.internat,
    coalesce(i.lat, c.lat) AS lat, coalesce(i.lon, c.lon) AS lon,
    CASE WHEN i.lat IS NULL THEN 'commune' ELSE i.precision END AS precision
  FROM implantations i JOIN communes c ON c.commune = i.commune
  ORDER BY i.fase_implantation`);

export const CENTRES_SITUES = requete(`
  SELECT id, type, nom, domaine, secteurs, adresse, commune, zone, lat, lon, precision
  FROM centres ORDER BY id`);

export const OPTIONS_SITUEES = requete(`
  SELECT code_obg AS code, intitule, secteur, groupe, coalesce(filiere = 'art45', false) AS art45,
    forme, annees
  FROM options ORDER BY code_obg`);

/** Les occurrences d’une année scolaire, avec le besoin de leur zone. */
export const offreDeLAnnee = (annee: string): Requete =>
  requete(
    `SELECT o.fase_implantation AS fase, o.code_obg AS code,
       coalesce(sum(o.eleves) FILTER (o.mode = 'PE'), 0)::INTEGER AS pe,
       coalesce(sum(o.eleves) FILTER (o.mode = 'ALT'), 0)::INTEGER AS alt,
       count(*) FILTER (o.eleves_masque AND o.mode = 'PE')::INTEGER AS "masquesPe",
       count(*) FILTER (o.eleves_masque AND o.mode = 'ALT')::INTEGER AS "masquesAlt",
       coalesce(bool_or(n.tc), false) AS tc, coalesce(bool_or(n.fc), false) AS fc,
       bool_or(s.sous_norme) AS "sousNorme",
       bool_or(o.annee_etude < 5) AS d2, bool_or(o.annee_etude >= 5) AS d3
     FROM offre o
     JOIN implantations i ON i.fase_implantation = o.fase_implantation
     LEFT JOIN indicateurs n ON n.annee_scolaire = o.annee_scolaire AND n.zone = i.zone
       AND n.code_obg = o.code_obg
     LEFT JOIN statuts s ON s.annee_scolaire = o.annee_scolaire AND s.code_obg = o.code_obg
       AND s.fase_implantation = o.fase_implantation
     WHERE o.annee_scolaire = ? AND (o.eleves > 0 OR o.eleves_masque)
     GROUP BY o.fase_implantation, o.code_obg
     ORDER BY o.fase_implantation, o.code_obg`,
    annee,
  );

export const SECTEURS_NOMMES = requete('SELECT secteur, intitule FROM secteurs ORDER BY secteur');

export const GROUPES_NOMMES = requete('SELECT groupe, intitule FROM groupes ORDER BY groupe');
