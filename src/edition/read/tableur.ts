import { decoder } from '../../domain/decoder.ts';
import { BORNES, type Bornes, compteur, exigerLignes, exigerTaille } from './bornes.ts';
import type { Classeur } from './classeur.ts';
import { exigerTexte, formatDuFichier } from './format.ts';

async function lireTexte(octets: Uint8Array, bornes: Bornes): Promise<Classeur> {
  const { default: Papa } = await import('papaparse');
  const rangees: string[][] = [];
  const compter = compteur(bornes);
  const texte = exigerLignes(exigerTexte(decoder(octets).texte), bornes);
  Papa.parse<string[]>(texte, {
    skipEmptyLines: true,
    step: ({ data }) => {
      rangees.push(data);
      compter(data, rangees.length);
    },
  });
  return { feuilles: [{ nom: '', cachee: false, rangees, fusions: [] }] };
}

/**
 * Lit un fichier CSV ou XLSX, reconnu à son contenu ; un CSV est un classeur d’une feuille.
 * @throws FichierRefuse si ce n’est ni l’un ni l’autre, ou s’il passe une borne
 */
export async function lireTableur(octets: Uint8Array, bornes = BORNES): Promise<Classeur> {
  exigerTaille(octets.length, bornes);
  if (formatDuFichier(octets) === 'texte') return lireTexte(octets, bornes);
  const { lireClasseur } = await import('./classeur.ts');
  return lireClasseur(octets, bornes);
}
