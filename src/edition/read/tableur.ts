import { BORNES, type Bornes, enChiffres, enTrop, exigerTaille } from './bornes.ts';
import type { Classeur } from './classeur.ts';
import { formatDuFichier } from './format.ts';
import { lireCsvRecu } from './recu.ts';

function lireTexte(octets: Uint8Array, bornes: Bornes): Classeur {
  const rangees: (readonly string[])[] = [];
  for (const { ligne, cellules } of lireCsvRecu(octets, bornes).lignes) {
    if (ligne > bornes.lignes) throw enTrop(`ligne ${enChiffres(ligne)}`, 'lignes', bornes);
    while (rangees.length < ligne - 1) rangees.push([]);
    rangees.push(cellules);
  }
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
