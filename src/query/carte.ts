import { type Requete, requete } from './moteur.ts';

/** Les occurrences d’une année scolaire, option par option, avec le besoin de leur zone. */
export const offreDeLAnnee = (annee: string): Requete =>
  requete(
    `SELECT o.fase_implantation AS fase, o.code_obg AS code, coalesce(o.eleves_pe, o.eleves) AS pe,
       o.eleves_alt AS alt, coalesce(o.masques_pe, o.masques) AS "masquesPe",
       coalesce(o.masques_alt, 0) AS "masquesAlt", o.tus, o.tus_au_moins, o.tus_au_plus,
       b.tc, b.fc, o.sous_norme AS "sousNorme",
       o.eleves_3 + o.masques_3 + o.eleves_4 + o.masques_4 > 0 AS d2,
       o.eleves_5 + o.masques_5 + o.eleves_6 + o.masques_6 + o.eleves_7 + o.masques_7 > 0 AS d3
     FROM occurrences o
     JOIN besoins_options b ON b.annee_scolaire = o.annee_scolaire AND b.zone = o.zone
       AND b.code_obg = o.code_obg
     WHERE o.annee_scolaire = ? ORDER BY o.code_obg, o.fase_implantation`,
    annee,
  );

export const SECTEURS_NOMMES = requete('SELECT secteur, intitule FROM secteurs ORDER BY secteur');

export const GROUPES_NOMMES = requete('SELECT groupe, intitule FROM groupes ORDER BY groupe');
