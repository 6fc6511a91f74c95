import { decoderDossier, ecrireFichier, lireFichierDeDossier } from '../../domain/dossier/codec.ts';
import type { MesDonnees } from '../../domain/dossier/lieu.ts';
import { type Dossier, dossierVide } from '../../domain/dossier/panier.ts';

/** Les deux seules clés que cette page pose dans le navigateur. */
const CLE = 'oad-ouvert.dossier';
const CLE_MIENNES = 'oad-ouvert.mes-donnees';

function lire(cle: string): Dossier | null {
  try {
    const texte = localStorage.getItem(cle);
    const lu = texte === null ? null : lireFichierDeDossier(texte);
    return lu?.genre === 'dossier' ? lu.dossier : null;
  } catch {
    return null;
  }
}

function poser(cle: string, texte: string | null): void {
  try {
    if (texte === null) localStorage.removeItem(cle);
    else localStorage.setItem(cle, texte);
  } catch {
    // Un navigateur peut refuser tout stockage : le dossier vit alors le temps de la page.
  }
}

/** Le dossier laissé ici la dernière fois. */
export const reprendre = (): Dossier | null => lire(CLE);

const estVide = ({ lieu, demandes, pieces }: Dossier): boolean =>
  lieu === null && demandes.length === 0 && pieces.length === 0;

/** Garde le dossier ; vide, il ne laisse rien. */
export const garder = (dossier: Dossier): void =>
  poser(CLE, estVide(dossier) ? null : ecrireFichier(dossier));

/** Les données décrites la dernière fois, même si le dossier part d’ailleurs. */
export function reprendreMiennes(): MesDonnees | null {
  const lieu = lire(CLE_MIENNES)?.lieu;
  return lieu?.genre === 'mes-donnees' ? lieu.donnees : null;
}

export const garderMiennes = (donnees: MesDonnees): void =>
  poser(
    CLE_MIENNES,
    ecrireFichier({ ...dossierVide(''), lieu: { genre: 'mes-donnees', donnees } }),
  );

export function oublierMiennes(): void {
  poser(CLE_MIENNES, null);
}

/** Ôte du navigateur tout ce que cette page y a mis. */
export function toutOublier(): void {
  poser(CLE, null);
  poser(CLE_MIENNES, null);
}

/** Le dossier que porte l’adresse, après `#`. */
export const dansLAdresse = () => decoderDossier(location.hash);

/** Ôte le dossier de l’adresse, une fois repris ou refusé. */
export function oterDeLAdresse(): void {
  history.replaceState(null, '', `${location.pathname}${location.search}`);
}
