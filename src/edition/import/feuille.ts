import { decoder } from '../../domain/decoder.ts';
import { AnalyseCsv, type LigneCsv } from '../read/analyse.ts';
import { BORNES, type Bornes, compteur, exigerLignes, exigerTaille } from '../read/bornes.ts';
import { exigerTexte, formatDuFichier } from '../read/format.ts';

/** Un fichier reçu, en lignes de texte, et ce qu’il a fallu supposer pour le lire. */
export interface Feuille {
  readonly nom: string;
  readonly lignes: readonly LigneCsv[];
  readonly remarques: readonly string[];
}

const MEGA = 1_000_000;

/** Un fichier officiel peut couvrir toutes les écoles et plusieurs années. */
export const BORNES_IMPORT: Bornes = {
  ...BORNES,
  octets: 100 * MEGA,
  deplies: 128 * MEGA,
  lignes: 300_000,
  cellules: 6 * MEGA,
};

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
  exigerLignes(exigerTexte(texte), BORNES_IMPORT);
  const [delimiteur, enMots] = deviner(texte);
  const lignes: LigneCsv[] = [];
  const compter = compteur(BORNES_IMPORT);
  const analyse = new AnalyseCsv((ligne) => {
    compter(ligne.cellules, ligne.ligne);
    lignes.push(ligne);
  }, delimiteur);
  analyse.ecrire(texte);
  analyse.finir();
  return { nom, lignes, remarques: [...remarques, `Séparateur : ${enMots}.`] };
}

const nommer = (noms: readonly string[]): string => noms.map((nom) => `« ${nom} »`).join(', ');

async function lirePremiereVisible(nom: string, octets: Uint8Array): Promise<Feuille> {
  const { lireClasseur } = await import('../read/classeur.ts');
  const { feuilles } = await lireClasseur(octets, BORNES_IMPORT);
  const visibles = feuilles.filter(({ cachee }) => !cachee);
  const cachees = feuilles.filter(({ cachee }) => cachee);
  const lue = visibles.find(({ rangees }) => rangees.length > 0) ?? visibles[0];
  const autres = visibles.filter((feuille) => feuille !== lue);
  const lignes = (lue?.rangees ?? [])
    .map((cellules, i) => ({ ligne: i + 1, cellules }))
    .filter(({ cellules }) => cellules.some((cellule) => cellule !== ''));
  const remarques = [
    `Classeur Excel : la feuille ${nommer([lue?.nom ?? ''])} est lue.`,
    ...(autres.length > 0 ? [`Pas lues : ${nommer(autres.map((autre) => autre.nom))}.`] : []),
    ...(cachees.length > 0 ? [`Cachées, pas lues : ${nommer(cachees.map((c) => c.nom))}.`] : []),
  ];
  return { nom, lignes, remarques };
}

/**
 * Lit un fichier reçu : CSV (UTF-8 ou Windows-1252 ; point-virgule, virgule ou tabulation) ou
 * classeur XLSX, reconnus à leur contenu.
 * @throws FichierRefuse s’il n’est ni l’un ni l’autre, ou passe une borne
 */
export async function lireFeuille(nom: string, octets: Uint8Array): Promise<Feuille> {
  exigerTaille(octets.length, BORNES_IMPORT);
  return formatDuFichier(octets) === 'texte'
    ? lireTexte(nom, octets)
    : lirePremiereVisible(nom, octets);
}
