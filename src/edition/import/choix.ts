import { sansValeur } from './annexes.ts';
import { citer } from './citer.ts';
import { direManquantes, type Entete, type Voulue } from './colonnes.ts';
import type { Feuille, OngletRecu } from './feuille.ts';
import type { ReponsesDImport } from './reponses.ts';

/** Où l’en-tête se cherche : parmi les premières rangées qui ne sont pas vides. */
export const RANGEES = 20;

/** Une table, et la rangée qui ressemble le plus à son en-tête. */
export interface Trouvee {
  readonly onglet: OngletRecu;
  readonly entete: Entete;
  readonly rang: number;
  /** Les colonnes cherchées dans cette feuille, et ce qu’on y a répondu. */
  readonly voulues: readonly Voulue[];
  readonly reponses: ReponsesDImport;
}

/** « Effectifs », « Notes » */
export const citerNoms = (noms: readonly string[]): string =>
  noms.map((nom) => `« ${citer(nom)} »`).join(', ');

/** Les titres des feuilles. */
export const titres = (trouvees: readonly Trouvee[]): string[] =>
  trouvees.map(({ onglet }) => onglet.titre);

/** Aucune rangée n’a toutes les colonnes : ce qui manque, et ce qui a été lu. */
export function direSansColonnes(feuille: Feuille, { entete, onglet, rang }: Trouvee): string {
  if (feuille.onglets.every(({ lignes }) => lignes.every((une) => sansValeur(une.cellules)))) {
    return 'aucune ligne n’a de valeur : le fichier est vide. Vérifiez que c’est le bon.';
  }
  const ligne = onglet.lignes[rang];
  const lus = (ligne?.cellules ?? []).filter((cellule) => cellule.trim() !== '').slice(0, 8);
  const ou = onglet.titre ? ` de la feuille ${citerNoms([onglet.titre])}` : '';
  const lu = ligne ? ` Ligne ${ligne.ligne}${ou}, lu : ${citerNoms(lus)}.` : '';
  const cachees =
    feuille.cachees.length > 0
      ? ` Cachées, pas lues : ${citerNoms(feuille.cachees)} ; affichez celle qui convient.`
      : '';
  const separateur = feuille.remarques.map((remarque) => ` ${remarque}`).join('');
  return `aucune des ${RANGEES} premières lignes n’a toutes les colonnes. ${direManquantes(entete)}${lu}${separateur}${cachees}`;
}

/** Les feuilles lues d’un classeur, et les autres. */
export function direFeuilles(feuille: Feuille, lues: readonly Trouvee[]): string[] {
  if (feuille.onglets.every(({ titre }) => titre === '')) return [];
  const noms = titres(lues);
  const autres = feuille.onglets.map(({ titre }) => titre).filter((titre) => !noms.includes(titre));
  return [
    noms.length > 1
      ? `Classeur Excel : les feuilles ${citerNoms(noms)} sont lues.`
      : `Classeur Excel : la feuille ${citerNoms(noms)} est lue.`,
    ...(autres.length > 0 ? [`Pas lues : ${citerNoms(autres)}.`] : []),
    ...(feuille.cachees.length > 0 ? [`Cachées, pas lues : ${citerNoms(feuille.cachees)}.`] : []),
  ];
}

/** Les colonnes que des cellules fusionnées ont remplies. */
export function direFusions(
  { fusionnees }: OngletRecu,
  premiere: number,
  entete: Entete,
): string[] {
  const donnees = [...fusionnees].filter(([ligne]) => ligne >= premiere);
  if (donnees.length === 0) return [];
  const places = [...new Set(donnees.flatMap(([, colonnes]) => colonnes))].sort((a, b) => a - b);
  const noms = citerNoms(places.map((place) => entete.cellules[place] ?? String(place + 1)));
  const lignes = `${donnees.length} ligne${donnees.length > 1 ? 's' : ''}`;
  return [`Cellules fusionnées (${noms}) : leur valeur vaut pour chaque ligne, ${lignes} en tout.`];
}
