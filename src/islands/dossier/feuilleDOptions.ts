import { rangDeLEntete } from '../../domain/dossier/colonnesRecues.ts';
import { FichierRefuse } from '../../edition/read/bornes.ts';
import type { Classeur, FeuilleLue } from '../../edition/read/classeur.ts';

/** Le tableau d’un fichier, et ce qu’il a fallu choisir pour le lire. */
export interface FeuilleDOptions {
  readonly rangees: readonly (readonly string[])[];
  readonly remarques: readonly string[];
}

const nommer = (feuilles: readonly FeuilleLue[]): string =>
  feuilles.map(({ nom }) => `« ${nom} »`).join(', ');

/**
 * La feuille visible d’un classeur qui a les colonnes d’« Options et élèves ».
 * @throws FichierRefuse si plusieurs les ont : il faut choisir
 */
export function feuilleDOptions({ feuilles }: Classeur): FeuilleDOptions {
  const visibles = feuilles.filter(({ cachee, rangees }) => !cachee && rangees.length > 0);
  const [seule, ...autres] = visibles.filter(({ rangees }) => rangDeLEntete(rangees) >= 0);
  if (seule && autres.length > 0) {
    const noms = nommer([seule, ...autres]);
    throw new FichierRefuse(
      `plusieurs feuilles ont ces colonnes : ${noms}. N’y laissez que celle qui convient.`,
    );
  }
  const lue = seule ?? visibles[0];
  const cachees = lue?.masquees?.lignes.size ?? 0;
  const colonnes = lue?.masquees?.colonnes.size ?? 0;
  return {
    rangees: lue?.rangees ?? [],
    remarques: [
      ...(lue && feuilles.length > 1 ? [`La feuille ${nommer([lue])} est lue.`] : []),
      ...(cachees > 0 ? [`Lignes masquées dans le tableur, lues aussi : ${cachees}.`] : []),
      ...(colonnes > 0 ? [`Colonnes masquées dans le tableur, lues aussi : ${colonnes}.`] : []),
    ],
  };
}
