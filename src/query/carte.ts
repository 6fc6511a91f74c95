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
  SELECT o.code_obg AS code, o.intitule, o.secteur, o.groupe,
    coalesce(o.filiere = 'art45', false) AS art45, o.forme, o.annees,
    coalesce(string_agg(l.code_obg, ' ' ORDER BY l.code_obg), '') AS nouveaux
  FROM options o
  LEFT JOIN lignees l ON l.membre = o.code_obg AND l.code_obg <> o.code_obg
  GROUP BY ALL ORDER BY code`);

/** Les occurrences d’une année scolaire, avec le besoin de leur zone. */
export const offreDeLAnnee = (annee: string): Requete =>
  requete(
    `SELECT o.fase_implantation AS fase, o.code_obg AS code, o.eleves_pe AS pe,
       o.eleves_alt AS alt, o.masques_pe AS "masquesPe", o.masques_alt AS "masquesAlt",
       b.tc, b.fc, o.sous_norme AS "sousNorme",
       o.eleves_3 + o.masques_3 + o.eleves_4 + o.masques_4 > 0 AS d2,
       o.eleves_5 + o.masques_5 + o.eleves_6 + o.masques_6 + o.eleves_7 + o.masques_7 > 0 AS d3
     FROM occurrences o
     JOIN besoins_options b ON b.annee_scolaire = o.annee_scolaire AND b.zone = o.zone
       AND b.code_obg = o.code_obg
     WHERE o.annee_scolaire = ? ORDER BY o.fase_implantation, o.code_obg`,
    annee,
  );

export const SECTEURS_NOMMES = requete('SELECT secteur, intitule FROM secteurs ORDER BY secteur');

export const GROUPES_NOMMES = requete('SELECT groupe, intitule FROM groupes ORDER BY groupe');
