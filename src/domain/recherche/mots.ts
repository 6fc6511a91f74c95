import { enMot, type Mot } from './accord.ts';
import { enMots, tousLesMots } from './texte.ts';

const ARTICLES = 'a au aux avec d dans de des du e en et l la le les ou par pour sur un une';
/** Ce qu’on écrit autour de ce qu’on cherche : « je veux devenir coiffeuse », « une école de soudure ». */
const AUTOUR =
  'apprendre autour chez code codes comment cours cherche devenir ecole ecoles etudes etudier faire formation ' +
  'formations j je m ma mes metier metiers mon obg option options ou pres qu que qui s se travailler veux voudrais';
/** Les mots qui ne disent pas ce qu’on cherche. */
export const VIDES: ReadonlySet<string> = new Set(`${ARTICLES} ${AUTOUR}`.split(' '));

/** Les mots d’un texte, sans les mots vides. */
export const motsDe = (texte: string): readonly string[] =>
  tousLesMots(texte).filter((mot) => !VIDES.has(mot));

/** Les mots d’une requête ; les mots vides ne comptent que s’il n’y a qu’eux. */
export function motsCherches(requete: string): readonly Mot[] {
  const tous = [...new Set(enMots(requete))];
  const pleins = tous.filter((mot) => !VIDES.has(mot));
  return (pleins.length > 0 ? pleins : tous).map(enMot);
}
