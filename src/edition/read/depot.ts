import { TABLES_SOURCE } from '../../domain/tables/index.ts';
import { cheminCsv, type TableSource } from '../../domain/tables/schema.ts';

/** Un dossier de données, où qu’il soit gardé : sur un disque, dans un navigateur, en mémoire. */
export interface Depot {
  /** Son nom, tel qu’on l’a donné. */
  readonly nom: string;
  /** Un de ses fichiers, tel qu’on l’écrit dans un message. */
  citer(fichier: string): string;
  /** Les noms de tous ses fichiers, relatifs à lui et triés. */
  lister(): readonly string[];
  /** Quelque chose porte ce nom, fût-ce illisible : ce n’est pas une absence. */
  contient(fichier: string): boolean;
  /** Ce qui empêche de lire un fichier pourtant là ; `null` si rien ne l’empêche. */
  empechement(fichier: string): string | null;
  /** Les octets d’un fichier, par morceaux. */
  ouvrir(fichier: string): AsyncIterable<Uint8Array>;
}

/** Un dépôt tenu en mémoire, sous des chemins de fichiers : ce qu’un navigateur a reçu. */
export const depotTenu = (nom: string, fichiers: ReadonlyMap<string, Uint8Array>): Depot => ({
  nom,
  citer: (fichier) => `${nom}/${fichier}`,
  lister: () => [...fichiers.keys()].sort(),
  contient: (fichier) => fichiers.has(fichier),
  empechement: () => null,
  ouvrir: async function* (fichier) {
    const octets = fichiers.get(fichier);
    if (octets) yield octets;
  },
});

/** L’édition livrée, puis les dépôts ajoutés, du plus général au plus particulier. */
export type Depots = readonly [Depot, ...Depot[]];

/** Le rang du dépôt qui fournit une table : le dernier qui en a le fichier, à défaut le premier. */
export const rangDe = (table: TableSource, depots: Depots): number =>
  Math.max(
    depots.findLastIndex((depot) => depot.contient(cheminCsv(table))),
    0,
  );

/** Le dépôt qui fournit une table. */
export const depotDe = (table: TableSource, depots: Depots): Depot =>
  depots[rangDe(table, depots)] ?? depots[0];

/** La table source qui porte ce nom. */
export const tableDe = (nom: string): TableSource | undefined =>
  TABLES_SOURCE.find((table) => table.nom === nom);
