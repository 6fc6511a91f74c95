/** Une question que le constructeur ne pose pas, et le SQL qui y répond. */
export interface QuestionSql {
  readonly titre: string;
  /** Ce que compte une ligne de la réponse. */
  readonly compte: readonly [singulier: string, pluriel: string];
  readonly sql: string;
}

/** La requête que la page propose d’abord. */
export const SQL_DE_DEPART = `-- Les options TC et FC qu’aucune école n’organise, zone par zone
SELECT z.nom AS zone, i.code_obg AS code, o.intitule AS option
FROM indicateurs i
JOIN zones z ON z.zone = i.zone
JOIN options o ON o.code_obg = i.code_obg
WHERE i.annee_scolaire = (SELECT max(annee_scolaire) FROM indicateurs)
  AND i.tc_fc AND i.occurrences = 0
ORDER BY z.zone, code`;

/** Les paires d’occurrences d’une même option, à dix kilomètres au plus. */
const paires = (caractere: '=' | '<>'): string => `SELECT o.code_obg AS code, p.intitule AS option,
  count(*)::INTEGER AS paires, min(v.metres) / 1000 AS km
FROM occurrences o
JOIN voisinages v ON v.fase_implantation = o.fase_implantation AND v.metres <= 10000
JOIN occurrences k ON k.annee_scolaire = o.annee_scolaire AND k.code_obg = o.code_obg
  AND k.fase_implantation = v.voisine AND k.caractere ${caractere} o.caractere
JOIN options p ON p.code_obg = o.code_obg
WHERE o.annee_scolaire = (SELECT max(annee_scolaire) FROM occurrences)
  AND o.fase_implantation < v.voisine
GROUP BY o.code_obg, p.intitule
ORDER BY paires DESC, code`;

const OPTION = ['option', 'options'] as const;

/** Les questions de distance, de doublon et de passage d’une année à l’autre. */
export const GALERIE_SQL: readonly QuestionSql[] = [
  {
    titre: 'Quelles options sont organisées deux fois à moins de 10 km, dans le même caractère ?',
    compte: OPTION,
    sql: paires('='),
  },
  {
    titre: 'Quelles options les deux caractères offrent-ils à moins de 10 km l’un de l’autre ?',
    compte: OPTION,
    sql: paires('<>'),
  },
  {
    titre: 'Quelles options TC et FC sont à plus de 20 km d’une commune ?',
    compte: OPTION,
    sql: `SELECT p.code_obg AS code, o.intitule AS option, count(*)::INTEGER AS communes,
  max(p.metres) / 1000 AS km
FROM portee p
JOIN communes c ON c.nis = p.nis
JOIN options o ON o.code_obg = p.code_obg
JOIN besoins_options b ON b.annee_scolaire = p.annee_scolaire AND b.zone = c.zone
  AND b.code_obg = p.code_obg
WHERE p.sure AND b.tc_fc AND p.metres > 20000
GROUP BY p.code_obg, o.intitule
ORDER BY communes DESC, code`,
  },
  {
    titre: 'Quelles occurrences sont sous la norme de maintien deux années de suite ?',
    compte: ['occurrence', 'occurrences'],
    sql: `WITH annees AS (
  SELECT DISTINCT annee_scolaire FROM occurrences ORDER BY annee_scolaire DESC LIMIT 2
)
SELECT z.nom AS zone, i.nom AS implantation, k.code_obg AS code, o.intitule AS option
FROM occurrences k
JOIN annees a ON a.annee_scolaire = k.annee_scolaire
JOIN implantations i ON i.fase_implantation = k.fase_implantation
JOIN options o ON o.code_obg = k.code_obg
JOIN zones z ON z.zone = k.zone
WHERE k.sous_norme
GROUP BY z.zone, z.nom, k.fase_implantation, i.nom, k.code_obg, o.intitule
HAVING count(*) = 2
ORDER BY z.zone, k.fase_implantation, code`,
  },
  {
    titre: 'Quelles options sont apparues dans une zone, ou en ont disparu, en un an ?',
    compte: ['changement', 'changements'],
    sql: `WITH annees AS (
  SELECT max(annee_scolaire) AS fin,
    max(annee_scolaire) FILTER (annee_scolaire < (SELECT max(annee_scolaire) FROM indicateurs)) AS debut
  FROM indicateurs
)
SELECT z.nom AS zone, CASE WHEN f.occurrences > 0 THEN 'apparue' ELSE 'disparue' END AS changement,
  f.code_obg AS code, o.intitule AS option
FROM annees a
JOIN indicateurs f ON f.annee_scolaire = a.fin
JOIN indicateurs d ON d.annee_scolaire = a.debut AND d.zone = f.zone AND d.code_obg = f.code_obg
JOIN zones z ON z.zone = f.zone
JOIN options o ON o.code_obg = f.code_obg
WHERE (f.occurrences > 0) <> (d.occurrences > 0)
ORDER BY z.zone, changement, code`,
  },
  {
    titre: 'Où un secteur s’arrête-t-il au 2e degré, sans 3e degré à moins de 10 km ?',
    compte: ['cas', 'cas'],
    sql: `WITH suivis AS (
  SELECT f.fase_implantation, o.secteur,
    bool_or(f.annee_etude <= 4) AS d2, bool_or(f.annee_etude >= 5) AS d3
  FROM offre f
  JOIN options o ON o.code_obg = f.code_obg
  WHERE f.annee_scolaire = (SELECT max(annee_scolaire) FROM offre)
    AND (f.eleves > 0 OR f.eleves_masque) AND f.annee_etude IS NOT NULL
  GROUP BY f.fase_implantation, o.secteur
)
SELECT z.nom AS zone, i.nom AS implantation, s.intitule AS secteur
FROM suivis a
JOIN implantations i ON i.fase_implantation = a.fase_implantation
JOIN zones z ON z.zone = i.zone
JOIN secteurs s ON s.secteur = a.secteur
WHERE a.d2 AND NOT a.d3 AND NOT EXISTS (
  SELECT 1 FROM voisinages v
  JOIN suivis b ON b.fase_implantation = v.voisine AND b.secteur = a.secteur AND b.d3
  WHERE v.fase_implantation = a.fase_implantation AND v.metres <= 10000
)
ORDER BY z.zone, i.fase_implantation, s.secteur`,
  },
];
