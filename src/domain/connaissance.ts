/** Ce qu’une édition sait d’une table dans une zone : tout (un zéro y est vrai), une part, ou rien. */
export const ETATS = ['connu', 'partiel', 'inconnu'] as const;
export type EtatDeConnaissance = (typeof ETATS)[number];

/** Les tables, ou les colonnes, qu’une édition peut ne pas avoir partout, ni toutes les années. */
export const TABLES_COUVERTES = [
  'inscriptions',
  'inscriptions.annee_etude',
  'inscriptions.mode',
  'totaux_zones',
  'population',
  'thematiques_communes',
  'fonctions_critiques',
] as const;
export type TableCouverte = (typeof TABLES_COUVERTES)[number];

/** La table d’une table ou d’une colonne. */
export const tableCouverte = (couverte: TableCouverte): string => couverte.split('.')[0] ?? '';

/**
 * Ce que les inscriptions disent d’elles-mêmes, à qui sait moins : l’année d’étude et le mode de
 * leurs lignes, et les totaux de la zone, qui se passent d’elles s’il le faut.
 */
export const tireeDesInscriptions = (couverte: TableCouverte): boolean =>
  couverte === 'totaux_zones' || couverte.startsWith('inscriptions.');

/** Une table qui n’est pas entièrement connue dans une zone, une année scolaire. */
export interface Lacune {
  readonly table: TableCouverte;
  readonly zone: number;
  readonly annee_scolaire: string;
  readonly etat: Exclude<EtatDeConnaissance, 'connu'>;
  /** Pourquoi, si `couverture.csv` le dit. */
  readonly raison: string | null;
}

/** Ce qui sait répondre de l’édition : seules ses lacunes y sont écrites ; sans elles, tout y est connu. */
export interface Couverte {
  readonly lacunes?: readonly Lacune[];
}

/** Les tables sources qu’une table publiée suppose connues. */
const DE_LA_TABLE: Readonly<Record<string, readonly TableCouverte[]>> = {
  offre: ['inscriptions'],
  occurrences: ['inscriptions'],
  statuts: ['inscriptions.annee_etude', 'inscriptions.mode'],
  indicateurs_lignees: ['totaux_zones'],
  totaux_zones: ['totaux_zones'],
  population: ['population'],
  besoins: ['thematiques_communes', 'fonctions_critiques'],
  besoins_options: ['thematiques_communes', 'fonctions_critiques'],
};

/** Ce que des tables publiées demandent de connaître. */
export const demandeesPar = (tables: readonly string[]): readonly TableCouverte[] =>
  TABLES_COUVERTES.filter((table) => tables.some((nom) => DE_LA_TABLE[nom]?.includes(table)));

/** Les lacunes d’une table une année scolaire, dans une zone ou dans toutes. */
export const lacunesDe = (
  { lacunes = [] }: Couverte,
  table: TableCouverte,
  anneeScolaire: string,
  zone?: number,
): readonly Lacune[] =>
  lacunes.filter(
    (l) =>
      l.table === table &&
      l.annee_scolaire === anneeScolaire &&
      (zone === undefined || l.zone === zone),
  );

/** L’état d’une table dans une zone, une année scolaire. */
export const etatDe = (
  couverte: Couverte,
  table: TableCouverte,
  zone: number,
  anneeScolaire: string,
): EtatDeConnaissance => lacunesDe(couverte, table, anneeScolaire, zone)[0]?.etat ?? 'connu';

/** Toutes ces tables sont connues dans la zone : un compte y est vrai, une absence aussi. */
export const toutConnu = (
  couverte: Couverte,
  tables: readonly TableCouverte[],
  zone: number,
  anneeScolaire: string,
): boolean => tables.every((t) => etatDe(couverte, t, zone, anneeScolaire) === 'connu');

/** Les zones où toutes ces tables sont connues. */
export const zonesConnues = <Z extends { readonly zone: number }>(
  couverte: Couverte,
  tables: readonly TableCouverte[],
  anneeScolaire: string,
  zones: readonly Z[],
): readonly Z[] => zones.filter(({ zone }) => toutConnu(couverte, tables, zone, anneeScolaire));

/** Oui, non, ou `null` : ni l’un ni l’autre ne se sait. */
export type Trivalent = boolean | null;
