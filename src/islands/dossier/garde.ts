import { ecrireFichier, type Lu, lireFichierDeDossier } from '../../domain/dossier/codec.ts';
import type { Ecarts } from '../../domain/dossier/ecarts.ts';
import type { MesDonnees } from '../../domain/dossier/lieu.ts';
import { type Dossier, dossierVide } from '../../domain/dossier/panier.ts';
import { estVide, type Tenu, type TenuAvant, tenuVide } from '../../domain/dossier/tenu.ts';
import { Gardoir, type Issue } from '../gardoir.ts';

/** Les seules clés que cette page pose dans le navigateur. */
const CLES = ['oad-ouvert.dossier', 'oad-ouvert.mes-donnees', 'oad-ouvert.dossier-avant'] as const;

/** Ce que le navigateur garde : lu, ou ce qui empêche de le lire. */
export type Garde =
  | {
      readonly genre: 'tenu';
      readonly tenu: Tenu;
      readonly ecarts?: Ecarts | undefined;
      readonly le?: string | undefined;
    }
  | { readonly genre: 'illisible' };

const lire = (texte: string | null | undefined): Lu =>
  texte == null ? { genre: 'absent' } : lireFichierDeDossier(texte);

const miennesDe = (lu: Lu): MesDonnees | null =>
  lu.genre === 'dossier' && lu.dossier.lieu?.genre === 'mes-donnees'
    ? lu.dossier.lieu.donnees
    : null;

const fichierDesMiennes = (donnees: MesDonnees | null): string | null =>
  donnees && ecrireFichier({ ...dossierVide(''), lieu: { genre: 'mes-donnees', donnees } });

const fichierDe = (dossier: Dossier, le?: string): string | null =>
  estVide(dossier) && dossier.lieu === null ? null : ecrireFichier(dossier, le);

function avantDe(texte: string | null | undefined): TenuAvant | null {
  try {
    const [dossier, miennes] = JSON.parse(texte ?? '[]') as unknown[];
    const lu = lire(typeof dossier === 'string' ? dossier : null);
    if (lu.genre !== 'dossier') return null;
    return {
      dossier: lu.dossier,
      miennes: miennesDe(lire(typeof miennes === 'string' ? miennes : null)),
    };
  } catch {
    return null;
  }
}

const texteDAvant = (avant: TenuAvant | null): string | null =>
  avant && JSON.stringify([ecrireFichier(avant.dossier), fichierDesMiennes(avant.miennes)]);

function deplier([dossier, miennes, avant]: readonly (string | null)[], edition: string): Garde {
  const lu = lire(dossier);
  if (lu.genre === 'illisible') return { genre: 'illisible' };
  const vide = tenuVide(edition);
  const lues = lire(miennes);
  return {
    genre: 'tenu',
    tenu: {
      dossier: lu.genre === 'dossier' ? lu.dossier : vide.dossier,
      miennes: miennesDe(lues) ?? miennesDe(lu),
      avant: avantDe(avant),
    },
    ecarts: lu.genre === 'dossier' ? lu.ecarts : undefined,
    le: lu.genre === 'dossier' ? lu.le : undefined,
  };
}

const plier = ({ dossier, miennes, avant }: Tenu) => [
  fichierDe(dossier, new Date().toISOString()),
  fichierDesMiennes(miennes),
  texteDAvant(avant),
];

/** Ce que ce navigateur garde de la page, sous la main de tous ses onglets. */
export function ouvrirLaGarde(edition: string) {
  const gardoir = new Gardoir(...CLES);
  return {
    reprendre(): Garde {
      const garde = deplier(gardoir.regarder(), edition);
      if (garde.genre === 'tenu') gardoir.lire();
      return garde;
    },
    /** Ce qu’un autre onglet a laissé, sans le tenir pour vu. */
    regarder: (): Garde => deplier(gardoir.regarder(), edition),
    change: (): boolean => gardoir.change,
    garder: (tenu: Tenu): Issue => gardoir.ecrire(plier(tenu)),
    forcer: (tenu: Tenu): Issue => gardoir.forcer(plier(tenu)),
    suivre: (revoir: () => void) => gardoir.suivre(revoir),
  };
}
