import { TABLES_SOURCE } from '../../src/domain/tables/index.ts';
import type { Base } from '../read/base.ts';
import { cheminLisible, fichierDe } from '../read/dossiers.ts';
import type { TableLue } from '../read/table.ts';
import type { Probleme } from './probleme.ts';

export interface Contexte {
  readonly base: Base;
  /** De l’édition livrée au plus particulier. */
  readonly dossiers: readonly string[];
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
  readonly suspects?: (contexte: Contexte) => string;
  chercher(contexte: Contexte): Promise<Constat[]>;
}

export interface Bilan {
  readonly code: string;
  readonly titre: string;
  readonly table: string;
  readonly verifies: number;
  readonly problemes: number;
}

/** Le fichier d’une table tel qu’on l’écrit dans un message. */
export function fichierLisible(nom: string, dossiers: readonly string[]): string {
  const table = TABLES_SOURCE.find((connue) => connue.nom === nom);
  return table ? cheminLisible(fichierDe(table, dossiers)) : nom;
}

/** Passe des contrôles, tous, et rend ce qu’ils ont vérifié et trouvé. */
export async function passer(
  controles: readonly Controle[],
  contexte: Contexte,
): Promise<{ problemes: Probleme[]; bilans: Bilan[] }> {
  const comptes = controles.map(
    ({ verifies, suspects }, i) =>
      `SELECT ${i} AS i, (${verifies})::DOUBLE AS v, (${suspects?.(contexte) ?? 'SELECT 1'})::DOUBLE AS s`,
  );
  const lus = await contexte.base.lire<{ i: number; v: number; s: number }>(
    `${comptes.join(' UNION ALL ')} ORDER BY i`,
  );
  const problemes: Probleme[] = [];
  const trouves: number[] = [];
  for (const [i, { code, titre, table, gravite, chercher }] of controles.entries()) {
    const constats = lus[i]?.s === 0 ? [] : await chercher(contexte);
    const fichier = fichierLisible(table, contexte.dossiers);
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
export const estEntiere = ({ lues }: Contexte, nom: string): boolean => {
  const lue = lues.get(nom);
  return lue !== undefined && !lue.illisible && lue.ecartees.size === 0;
};

/** La nature d’une table selon `sources.csv` ; une table sans source est traitée à part. */
export async function natureLue({ base }: Contexte, table: string): Promise<string | undefined> {
  const [ligne] = await base.lire<{ nature: string }>(
    `SELECT nature FROM source.sources WHERE "table" = '${table}' ORDER BY _ligne LIMIT 1`,
  );
  return ligne?.nature;
}

/** Le rang du dossier qui fournit une table ; 0 pour l’édition livrée. */
export function rangDe(nom: string, dossiers: readonly string[]): number {
  const table = TABLES_SOURCE.find((connue) => connue.nom === nom);
  if (!table) return 0;
  const retenu = fichierDe(table, dossiers);
  return Math.max(
    dossiers.findLastIndex((dossier) => fichierDe(table, [dossier]) === retenu),
    0,
  );
}
