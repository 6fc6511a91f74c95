import { deposer, nomSql, type TableDeposee, unefois } from '../../domain/explorer/deposee.ts';
import { BORNES, exigerTaille, FichierRefuse } from '../../edition/read/bornes.ts';
import type { Classeur } from '../../edition/read/classeur.ts';
import type { Deposee } from '../../query/engine.browser.ts';
import { lireRecu } from '../fichiers/lireRecu.ts';

/** « PAR1 », par quoi un Parquet commence et finit. */
const SIGNATURE = [0x50, 0x41, 0x52, 0x31];

const sansExtension = (nom: string): string => nom.replace(/\.[^.]*$/, '');

function tablesDe(nom: string, { feuilles }: Classeur, prises: readonly string[]): TableDeposee[] {
  const visibles = feuilles.filter(({ cachee }) => !cachee);
  const voulus = visibles.map((feuille) =>
    visibles.length > 1 ? `${nom}_${nomSql(feuille.nom, 'feuille')}` : nom,
  );
  const noms = unefois(voulus, prises);
  return visibles.flatMap(({ rangees }, i) => deposer(noms[i] ?? nom, rangees) ?? []);
}

/**
 * Les tables d’un fichier déposé : une par feuille visible d’un classeur, une d’un CSV ou d’un
 * Parquet. Il ne quitte pas la page.
 * @param prises les noms de tables déjà donnés
 * @throws FichierRefuse s’il ne se lit pas, avec le remède
 */
export async function lireDepose(
  fichier: File,
  prises: readonly string[],
  arret: AbortSignal,
): Promise<readonly Deposee[]> {
  const nom = nomSql(sansExtension(fichier.name), 'fichier');
  if (/\.parquet$/i.test(fichier.name)) {
    exigerTaille(fichier.size, BORNES);
    const [libre = nom] = unefois([nom], prises);
    const parquet = new Uint8Array(await fichier.arrayBuffer());
    if (!SIGNATURE.every((octet, i) => parquet[i] === octet && parquet.at(i - 4) === octet)) {
      throw new FichierRefuse(
        `« ${fichier.name} » : ce n’est pas un Parquet entier. Enregistrez-le à nouveau, ou donnez un CSV.`,
      );
    }
    return [{ nom: libre, parquet }];
  }
  const tables = await lireRecu(fichier, arret, (classeur) => tablesDe(nom, classeur, prises));
  if (tables.length > 0) return tables;
  throw new FichierRefuse(
    `« ${fichier.name} » : aucune feuille n’a des titres et des lignes. Mettez les titres sur une ligne, les valeurs dessous.`,
  );
}
