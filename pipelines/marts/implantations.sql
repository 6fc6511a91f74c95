SELECT * EXCLUDE (_ligne) FROM source.implantations WHERE zone IS NOT NULL
