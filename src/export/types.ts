import type { ColonneDuManifeste } from '../domain/manifeste.ts';

export type Cellule = string | number | boolean | null;
export type Rangee = Readonly<Record<string, Cellule>>;

/** Ce qu’il faut savoir d’une colonne pour l’écrire. */
export type Colonne = Pick<ColonneDuManifeste, 'nom' | 'type'>;
