import { Unzip, type UnzipFileInfo, UnzipInflate, unzipSync } from 'fflate';
import { type Bornes, enChiffres, enMega, FichierRefuse } from './bornes.ts';
import { abime } from './format.ts';

/** Le pas auquel une archive se déplie : chacun compte avant le suivant. */
const PAS = 16_384;

const sansTomber = <T>(lire: () => T): T => {
  try {
    return lire();
  } catch (cause) {
    throw cause instanceof FichierRefuse ? cause : abime(cause);
  }
};

/**
 * Ce que contient une archive ZIP, sans rien en déplier.
 * @throws FichierRefuse si elle ne se lit pas ou contient trop de fichiers
 */
export function lister(octets: Uint8Array, { entrees }: Bornes): readonly UnzipFileInfo[] {
  const lues: UnzipFileInfo[] = [];
  const noter = (entree: UnzipFileInfo): boolean => {
    if (lues.push(entree) <= entrees) return false;
    throw new FichierRefuse(
      `le classeur contient plus de ${enChiffres(entrees)} fichiers. ` +
        'Copiez la feuille utile dans un classeur neuf.',
    );
  };
  sansTomber(() => unzipSync(octets, { filter: noter }));
  return lues;
}

const tropLourd = ({ deplies }: Bornes): FichierRefuse =>
  new FichierRefuse(
    `le classeur, déplié, dépasse ${enMega(deplies)}. ` +
      'Copiez les lignes utiles dans un classeur neuf, ou enregistrez la feuille en CSV.',
  );

function assembler(morceaux: readonly Uint8Array[]): Uint8Array {
  const tout = new Uint8Array(morceaux.reduce((total, { length }) => total + length, 0));
  let place = 0;
  for (const morceau of morceaux) {
    tout.set(morceau, place);
    place += morceau.length;
  }
  return tout;
}

/**
 * Déplie, sur place, quelques fichiers d’une archive. Leur taille annoncée est crue d’abord, leur
 * taille réelle comptée ensuite.
 * @throws FichierRefuse si leur total passe la borne ou si l’un manque
 */
export function deplier(
  octets: Uint8Array,
  entrees: readonly UnzipFileInfo[],
  noms: readonly string[],
  bornes: Bornes,
): ReadonlyMap<string, Uint8Array> {
  const voulus = new Set(noms);
  const attendus = voulus.size;
  const annonces = entrees
    .filter(({ name }) => voulus.has(name))
    .reduce((total, { originalSize }) => total + originalSize, 0);
  if (annonces > bornes.deplies) throw tropLourd(bornes);
  const deplies = new Map<string, Uint8Array>();
  let total = 0;
  const archive = new Unzip((fichier) => {
    if (!voulus.delete(fichier.name)) return;
    const morceaux: Uint8Array[] = [];
    fichier.ondata = (erreur, morceau, fin) => {
      if (erreur) throw erreur;
      total += morceau.length;
      if (total > bornes.deplies) throw tropLourd(bornes);
      morceaux.push(morceau);
      if (fin) deplies.set(fichier.name, assembler(morceaux));
    };
    fichier.start();
  });
  archive.register(UnzipInflate);
  sansTomber(() => {
    for (let i = 0; i < octets.length && deplies.size < attendus; i += PAS) {
      archive.push(octets.subarray(i, i + PAS), i + PAS >= octets.length);
    }
  });
  if (deplies.size < attendus) throw abime();
  return deplies;
}
