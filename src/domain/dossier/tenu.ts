import type { BesoinsCoches, MesDonnees } from './lieu.ts';
import { type Dossier, dossierVide, PREALABLES } from './panier.ts';

/** Le dossier d’avant, qu’un dossier reçu a remplacé. */
export interface TenuAvant {
  readonly dossier: Dossier;
  readonly miennes: MesDonnees | null;
}

/** Tout ce qu’un navigateur tient pour cette page. */
export interface Tenu extends TenuAvant {
  /** « Mes données » telles que décrites la dernière fois, même si le dossier part d’ailleurs. */
  readonly miennes: MesDonnees | null;
  readonly avant: TenuAvant | null;
}

export const tenuVide = (edition: string): Tenu => ({
  dossier: dossierVide(edition),
  miennes: null,
  avant: null,
});

export const MIENNES_VIDES: MesDonnees = {
  nom: '',
  commune: '',
  caractere: null,
  internat: null,
  cefa: null,
  options: [],
  besoins: null,
};

/** Des listes TC et FC à donner, quand celles de l’édition sont fictives ; rien n’y est encore. */
export const SANS_LISTES: BesoinsCoches = { tc: [], fc: [] };

function sontVides(miennes: MesDonnees | null): boolean {
  if (miennes === null) return true;
  const { tc, fc } = miennes.besoins ?? SANS_LISTES;
  const besoins = tc.length + fc.length > 0 ? miennes.besoins : null;
  return JSON.stringify({ ...miennes, besoins }) === JSON.stringify(MIENNES_VIDES);
}

/** Rien n’a été choisi, décrit, demandé ni coché. */
export const estVide = ({ lieu, demandes, pieces, prealables }: Dossier): boolean =>
  demandes.length === 0 &&
  pieces.length === 0 &&
  Object.keys(prealables).length === 0 &&
  (lieu === null || (lieu.genre === 'mes-donnees' && sontVides(lieu.donnees)));

/** Il y a là quelque chose que remplacer ferait perdre. */
export const aDuTravail = ({ dossier, miennes }: TenuAvant): boolean =>
  !estVide(dossier) || !sontVides(miennes);

/** Le dossier tenu, changé ; ce qu’il dit de « Mes données » est retenu avec lui. */
export const avecDossier = (tenu: Tenu, dossier: Dossier): Tenu => ({
  ...tenu,
  dossier,
  miennes: dossier.lieu?.genre === 'mes-donnees' ? dossier.lieu.donnees : tenu.miennes,
});

const contenu = ({ lieu, demandes, pieces, prealables }: Dossier): string =>
  JSON.stringify([lieu, demandes, pieces, PREALABLES.map((cle) => prealables[cle] ?? null)]);

/** Un dossier reçu est-il celui qu’on a déjà ? Les éditions peuvent différer. */
export const estLeMeme = (a: Dossier, b: Dossier): boolean => contenu(a) === contenu(b);

/** Ouvre un dossier reçu à la place de celui qui est tenu, et met celui-ci de côté. */
export const remplacer = (tenu: Tenu, recu: Dossier): Tenu => ({
  ...avecDossier(tenu, recu),
  avant: aDuTravail(tenu) ? { dossier: tenu.dossier, miennes: tenu.miennes } : tenu.avant,
});

/** Reprend le dossier mis de côté ; celui qui était ouvert prend sa place. */
export const echanger = (tenu: Tenu): Tenu =>
  tenu.avant ? { ...tenu.avant, avant: { dossier: tenu.dossier, miennes: tenu.miennes } } : tenu;
