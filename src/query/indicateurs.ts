import { type CleFacette, type Connues, FACETTES, parFacette } from '../domain/filtre/facettes.ts';
import { pagination, type Resultat } from '../domain/filtre/filtre.ts';
import type { LigneIndicateur } from '../domain/filtre/ligne.ts';
import type { Selection } from '../domain/filtre/selection.ts';
import { CLES_DE_TRI, EXPRESSIONS } from './indicateurs-expressions.ts';
import { type Moteur, type Parametre, type Requete, requete } from './moteur.ts';

/** Ce qu’il faut demander : une année scolaire, une sélection, et les codes de la recherche. */
export interface Demande {
  readonly annee: string;
  readonly selection: Selection;
  /** Les meilleurs d’abord ; `null` si l’on ne cherche rien. */
  readonly codes: readonly string[] | null;
}

/** Les tables que lisent ces requêtes. */
export const TABLES_LUES = ['indicateurs', 'options', 'profils'] as const;

const COLONNES = [
  ...['zone', 'code_obg', 'intitule', 'secteur', 'groupe', 'filiere', 'forme', 'annees'],
  ...['reserve', 'statut', 'sous_reserve', 'occurrences', 'occurrences_confessionnel'],
  ...['occurrences_non_confessionnel', 'occurrences_sous_norme', 'eleves'],
  ...['occurrences_norme_atteinte', 'eleves_premiere_annee'],
  ...['tc', 'fc', 'tc_fc', 'fc_quantitative', 'fc_structurelle'],
  ...['norme_creation', 'norme_creation_regle', 'norme_creation_motif'],
  ...[
    'norme_creation_alt',
    'norme_creation_alt_regle',
    'norme_creation_alt_motif',
    'profils',
    'serie',
  ],
].join(', ');

/** Cinq années scolaires au plus : celle de la ligne et les quatre d’avant. */
const SERIES = `
  SELECT *,
    string_agg(coalesce(eleves::VARCHAR, ''), ' ') OVER cinq AS serie,
    CASE WHEN count(*) OVER cinq > 1 THEN first_value(eleves) OVER cinq END AS eleves_debut
  FROM indicateurs
  WINDOW cinq AS (PARTITION BY code_obg, zone ORDER BY annee_scolaire
    ROWS BETWEEN 4 PRECEDING AND CURRENT ROW)`;

/** Les jointures ne sont faites qu’une fois : cinq fois plus vite à chaque demande. */
const TABLEAU = `
  CREATE TABLE IF NOT EXISTS tableau AS
  SELECT annee_scolaire, eleves_debut, ${COLONNES} FROM (${SERIES})
  JOIN options USING (code_obg)
  LEFT JOIN (
    SELECT code_obg, string_agg(profil, ' ' ORDER BY profil) AS profils
    FROM profils GROUP BY code_obg
  ) USING (code_obg)`;

const LIGNES = `SELECT eleves_debut, ${COLONNES} FROM tableau WHERE annee_scolaire = ?`;

const typeDe = (cle: CleFacette): string => `"f_${cle}"`;

/** La valeur d’une facette, en un mot ; plusieurs, séparées par une espace. */
const motsDe = (cle: CleFacette): string => {
  const expression = EXPRESSIONS[cle];
  return typeof expression === 'string'
    ? expression
    : `coalesce(array_to_string(${expression.liste}, ' '), '')`;
};

/** Chaque facette devient une énumération : compter ses valeurs ne lit plus que des entiers. */
const RANGEMENT: readonly string[] = [
  `CREATE TABLE mots AS SELECT *,
    ${FACETTES.map(({ cle }) => `${motsDe(cle)} AS ${typeDe(cle)}`).join(', ')} FROM tableau`,
  ...FACETTES.map(
    ({ cle }) => `CREATE TYPE ${typeDe(cle)} AS ENUM (SELECT DISTINCT ${typeDe(cle)} FROM mots)`,
  ),
  'DROP TABLE tableau',
  `CREATE TABLE tableau AS SELECT * REPLACE
    (${FACETTES.map(({ cle }) => `${typeDe(cle)}::${typeDe(cle)} AS ${typeDe(cle)}`).join(', ')})
    FROM mots`,
  'DROP TABLE mots',
];

async function poser(moteur: Moteur): Promise<void> {
  for (const sql of [TABLEAU, ...RANGEMENT]) await moteur.lire(requete(sql));
}

const prets = new WeakMap<Moteur, Promise<void>>();

/** Pose la table que lisent les requêtes de ce fichier, une fois par moteur. */
export function preparer(moteur: Moteur): Promise<void> {
  const pret = prets.get(moteur) ?? poser(moteur);
  prets.set(moteur, pret);
  return pret;
}

const bitDe = (cle: CleFacette): number => 2 ** FACETTES.findIndex((f) => f.cle === cle);

/** Plusieurs valeurs : elles sont cherchées dans l’énumération, pas dans chaque ligne. */
function condition(cle: CleFacette, nombre: number): string {
  const type = typeDe(cle);
  if (typeof EXPRESSIONS[cle] === 'string') {
    return `${type} IN (${new Array(nombre).fill(`TRY_CAST(? AS ${type})`).join(', ')})`;
  }
  const contient = new Array(nombre).fill("list_contains(string_split(valeur, ' '), ?)");
  return `${type} IN (SELECT valeur::${type}
    FROM (SELECT unnest(enum_range(NULL::${type})) AS valeur) WHERE ${contient.join(' OR ')})`;
}

/** Les lignes candidates ; `hors` a un bit par facette choisie qui écarte la ligne. */
function candidates({ annee, selection, codes }: Demande, colonnes: string): Requete {
  const choix = FACETTES.flatMap(({ cle }) => {
    const valeurs = selection.facettes[cle];
    return valeurs ? [{ cle, valeurs }] : [];
  });
  const bits = choix.map(
    ({ cle, valeurs }) =>
      `CASE WHEN ${condition(cle, valeurs.length)} THEN 0 ELSE ${bitDe(cle)} END`,
  );
  const hors = bits.length > 0 ? bits.join(' + ') : '0';
  const trouvees = codes
    ? `JOIN (SELECT unnest(l) AS code_obg, unnest(range(len(l))) AS pertinence
        FROM (SELECT string_split(?, ',') AS l)) USING (code_obg)`
    : '';
  const parametres: Parametre[] = choix.flatMap(({ valeurs }) => [...valeurs]);
  // Les « ? » se lisent dans l’ordre du texte : les bits, l’année, puis les codes.
  return {
    sql: `SELECT ${colonnes}, (${hors})::INTEGER AS hors
      FROM (SELECT * FROM tableau WHERE annee_scolaire = ?) ${trouvees}`,
    parametres: [...parametres, annee, ...(codes ? [codes.join(',')] : [])],
  };
}

/** Le total, les options distinctes et les comptes de chaque facette, en une requête. */
export function comptes(demande: Demande): Requete {
  const comptees = FACETTES.filter(({ cachee }) => !cachee);
  const colonnes = [typeDe('option'), ...comptees.map(({ cle }) => typeDe(cle))];
  const { sql, parametres } = candidates(demande, colonnes.join(', '));
  const parValeur = comptees.map(
    ({ cle }) => `SELECT '${cle}' AS facette, valeur, sum(n)::INTEGER AS n FROM (
      SELECT unnest(string_split(mots::VARCHAR, ' ')) AS valeur, n FROM (
        SELECT ${typeDe(cle)} AS mots, count(*) AS n FROM candidates
        WHERE hors IN (0, ${bitDe(cle)}) GROUP BY mots)) GROUP BY valeur`,
  );
  return {
    sql: `WITH candidates AS MATERIALIZED (${sql}) ${parValeur.join(' UNION ALL ')}
      UNION ALL SELECT '', 'total', count(*)::INTEGER FROM candidates WHERE hors = 0
      UNION ALL SELECT '', 'options', count(DISTINCT ${typeDe('option')})::INTEGER
      FROM candidates WHERE hors = 0 ORDER BY facette, valeur`,
    parametres,
  };
}

/** Les lignes d’une page, dans un ordre total. */
export function lignes(demande: Demande): Requete {
  const { selection, codes } = demande;
  const { sql, parametres } = candidates(demande, '*');
  const demandes = selection.tri.map(
    ({ cle, descendant }) => `${CLES_DE_TRI[cle]} ${descendant ? 'DESC' : 'ASC'} NULLS LAST`,
  );
  const pertinence = codes && demandes.length === 0 ? ['pertinence'] : [];
  const ordre = [...demandes, ...pertinence, 'code_obg', 'zone'].join(', ');
  return {
    sql: `SELECT ${COLONNES} FROM (${sql}) WHERE hors = 0 ORDER BY ${ordre} LIMIT ? OFFSET ?`,
    parametres: [...parametres, selection.parPage, (selection.page - 1) * selection.parPage],
  };
}

type LigneLue = Omit<LigneIndicateur, 'profils' | 'serie'> & {
  readonly profils: string | null;
  /** Les effectifs séparés par une espace ; rien entre deux espaces : masqués. */
  readonly serie: string;
  readonly eleves_debut?: number | null;
};

const versLigne = ({ eleves_debut: _, ...lue }: LigneLue): LigneIndicateur => ({
  ...lue,
  profils: lue.profils?.split(' ') ?? [],
  serie: lue.serie.split(' ').map((eleves) => (eleves === '' ? null : Number(eleves))),
});

/** Toutes les lignes d’une année scolaire, dans l’ordre des codes puis des zones. */
export async function toutesLesLignes(moteur: Moteur, annee: string): Promise<LigneIndicateur[]> {
  await preparer(moteur);
  const lues = await moteur.lire<LigneLue>(requete(`${LIGNES} ORDER BY code_obg, zone`, annee));
  return lues.map(versLigne);
}

interface Compte {
  readonly facette: string;
  readonly valeur: string;
  readonly n: number;
}

/**
 * Répond à une demande par SQL, exactement comme le filtre de référence.
 * @param connues les valeurs de chaque facette, dont l’ordre est celui des comptes
 */
export async function interroger(
  moteur: Moteur,
  demande: Demande,
  connues: Connues,
): Promise<Resultat> {
  await preparer(moteur);
  const lus = await moteur.lire<Compte>(comptes(demande));
  const n = new Map(lus.map(({ facette, valeur, n }) => [`${facette}=${valeur}`, n]));
  const total = n.get('=total') ?? 0;
  const place = pagination(total, demande.selection);
  const selection = { ...demande.selection, page: place.page };
  const trouvees = await moteur.lire<LigneLue>(lignes({ ...demande, selection }));
  return {
    lignes: trouvees.map(versLigne),
    total,
    options: n.get('=options') ?? 0,
    comptes: parFacette(({ cle, cachee }) =>
      cachee ? [] : connues[cle].map((valeur) => n.get(`${cle}=${valeur}`) ?? 0),
    ),
    ...place,
  };
}
