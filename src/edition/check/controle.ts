import { cheminCsv } from '../../domain/tables/schema.ts';
import type { Base } from '../base.ts';
import type { Probleme } from '../probleme.ts';
import { type Depots, depotDe, rangDe, tableDe } from '../read/depot.ts';
import type { TableLue } from '../read/table.ts';

export interface ContexteDeControle {
  readonly base: Base;
  readonly depots: Depots;
  readonly lues: ReadonlyMap<string, TableLue>;
}

/** Ce qu’un contrôle a trouvé ; sa place manque quand la faute est celle de la table entière. */
export type Constat = Pick<Probleme, 'ligne' | 'colonne' | 'valeur' | 'message'> &
  Partial<Pick<Probleme, 'fichier' | 'gravite'>>;

/** Un contrôle de ce que les rangées disent ensemble, sur les tables chargées. */
export interface Controle {
  readonly code: string;
  /** Ce qui est vérifié, pour la page de qualité. */
  readonly titre: string;
  /** La table où se lisent les fautes. */
  readonly table: string;
  readonly gravite: Probleme['gravite'];
  /** SQL qui compte ce qui est vérifié, colonne `n`. */
  readonly verifies: string;
  /** SQL qui compte ce qui est à redire : à zéro, on ne cherche pas plus loin. */
  readonly suspects?: (contexte: ContexteDeControle) => string;
  chercher(contexte: ContexteDeControle): Promise<Constat[]>;
}

export interface Bilan {
  readonly code: string;
  readonly titre: string;
  readonly table: string;
  readonly verifies: number;
  readonly problemes: number;
}

/** Le fichier d’une table tel qu’on l’écrit dans un message. */
export function fichierLisible(nom: string, depots: Depots): string {
  const table = tableDe(nom);
  return table ? depotDe(table, depots).citer(cheminCsv(table)) : nom;
}

/** Une union trop longue épuiserait la pile de DuckDB-WASM. */
const PAR_REQUETE = 20;

interface Nombres {
  /** Ce qui est vérifié. */
  v: number;
  /** Ce qui est suspect. */
  s: number;
}

/** Ce que chaque contrôle a à vérifier et à suspecter, compté en peu de requêtes. */
async function compter(
  controles: readonly Controle[],
  contexte: ContexteDeControle,
): Promise<Nombres[]> {
  const comptes = controles.map(
    ({ verifies, suspects }, i) =>
      `SELECT ${i} AS i, (${verifies})::DOUBLE AS v, (${suspects?.(contexte) ?? 'SELECT 1'})::DOUBLE AS s`,
  );
  const lus: Nombres[] = [];
  for (let i = 0; i < comptes.length; i += PAR_REQUETE) {
    const union = comptes.slice(i, i + PAR_REQUETE).join(' UNION ALL ');
    lus.push(...(await contexte.base.lire<Nombres>(`${union} ORDER BY i`)));
  }
  return lus;
}

/** Passe des contrôles, tous, et rend ce qu’ils ont vérifié et trouvé. */
export async function passer(
  controles: readonly Controle[],
  contexte: ContexteDeControle,
): Promise<{ problemes: Probleme[]; bilans: Bilan[] }> {
  const lus = await compter(controles, contexte);
  const problemes: Probleme[] = [];
  const trouves: number[] = [];
  for (const [i, { code, titre, table, gravite, chercher }] of controles.entries()) {
    const constats = lus[i]?.s === 0 ? [] : await chercher(contexte);
    const fichier = fichierLisible(table, contexte.depots);
    const commun = { code, titre, gravite, fichier, table };
    problemes.push(...constats.map((constat) => ({ ...commun, ...constat })));
    trouves.push(constats.length);
  }
  const bilans = controles.map(({ code, titre, table }, i) => ({
    code,
    titre,
    table,
    verifies: lus[i]?.v ?? 0,
    problemes: trouves[i] ?? 0,
  }));
  return { problemes, bilans };
}

/** Une table entièrement chargée : ce qui lui manque n’est pas déjà une faute signalée. */
export const estEntiere = ({ lues }: ContexteDeControle, nom: string): boolean => {
  const lue = lues.get(nom);
  return lue !== undefined && !lue.illisible && lue.ecartees.size === 0;
};

/** La nature d’une table selon `sources.csv` ; une table sans source est traitée à part. */
export async function natureLue(
  { base }: ContexteDeControle,
  table: string,
): Promise<string | undefined> {
  const [ligne] = await base.lire<{ nature: string }>(
    `SELECT nature FROM source.sources WHERE "table" = '${table}' ORDER BY _ligne LIMIT 1`,
  );
  return ligne?.nature;
}

/** Le rang du dépôt qui fournit une table ; 0 pour l’édition livrée. */
export function rangDuNom(nom: string, depots: Depots): number {
  const table = tableDe(nom);
  return table ? rangDe(table, depots) : 0;
}
