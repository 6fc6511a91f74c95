import { citer } from './citer.ts';
import { type Entete, placeDe } from './colonnes.ts';
import type { ReponsesDImport } from './reponses.ts';

/** Une colonne non lue qui distingue deux lignes de même clé. */
export interface Distincte {
  readonly place: number;
  /** Son titre ; à défaut, s’il est double ou porte une apostrophe, son rang. */
  readonly titre: string;
}

const lue = (cellules: readonly string[], place: number): string => (cellules[place] ?? '').trim();

/** Les colonnes non lues où deux lignes d’un même tableau diffèrent. */
export function distinctes(
  { cellules, places }: Entete,
  une: readonly string[],
  autre: readonly string[],
): readonly Distincte[] {
  const lues = new Set(places.values());
  return cellules.flatMap((titre, place) => {
    if (lues.has(place) || lue(une, place) === lue(autre, place)) return [];
    const seul = titre.trim() !== '' && placeDe(cellules, titre) === place && !titre.includes("'");
    return [{ place, titre: seul ? titre : String(place + 1) }];
  });
}

/** Les places des colonnes dont les lignes s’additionnent. */
export const placesAdditionnees = (
  { cellules }: Entete,
  { additionnees }: ReponsesDImport,
): readonly number[] => additionnees.map((nom) => placeDe(cellules, nom));

/** Deux lignes de même clé qu’une colonne non lue distingue : ce qu’on peut en faire. */
export function demanderDoublon(
  colonnes: readonly Distincte[],
  une: readonly string[],
  autre: readonly string[],
): string {
  const noms = colonnes.map(({ place, titre }) => {
    const valeurs = [une, autre].map((cellules) => citer(lue(cellules, place)) || '(vide)');
    return `« ${citer(titre)} » (${valeurs.join(', ')})`;
  });
  const [premiere] = colonnes;
  const additionner = colonnes.map(({ titre }) => `--additionner '${citer(titre)}'`).join(' ');
  const garder = premiere
    ? `--garder '${citer(premiere.titre)}=${citer(lue(une, premiere.place))}'`
    : '';
  return (
    `des lignes ont la même clé ; ${noms.join(' et ')}, non lu, les distingue. ` +
    `Additionnez-les (${additionner}), ou n’en gardez qu’une sorte (${garder})`
  );
}
