SELECT annee_scolaire, fase_implantation, code_obg, annee_etude, mode, eleves
FROM source.inscriptions
