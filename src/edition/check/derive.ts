import type { Constat, Controle } from './controle.ts';

/** Une grandeur suivie d’une année à l’autre, et de combien elle peut changer sans qu’on le dise. */
interface Suivi {
  readonly table: string;
  readonly quoi: string;
  /** Part de l’année d’avant. */
  readonly bande: number;
  /** En dessous, un écart relatif ne veut rien dire. */
  readonly plancher: number;
  /** SQL : `ou`, `annee`, `n`. */
  readonly sql: string;
}

const SUIVIS: readonly Suivi[] = [
  {
    table: 'inscriptions',
    quoi: 'élèves',
    bande: 0.1,
    plancher: 1000,
    sql: `SELECT 'toutes les zones' AS ou, annee_scolaire AS annee, sum(eleves) AS n
      FROM source.inscriptions GROUP BY ALL`,
  },
  {
    table: 'inscriptions',
    quoi: 'élèves',
    bande: 0.2,
    plancher: 500,
    sql: `SELECT 'zone ' || m.zone AS ou, i.annee_scolaire AS annee, sum(i.eleves) AS n
      FROM source.inscriptions i JOIN source.implantations m USING (fase_implantation)
      WHERE m.zone IS NOT NULL GROUP BY ALL`,
  },
  {
    table: 'inscriptions',
    quoi: 'implantations',
    bande: 0.1,
    plancher: 50,
    sql: `SELECT 'toutes les zones' AS ou, annee_scolaire AS annee,
        count(DISTINCT fase_implantation) AS n
      FROM source.inscriptions WHERE coalesce(eleves, 1) > 0 GROUP BY ALL`,
  },
  {
    table: 'population',
    quoi: 'élèves',
    bande: 0.1,
    plancher: 500,
    sql: `SELECT 'zone ' || zone AS ou, annee_scolaire AS annee, sum(eleves) AS n
      FROM source.population GROUP BY ALL`,
  },
  {
    table: 'fonctions_critiques',
    quoi: 'métiers',
    bande: 0.5,
    plancher: 10,
    sql: `SELECT region AS ou, annee::VARCHAR AS annee, count(*) AS n
      FROM source.fonctions_critiques GROUP BY ALL`,
  },
  {
    table: 'thematiques_communes',
    quoi: 'métiers',
    bande: 0.5,
    plancher: 10,
    sql: `SELECT 'zone ' || zone AS ou, annee::VARCHAR AS annee, count(*) AS n
      FROM source.thematiques_communes GROUP BY ALL`,
  },
];

interface Ecart {
  ou: string;
  annee: string;
  avant: string;
  n: number;
  n_avant: number;
}

const nombre = new Intl.NumberFormat('fr-BE');
const pourcent = new Intl.NumberFormat('fr-BE', { style: 'percent', signDisplay: 'exceptZero' });

const dire = ({ ou, annee, avant, n, n_avant }: Ecart, { quoi, bande }: Suivi): Constat => {
  const valeur = `${quoi}, ${ou}, ${avant} → ${annee}`;
  const message =
    `${ou} : ${nombre.format(n)} ${quoi} en ${annee}, ${nombre.format(n_avant)} en ${avant} ` +
    `(${pourcent.format(n / n_avant - 1)}, au-delà de ± ${Math.round(bande * 100)} %). ` +
    `Vérifiez, ou acceptez « ${valeur} » dans acceptes.csv.`;
  return { valeur, message };
};

/** Rien ne change d’une année à la suivante au-delà d’une bande annoncée. */
export const derives: readonly Controle[] = SUIVIS.map((suivi) => ({
  code: 'OAD-DERIVE',
  titre:
    `${suivi.quoi[0]?.toUpperCase()}${suivi.quoi.slice(1)} : pas plus de ` +
    `± ${Math.round(suivi.bande * 100)} % d’une année à la suivante`,
  table: suivi.table,
  gravite: 'avertissement',
  verifies: `SELECT count(*) FROM (${suivi.sql})`,
  chercher: async ({ base }) => {
    const ecarts = await base.lire<Ecart>(`
      SELECT ou, annee, avant, n::DOUBLE AS n, n_avant::DOUBLE AS n_avant FROM (
        SELECT ou, annee, n, lag(annee) OVER suite AS avant, lag(n) OVER suite AS n_avant
        FROM (${suivi.sql}) WINDOW suite AS (PARTITION BY ou ORDER BY annee)
      )
      WHERE greatest(n, n_avant) >= ${suivi.plancher}
        AND abs(n - n_avant) > ${suivi.bande} * n_avant
      ORDER BY ou, annee`);
    return ecarts.map((ecart) => dire(ecart, suivi));
  },
}));
