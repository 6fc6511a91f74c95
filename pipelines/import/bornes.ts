import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { taireCles } from '../check/adresse.ts';
import { ErreurDUsage } from '../check/probleme.ts';
import { nomDeFichier } from './citer.ts';

const MIO = 1 << 20;

/** Ce que l’on accepte de lire en une fois : le plus grand fichier officiel connu en fait le dixième. */
export const BORNES = { octets: 50 * MIO, lignes: 500_000, octetsParLigne: 65_536 } as const;

const nombre = new Intl.NumberFormat('fr-BE');
const REMEDE = 'Découpez-le, par exemple par année.';

/** Un poids, en mébioctets. */
export const enMio = (octets: number): string => `${nombre.format(Math.ceil(octets / MIO))} Mio`;

function sorte(etat: Stats): string | null {
  if (etat.isFile()) return null;
  if (etat.isDirectory()) return 'un dossier';
  return etat.isFIFO() ? 'un tube' : 'un périphérique ou une prise';
}

/** Compte les lignes d’un CSV au fil de l’eau, et trouve la première trop longue. */
async function mesurer(chemin: string): Promise<{ lignes: number; longue: number | null }> {
  let lignes = 1;
  let longueur = 0;
  let avant = 0;
  for await (const morceau of createReadStream(chemin)) {
    for (const octet of morceau as Buffer) {
      const saut = octet === 10 || octet === 13;
      longueur = saut ? 0 : longueur + 1;
      if (saut && !(octet === 10 && avant === 13)) lignes++;
      avant = octet;
      if (longueur > BORNES.octetsParLigne) return { lignes, longue: lignes };
    }
    if (lignes > BORNES.lignes) break;
  }
  return { lignes, longue: null };
}

const estUnZip = async (chemin: string): Promise<boolean> => {
  for await (const debut of createReadStream(chemin, { end: 1 })) {
    return String(debut) === 'PK';
  }
  return false;
};

async function peser(chemin: string): Promise<number> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(chemin)) {
    const suite = /^https?:/i.test(chemin)
      ? 'Ajoutez --url pour la télécharger.'
      : 'Téléchargez le fichier et donnez son chemin.';
    throw new ErreurDUsage(`« ${taireCles(chemin)} » est une adresse, pas un chemin. ${suite}`);
  }
  const etat = await stat(chemin).catch(() => null);
  if (!etat) throw new ErreurDUsage(`le fichier « ${chemin} » ne se lit pas. Vérifiez son chemin.`);
  const autre = sorte(etat);
  if (autre) throw new ErreurDUsage(`« ${chemin} » est ${autre}. Donnez un fichier CSV ou XLSX.`);
  return etat.size;
}

/**
 * Vérifie, avant de les lire, que des fichiers reçus sont des fichiers et tiennent dans les bornes.
 * @throws ErreurDUsage avec la borne dépassée
 */
export async function verifierBornes(chemins: readonly string[]): Promise<void> {
  let poids = 0;
  let lignes = 0;
  for (const chemin of chemins) {
    const nom = nomDeFichier(chemin);
    poids += await peser(chemin);
    if (poids > BORNES.octets) {
      const quoi =
        chemins.length > 1 ? `jusqu’à « ${nom} », les fichiers pèsent` : `« ${nom} » pèse`;
      const message = `${quoi} ${enMio(poids)} ; au plus ${enMio(BORNES.octets)}. ${REMEDE}`;
      throw new ErreurDUsage(message);
    }
    if (await estUnZip(chemin)) continue;
    const mesure = await mesurer(chemin);
    lignes += mesure.lignes;
    if (mesure.longue !== null) {
      throw new ErreurDUsage(
        `« ${nom} », ligne ${mesure.longue} : plus de ${nombre.format(BORNES.octetsParLigne)} octets ` +
          'sur une ligne, c’est la borne. Réenregistrez le fichier en CSV depuis un tableur.',
      );
    }
    if (lignes > BORNES.lignes) {
      const message = `« ${nom} » : plus de ${nombre.format(BORNES.lignes)} lignes, c’est la borne. ${REMEDE}`;
      throw new ErreurDUsage(message);
    }
  }
}
