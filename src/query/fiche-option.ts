import type { Effectif } from '../domain/effectif.ts';
import type { NormeApplicable } from '../domain/tables/normes.ts';
import { effectif, PRESENTE } from './masques.ts';
import { requete } from './moteur.ts';

/** Une année scolaire d’un code, ou de toute une lignée de codes. */
export interface AnneeDOption extends Effectif {
  readonly code: string;
  readonly annee: string;
  readonly occurrences: number;
  readonly eleves_pe: number;
  readonly masques_pe: number;
  readonly eleves_alt: number;
  readonly masques_alt: number;
}

const COMPTES = `count(DISTINCT fase_implantation)::INTEGER AS occurrences, ${effectif()},
  ${effectif('_pe', "mode = 'PE'")}, ${effectif('_alt', "mode = 'ALT'")}`;

export const HISTOIRE_DES_OPTIONS = requete(`
  SELECT code_obg AS code, annee_scolaire AS annee, ${COMPTES}
  FROM offre WHERE ${PRESENTE}
  GROUP BY code_obg, annee_scolaire ORDER BY code_obg, annee_scolaire`);

/** La même, anciens codes compris : `code` est celui qui les a remplacés. */
export const HISTOIRE_DES_LIGNEES = requete(`
  SELECT coalesce(nouveau, code_obg) AS code, annee_scolaire AS annee, ${COMPTES}
  FROM offre LEFT JOIN successions ON ancien = code_obg
  WHERE ${PRESENTE}
  GROUP BY coalesce(nouveau, code_obg), annee_scolaire
  ORDER BY code, annee`);

export interface OptionDansUneZone extends Effectif {
  readonly code: string;
  readonly zone: number;
  readonly occurrences: number;
  readonly confessionnel: number;
  readonly tc: boolean;
  readonly fc: boolean;
  readonly tc_fc: boolean;
}

/**
 * Chaque option dans chaque zone, pour une année scolaire ; celles qu’on ne peut plus demander ne
 * sont pas au tableau d’indicateurs, et sont comptées dans l’offre.
 * @param listes l’année des listes TC et FC de cette année scolaire
 */
export const optionsParZone = (annee: string, listes: number) =>
  requete(
    `WITH offerte AS (
       SELECT f.code_obg, m.zone, count(DISTINCT f.fase_implantation)::INTEGER AS occurrences,
         (count(DISTINCT f.fase_implantation) FILTER (m.caractere = 'confessionnel'))::INTEGER
           AS confessionnel,
         ${effectif()}
       FROM offre f JOIN implantations m ON m.fase_implantation = f.fase_implantation
       WHERE f.annee_scolaire = ? AND ${PRESENTE} GROUP BY f.code_obg, m.zone
     ), voulue AS (
       SELECT l.code_obg, b.zone, bool_or(b.tc) AS tc, bool_or(b.fc) AS fc
       FROM besoins b JOIN options_metiers l ON l.metier = b.metier
       WHERE b.annee = ? GROUP BY l.code_obg, b.zone
     )
     SELECT code_obg AS code, zone AS zone, occurrences,
       occurrences_confessionnel AS confessionnel, coalesce(eleves, 0) AS eleves,
       eleves_masque::INTEGER AS masques, tc, fc, tc_fc
     FROM indicateurs WHERE annee_scolaire = ?
     UNION ALL
     SELECT o.code_obg, z.zone, coalesce(f.occurrences, 0)::INTEGER,
       coalesce(f.confessionnel, 0)::INTEGER, coalesce(f.eleves, 0)::INTEGER,
       coalesce(f.masques, 0)::INTEGER, coalesce(v.tc, false), coalesce(v.fc, false),
       coalesce(v.tc, false) AND coalesce(v.fc, false)
     FROM options o CROSS JOIN zones z
     LEFT JOIN offerte f ON f.code_obg = o.code_obg AND f.zone = z.zone
     LEFT JOIN voulue v ON v.code_obg = o.code_obg AND v.zone = z.zone
     WHERE o.code_obg NOT IN (SELECT code_obg FROM indicateurs)
     ORDER BY code, zone`,
    annee,
    listes,
    annee,
  );

export type NormeDOption = Pick<
  NormeApplicable,
  'zone' | 'mode' | 'groupement' | 'genre' | 'valeur' | 'motif' | 'reference'
> & { readonly code: string };

/** Les normes de création de chaque option, en plein exercice et en alternance seule. */
export const NORMES_DES_OPTIONS = requete(`
  SELECT code_obg AS code, zone AS zone, mode, groupement, genre, valeur, motif, reference
  FROM normes_applicables WHERE mode IN ('PE', 'ALT')
  ORDER BY code_obg, zone, mode DESC, groupement`);

/** Un métier d’une option, et ce que la liste d’une zone en dit. */
export interface MetierDOption {
  readonly code: string;
  readonly metier: string;
  readonly intitule: string;
  readonly zone: number;
  readonly tc: boolean;
  readonly fc: boolean;
  readonly nature_fc: string | null;
}

/** Les métiers de chaque option, dans chaque zone. */
export const metiersDesOptions = (listes: number) =>
  requete(
    `SELECT l.code_obg AS code, l.metier, t.intitule, z.zone AS zone,
       coalesce(b.tc, false) AS tc, coalesce(b.fc, false) AS fc, b.nature_fc
     FROM options_metiers l JOIN metiers t ON t.metier = l.metier CROSS JOIN zones z
     LEFT JOIN besoins b ON b.metier = l.metier AND b.zone = z.zone AND b.annee = ?
     ORDER BY l.code_obg, t.intitule, l.metier, z.zone`,
    listes,
  );
