import { type Constat, type Controle, natureLue, rangDuNom } from './controle.ts';

/** Un écart de moins d’élèves ne se dit pas, ni une part plus petite du plus grand des deux. */
const ECART_MINIMAL = 5;
const PART_MINIMALE = 0.1;

const estReelle = (nature: string | undefined): boolean =>
  nature !== undefined && nature !== 'demonstration';

/** Des élèves ont une implantation où l’être. */
export const totauxCoherents: Controle = {
  code: 'OAD-TOTAUX',
  titre: 'Un total de zone qui compte des élèves compte une occurrence',
  table: 'totaux_zones',
  gravite: 'erreur',
  verifies: 'SELECT count(*) FROM source.totaux_zones',
  suspects: () =>
    'SELECT count(*) FROM source.totaux_zones WHERE occurrences = 0 AND coalesce(eleves, 1) > 0',
  chercher: async ({ base }) => {
    const lignes = await base.lire<{ ligne: number; code: string; zone: number }>(`
      SELECT _ligne AS ligne, code_obg AS code, zone FROM source.totaux_zones
      WHERE occurrences = 0 AND coalesce(eleves, 1) > 0 ORDER BY _ligne`);
    return lignes.map(({ ligne, code, zone }) => ({
      ligne,
      colonne: 'occurrences',
      valeur: '0',
      message: `${code} a des élèves dans la zone ${zone}, sur aucune implantation. Corrigez l’un des deux.`,
    }));
  },
};

interface Ecart {
  readonly annee: string;
  readonly zone: number;
  readonly n: number;
  readonly code: string;
  readonly total: number;
  readonly somme: number;
}

/** Là où les implantations sont connues, elles répondent ; les totaux ne font que se comparer. */
export const totauxCompares: Controle = {
  code: 'OAD-TOTAUX',
  titre: `Les totaux des zones sont ceux des inscriptions, à ${ECART_MINIMAL} élèves et ${PART_MINIMALE * 100} % près`,
  table: 'totaux_zones',
  gravite: 'avertissement',
  verifies: 'SELECT count(*) FROM source.totaux_zones',
  suspects: () => 'SELECT count(*) FROM source.totaux_zones',
  chercher: async ({ base, lues }): Promise<Constat[]> => {
    if (['inscriptions', 'implantations', 'totaux_zones'].some((t) => lues.get(t)?.illisible))
      return [];
    const ecarts = await base.lire<Ecart>(`
      WITH sommes AS (
        SELECT i.annee_scolaire, m.zone, i.code_obg, sum(i.eleves)::DOUBLE AS somme
        FROM source.inscriptions i
        JOIN source.implantations m ON m.fase_implantation = i.fase_implantation
        WHERE m.zone IS NOT NULL GROUP BY ALL
      ), ecarts AS (
        SELECT t.annee_scolaire, t.zone, t.code_obg, t.eleves::DOUBLE AS total,
          coalesce(s.somme, 0) AS somme
        FROM source.totaux_zones t
        LEFT JOIN sommes s ON s.annee_scolaire = t.annee_scolaire AND s.zone = t.zone
          AND s.code_obg = t.code_obg
        WHERE t.eleves IS NOT NULL
          AND (t.annee_scolaire, t.zone) IN (SELECT (annee_scolaire, zone) FROM sommes)
      ), loin AS (
        SELECT *, row_number() OVER (
          PARTITION BY annee_scolaire, zone ORDER BY abs(total - somme) DESC, code_obg
        ) AS rang, count(*) OVER (PARTITION BY annee_scolaire, zone)::INTEGER AS n
        FROM ecarts WHERE abs(total - somme) >= ${ECART_MINIMAL}
          AND abs(total - somme) > ${PART_MINIMALE} * greatest(total, somme)
      )
      SELECT annee_scolaire AS annee, zone, n, code_obg AS code, total, somme
      FROM loin WHERE rang = 1 ORDER BY annee, zone`);
    return ecarts.map(({ annee, zone, n, code, total, somme }) => ({
      valeur: `zone ${zone}, ${annee}`,
      message:
        `zone ${zone}, ${annee} : ${n} option(s) dont le total n’est pas la somme des inscriptions ` +
        `(${code} : ${total} élèves, et ${somme} par implantation). Les inscriptions répondent ; ` +
        'vérifiez les deux, ou acceptez.',
    }));
  },
};

/** De vrais totaux ont leur édition, et ne se mêlent pas à des effectifs de démonstration. */
export const totauxSansMelange: Controle = {
  code: 'OAD-MELANGE',
  titre: 'Les totaux des zones sont de la nature des inscriptions, et de leur édition',
  table: 'totaux_zones',
  gravite: 'erreur',
  verifies: 'SELECT 2',
  suspects: () => 'SELECT count(*) FROM source.totaux_zones',
  chercher: async (contexte) => {
    const { base, depots } = contexte;
    const reels = estReelle(await natureLue(contexte, 'totaux_zones'));
    const [compte] = await base.lire<{ n: number }>(
      'SELECT count(*)::DOUBLE AS n FROM source.inscriptions',
    );
    const constats: Constat[] = [];
    if (compte?.n && reels !== estReelle(await natureLue(contexte, 'inscriptions'))) {
      const message =
        'les totaux des zones et les inscriptions ne sont pas de même nature : réels les uns, de ' +
        'démonstration les autres. Retirez les uns ou les autres.';
      constats.push({ valeur: 'inscriptions', message });
    }
    if (reels && rangDuNom('totaux_zones', depots) > rangDuNom('edition', depots)) {
      const message = `« ${depots[rangDuNom('totaux_zones', depots)]?.nom} » apporte de vrais totaux sous le titre d’une autre édition. Ajoutez-y edition.csv.`;
      constats.push({ valeur: 'edition', message });
    }
    return constats;
  },
};

/** Les mêmes élèves ne se disent pas deux fois : en détail, et ensemble. */
export const detailUnique: readonly Controle[] = (['annee_etude', 'mode'] as const).map(
  (colonne) => ({
    code: 'OAD-DOUBLON',
    titre: `Une option ne se compte pas avec et sans ${colonne} sur une même implantation`,
    table: 'inscriptions',
    gravite: 'erreur',
    verifies: `SELECT count(*) FROM source.inscriptions WHERE ${colonne} IS NULL`,
    suspects: () => `SELECT count(*) FROM source.inscriptions WHERE ${colonne} IS NULL`,
    chercher: async ({ base }) => {
      const lignes = await base.lire<{ ligne: number; cle: string }>(`
        SELECT (min(_ligne) FILTER (${colonne} IS NULL))::INTEGER AS ligne,
          concat_ws(', ', annee_scolaire, fase_implantation, code_obg) AS cle
        FROM source.inscriptions
        GROUP BY annee_scolaire, fase_implantation, code_obg
        HAVING count(${colonne}) > 0 AND count(${colonne}) < count(*) ORDER BY ligne LIMIT 1000`);
      return lignes.map(({ ligne, cle }) => ({
        ligne,
        colonne,
        valeur: cle,
        message: `« ${cle} » a des lignes avec et sans « ${colonne} » : les mêmes élèves y seraient deux fois. Gardez les unes ou les autres.`,
      }));
    },
  }),
);
