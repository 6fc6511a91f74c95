export type Parametre = string | number | boolean | null;

/** Une requête : son texte SQL et ses paramètres, dans l’ordre des `?`. */
export interface Requete {
  readonly sql: string;
  readonly parametres: readonly Parametre[];
}

/** DuckDB-WASM, dans Node à la construction ou dans le navigateur. */
export interface Moteur {
  /** Les rangées d’une requête ; les agrégats y sont ramenés à INTEGER ou DOUBLE. */
  lire<T>(requete: Requete): Promise<T[]>;
}

/** Une requête sans paramètre. */
export const requete = (sql: string, ...parametres: Parametre[]): Requete => ({ sql, parametres });
