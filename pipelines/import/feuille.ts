import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { decoder } from '../../src/domain/decoder.ts';
import { ErreurDUsage } from '../check/probleme.ts';
import { AnalyseCsv, type LigneCsv } from '../read/analyse.ts';

/** Un fichier reçu, en lignes de texte, et ce qu’il a fallu supposer pour le lire. */
export interface Feuille {
  readonly nom: string;
  readonly lignes: readonly LigneCsv[];
  readonly remarques: readonly string[];
}

const DELIMITEURS = [
  [';', 'point-virgule'],
  [',', 'virgule'],
  ['\t', 'tabulation'],
] as const;

const LU_EN_LATIN = 'Le fichier n’est pas en UTF-8 : il est lu en Windows-1252.';

/** Le séparateur qui revient le plus dans l’en-tête, hors guillemets. */
function deviner(texte: string): (typeof DELIMITEURS)[number] {
  const entete = (texte.split(/\r?\n|\r/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const fois = (delimiteur: string) => entete.split(delimiteur).length;
  return DELIMITEURS.reduce((a, b) => (fois(b[0]) > fois(a[0]) ? b : a));
}

function lireTexte(nom: string, octets: Uint8Array): Feuille {
  const { texte, encodage } = decoder(octets);
  const remarques = encodage === 'UTF-8' ? [] : [LU_EN_LATIN];
  const [delimiteur, enMots] = deviner(texte);
  const lignes: LigneCsv[] = [];
  const analyse = new AnalyseCsv((ligne) => lignes.push(ligne), delimiteur);
  analyse.ecrire(texte);
  analyse.finir();
  return { nom, lignes, remarques: [...remarques, `Séparateur : ${enMots}.`] };
}

const enTexte = (valeur: unknown): string => {
  if (valeur === null || valeur === undefined) return '';
  return valeur instanceof Date ? valeur.toISOString().slice(0, 10) : String(valeur);
};

async function lireClasseur(nom: string, chemin: string): Promise<Feuille> {
  const rangees = await readSheet(chemin);
  const lignes = rangees
    .map((cellules, i) => ({ ligne: i + 1, cellules: cellules.map(enTexte) }))
    .filter(({ cellules }) => cellules.some((cellule) => cellule !== ''));
  return { nom, lignes, remarques: ['Classeur Excel : seule la première feuille est lue.'] };
}

/**
 * Lit un fichier reçu : CSV (UTF-8 ou Windows-1252 ; point-virgule, virgule ou tabulation) ou
 * classeur XLSX, reconnus à leur contenu.
 * @throws ErreurDUsage si le fichier n’existe pas ou ne se lit pas
 */
export async function lireFeuille(chemin: string): Promise<Feuille> {
  const nom = basename(chemin);
  const octets = await readFile(chemin).catch(() => {
    throw new ErreurDUsage(`le fichier « ${chemin} » ne se lit pas. Vérifiez son chemin.`);
  });
  const zip = octets[0] === 0x50 && octets[1] === 0x4b;
  if (!zip) return lireTexte(nom, octets);
  return lireClasseur(nom, chemin).catch(() => {
    throw new ErreurDUsage(
      `« ${chemin} » n’est pas un classeur XLSX lisible. Enregistrez-le en XLSX ou en CSV.`,
    );
  });
}
