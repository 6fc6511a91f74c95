import type { Manifeste } from '../domain/manifeste.ts';
import { reglesEnVigueur, reglesJusqua } from '../domain/normes/edition.ts';
import { formationsExclues, type ReglePerimetre } from '../domain/normes/perimetre.ts';
import { type Moteur, type Requete, requete } from './moteur.ts';

/** Les règles d’une table que la campagne de l’édition applique. */
export const lireEnVigueur = async <R extends { readonly edition: string }>(
  moteur: Moteur,
  regles: Requete,
  { edition }: Pick<Manifeste, 'edition'>,
): Promise<readonly R[]> => reglesEnVigueur(await moteur.lire<R>(regles), edition.campagne);

/** Les règles d’une table, anciennes éditions comprises, jusqu’à la campagne : aucune d’après. */
export const lireJusqua = async <R extends object>(
  moteur: Moteur,
  regles: Requete,
  { edition }: Pick<Manifeste, 'edition'>,
): Promise<readonly (R & { readonly edition: string })[]> =>
  reglesJusqua(await moteur.lire<R & { readonly edition: string }>(regles), edition.campagne);

/** Les tables de règles, entières, dans l’ordre de leur clé. */
export const REGLES_DE_CREATION = requete('SELECT * FROM normes_creation ORDER BY regle');
export const REGLES_DE_MAINTIEN = requete('SELECT * FROM normes_maintien ORDER BY regle');
export const DENSITES = requete(
  'SELECT * FROM densites ORDER BY densite_min DESC NULLS LAST, densite',
);
export const TRANSITIONS = requete('SELECT * FROM transitions_maintien ORDER BY rang');
export const POSSIBILITES = requete('SELECT * FROM possibilites_maintien ORDER BY statut, rang');
export const PERIMETRE = requete('SELECT * FROM perimetre ORDER BY regle');
/** Les formations, hors des options, que la campagne ne programme pas. */
export const lireFormations = async (
  moteur: Moteur,
  manifeste: Pick<Manifeste, 'edition'>,
): Promise<readonly ReglePerimetre[]> =>
  formationsExclues(await lireEnVigueur<ReglePerimetre>(moteur, PERIMETRE, manifeste));
export const ACCES_7E = requete('SELECT * FROM acces_7e ORDER BY acces');
export const ACCES_7E_DEPUIS = requete(
  `SELECT a.code_obg, a.depuis, a.edition, a.reference, o.intitule,
     d.intitule AS intitule_depuis
   FROM acces_7e_depuis a
   JOIN options o ON o.code_obg = a.code_obg
   JOIN options d ON d.code_obg = a.depuis
   ORDER BY a.edition, a.code_obg, a.depuis`,
);

/** Toutes les options du répertoire, avec le nom de leur secteur. */
export const OPTIONS = requete(
  `SELECT o.*, s.intitule AS nom_secteur
   FROM options o JOIN secteurs s ON s.secteur = o.secteur ORDER BY o.code_obg`,
);

/** TC et FC de chaque option, zone par zone, pour la dernière année scolaire. */
export const BESOINS_DES_OPTIONS = requete(
  `WITH derniers AS (
     SELECT code_obg, zone, tc, fc FROM besoins_options
     WHERE annee_scolaire = (SELECT max(annee_scolaire) FROM besoins_options)
   )
   SELECT code_obg, zone, tc, fc FROM derniers WHERE tc OR fc
   UNION ALL
   SELECT '' AS code_obg, zone, CASE WHEN bool_and(tc IS NOT NULL) THEN false END AS tc,
     CASE WHEN bool_and(fc IS NOT NULL) THEN false END AS fc
   FROM derniers GROUP BY zone
   ORDER BY code_obg, zone`,
);

/** La classe de densité de chaque commune au recensement de 2001, et si elle est sûre. */
export const DENSITES_DES_COMMUNES = requete(
  `SELECT commune, zone, densite_2001 AS densite, densite_2001_sure AS "densiteSure"
   FROM communes ORDER BY commune`,
);

export const CEFA = requete('SELECT * FROM cefa ORDER BY regle');
export const CONDITIONS = requete(
  'SELECT * FROM conditions_alternance ORDER BY procedure, edition DESC, ordre',
);
export const CAS_DE_DEDOUBLEMENT = requete('SELECT * FROM dedoublement_cas ORDER BY cas');
export const ENCADREMENT = requete('SELECT * FROM encadrement ORDER BY regle');
export const CPU_OPTIONS = requete('SELECT * FROM cpu_options ORDER BY partie, role, cle');
export const CPU_RENFORTS = requete('SELECT * FROM cpu_renforts ORDER BY partie, rang');
export const CPU_COMPLEMENTS = requete('SELECT * FROM cpu_complements ORDER BY regle');
export const CPU_ECOLES = requete(
  'SELECT * FROM cpu_ecoles ORDER BY code_postal, etablissement, forme',
);
export const INSTANCES = requete('SELECT * FROM instances_programmation ORDER BY reserve');
export const PARAMETRES = requete('SELECT * FROM parametres_programmation ORDER BY parametre');
export const ENONCES = requete('SELECT * FROM enonces ORDER BY enonce, edition');
