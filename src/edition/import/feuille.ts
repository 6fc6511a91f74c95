import type { LigneCsv } from '../read/analyse.ts';
import { BORNES, type Bornes, exigerTaille } from '../read/bornes.ts';
import type { FeuilleLue } from '../read/classeur.ts';
import { type Ouvrir, ouvrirCsvRecu } from '../read/flux.ts';
import { formatDuFichier } from '../read/format.ts';
import type { Masquees } from '../read/masquees.ts';
import { lireCsvRecu } from '../read/recu.ts';

/** Une table d’un fichier reçu : un CSV entier, ou une feuille visible d’un classeur. */
export interface OngletRecu {
  /** Vide pour un CSV. */
  readonly titre: string;
  readonly lignes: readonly LigneCsv[];
  /** La place des colonnes de chaque ligne que des cellules fusionnées ont remplies. */
  readonly fusionnees: ReadonlyMap<number, readonly number[]>;
  readonly masquees?: Masquees | undefined;
  /** Un long CSV : `lignes` n’en a que le début, et toutes se lisent par lots. */
  readonly lots?: (() => AsyncIterable<readonly LigneCsv[]>) | undefined;
}

/** Un fichier reçu, en lignes de texte, et ce qu’il a fallu supposer pour le lire. */
export interface Feuille {
  readonly nom: string;
  readonly onglets: readonly OngletRecu[];
  readonly cachees: readonly string[];
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

/** Un CSV se lit au fil de l’eau : ce qui l’arrête est ce que ses lignes occupent, une fois lues. */
export const BORNES_CSV: Bornes = {
  ...BORNES,
  octets: 1_000 * MEGA,
  lignes: 12 * MEGA,
  cellules: 1_000 * MEGA,
};

/** Plus lourd, un CSV se lit au fil de l’eau. */
export const LONG = 20 * MEGA;
const TETE = 1_000;

/** Une fusion de plusieurs lignes vaut pour chacune, dans sa première colonne. */
function etendre({ nom, rangees, fusions, masquees }: FeuilleLue): OngletRecu {
  const etendues = rangees.map((rangee) => [...rangee]);
  const fusionnees = new Map<number, number[]>();
  for (const {
    lignes: [haut, bas],
    colonnes: [colonne],
  } of fusions) {
    const valeur = rangees[haut - 1]?.[colonne - 1] ?? '';
    if (valeur === '' || bas === haut) continue;
    for (let ligne = haut; ligne <= Math.min(bas, rangees.length); ligne++) {
      const rangee = etendues[ligne - 1];
      if (!rangee?.some((cellule) => cellule !== '')) continue;
      rangee[colonne - 1] = valeur;
      fusionnees.set(ligne, [...(fusionnees.get(ligne) ?? []), colonne - 1]);
    }
  }
  const lignes = etendues
    .map((cellules, i) => ({ ligne: i + 1, cellules }))
    .filter(({ cellules }) => cellules.some((cellule) => cellule !== ''));
  return { titre: nom, lignes, fusionnees, masquees };
}

async function lireVisibles(nom: string, octets: Uint8Array): Promise<Feuille> {
  const { lireClasseur } = await import('../read/classeur.ts');
  const { feuilles } = await lireClasseur(octets, BORNES_IMPORT);
  return {
    nom,
    onglets: feuilles.filter(({ cachee }) => !cachee).map(etendre),
    cachees: feuilles.filter(({ cachee }) => cachee).map((feuille) => feuille.nom),
    remarques: [],
  };
}

/**
 * Lit un fichier reçu, CSV ou classeur XLSX, reconnu à son contenu.
 * @throws FichierRefuse s’il n’est ni l’un ni l’autre, ou passe une borne
 */
export async function lireFeuille(nom: string, octets: Uint8Array): Promise<Feuille> {
  if (formatDuFichier(octets) !== 'texte') {
    exigerTaille(octets.length, BORNES_IMPORT);
    return lireVisibles(nom, octets);
  }
  exigerTaille(octets.length, BORNES_CSV);
  const { lignes, remarques } = lireCsvRecu(octets, BORNES_CSV);
  return { nom, onglets: [{ titre: '', lignes, fusionnees: new Map() }], cachees: [], remarques };
}

/**
 * Ouvre un long CSV sans le tenir en mémoire.
 * @param ouvrir rend ses octets, du début, à chaque appel
 * @throws FichierRefuse s’il ne se lit pas ou passe une borne
 */
export async function ouvrirFeuille(nom: string, ouvrir: Ouvrir): Promise<Feuille> {
  const { debut, lots, remarques } = await ouvrirCsvRecu(ouvrir, BORNES_CSV, TETE);
  const onglet = { titre: '', lignes: debut, fusionnees: new Map(), lots };
  return { nom, onglets: [onglet], cachees: [], remarques };
}
