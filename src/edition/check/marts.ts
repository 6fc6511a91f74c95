import { TABLES_MART } from '../../domain/tables/index.ts';
import type { Colonne, Table, TableMart } from '../../domain/tables/schema.ts';
import type { Base } from '../base.ts';

const texte = (valeur: string): string => `'${valeur.replaceAll("'", "''")}'`;
const colonnesDe = (noms: readonly string[]): string => noms.map((nom) => `"${nom}"`).join(', ');

/** Où se lit la table d’une référence : un mart du même nom, ou la table source. */
const visee = (nom: string): string =>
  TABLES_MART.some((mart) => mart.nom === nom) ? `main."${nom}"` : `source."${nom}"`;

/** Ce que le schéma d’une colonne interdit : ce qui cloche, et le SQL des lignes fautives. */
function interdits(nom: string, colonne: Colonne): [string, string][] {
  const c = `"${nom}"`;
  const { vide, motVide, valeurs, min, max, forme } = colonne;
  const trouves: [string, string][] = [];
  if (vide === undefined || motVide !== undefined) trouves.push(['vide', `${c} IS NULL`]);
  if (valeurs) trouves.push(['hors liste', `${c} NOT IN (${valeurs.map(texte).join(', ')})`]);
  if (forme) {
    trouves.push(['mal formée', `NOT regexp_matches(${c}, ${texte(forme.regexp.source)})`]);
  }
  if (colonne.type !== 'texte' && min !== undefined) trouves.push(['trop petite', `${c} < ${min}`]);
  if (colonne.type !== 'texte' && max !== undefined) trouves.push(['trop grande', `${c} > ${max}`]);
  if (colonne.reference) {
    const [cible = '', champ = ''] = colonne.reference.split('.');
    trouves.push([
      `sans cible dans ${colonne.reference}`,
      `${c} IS NOT NULL AND ${c} NOT IN (SELECT "${champ}" FROM ${visee(cible)})`,
    ]);
  }
  return trouves;
}

/**
 * Contrôle un mart calculé contre son schéma, comme une table source : clé, cellules vides, valeurs
 * admises, bornes, formes et références.
 * @returns une phrase par faute ; c’est le calcul qui en est cause, jamais les données
 */
export async function fautesDuMart(base: Base, table: TableMart): Promise<string[]> {
  const ici = `main."${table.nom}"`;
  const compter = async (sql: string): Promise<number> =>
    (await base.lire<{ n: number }>(`SELECT count(*)::DOUBLE AS n FROM ${sql}`))[0]?.n ?? 0;
  const fautes: string[] = [];
  const cle = colonnesDe(table.cle);
  const doubles = await compter(`(SELECT 1 FROM ${ici} GROUP BY ${cle} HAVING count(*) > 1)`);
  if (doubles > 0) fautes.push(`clé (${table.cle.join(', ')}) : ${doubles} en double`);
  for (const [nom, colonne] of Object.entries(table.colonnes)) {
    for (const [quoi, condition] of interdits(nom, colonne)) {
      const n = await compter(`${ici} WHERE ${condition}`);
      if (n > 0) fautes.push(`colonne « ${nom} » ${quoi} : ${n} fois`);
    }
  }
  return fautes;
}

/** @throws Error qui dit toutes les fautes d’un mart */
export async function exigerMart(base: Base, table: TableMart): Promise<void> {
  const fautes = await fautesDuMart(base, table);
  if (fautes.length > 0) throw new Error(`Le mart ${table.nom} est faux : ${fautes.join(' ; ')}.`);
}

/**
 * Compare les colonnes d’une requête à celles du schéma : aucune oubliée, aucune de trop.
 * @throws Error qui nomme les unes et les autres
 */
export async function exigerColonnes(base: Base, table: Table, sql: string): Promise<void> {
  const lues = await base.lire<{ column_name: string }>(`DESCRIBE ${sql}`);
  const noms = lues.map(({ column_name }) => column_name);
  const attendues = Object.keys(table.colonnes);
  const oubliees = attendues.filter((nom) => !noms.includes(nom));
  const deTrop = noms.filter((nom) => !attendues.includes(nom));
  if (oubliees.length + deTrop.length === 0) return;
  const dire = (quoi: string, liste: readonly string[]) =>
    liste.length > 0 ? [`${quoi} : ${liste.join(', ')}`] : [];
  const detail = [...dire('oubliées', oubliees), ...dire('de trop', deTrop)].join(' ; ');
  throw new Error(
    `Les colonnes du mart ${table.nom} ne sont pas celles de son schéma (${detail}).`,
  );
}
