import type { Position } from '../geo/distance.ts';
import type { Site } from '../geo/rayon.ts';
import { plat } from '../recherche/texte.ts';

/** Une ligne de `cpu_ecoles.csv` : une école et une forme. */
export interface EcoleLue {
  readonly fase_etablissement: string;
  readonly etablissement: string;
  readonly code_postal: string;
  readonly localite: string;
}

/** Une école bénéficiaire de la CPU, posée au centre de sa commune : le texte n’a pas d’adresse. */
export interface EcoleCpu extends Site {
  readonly nom: string;
  readonly localite: string;
}

interface CommunePostale extends Position {
  readonly commune: string;
  readonly codes_postaux: string;
}

/**
 * Une marque par école, dans la commune de son code postal ; une école dont le code postal n’est
 * à aucune commune n’en a pas.
 */
export function situerEcoles(
  lignes: readonly EcoleLue[],
  communes: readonly CommunePostale[],
): readonly EcoleCpu[] {
  const parFase = new Map(lignes.map((ligne) => [ligne.fase_etablissement, ligne]));
  return [...parFase.values()].flatMap((ligne) => {
    const possibles = communes.filter(({ codes_postaux }) =>
      codes_postaux.split(' ').includes(ligne.code_postal),
    );
    const homonyme = possibles.find(({ commune }) => plat(commune) === plat(ligne.localite));
    const commune = homonyme ?? possibles[0];
    if (!commune) return [];
    const { lat, lon } = commune;
    const id = `cpu-${ligne.fase_etablissement}`;
    return [{ id, nom: ligne.etablissement, localite: ligne.localite, lat, lon }];
  });
}
