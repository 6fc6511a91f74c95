import { accordApproche, accordStrict, enMot } from './accord.ts';
import { motsCherches, motsDe } from './mots.ts';

/** Une formation que le texte nomme, hors des options : elle ne se programme pas. */
export interface Formation {
  readonly precision: string;
  readonly reference: string;
}

export type ChercherFormations = (requete: string) => readonly Formation[];

/** Un sigle ou un métier assez long pour que deux fautes n’en fassent pas un autre. */
const LONG = 7;

/**
 * Prépare la recherche des formations exclues : une question les trouve quand tous ses mots y sont et
 * que l’un d’eux n’est pas d’un intitulé d’option : « soins infirmiers » oui, « soins » non.
 * @param estDUnIntitule un intitulé d’option porte-t-il ce mot ?
 */
export function creerChercherFormations(
  formations: readonly Formation[],
  estDUnIntitule: (mot: string) => boolean,
): ChercherFormations {
  const lues = formations.map((formation) => ({
    formation,
    mots: motsDe(formation.precision).map(enMot),
  }));
  return (requete) => {
    const cherches = motsCherches(requete);
    if (cherches.every(({ mot }) => mot.length < 4 || estDUnIntitule(mot))) return [];
    return lues
      .filter(({ mots }) =>
        cherches.every((cherche) =>
          mots.some(
            (lu) =>
              accordStrict(cherche, lu) ||
              (cherche.mot.length >= LONG && accordApproche(cherche, lu)),
          ),
        ),
      )
      .map(({ formation }) => formation);
  };
}
