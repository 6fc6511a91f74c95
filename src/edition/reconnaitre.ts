import { sansValeur } from './import/annexes.ts';
import { RANGEES } from './import/choix.ts';
import { reconnaitre } from './import/colonnes.ts';
import { decroiser } from './import/croisees.ts';
import type { Feuille, OngletRecu } from './import/feuille.ts';
import type { Genre } from './import/genre.ts';
import { GENRES } from './import/index.ts';
import { lireReponses } from './import/reponses.ts';

const SANS_REPONSE = lireReponses({});

/** Combien de ses colonnes une feuille a ; 0 s’il lui en manque une que rien ne remplace. */
function couvrir(onglet: OngletRecu, { colonnes }: Genre): number {
  const { onglet: lu } = decroiser(onglet, colonnes, SANS_REPONSE);
  const rangees = lu.lignes.map(({ cellules }) => cellules).filter((une) => !sansValeur(une));
  const comptes = rangees.slice(0, RANGEES).map((cellules) => {
    const { places, manquantes } = reconnaitre(cellules, colonnes);
    return manquantes.every(({ aDefaut }) => aDefaut !== undefined) ? places.size : 0;
  });
  return Math.max(0, ...comptes);
}

/**
 * Ce qu’un fichier reçu peut être, d’après ses colonnes : les genres dont il en a le plus.
 * @returns aucun s’il n’en est aucun ; plusieurs si rien ne les départage
 */
export function genresDUnFichier({ onglets }: Feuille): readonly Genre[] {
  const couverts = GENRES.map((genre) => ({
    genre,
    n: Math.max(0, ...onglets.map((onglet) => couvrir(onglet, genre))),
  })).filter(({ n }) => n > 1);
  const plus = Math.max(...couverts.map(({ n }) => n));
  return couverts.filter(({ n }) => n === plus).map(({ genre }) => genre);
}
