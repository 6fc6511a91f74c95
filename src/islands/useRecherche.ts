import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { href } from '../config.ts';
import type { RechercheDOptions } from '../domain/recherche/options.ts';
import { direEmpechement } from '../phrases/recherche.ts';
import { lireRecherche } from '../query/lire-recherche.ts';
import type { Choisissable } from './carte/Combobox.tsx';
import { useCharge } from './useCharge.ts';

/** Où lire la recherche d’options. */
export const FichierDeRecherche = createContext('');

/** La recherche d’options de tout le site, lue au premier mot tapé. */
export function useRecherche(texte: string) {
  const chemin = useContext(FichierDeRecherche);
  const { valeur, faute, reessayer } = useCharge(lireRecherche(href(chemin)), texte.trim() !== '');
  return { recherche: valeur, faute, reessayer };
}

/**
 * Les options trouvées, telles qu’un champ les propose : ce que l’intitulé n’explique pas est dit.
 * @param recherche `null` tant qu’elle n’est pas lue : un code entier se reconnaît déjà
 */
export function proposer(
  recherche: RechercheDOptions | null,
  texte: string,
  intitules: ReadonlyMap<string, string>,
  limite: number,
): readonly Choisissable[] {
  const code = texte.trim();
  if (!recherche) {
    return intitules.has(code) ? [{ cle: code, titre: `${code} ${intitules.get(code)}` }] : [];
  }
  const trouvailles = recherche.chercher(texte);
  const suivies = new Map(recherche.options.map((option) => [option.code, option]));
  return (trouvailles?.codes ?? []).slice(0, limite).map((cle) => {
    const titre = `${cle} ${intitules.get(cle)}`;
    const option = suivies.get(cle);
    const empechement = option ? direEmpechement(option) : '';
    const detail = [empechement, trouvailles?.raisons.get(cle)].filter(Boolean).join(' · ');
    return detail ? { cle, titre, detail } : { cle, titre };
  });
}
