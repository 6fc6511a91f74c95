import { distanceDeFrappe } from '../../src/domain/recherche/distance.ts';
import { plat } from '../../src/domain/recherche/texte.ts';
import type { Metier } from '../../src/domain/tables/besoins.ts';
import { nettoyer } from './cellules.ts';
import { type Lue, refuser } from './genre.ts';

const PROCHES = 3;

/** Les façons d’écrire un métier : son code, son intitulé, et chacun de ses genres. */
const facons = ({ metier, intitule }: Metier): string[] =>
  [metier, intitule, ...intitule.split('/')].map(plat);

/** Rapproche un métier reçu d’un métier connu, sans jamais deviner : le texte doit être le même. */
export function rapprocheur(metiers: readonly Metier[]): (texte: string) => string | Lue {
  const connus = new Map(metiers.flatMap((m) => facons(m).map((facon) => [facon, m.metier])));
  return (brut) => {
    const texte = nettoyer(brut);
    const trouve = connus.get(plat(texte));
    if (trouve) return trouve;
    const proches = metiers
      .map((m) => ({
        m,
        ecart: Math.min(...facons(m).map((f) => distanceDeFrappe(plat(texte), f, texte.length))),
      }))
      .sort((a, b) => a.ecart - b.ecart || a.m.metier.localeCompare(b.m.metier))
      .slice(0, PROCHES)
      .map(({ m }) => `${m.metier} ${m.intitule}`);
    return refuser(
      'METIER',
      texte,
      `aucun métier connu. Les plus proches : ${proches.join(' ; ')}.`,
    );
  };
}

export const COLONNE_METIER = {
  nom: 'metier',
  noms: ['métier', 'intitulé du métier', 'intitulé', 'profession', 'fonction', 'code métier'],
};

export const COLONNE_ANNEE = { nom: 'annee', noms: ['année', 'année de la liste'] };
