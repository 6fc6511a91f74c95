CREATE TABLE regle.cellules_masquees AS
SELECT annee_scolaire, NULL::INTEGER AS zone, code_obg, fase_implantation, annee_etude, mode,
  NULL::INTEGER AS au_plus
FROM source.inscriptions WHERE false;

CREATE TABLE regle.totaux_masques AS
SELECT annee_scolaire, NULL::INTEGER AS zone, code_obg, false AS premiere, false AS tous
FROM source.inscriptions WHERE false;

CREATE TABLE regle.populations_masquees AS
SELECT annee_scolaire, zone, annee_etude, forme FROM source.population WHERE false;
