import { motsDe } from '../../domain/recherche/mots.ts';
import { racine } from '../../domain/recherche/racine.ts';
import { plat } from '../../domain/recherche/texte.ts';
import type { Metier } from '../../domain/tables/besoins.ts';
import { nettoyer } from './cellules.ts';
import { type Lue, refuser } from './genre.ts';
import { formes } from './intitules.ts';
import { chercheur } from './proches.ts';

const PROCHES = 3;

const nommer = ({ metier, intitule }: Metier): string => `${metier} ${intitule}`;

/** Les façons d’écrire un métier : son code, son intitulé en entier à chaque genre, ou les deux. */
const facons = (m: Metier): readonly string[] => [
  plat(m.metier),
  ...[...formes(m.intitule)].flatMap((forme) => [forme, `${plat(m.metier)} ${forme}`]),
];

function parFacon(metiers: readonly Metier[]): ReadonlyMap<string, readonly Metier[]> {
  const connus = new Map<string, readonly Metier[]>();
  for (const m of metiers) {
    for (const facon of new Set(facons(m))) connus.set(facon, [...(connus.get(facon) ?? []), m]);
  }
  return connus;
}

const racinesDe = (texte: string): readonly string[] => [
  ...new Set(motsDe(texte).map((mot) => racine(mot))),
];

/** Les métiers qui partagent le plus de mots rares avec un texte ; à défaut, le mieux orthographié. */
function suggerer(metiers: readonly Metier[]): (texte: string) => readonly Metier[] {
  const porteurs = new Map<string, readonly Metier[]>();
  for (const m of metiers) {
    for (const mot of racinesDe(m.intitule)) porteurs.set(mot, [...(porteurs.get(mot) ?? []), m]);
  }
  const parIntitule = new Map(metiers.flatMap((m) => [...formes(m.intitule)].map((f) => [f, m])));
  const epeler = chercheur([...parIntitule.keys()]);
  return (texte) => {
    const points = new Map<Metier, number>();
    for (const mot of racinesDe(texte)) {
      const portent = porteurs.get(mot) ?? [];
      for (const m of portent) points.set(m, (points.get(m) ?? 0) + 1 / portent.length);
    }
    const epele = points.size === 0 && parIntitule.get(epeler(plat(texte)) ?? '');
    if (epele) return [epele];
    return [...points]
      .sort(([a, n], [b, m]) => m - n || a.metier.localeCompare(b.metier))
      .slice(0, PROCHES)
      .map(([m]) => m);
  };
}

/**
 * Rapproche un métier reçu d’un métier connu, sans jamais deviner : le code, ou l’intitulé entier,
 * casse, accents, espaces et genre mis à part.
 */
export function rapprocheur(metiers: readonly Metier[]): (texte: string) => string | Lue {
  const connus = parFacon(metiers);
  const proches = suggerer(metiers);
  return (brut) => {
    const texte = nettoyer(brut);
    const trouves = [...new Set([...formes(texte)].flatMap((forme) => connus.get(forme) ?? []))];
    const [seul, ...autres] = trouves;
    if (seul && autres.length === 0) return seul.metier;
    if (seul) {
      const raison = `plusieurs métiers portent ce nom : ${trouves.map(nommer).join(' ; ')}. Écrivez le code.`;
      return refuser('METIER', texte, raison);
    }
    const suggeres = proches(texte).map(nommer);
    const suite =
      suggeres.length > 0
        ? ` Les plus proches : ${suggeres.join(' ; ')}. Écrivez le code si c’est le même métier.`
        : '';
    return refuser('METIER', texte, `aucun métier connu n’a cet intitulé.${suite}`);
  };
}

export const COLONNE_METIER = {
  nom: 'metier',
  noms: ['métier', 'intitulé du métier', 'intitulé', 'profession', 'fonction', 'code métier'],
};

export const COLONNE_ANNEE = { nom: 'annee', noms: ['année', 'année de la liste'] };
