import type { Avertissements, BilanDeControle, Manifeste } from '../domain/manifeste.ts';
import { requete } from './moteur.ts';
import { ORGANISABLE } from './options-par-zone.ts';

/** Les options organisables de cette édition. */
export const NOMBRE_D_ORGANISABLES = requete(
  `SELECT count(*)::INTEGER AS n FROM options WHERE statut ${ORGANISABLE}`,
);

export interface SorteDeControle {
  readonly code: string;
  readonly titres: readonly string[];
  readonly tables: number;
  readonly verifies: number;
  readonly problemes: number;
}

/** Les contrôles réunis par code. */
export function parCode(controles: readonly BilanDeControle[]): SorteDeControle[] {
  const codes = [...new Set(controles.map(({ code }) => code))];
  return codes.map((code) => {
    const memes = controles.filter((controle) => controle.code === code);
    return {
      code,
      titres: [...new Set(memes.map(({ titre }) => titre))],
      tables: new Set(memes.map(({ table }) => table)).size,
      verifies: memes.reduce((n, { verifies }) => n + verifies, 0),
      problemes: memes.reduce((n, { problemes }) => n + problemes, 0),
    };
  });
}

export interface Resume {
  readonly cellules: number;
  readonly verifications: number;
  readonly acceptes: readonly Avertissements[];
  readonly restants: readonly Avertissements[];
}

/** Combien de lignes, ou d’avertissements, en tout. */
export const compter = (sortes: readonly { readonly nombre: number }[]): number =>
  sortes.reduce((n, { nombre }) => n + nombre, 0);

/** Ce que les contrôles de cette construction ont donné. */
export const resumerQualite = ({ controles, avertissements }: Manifeste): Resume => ({
  cellules: controles
    .filter(({ code }) => code === 'OAD-CELLULES')
    .reduce((n, { verifies }) => n + verifies, 0),
  verifications: controles.length,
  acceptes: avertissements.filter(({ accepte }) => accepte),
  restants: avertissements.filter(({ accepte }) => !accepte),
});
