import { premiereAnnee } from '../../domain/annees.ts';
import { ANNEE_ETUDE, ANNEE_SCOLAIRE, REF_OBG, REF_ZONE } from '../../domain/tables/formes.ts';
import type { Option } from '../../domain/tables/referentiel.ts';
import type { Colonne, Table } from '../../domain/tables/schema.ts';
import type { Base } from '../base.ts';
import { lireListes } from '../check/listes.ts';
import { anneesDeLEdition } from '../couverture.ts';
import { remplir } from '../sql.ts';

/** Une table de travail, que les marts joignent et que rien ne publie. */
const travail = (nom: string, colonnes: Record<string, Colonne>): Table => ({
  nom,
  titre: nom,
  sens: 'table de travail',
  cle: [],
  colonnes,
});

const ANNEES = travail('annees', { annee_scolaire: ANNEE_SCOLAIRE });
const LISTES = travail('listes', {
  annee_scolaire: ANNEE_SCOLAIRE,
  zone: REF_ZONE,
  annee_tc: { type: 'entier', sens: 'Année de la liste TC' },
  annee_fc: { type: 'entier', sens: 'Année de la liste FC' },
});
const PREMIERES_ANNEES = travail('premieres_annees', {
  annee_scolaire: ANNEE_SCOLAIRE,
  code_obg: REF_OBG,
  annee_etude: ANNEE_ETUDE,
});

/** Les totaux des zones et des années qui n’ont aucune inscription : les autres se comparent. */
const TOTAUX_SEULS = `
  CREATE TABLE regle.totaux_seuls AS
  SELECT * EXCLUDE (_ligne) FROM source.totaux_zones
  WHERE (annee_scolaire, zone) NOT IN (
    SELECT (i.annee_scolaire, m.zone) FROM source.inscriptions i
    JOIN source.implantations m ON m.fase_implantation = i.fase_implantation
      AND m.zone IS NOT NULL
  )`;

/** Pose ce que les marts lisent des règles : années, listes en vigueur et premières années. */
export async function poserAnnees(base: Base): Promise<void> {
  const annees = (await anneesDeLEdition(base)).map((annee_scolaire) => ({ annee_scolaire }));
  const repertoire = await base.lire<Option>('SELECT * FROM source.options ORDER BY code_obg');
  const quatriemes = await base.lire<{ cle: string }>(
    `SELECT DISTINCT annee_scolaire || '/' || code_obg AS cle
     FROM source.inscriptions WHERE annee_etude = 4 AND coalesce(eleves, 1) > 0`,
  );
  const en4e = new Set(quatriemes.map(({ cle }) => cle));
  await base.run(TOTAUX_SEULS);
  await remplir(base, 'regle', ANNEES, annees);
  const noms = annees.map(({ annee_scolaire: annee }) => annee);
  await remplir(
    base,
    'regle',
    LISTES,
    (await lireListes(base, noms)).map((lues) => ({ ...lues })),
  );
  await remplir(
    base,
    'regle',
    PREMIERES_ANNEES,
    annees.flatMap(({ annee_scolaire: annee }) =>
      repertoire.map(({ code_obg, annees: duree }) => ({
        annee_scolaire: annee,
        code_obg,
        annee_etude: premiereAnnee(duree, annee, en4e.has(`${annee}/${code_obg}`)),
      })),
    ),
  );
}
