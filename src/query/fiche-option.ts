import type { Trivalent } from '../domain/connaissance.ts';
import type { Effectif } from '../domain/effectif.ts';
import type { NormeApplicable } from '../domain/tables/normes.ts';
import { ANNEES_D_ETUDE, type AnneeComptee, type AnneeDEtude } from '../domain/tendance.ts';
import { sommeDesTus, tusDuTotal } from './masques.ts';
import { type Requete, requete } from './moteur.ts';
import type { CompteDOption } from './options-par-zone.ts';

/** `null` : une zone n’en donne pas l’année d’étude. */
type ParAnneeDEtude = Readonly<Record<`${'eleves' | 'masques'}_${AnneeDEtude}`, number | null>>;

/** Une année scolaire d’une option : un code de sa lignée, ou tous. */
export interface AnneeDOption extends Effectif, ParAnneeDEtude {
  readonly code: string;
  /** Un code de la lignée ; `null` pour la lignée entière. */
  readonly membre: string | null;
  readonly annee: string;
  /** Les implantations, chacune une fois. */
  readonly occurrences: number;
  /** `null` : une zone n’en donne pas le mode. */
  readonly eleves_pe: number | null;
  readonly masques_pe: number | null;
  readonly eleves_alt: number | null;
  readonly masques_alt: number | null;
}

const DETAIL = ['pe', 'alt', ...ANNEES_D_ETUDE].flatMap((suffixe) =>
  ['eleves', 'masques'].map((quoi) => `${quoi}_${suffixe}`),
);

/** Un détail qu’une occurrence ne dit pas n’a pas de somme. */
const SOMMES = [
  ...['eleves', 'masques'].map((quoi) => `sum(o.${quoi})::INTEGER AS ${quoi}`),
  sommeDesTus('o.'),
  ...DETAIL.map(
    (nom) => `CASE WHEN count(o.${nom}) = count(*) THEN sum(o.${nom})::INTEGER END AS ${nom}`,
  ),
];

/** D’une zone sans implantations, les totaux : ceux d’une lignée sont un minimum d’occurrences. */
const TOTAUX = `totaux AS (
  SELECT l.code_obg AS lignee, l.membre, t.annee_scolaire, t.zone,
    max(t.occurrences) AS occurrences, sum(coalesce(t.eleves, 0)) AS eleves,
    sum(t.eleves_masque::INTEGER) AS masques, ${sommeDesTus('t.')}
  FROM (SELECT *, ${tusDuTotal()} FROM totaux_zones) t JOIN lignees l ON l.membre = t.code_obg
  WHERE t.occurrences > 0
  GROUP BY GROUPING SETS (
    (l.code_obg, t.annee_scolaire, t.zone), (l.code_obg, t.annee_scolaire, t.zone, l.membre))
)`;

const VIDES = DETAIL.map((nom) => `NULL::INTEGER AS ${nom}`).join(', ');
const REUNIS = [
  ...['occurrences', 'eleves', 'masques'].map((nom) => `sum(${nom})::INTEGER AS ${nom}`),
  sommeDesTus(),
  ...DETAIL.map(
    (nom) => `CASE WHEN count(${nom}) = count(*) THEN sum(${nom})::INTEGER END AS ${nom}`,
  ),
].join(', ');

/** Les années de chaque option, anciens codes compris : la lignée entière, puis code par code. */
export const HISTOIRE_DES_OPTIONS = requete(`
  WITH ${TOTAUX}, toutes AS (
    SELECT l.code_obg AS code, l.membre, o.annee_scolaire AS annee,
      count(DISTINCT o.fase_implantation)::INTEGER AS occurrences, ${SOMMES.join(', ')}
    FROM occurrences o JOIN lignees l ON l.membre = o.code_obg
    GROUP BY GROUPING SETS (
      (l.code_obg, o.annee_scolaire), (l.code_obg, o.annee_scolaire, l.membre))
    UNION ALL
    SELECT lignee, membre, annee_scolaire, sum(occurrences)::INTEGER, sum(eleves)::INTEGER,
      sum(masques)::INTEGER, ${sommeDesTus()}, ${VIDES}
    FROM totaux GROUP BY lignee, membre, annee_scolaire
  )
  SELECT code, membre, annee, ${REUNIS} FROM toutes
  GROUP BY code, membre, annee ORDER BY code, annee, membre NULLS FIRST`);

/** Ces années, telles que se comparent leurs années d’étude. */
export const anneeComptee = (annee: AnneeDOption): AnneeComptee => ({
  anneeScolaire: annee.annee,
  parAnnee: Object.fromEntries(
    ANNEES_D_ETUDE.map((a) => [
      a,
      { eleves: annee[`eleves_${a}`] ?? 0, masques: annee[`masques_${a}`] ?? 0 },
    ]),
  ) as Record<AnneeDEtude, Effectif>,
});

/** Une implantation qui organise une option, sous son code ou sous un ancien. */
export interface SiteDOption extends Effectif {
  readonly code: string;
  readonly fase: string;
  readonly nom: string;
  readonly code_postal: string;
  readonly commune: string;
  readonly zone: number;
  readonly caractere: string;
  readonly reseau: string;
  /** `null` : le mode n’est pas connu. */
  readonly organisation: 'PE' | 'ALT' | 'PE-ALT' | 'art45' | null;
  readonly occurrences: 1;
  /** 1 quand elle ne l’organise que sous un ancien code. */
  readonly sous_ancien_code: number;
  readonly anciens: string | null;
}

/**
 * Où suivre chaque option une année scolaire ; une implantation n’y est qu’une fois.
 * @param compte une option sous son seul code, ou avec ceux qu’elle remplace
 */
export const sitesDesOptions = (
  annee: string,
  compte: CompteDOption = 'avec-les-anciens',
): Requete =>
  requete(
    `SELECT l.code_obg AS code, i.fase_implantation AS fase, i.nom, i.code_postal, i.commune,
       i.zone, i.caractere, i.reseau,
       CASE WHEN bool_or(p.filiere IS NOT DISTINCT FROM 'art45') THEN 'art45'
         WHEN count(o.eleves_pe) < count(*) THEN NULL
         WHEN sum(o.eleves_alt + o.masques_alt) = 0 THEN 'PE'
         WHEN sum(o.eleves_pe + o.masques_pe) = 0 THEN 'ALT' ELSE 'PE-ALT' END AS organisation,
       sum(o.eleves)::INTEGER AS eleves, sum(o.masques)::INTEGER AS masques,
       ${sommeDesTus('o.')},
       1 AS occurrences, (NOT bool_or(l.membre = l.code_obg))::INTEGER AS sous_ancien_code,
       string_agg(l.membre, ' ' ORDER BY l.membre) FILTER (l.membre <> l.code_obg) AS anciens
     FROM occurrences o
     JOIN lignees l ON l.membre = o.code_obg
       ${compte === 'sous-son-code' ? 'AND l.code_obg = l.membre' : ''}
     JOIN options p ON p.code_obg = o.code_obg
     JOIN implantations i ON i.fase_implantation = o.fase_implantation
     WHERE o.annee_scolaire = ?
     GROUP BY l.code_obg, i.fase_implantation, i.nom, i.code_postal, i.commune, i.zone,
       i.caractere, i.reseau
     ORDER BY code, i.zone, fase`,
    annee,
  );

export type NormeDOption = Pick<
  NormeApplicable,
  'zone' | 'mode' | 'groupement' | 'genre' | 'valeur' | 'motif' | 'reference'
> & { readonly code: string; readonly autre_valeur?: number | null };

/** Les normes de création de chaque option, en plein exercice et en alternance seule. */
export const NORMES_DES_OPTIONS = requete(`
  SELECT code_obg AS code, zone AS zone, mode, groupement, genre, valeur, autre_valeur, motif,
    reference
  FROM normes_applicables WHERE mode IN ('PE', 'ALT')
  ORDER BY code_obg, zone, mode DESC, groupement`);

/** Un métier d’une option, et ce que la liste d’une zone en dit. */
export interface MetierDOption {
  readonly code: string;
  readonly metier: string;
  readonly intitule: string;
  readonly zone: number;
  /** `null` : la liste de la zone n’est pas connue, ou pas en entier. */
  readonly tc: Trivalent;
  readonly fc: Trivalent;
  readonly nature_fc: string | null;
}

const metierConnu = (liste: 'tc' | 'fc', connaissance: string): string =>
  `CASE WHEN list_contains(string_split(b.metiers_${liste}, ' '), t.metier) THEN true
     WHEN ${connaissance}.etat = 'connu' THEN false END`;

/** Les métiers de chaque option, et lesquels la font TC ou FC dans chaque zone. */
export const metiersDesOptions = (annee: string): Requete =>
  requete(
    `SELECT b.code_obg AS code, t.metier, t.intitule, b.zone,
       ${metierConnu('tc', 'k')} AS tc, ${metierConnu('fc', 'f')} AS fc,
       n.nature_fc
     FROM besoins_options b
     JOIN options_metiers l ON l.code_obg = b.code_obg
     JOIN metiers t ON t.metier = l.metier
     JOIN connaissance k ON k."table" = 'thematiques_communes' AND k.zone = b.zone
       AND k.annee_scolaire = b.annee_scolaire
     JOIN connaissance f ON f."table" = 'fonctions_critiques' AND f.zone = b.zone
       AND f.annee_scolaire = b.annee_scolaire
     LEFT JOIN besoins n ON n.metier = l.metier AND n.zone = b.zone AND n.annee = b.annee_fc AND n.fc
     WHERE b.annee_scolaire = ?
     ORDER BY b.code_obg, t.intitule, t.metier, b.zone`,
    annee,
  );
