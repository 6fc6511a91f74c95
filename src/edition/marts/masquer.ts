/** Sous combien d’élèves un effectif réel se tait ; zéro, ce qui est de démonstration. */
export interface Seuils {
  readonly effectif: number;
  readonly population: number;
}

/**
 * Une cellule cachée ne doit pas se déduire de ce qui est publié. Les totaux publiés sont, par
 * année, zone et option, ceux de la première année d’étude et de toutes (donc des
 * suivantes). Dans chacun de ces deux groupes, on cache les plus petites cellules jusqu’à ce que
 * leur somme ne dise plus aucune d’elles. Quand un groupe n’y suffit pas, les deux n’en font qu’un
 * et le total de la première année est caché ; quand cela ne suffit pas non plus, l’autre l’est.
 * Un total de zone, sans implantation, est une cellule seule.
 */
const CELLULES = `
CREATE TABLE regle.cellules AS
SELECT annee_scolaire, zone, code_obg, NULL::VARCHAR AS fase_implantation,
  NULL::INTEGER AS annee_etude, NULL::VARCHAR AS mode, eleves, false AS premiere,
  true AS sans_premiere
FROM regle.totaux_seuls WHERE eleves > 0
UNION ALL
SELECT i.annee_scolaire, m.zone, i.code_obg, i.fase_implantation, i.annee_etude, i.mode, i.eleves,
  coalesce(i.annee_etude = p.annee_etude, false) AS premiere,
  p.annee_etude IS NULL OR i.annee_etude IS NULL AS sans_premiere
FROM source.inscriptions i
JOIN source.implantations m ON m.fase_implantation = i.fase_implantation AND m.zone IS NOT NULL
LEFT JOIN regle.premieres_annees p
  ON p.annee_scolaire = i.annee_scolaire AND p.code_obg = i.code_obg
WHERE i.eleves > 0;`;

/**
 * Chaque groupe est essayé seul, puis réuni à l’autre. `fin` : combien de ses plus petites cellules
 * cacher ; vide, si toutes n’y suffisent pas. Une somme dit ses cellules quand elle n’en a qu’une,
 * ou quand elle est la plus petite ou la plus grande possible, une cellule faible valant de 1 à
 * le seuil moins un et une autre le seuil au moins.
 */
const essais = (effectif: number): string => `
CREATE TABLE regle.essais AS
WITH essais AS (
  SELECT *, unnest([false, true]) AS ensemble FROM regle.cellules
), rangs AS (
  SELECT *, premiere AND NOT ensemble AS debut,
    row_number() OVER suite AS rang,
    sum(eleves) OVER suite AS somme,
    count(*) FILTER (eleves < ${effectif})
      OVER (PARTITION BY annee_scolaire, zone, code_obg, ensemble, premiere AND NOT ensemble)
      AS faibles
  FROM essais
  WINDOW suite AS (
    PARTITION BY annee_scolaire, zone, code_obg, ensemble, premiere AND NOT ensemble
    ORDER BY eleves, fase_implantation, annee_etude, mode
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  )
)
SELECT *, CASE WHEN faibles = 0 THEN 0 ELSE min(rang) FILTER (
    rang >= 2 AND rang >= faibles AND somme >= ${effectif}
    AND somme > faibles + ${effectif} * (rang - faibles)
    AND (rang > faibles OR somme < faibles * (${effectif} - 1))
  ) OVER (PARTITION BY annee_scolaire, zone, code_obg, ensemble, debut) END AS fin
FROM rangs;`;

const REUNIS = `
CREATE TABLE regle.reunis AS
SELECT DISTINCT annee_scolaire, zone, code_obg FROM regle.essais
WHERE NOT ensemble AND fin IS NULL;`;

/** `au_plus` : ce que le seuil dit d’une cellule faible ; d’une autre, il ne dit rien. */
const cellulesMasquees = (effectif: number): string => `
CREATE TABLE regle.cellules_masquees AS
SELECT annee_scolaire, zone, code_obg, fase_implantation, annee_etude, mode,
  CASE WHEN eleves < ${effectif} AND ${effectif} > 2 THEN ${effectif} - 1 END AS au_plus
FROM regle.essais e LEFT JOIN regle.reunis r USING (annee_scolaire, zone, code_obg)
WHERE ensemble = (r.code_obg IS NOT NULL) AND rang <= coalesce(fin, rang);`;

const TOTAUX = `
CREATE TABLE regle.totaux_masques AS
SELECT annee_scolaire, zone, code_obg,
  bool_or(NOT sans_premiere) AS premiere, bool_or(fin IS NULL) AS tous
FROM regle.essais JOIN regle.reunis USING (annee_scolaire, zone, code_obg)
WHERE ensemble
GROUP BY ALL
HAVING premiere OR tous;`;

/** Plus que n’en compte une école. */
const SANS_BORNE = 10_000;

/**
 * Quand la population d’une zone, d’une année d’étude et d’une forme est la somme des effectifs,
 * elle est elle aussi un total : elle est cachée dès qu’une de ses cellules l’est. L’alternance et
 * les options sans forme (article 45) peuvent y être comptées ou non, en tout ou en partie ; de
 * même un effectif dont l’année d’étude ou le mode ne sont pas donnés. Un effectif que la source tait
 * se déduirait d’elle comme un autre.
 */
const populations = (population: number): string => `
CREATE TABLE regle.populations_masquees AS
WITH toutes AS (
  SELECT annee_scolaire, zone, code_obg, fase_implantation, annee_etude, mode, eleves,
    eleves AS au_plus, false AS tue
  FROM regle.cellules
  UNION ALL
  SELECT i.annee_scolaire, m.zone, i.code_obg, i.fase_implantation, i.annee_etude, i.mode,
    coalesce(i.eleves_au_moins, 1), coalesce(i.eleves_au_plus, ${SANS_BORNE}), true
  FROM source.inscriptions i
  JOIN source.implantations m ON m.fase_implantation = i.fase_implantation AND m.zone IS NOT NULL
  WHERE i.eleves IS NULL
)
SELECT p.annee_scolaire, p.zone, p.annee_etude, p.forme
FROM source.population p
LEFT JOIN (
  SELECT q.annee_scolaire, q.zone, q.annee_etude, q.forme,
    coalesce(sum(c.eleves) FILTER (o.forme = q.forme AND c.mode = 'PE'
      AND c.annee_etude IS NOT NULL), 0) AS au_moins,
    coalesce(sum(c.au_plus), 0) AS au_plus,
    bool_or(m.code_obg IS NOT NULL OR c.tue) AS masquee
  FROM source.population q
  JOIN toutes c ON c.annee_scolaire = q.annee_scolaire AND c.zone = q.zone
    AND (c.annee_etude = q.annee_etude OR c.annee_etude IS NULL)
  JOIN source.options o ON o.code_obg = c.code_obg AND (o.forme = q.forme OR o.forme IS NULL)
  LEFT JOIN regle.cellules_masquees m ON m.annee_scolaire = c.annee_scolaire
    AND m.zone = c.zone AND m.fase_implantation IS NOT DISTINCT FROM c.fase_implantation
    AND m.code_obg = c.code_obg AND m.annee_etude IS NOT DISTINCT FROM c.annee_etude
    AND m.mode IS NOT DISTINCT FROM c.mode
  GROUP BY ALL
) s ON s.annee_scolaire = p.annee_scolaire AND s.zone = p.zone
  AND s.annee_etude = p.annee_etude AND s.forme = p.forme
WHERE (p.eleves > 0 AND p.eleves < ${population})
  OR (s.masquee AND p.eleves BETWEEN s.au_moins AND s.au_plus);`;

/** Ce qui se tait : des cellules, des totaux et des populations, dans le schéma `regle`. */
export const masquer = ({ effectif, population }: Seuils): string =>
  [
    CELLULES,
    essais(effectif),
    REUNIS,
    cellulesMasquees(effectif),
    TOTAUX,
    populations(population),
  ].join('\n');

/** Rien ne se tait : ces trois tables, vides. */
export const RIEN_A_MASQUER = `
CREATE TABLE regle.cellules_masquees AS
SELECT annee_scolaire, NULL::INTEGER AS zone, code_obg, fase_implantation, annee_etude, mode,
  NULL::INTEGER AS au_plus
FROM source.inscriptions WHERE false;

CREATE TABLE regle.totaux_masques AS
SELECT annee_scolaire, NULL::INTEGER AS zone, code_obg, false AS premiere, false AS tous
FROM source.inscriptions WHERE false;

CREATE TABLE regle.populations_masquees AS
SELECT annee_scolaire, zone, annee_etude, forme FROM source.population WHERE false;`;
