import { plusProche } from '../../domain/recherche/proche.ts';
import { TABLES_SOURCE } from '../../domain/tables/index.ts';
import type { TableSource } from '../../domain/tables/schema.ts';
import type { Constat, ContexteDeControle, Controle } from './controle.ts';

/** Au-delà, les fautes d’une même sorte sont comptées sans être détaillées. */
const DETAILLEES = 1000;

const enSql = (noms: readonly string[]): string => noms.map((nom) => `"${nom}"`).join(', ');

interface Doublon {
  ligne: number;
  premiere: number;
  cle: string;
}

/** Les lignes d’une table dont la clé a déjà été vue plus haut. */
async function doublons({ base }: ContexteDeControle, table: TableSource): Promise<Constat[]> {
  const cle = enSql(table.cle);
  // Une cellule vide fait partie de la clé : deux lignes sans année d’étude sont les mêmes.
  const memes = table.cle.map((nom) => `t."${nom}" IS NOT DISTINCT FROM d."${nom}"`).join(' AND ');
  const lignes = await base.lire<Doublon>(`
    SELECT t._ligne AS ligne, d.premiere, concat_ws(', ', ${table.cle.map((nom) => `t."${nom}"`).join(', ')}) AS cle
    FROM source."${table.nom}" t JOIN (
      SELECT ${cle}, min(_ligne)::INTEGER AS premiere
      FROM source."${table.nom}" GROUP BY ${cle} HAVING count(*) > 1
    ) d ON ${memes}
    WHERE t._ligne > d.premiere ORDER BY ligne LIMIT ${DETAILLEES}`);
  return lignes.map(({ ligne, premiere, cle: valeur }) => ({
    ligne,
    colonne: table.cle.join(', '),
    valeur,
    message: `« ${valeur} » est déjà à la ligne ${premiere}. Gardez une seule des deux.`,
  }));
}

interface Reference {
  readonly table: TableSource;
  readonly colonne: string;
  readonly cible: string;
  readonly champ: string;
  /** SQL : quand la référence vaut. */
  readonly quand: string;
}

/** SQL : les lignes dont la valeur n’existe pas dans la table visée. */
const sansCible = (r: Reference): string =>
  `source."${r.table.nom}" a
    ANTI JOIN source."${r.cible}" b ON a."${r.colonne}" = b."${r.champ}"
    WHERE ${r.quand}`;

async function orphelins({ base, lues }: ContexteDeControle, r: Reference): Promise<Constat[]> {
  const cible = lues.get(r.cible);
  if (cible?.illisible) return [];
  const lignes = await base.lire<{ ligne: number; valeur: string; n: number }>(`
    SELECT min(a._ligne)::INTEGER AS ligne, a."${r.colonne}"::VARCHAR AS valeur, count(*)::DOUBLE AS n
    FROM ${sansCible(r)} GROUP BY valeur ORDER BY ligne LIMIT ${DETAILLEES}`);
  if (lignes.length === 0) return [];
  const valeurs = await base.lire<{ valeur: string }>(
    `SELECT DISTINCT "${r.champ}"::VARCHAR AS valeur FROM source."${r.cible}" ORDER BY 1`,
  );
  const connues = valeurs.map(({ valeur }) => valeur);
  const dites = lignes.filter(({ valeur }) => !cible?.ecartees.has(valeur));
  return dites.map(({ ligne, valeur, n }) => {
    const proche = plusProche(valeur, connues);
    const suite = proche ? ` Vouliez-vous « ${proche} » ?` : '';
    const fois = n > 1 ? ` (${n} lignes)` : '';
    const message = `« ${valeur} » n’existe pas dans la table ${r.cible}${fois}.${suite}`;
    return { ligne, colonne: r.colonne, valeur, message };
  });
}

const references = (table: TableSource): Reference[] =>
  Object.entries(table.colonnes).flatMap(([colonne, { reference, referenceSi }]) => {
    if (!reference) return [];
    const [cible = '', champ = ''] = reference.split('.');
    const si = referenceSi ? ` AND a."${referenceSi}" IS NOT NULL` : '';
    return [{ table, colonne, cible, champ, quand: `a."${colonne}" IS NOT NULL${si}` }];
  });

/** Des clés uniques. */
const cles: readonly Controle[] = TABLES_SOURCE.map((table) => ({
  code: 'OAD-DOUBLON',
  titre: 'Aucune ligne n’est en double',
  table: table.nom,
  gravite: 'erreur',
  verifies: `SELECT count(*) FROM source."${table.nom}"`,
  suspects: ({ lues }) =>
    lues.get(table.nom)?.enOrdre
      ? 'SELECT 0'
      : `SELECT count(*) FROM (SELECT 1 FROM source."${table.nom}"
          GROUP BY ${enSql(table.cle)} HAVING count(*) > 1)`,
  chercher: (contexte) => doublons(contexte, table),
}));

/** Des références qui existent. */
const liens: readonly Controle[] = TABLES_SOURCE.flatMap((table) =>
  references(table).map(
    (r): Controle => ({
      code: 'OAD-REFERENCE',
      titre: `Chaque « ${r.colonne} » existe dans la table ${r.cible}`,
      table: table.nom,
      gravite: 'erreur',
      verifies: `SELECT count(*) FROM source."${table.nom}" a WHERE ${r.quand}`,
      suspects: () => `SELECT count(*) FROM ${sansCible(r)}`,
      chercher: (contexte) => orphelins(contexte, r),
    }),
  ),
);

/** Ce qui lie les rangées : clés uniques et références, sur les tables chargées. */
export const relations: readonly Controle[] = [...cles, ...liens];
