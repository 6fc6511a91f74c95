import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Manifeste } from '../../src/domain/manifeste.ts';

const csv = (chemin: string): string =>
  `read_csv('data/${chemin}.csv', header = true, all_varchar = true)`;

/** Les tables livrées, telles que leurs CSV les donnent : rien n’y vient des Parquet du site. */
const VUES = `
CREATE VIEW zones AS SELECT * REPLACE (zone::INT AS zone) FROM ${csv('territoire/zones')};
CREATE VIEW communes AS SELECT * REPLACE (zone::INT AS zone) FROM ${csv('territoire/communes')};
CREATE VIEW implantations AS SELECT * REPLACE (zone::INT AS zone, lat::DOUBLE AS lat,
  lon::DOUBLE AS lon) FROM ${csv('offre/implantations')} WHERE zone IS NOT NULL;
CREATE VIEW offre AS SELECT * REPLACE (annee_etude::INT AS annee_etude, eleves::INT AS eleves)
  FROM ${csv('offre/inscriptions')};
CREATE VIEW population AS SELECT * REPLACE (zone::INT AS zone, annee_etude::INT AS annee_etude,
  eleves::INT AS eleves) FROM ${csv('offre/population')};
CREATE VIEW options AS SELECT * REPLACE (secteur::INT AS secteur, groupe::INT AS groupe)
  FROM ${csv('referentiel/options')};
CREATE VIEW successions AS FROM ${csv('referentiel/successions')};
CREATE VIEW metiers AS FROM ${csv('besoins/metiers')};
CREATE VIEW options_metiers AS FROM ${csv('besoins/options_metiers')};
CREATE VIEW besoins AS SELECT z.zone, m.annee, m.metier, bool_or(m.tc) AS tc, bool_or(m.fc) AS fc
  FROM zones z JOIN (
    SELECT zone::INT AS zone, NULL AS region, annee::INT AS annee, metier, true AS tc, false AS fc
      FROM ${csv('besoins/thematiques_communes')}
    UNION ALL SELECT NULL, region, annee::INT, metier, false, true
      FROM ${csv('besoins/fonctions_critiques')}) m
  ON m.zone = z.zone OR m.region = z.region GROUP BY ALL;
CREATE VIEW lignee AS WITH RECURSIVE l(code_obg, membre) AS (
    SELECT code_obg, code_obg FROM options
    UNION SELECT l.code_obg, s.ancien FROM l JOIN successions s ON s.nouveau = l.membre)
  SELECT code_obg, membre, code_obg NOT IN (SELECT ancien FROM successions) AS en_tete FROM l`;

/** Les seuls Parquet du site qu’on lise : les normes et les statuts, que d’autres tests refont. */
const CALCULES = ['statuts', 'normes_applicables'];

/** Une base où les tables livrées sont celles de leurs CSV. */
export async function ouvrirSources(
  construit: string,
): Promise<{ connexion: DuckDBConnection; manifeste: Manifeste }> {
  const dossier = join(construit, 'data');
  const manifeste: Manifeste = JSON.parse(readFileSync(join(dossier, 'manifest.json'), 'utf8'));
  const connexion = await (await DuckDBInstance.create()).connect();
  for (const { nom, fichier } of manifeste.tables.filter((t) => CALCULES.includes(t.nom))) {
    await connexion.run(`CREATE VIEW ${nom} AS FROM '${join(dossier, fichier)}'`);
  }
  await connexion.run(VUES);
  return { connexion, manifeste };
}
