import { plat } from '../../domain/recherche/texte.ts';
import { sorteTotale } from '../../domain/totaux-recus.ts';
import { ErreurDUsage } from '../probleme.ts';
import type { FeuilleChoisie } from './choisir.ts';
import { citer } from './citer.ts';
import { placeDe } from './colonnes.ts';
import { placesAdditionnees } from './doublons.ts';
import type { Genre, Refus } from './genre.ts';

type Cellules = readonly string[];

function exigerPlaces(entete: Cellules, places: readonly number[], fichier: string): void {
  if (places.every((place) => place >= 0)) return;
  const titres = entete.filter((titre) => titre !== '').map(citer);
  throw new ErreurDUsage(
    `${fichier} : --additionner et --garder nomment une colonne du fichier : ${titres.join(', ')}.`,
  );
}

/**
 * Ce qui, dans la forme d’une ligne ou dans ce qu’on a choisi, empêche de la juger.
 * @throws ErreurDUsage si un choix nomme une colonne que le fichier n’a pas
 */
export function trieur(
  { entete, onglet, reponses }: FeuilleChoisie,
  { table }: Genre,
  fichier: string,
): (ligne: number, cellules: Cellules) => Refus | null {
  const largeur = entete.cellules.length;
  const additionnees = placesAdditionnees(entete, reponses);
  const gardes = reponses.gardees.map(({ colonne, valeur }) => ({
    place: placeDe(entete.cellules, colonne),
    valeur: plat(valeur),
  }));
  exigerPlaces(entete.cellules, [...additionnees, ...gardes.map((g) => g.place)], fichier);
  const somme = entete.places.get(table.somme ?? '') ?? -1;
  return (ligne, cellules) => {
    const lire = (place: number): string => cellules[place] ?? '';
    const trop = cellules.findIndex((cellule, i) => i >= largeur && cellule.trim() !== '');
    if (trop >= 0) {
      const raison =
        `${cellules.length} cellules, alors que l’en-tête en a ${largeur}. ` +
        'Un séparateur est de trop, ou des guillemets manquent.';
      return { code: 'LARGEUR', valeur: lire(trop), raison, place: trop };
    }
    if (onglet.fusionnees.get(ligne)?.includes(somme)) {
      const raison =
        'un nombre dans une cellule fusionnée vaut pour plusieurs lignes. Défusionnez.';
      return { code: 'FUSION', valeur: lire(somme), raison, place: somme };
    }
    const laissee = gardes.find(({ place, valeur }) => plat(lire(place)) !== valeur);
    if (laissee) {
      const raison = 'une autre sorte que celle que vous gardez.';
      return { code: 'HORS-CHOIX', valeur: lire(laissee.place), raison, place: laissee.place };
    }
    const total = additionnees.find((place) => sorteTotale(lire(place)));
    if (total !== undefined) {
      const raison = 'ligne de total : elle ne s’additionne pas.';
      return { code: 'TOTAL', valeur: lire(total), raison, place: total };
    }
    const place = additionnees.find((une) => lire(une).trim() === '');
    if (place === undefined) return null;
    const raison =
      'la colonne à additionner est vide : cette ligne est peut-être un total. Écrivez sa sorte.';
    return { code: 'SORTE', valeur: '', raison, place };
  };
}
