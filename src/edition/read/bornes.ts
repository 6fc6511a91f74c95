/** Un fichier qu’on ne lit pas. Son message dit ce qu’il a, puis ce qu’il faut en faire. */
export class FichierRefuse extends Error {
  override name = 'FichierRefuse';
}

/** Jusqu’où un fichier se lit : au-delà, ce n’est pas un tableau, ou il ferait tomber la page. */
export interface Bornes {
  /** Du fichier tel qu’il arrive. */
  readonly octets: number;
  /** De ce qu’on lit d’un classeur, une fois déplié. */
  readonly deplies: number;
  /** Fichiers dans l’archive d’un classeur. */
  readonly entrees: number;
  readonly lignes: number;
  readonly colonnes: number;
  readonly cellules: number;
  /** Caractères d’une cellule : la limite d’Excel. */
  readonly texte: number;
  /** Caractères d’une ligne de texte. */
  readonly ligne: number;
}

const MEGA = 1_000_000;

/** Ce que lit une page. */
export const BORNES: Bornes = {
  octets: 20 * MEGA,
  deplies: 64 * MEGA,
  entrees: 2_000,
  lignes: 200_000,
  colonnes: 1_000,
  cellules: 2_000_000,
  texte: 32_767,
  ligne: MEGA,
};

const nombres = new Intl.NumberFormat('fr-BE');

/** `12 345` */
export const enChiffres = (nombre: number): string => nombres.format(nombre);

/** `20 Mo` */
export const enMega = (octets: number): string => `${enChiffres(Math.floor(octets / MEGA))} Mo`;

const ALLEGER = 'Ne gardez que les lignes et les colonnes utiles, ou coupez-le en plusieurs.';

/** Refuse un fichier trop lourd avant d’en lire le contenu. */
export function exigerTaille(octets: number, bornes: Bornes): void {
  if (octets <= bornes.octets) return;
  throw new FichierRefuse(
    `le fichier pèse ${enMega(octets)} ; ${enMega(bornes.octets)} au plus. ${ALLEGER}`,
  );
}

/** Une cellule trop longue, et où elle est. */
export const celluleTropLongue = (ou: string, longueur: number, { texte }: Bornes): FichierRefuse =>
  new FichierRefuse(
    `${ou} : une cellule de ${enChiffres(longueur)} caractères ; ${enChiffres(texte)} au plus. ` +
      'Raccourcissez-la : un guillemet est peut-être resté ouvert.',
  );

/** La première ligne, colonne ou cellule de trop, et où elle est. */
export const enTrop = (
  ou: string,
  quoi: 'lignes' | 'colonnes' | 'cellules',
  bornes: Bornes,
  remede = ALLEGER,
): FichierRefuse =>
  new FichierRefuse(`${ou} : ${enChiffres(bornes[quoi])} ${quoi} au plus. ${remede}`);

/** Refuse un texte dont une ligne ne finit pas, avant de le découper en cellules. */
export function exigerLignes(texte: string, { ligne }: Bornes): string {
  const saut = texte.includes('\n') ? '\n' : '\r';
  for (let debut = 0, rang = 1; debut < texte.length; rang++) {
    const trouve = texte.indexOf(saut, debut);
    const fin = trouve < 0 ? texte.length : trouve;
    if (fin - debut > ligne) {
      throw new FichierRefuse(
        `ligne ${enChiffres(rang)} : ${enChiffres(fin - debut)} caractères ; ` +
          `${enChiffres(ligne)} au plus. Corrigez-la : un guillemet est peut-être resté ouvert.`,
      );
    }
    debut = fin + 1;
  }
  return texte;
}

/**
 * Compte les rangées d’un texte à mesure qu’elles viennent.
 * @returns à appeler à chaque rangée, avec sa ligne ; lève FichierRefuse à la première de trop
 */
export function compteur(bornes: Bornes): (rangee: readonly string[], ligne: number) => void {
  let lignes = 0;
  let cellules = 0;
  return (rangee, ligne) => {
    const ou = () => `ligne ${enChiffres(ligne)}`;
    if (++lignes > bornes.lignes) throw enTrop(ou(), 'lignes', bornes);
    if (rangee.length > bornes.colonnes) throw enTrop(ou(), 'colonnes', bornes);
    cellules += rangee.length;
    if (cellules > bornes.cellules) throw enTrop(ou(), 'cellules', bornes);
    const longue = rangee.findIndex(({ length }) => length > bornes.texte);
    if (longue < 0) return;
    const place = `${ou()}, colonne ${enChiffres(longue + 1)}`;
    throw celluleTropLongue(place, rangee[longue]?.length ?? 0, bornes);
  };
}
