import { attendusMaintien, VUES_MAINTIEN } from './attendus-maintien.ts';
import { ouvrirSources } from './sources.ts';

/** Une ligne attendue : la page (le slug, ou `zones`), la clé du nombre, sa valeur. */
interface Attendu {
  page: string;
  cle: string;
  valeur: number | null;
}

/** Des vues communes, écrites autrement que les requêtes du site. */
const VUES = (annee: string, avant: string): string => `
CREATE VIEW eleves AS SELECT i.zone, o.* , p.secteur, p.groupe, p.regime, p.intitule,
  p.statut IN ('organisable', 'transformee', 'creee') AS organisable
  FROM offre o JOIN implantations i USING (fase_implantation) JOIN options p USING (code_obg)
  WHERE o.eleves > 0;
CREATE VIEW occ AS SELECT annee_scolaire, zone, code_obg, secteur, groupe, fase_implantation,
  organisable, sum(eleves) AS eleves FROM eleves GROUP BY ALL;
CREATE VIEW ici AS SELECT * EXCLUDE (annee_scolaire) FROM occ WHERE annee_scolaire = '${annee}';
CREATE VIEW avant AS SELECT * EXCLUDE (annee_scolaire) FROM occ WHERE annee_scolaire = '${avant}';
CREATE VIEW parOption AS SELECT zone, code_obg, secteur, groupe, sum(eleves) AS eleves,
  count(*) AS occurrences FROM ici GROUP BY ALL;
CREATE VIEW reunie AS SELECT i.zone, l.code_obg, p.secteur, p.groupe,
  p.statut IN ('organisable', 'transformee', 'creee') AS organisable, sum(i.eleves) AS eleves,
  count(DISTINCT i.fase_implantation) AS occurrences,
  bool_and(i.code_obg <> l.code_obg) AS sous_ancien
  FROM ici i JOIN lignee l ON l.membre = i.code_obg AND l.en_tete
  JOIN options p ON p.code_obg = l.code_obg GROUP BY ALL;
CREATE VIEW reunieAvant AS SELECT DISTINCT a.zone, l.code_obg
  FROM avant a JOIN lignee l ON l.membre = a.code_obg AND l.en_tete;
CREATE VIEW parente AS SELECT DISTINCT a.membre AS code_obg, b.membre AS parent
  FROM lignee a JOIN lignee b USING (code_obg);
CREATE VIEW besoin AS SELECT zone, code_obg,
  coalesce(max(tc::INT), 0) = 1 AS tc, coalesce(max(fc::INT), 0) = 1 AS fc
  FROM besoins JOIN options_metiers USING (metier)
  WHERE annee = ${Number(annee.slice(0, 4)) + 1} GROUP BY ALL;
CREATE VIEW signe AS SELECT p.*,
  CASE WHEN b.tc AND b.fc THEN 'tc-fc' WHEN b.tc THEN 'tc' WHEN b.fc THEN 'fc' ELSE 'aucun' END
    AS signe, row_number() OVER (PARTITION BY p.zone ORDER BY p.eleves DESC, p.code_obg) AS rang,
  row_number() OVER (PARTITION BY p.zone ORDER BY p.eleves, p.code_obg DESC) AS fin,
  row_number() OVER (PARTITION BY p.zone, p.organisable ORDER BY p.eleves DESC, p.code_obg)
    AS rang_organisable
  FROM reunie p LEFT JOIN besoin b USING (zone, code_obg);
CREATE VIEW indic AS SELECT z.zone, p.code_obg, p.secteur, coalesce(b.tc, false) AS tc,
  coalesce(b.fc, false) AS fc, coalesce(r.occurrences, 0) AS occurrences,
  coalesce(r.sous_ancien, false) AS sous_ancien,
  pe.valeur AS norme_creation, alt.valeur AS norme_creation_alt
  FROM zones z CROSS JOIN options p
  LEFT JOIN besoin b ON b.zone = z.zone AND b.code_obg = p.code_obg
  LEFT JOIN reunie r ON r.zone = z.zone AND r.code_obg = p.code_obg
  LEFT JOIN normes_applicables pe ON pe.zone = z.zone AND pe.code_obg = p.code_obg AND pe.mode = 'PE'
    AND pe.groupement = 'seule'
  LEFT JOIN normes_applicables alt ON alt.zone = z.zone AND alt.code_obg = p.code_obg AND alt.mode = 'ALT'
    AND alt.groupement = 'seule'
  WHERE p.statut IN ('organisable', 'transformee', 'creee');
CREATE VIEW z AS SELECT zone, slug FROM zones;
CREATE VIEW sect AS SELECT DISTINCT secteur FROM options`;

/** Les requêtes, une par figure : chacune rend page, clé et valeur. */
const ATTENDUS = (annee: string): Record<string, string> => ({
  entete: `
    SELECT slug AS page, 'communes' AS cle, count(*) AS valeur FROM communes JOIN z USING (zone)
    GROUP BY ALL
    UNION ALL SELECT slug, 'organisables', count(*) FROM indic JOIN z USING (zone) GROUP BY ALL`,
  bref: `
    WITH pop AS (SELECT annee_scolaire, zone, sum(eleves) AS e,
        sum(CASE WHEN annee_etude > 2 THEN eleves END) AS e37,
        sum(CASE WHEN forme IN ('TQ', 'AQ', 'P') THEN eleves END) AS q
        FROM population GROUP BY ALL),
      org AS (SELECT annee_scolaire, zone, count(DISTINCT fase_implantation) AS i,
        count(DISTINCT code_obg) AS o, count(*) AS n, sum(eleves) AS s,
        count(DISTINCT code_obg) FILTER (organisable) AS oo, count(*) FILTER (organisable) AS no,
        sum(eleves) FILTER (organisable) AS so FROM occ GROUP BY ALL),
      tout AS (SELECT * FROM pop JOIN org USING (annee_scolaire, zone)),
      fwb AS (SELECT annee_scolaire, avg(e) AS e, sum(q) / sum(e37) AS q, avg(i) AS i,
        avg(o) AS o, avg(n) AS n, sum(s) / sum(n) AS s, avg(s) AS t, avg(oo) AS oo,
        avg(no) AS no, avg(so) AS so FROM tout GROUP BY ALL),
      long AS (SELECT slug, annee_scolaire AS a, unnest([
          {c: 'eleves', v: e::DOUBLE}, {c: 'qualifiant', v: q / e37},
          {c: 'implantations', v: i::DOUBLE}, {c: 'options', v: o::DOUBLE},
          {c: 'occurrences', v: n::DOUBLE}, {c: 'taille', v: s / n},
          {c: 'options.organisables', v: oo::DOUBLE},
          {c: 'occurrences.organisables', v: no::DOUBLE}, {c: 'eleves-options', v: s::DOUBLE},
          {c: 'eleves-options.organisables', v: so::DOUBLE}]) AS u
        FROM tout JOIN z USING (zone)
        UNION ALL SELECT slug, annee_scolaire, unnest([
          {c: 'eleves.fwb', v: e::DOUBLE}, {c: 'qualifiant.fwb', v: q},
          {c: 'implantations.fwb', v: i::DOUBLE}, {c: 'options.fwb', v: o::DOUBLE},
          {c: 'occurrences.fwb', v: n::DOUBLE}, {c: 'taille.fwb', v: s},
          {c: 'options.organisables.fwb', v: oo}, {c: 'occurrences.organisables.fwb', v: no},
          {c: 'eleves-options.fwb', v: t}, {c: 'eleves-options.organisables.fwb', v: so}])
        FROM fwb CROSS JOIN z)
    SELECT slug AS page, 'bref.' || a || '.' || u.c AS cle, u.v AS valeur FROM long
    UNION ALL SELECT slug, 'bref.part-eleves', e / sum(e) OVER ()
      FROM pop JOIN z USING (zone) WHERE annee_scolaire = '${annee}'`,
  reseaux: `
    WITH r AS (SELECT DISTINCT zone, fase_implantation FROM ici),
      i AS (SELECT r.zone, m.reseau, m.caractere FROM r JOIN implantations m
        USING (fase_implantation)),
      noms AS (SELECT unnest([{r: 'WBE', c: 'wbe'}, {r: 'officiel subventionné', c: 'officiel'},
        {r: 'libre confessionnel', c: 'libre-conf'},
        {r: 'libre non confessionnel', c: 'libre-non'}]) AS u),
      n AS (SELECT z.zone, z.slug, u.c, count(i.zone) AS v FROM z CROSS JOIN noms
        LEFT JOIN i ON i.zone = z.zone AND i.reseau = u.r GROUP BY ALL)
    SELECT slug AS page, 'reseaux.' || c || '.implantations' AS cle, v AS valeur FROM n
    UNION ALL SELECT slug, 'reseaux.' || c || '.part', v / sum(v) OVER (PARTITION BY slug) FROM n
    UNION ALL SELECT slug, 'reseaux.' || c || '.fwb',
      sum(v) OVER (PARTITION BY c) / sum(v) OVER () FROM n
    UNION ALL SELECT slug, 'reseaux.total', count(*) FROM i JOIN z USING (zone) GROUP BY ALL
    UNION ALL SELECT slug, 'reseaux.' || replace(caractere, ' ', '-'), count(*)
      FROM i JOIN z USING (zone) GROUP BY ALL`,
  formes: `
    WITH p AS (SELECT slug, annee_etude AS a, CASE WHEN forme IN ('C', 'G') THEN 'commun'
        WHEN forme IN ('TT', 'AT') THEN 'transition' WHEN forme = 'P' THEN 'professionnelle'
        ELSE 'technique' END AS f, eleves FROM population JOIN z USING (zone)
        WHERE annee_scolaire = '${annee}'),
      grille AS (SELECT slug, a, f FROM z CROSS JOIN range(1, 8) t(a) CROSS JOIN (VALUES
        ('commun'), ('transition'), ('technique'), ('professionnelle')) v(f))
    SELECT slug AS page, 'formes.' || a || '.' || f AS cle, coalesce(sum(eleves), 0) AS valeur
      FROM grille LEFT JOIN p USING (slug, a, f) GROUP BY ALL
    UNION ALL SELECT slug, 'formes.' || a || '.total', sum(eleves) FROM p GROUP BY ALL
    UNION ALL SELECT slug, 'formes.tq-aq', sum(eleves) FROM p WHERE f = 'technique' GROUP BY ALL
    UNION ALL SELECT slug, 'formes.p', sum(eleves) FROM p WHERE f = 'professionnelle' GROUP BY ALL
    UNION ALL SELECT slug, 'formes.part', sum(CASE WHEN f IN ('technique', 'professionnelle')
      THEN eleves ELSE 0 END) / sum(eleves) FROM p WHERE a >= 3 GROUP BY ALL`,
  secteurs: `
    WITH s AS (SELECT z.zone, z.slug, t.secteur, coalesce(sum(p.eleves), 0) AS e,
        count(p.code_obg) AS o, coalesce(sum(p.occurrences), 0) AS n
        FROM z CROSS JOIN sect t LEFT JOIN parOption p ON p.zone = z.zone
        AND p.secteur = t.secteur GROUP BY ALL)
    SELECT slug AS page, 'secteurs.' || secteur || '.eleves' AS cle, e AS valeur FROM s
    UNION ALL SELECT slug, 'secteurs.' || secteur || '.options', o FROM s
    UNION ALL SELECT slug, 'secteurs.' || secteur || '.occurrences', n FROM s
    UNION ALL SELECT slug, 'secteurs.' || secteur || '.part',
      e / sum(e) OVER (PARTITION BY slug) FROM s
    UNION ALL SELECT slug, 'secteurs.' || secteur || '.fwb',
      sum(e) OVER (PARTITION BY secteur) / sum(e) OVER () FROM s`,
  groupes: `
    WITH s AS (SELECT zone, slug, groupe, sum(eleves) AS e, count(*) AS o
        FROM parOption JOIN z USING (zone) GROUP BY ALL),
      r AS (SELECT *, row_number() OVER (PARTITION BY slug ORDER BY e DESC, groupe) AS rang FROM s)
    SELECT slug AS page, 'groupes.' || groupe || '.eleves' AS cle, e AS valeur FROM s
    UNION ALL SELECT slug, 'groupes.' || groupe || '.options', o FROM s
    UNION ALL SELECT slug, 'groupes.' || groupe || '.part', e / sum(e) OVER (PARTITION BY slug)
      FROM s
    UNION ALL SELECT slug, 'groupes.' || groupe || '.fwb',
      sum(e) OVER (PARTITION BY groupe) / sum(e) OVER () FROM s
    UNION ALL SELECT slug, 'groupes.premiers',
      sum(CASE WHEN rang <= 3 THEN e ELSE 0 END) / sum(e) FROM r GROUP BY ALL`,
  voies: `
    WITH e AS (SELECT slug, secteur, eleves,
        CASE WHEN regime = 'art45' THEN 'art45' ELSE mode END AS v
        FROM eleves JOIN z USING (zone) WHERE annee_scolaire = '${annee}'),
      n AS (SELECT z.slug, w.v, coalesce(sum(e.eleves), 0) AS n FROM z
        CROSS JOIN (VALUES ('PE'), ('ALT'), ('art45')) w(v)
        LEFT JOIN e ON e.slug = z.slug AND e.v = w.v GROUP BY ALL),
      s AS (SELECT z.slug, t.secteur, coalesce(sum(e.eleves), 0) AS tout,
        coalesce(sum(CASE WHEN e.v <> 'PE' THEN e.eleves END), 0) AS alt
        FROM z CROSS JOIN sect t LEFT JOIN e ON e.slug = z.slug AND e.secteur = t.secteur
        GROUP BY ALL)
    SELECT slug AS page, 'voies.' || v || '.eleves' AS cle, n AS valeur FROM n
    UNION ALL SELECT slug, 'voies.' || v || '.part', n / sum(n) OVER (PARTITION BY slug) FROM n
    UNION ALL SELECT slug, 'voies.' || v || '.fwb', sum(n) OVER (PARTITION BY v) / sum(n) OVER ()
      FROM n
    UNION ALL SELECT slug, 'alternance.' || secteur || '.eleves', tout FROM s
    UNION ALL SELECT slug, 'alternance.' || secteur || '.alternance', alt FROM s
    UNION ALL SELECT slug, 'alternance.' || secteur || '.part', alt / nullif(tout, 0) FROM s
    UNION ALL SELECT slug, 'alternance.' || secteur || '.fwb',
      sum(alt) OVER (PARTITION BY secteur) / sum(tout) OVER (PARTITION BY secteur) FROM s`,
  tailles: `
    WITH c AS (SELECT slug, eleves, CASE WHEN eleves < 6 THEN '1-5' WHEN eleves < 10 THEN '6-9'
        WHEN eleves < 15 THEN '10-14' WHEN eleves < 25 THEN '15-24' WHEN eleves < 50 THEN '25-49'
        ELSE '50' END AS t FROM ici JOIN z USING (zone)),
      n AS (SELECT z.slug, w.t, count(c.eleves) AS n, coalesce(sum(c.eleves), 0) AS e FROM z
        CROSS JOIN (VALUES ('1-5'), ('6-9'), ('10-14'), ('15-24'), ('25-49'), ('50')) w(t)
        LEFT JOIN c ON c.slug = z.slug AND c.t = w.t GROUP BY ALL)
    SELECT slug AS page, 'tailles.' || t || '.occurrences' AS cle, n AS valeur FROM n
    UNION ALL SELECT slug, 'tailles.' || t || '.eleves', e FROM n
    UNION ALL SELECT slug, 'tailles.' || t || '.part', n / sum(n) OVER (PARTITION BY slug) FROM n
    UNION ALL SELECT slug, 'tailles.' || t || '.fwb', sum(n) OVER (PARTITION BY t) / sum(n) OVER ()
      FROM n
    UNION ALL SELECT slug, 'tailles.moyenne', avg(eleves) FROM c GROUP BY ALL
    UNION ALL SELECT slug, 'tailles.total', count(*) FROM c GROUP BY ALL`,
  frequentation: `
    SELECT slug AS page, 'frequentees.' || code_obg || '.eleves' AS cle, eleves AS valeur
      FROM signe JOIN z USING (zone) WHERE rang <= 15
    UNION ALL SELECT slug, 'frequentees.' || code_obg || '.occurrences', occurrences
      FROM signe JOIN z USING (zone) WHERE rang <= 15
    UNION ALL SELECT slug, 'frequentees.nombre', least(15, count(*)) FROM signe JOIN z USING (zone)
      GROUP BY ALL
    UNION ALL SELECT slug, 'frequentees.part', sum(CASE WHEN EXISTS (FROM signe s
        JOIN lignee l ON l.code_obg = s.code_obg
        WHERE s.zone = p.zone AND s.rang <= 15 AND l.membre = p.code_obg)
      THEN p.eleves ELSE 0 END) / sum(p.eleves) FROM parOption p JOIN z USING (zone) GROUP BY ALL
    UNION ALL SELECT slug, 'moins.' || code_obg || '.eleves', eleves
      FROM signe JOIN z USING (zone) WHERE fin <= 10
    UNION ALL SELECT slug, 'moins.' || code_obg || '.occurrences', occurrences
      FROM signe JOIN z USING (zone) WHERE fin <= 10
    UNION ALL SELECT slug, 'moins.nombre', count(*) FROM signe JOIN z USING (zone) WHERE fin <= 10
      GROUP BY ALL
    UNION ALL SELECT slug, 'moins.minimum', min(eleves) FROM signe JOIN z USING (zone)
      WHERE fin <= 10 GROUP BY ALL
    UNION ALL SELECT slug, 'moins.maximum', max(eleves) FROM signe JOIN z USING (zone)
      WHERE fin <= 10 GROUP BY ALL
    UNION ALL SELECT slug, 'option.' || code_obg || '.eleves', eleves FROM signe JOIN z USING (zone)
    UNION ALL SELECT slug, 'option.' || code_obg || '.occurrences', occurrences
      FROM signe JOIN z USING (zone)`,
  uniques: `
    WITH u AS (SELECT z.slug, t.secteur, count(p.code_obg) AS o,
        coalesce(sum((p.occurrences = 1)::INT), 0) AS u FROM z CROSS JOIN sect t
        LEFT JOIN reunie p ON p.zone = z.zone AND p.secteur = t.secteur GROUP BY ALL)
    SELECT slug AS page, 'uniques.' || secteur || '.options' AS cle, o AS valeur FROM u
    UNION ALL SELECT slug, 'uniques.' || secteur || '.uniques', u FROM u
    UNION ALL SELECT slug, 'uniques.' || secteur || '.part', u / nullif(o, 0) FROM u
    UNION ALL SELECT slug, 'uniques.' || secteur || '.fwb', avg(u) OVER (PARTITION BY secteur)
      FROM u
    UNION ALL SELECT slug, 'uniques.options', sum(o) FROM u GROUP BY ALL
    UNION ALL SELECT slug, 'uniques.total', sum(u) FROM u GROUP BY ALL
    UNION ALL SELECT slug, 'uniques.part', sum(u) / sum(o) FROM u GROUP BY ALL
    UNION ALL SELECT slug, 'uniques.fwb', (SELECT sum(u) / sum(o) FROM u) FROM z`,
  besoins: `
    WITH s AS (SELECT zone, slug, secteur, code_obg, occurrences, sous_ancien,
        CASE WHEN tc AND fc THEN 'tc-fc' WHEN tc THEN 'tc' WHEN fc THEN 'fc' END AS b,
        norme_creation, norme_creation_alt FROM indic JOIN z USING (zone)),
      n AS (SELECT z.slug, t.secteur, w.b, count(s.code_obg) AS n FROM z CROSS JOIN sect t
        CROSS JOIN (VALUES ('tc-fc'), ('tc'), ('fc')) w(b)
        LEFT JOIN s ON s.slug = z.slug AND s.secteur = t.secteur AND s.b = w.b GROUP BY ALL),
      m AS (SELECT z.slug, t.secteur, count(s.code_obg) AS n FROM z CROSS JOIN sect t
        LEFT JOIN s ON s.slug = z.slug AND s.secteur = t.secteur AND s.b = 'tc-fc'
        AND s.occurrences = 0 GROUP BY ALL),
      k AS (SELECT z.slug, t.secteur, count(s.code_obg) AS n FROM z CROSS JOIN sect t
        LEFT JOIN s ON s.slug = z.slug AND s.secteur = t.secteur AND s.b = 'tc-fc'
        AND s.sous_ancien GROUP BY ALL)
    SELECT slug AS page, 'besoins.' || secteur || '.' || b AS cle, n AS valeur FROM n
    UNION ALL SELECT slug, 'besoins.' || secteur || '.' || b || '.fwb',
      avg(n) OVER (PARTITION BY secteur, b) FROM n
    UNION ALL SELECT z.slug, 'besoins.' || t.secteur || '.organisables', count(s.code_obg)
      FROM z CROSS JOIN sect t LEFT JOIN s ON s.slug = z.slug AND s.secteur = t.secteur
      GROUP BY ALL
    UNION ALL SELECT slug, 'besoins.' || b, sum(n) FROM n GROUP BY ALL
    UNION ALL SELECT slug, 'besoins.organisables', count(*) FROM s GROUP BY ALL
    UNION ALL SELECT slug, 'ouvertures.' || secteur || '.ouvertures', n FROM m
    UNION ALL SELECT slug, 'ouvertures.' || secteur || '.tc-fc', n FROM n WHERE b = 'tc-fc'
    UNION ALL SELECT slug, 'ouvertures.' || secteur || '.fwb', avg(n) OVER (PARTITION BY secteur)
      FROM m
    UNION ALL SELECT slug, 'ouvertures.total', sum(n) FROM m GROUP BY ALL
    UNION ALL SELECT slug, 'ouvertures.' || secteur || '.anciens-codes', n FROM k
    UNION ALL SELECT slug, 'ouvertures.anciens-codes', sum(n) FROM k GROUP BY ALL
    UNION ALL SELECT slug, 'option.' || code_obg || '.norme', norme_creation FROM s
      WHERE b = 'tc-fc' AND (occurrences = 0 OR sous_ancien)
    UNION ALL SELECT slug, 'option.' || code_obg || '.norme-alt', norme_creation_alt FROM s
      WHERE b = 'tc-fc' AND (occurrences = 0 OR sous_ancien)`,
  contraste: `
    WITH e AS (SELECT slug, CASE WHEN rang_organisable <= 15 THEN 'premieres' ELSE 'autres' END
        AS g, signe FROM signe JOIN z USING (zone) WHERE organisable),
      n AS (SELECT z.slug, g.g, w.b, count(e.signe) AS n FROM z
        CROSS JOIN (VALUES ('premieres'), ('autres')) g(g)
        CROSS JOIN (VALUES ('tc-fc'), ('tc'), ('fc'), ('aucun')) w(b)
        LEFT JOIN e ON e.slug = z.slug AND e.g = g.g AND e.signe = w.b GROUP BY ALL)
    SELECT slug AS page, 'contraste.' || g || '.' || b AS cle, n AS valeur FROM n
    UNION ALL SELECT slug, 'contraste.' || g || '.' || b || '.part',
      n / nullif(sum(n) OVER (PARTITION BY slug, g), 0) FROM n
    UNION ALL SELECT slug, 'contraste.' || g, sum(n) FROM n GROUP BY ALL`,
  changements: `
    WITH o AS (SELECT i.zone, false AS sortie FROM ici i WHERE NOT EXISTS (FROM avant a
          JOIN parente p ON p.parent = a.code_obg WHERE p.code_obg = i.code_obg
          AND a.fase_implantation = i.fase_implantation)
        UNION ALL SELECT a.zone, true FROM avant a WHERE NOT EXISTS (FROM ici i
          JOIN parente p ON p.parent = i.code_obg WHERE p.code_obg = a.code_obg
          AND a.fase_implantation = i.fase_implantation)),
      p AS (SELECT zone, false AS sortie FROM (SELECT zone, code_obg FROM reunie
          EXCEPT SELECT zone, code_obg FROM reunieAvant)
        UNION ALL SELECT zone, true FROM (SELECT zone, code_obg FROM reunieAvant
          EXCEPT SELECT zone, code_obg FROM reunie)),
      a AS (SELECT ${Number(annee.slice(0, 4)) + 1} AS a),
      l AS (SELECT zone, metier, annee, 'tc' AS liste FROM besoins WHERE tc
        UNION ALL SELECT zone, metier, annee, 'fc' FROM besoins WHERE fc),
      m AS (SELECT zone, liste, false AS sortie FROM (
          SELECT zone, metier, liste FROM l, a WHERE annee = a
          EXCEPT SELECT zone, metier, liste FROM l, a WHERE annee = a - 1)
        UNION ALL SELECT zone, liste, true FROM (
          SELECT zone, metier, liste FROM l, a WHERE annee = a - 1
          EXCEPT SELECT zone, metier, liste FROM l, a WHERE annee = a)),
      tout AS (SELECT zone, 'occurrences' AS quoi, sortie FROM o
        UNION ALL SELECT zone, 'options', sortie FROM p
        UNION ALL SELECT zone, liste, sortie FROM m)
    SELECT z.slug AS page,
      'changements.' || q.quoi || CASE WHEN s.sortie THEN '.sorties' ELSE '.entrees' END AS cle,
      count(tout.quoi) AS valeur FROM z
    CROSS JOIN (VALUES ('options'), ('occurrences'), ('tc'), ('fc')) q(quoi)
    CROSS JOIN (VALUES (true), (false)) s(sortie)
    LEFT JOIN tout ON tout.zone = z.zone AND tout.quoi = q.quoi AND tout.sortie = s.sortie
    GROUP BY ALL`,
});

export interface Attendus {
  /** Page, puis clé : la valeur que la page doit montrer. */
  readonly valeurs: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly slugs: readonly string[];
  readonly anneeScolaire: string;
  /** Les occurrences situées, anciens codes compris, pour la référence des distances. */
  readonly positions: readonly {
    slug: string;
    code_obg: string;
    secteur: number;
    lat: number;
    lon: number;
  }[];
}

/**
 * Ce que les CSV livrés disent de chaque nombre des pages de zone. Des Parquet du site ne viennent
 * que les normes, qu’un autre test refait.
 */
export async function lireAttendus(construit: string): Promise<Attendus> {
  const { connexion, manifeste } = await ouvrirSources(construit);
  const { annee_scolaire: annee } = manifeste.edition;
  const annees = manifeste.anneesScolaires;
  const avant = annees[annees.indexOf(annee) - 1] ?? '';
  await connexion.run(VUES(annee, avant));
  await connexion.run(VUES_MAINTIEN(annee, avant));
  const lire = async <T>(sql: string): Promise<T[]> =>
    (await connexion.runAndReadAll(sql)).getRowObjectsJson() as T[];
  const valeurs = new Map<string, Map<string, number>>();
  for (const sql of [...Object.values(ATTENDUS(annee)), ...attendusMaintien]) {
    const rangees = await lire<Attendu>(
      `SELECT page, cle, valeur::DOUBLE AS valeur FROM (${sql}) WHERE valeur IS NOT NULL`,
    );
    for (const { page, cle, valeur } of rangees) {
      const dePage = valeurs.get(page) ?? new Map<string, number>();
      valeurs.set(page, dePage.set(cle, Number(valeur)));
    }
  }
  const slugs = (await lire<{ slug: string }>('SELECT slug FROM z ORDER BY zone')).map(
    ({ slug }) => slug,
  );
  const positions = await lire<Attendus['positions'][number]>(
    `SELECT slug, l.code_obg, p.secteur, m.lat, m.lon
     FROM (SELECT DISTINCT i.zone, l.code_obg, i.fase_implantation FROM ici i
       JOIN lignee l ON l.membre = i.code_obg AND l.en_tete) l
     JOIN z USING (zone) JOIN options p ON p.code_obg = l.code_obg
     JOIN implantations m ON m.fase_implantation = l.fase_implantation ORDER BY ALL`,
  );
  return { valeurs, slugs, anneeScolaire: annee, positions };
}
