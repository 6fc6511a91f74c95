import type { Manifeste } from '../domain/manifeste.ts';
import { NATURES, type Nature } from '../domain/tables/schema.ts';
import { NATURE_EN_MOTS } from './nature.ts';

/** La plus faible des natures de ces tables : un chiffre calculé la prend. */
export const natureLaPlusFaible = ({ tables }: Manifeste, noms: readonly string[]): Nature => {
  const natures = tables.filter(({ nom }) => noms.includes(nom)).map(({ nature }) => nature);
  return [...NATURES].reverse().find((nature) => natures.includes(nature)) ?? 'demonstration';
};

/** Là où l’édition a des totaux de zone, ils répondent à la place des occurrences : ils se citent. */
export const avecTotaux = ({ tables }: Manifeste, noms: readonly string[]): readonly string[] => {
  const totaux = tables.find(({ nom }) => nom === 'totaux_zones');
  return totaux && totaux.lignes > 0 && noms.includes('occurrences') ? [...noms, totaux.nom] : noms;
};

/** D’où viennent les chiffres d’une figure : année, sources, nature. */
export function ligneDeSource(
  manifeste: Manifeste,
  noms: readonly string[],
): { annee: string; titres: string; nature: string } {
  const sources = manifeste.tables
    .filter(({ nom }) => noms.includes(nom))
    .flatMap((table) => table.sources)
    .filter(({ nature }) => nature === natureLaPlusFaible(manifeste, noms));
  return {
    annee: manifeste.edition.annee_scolaire,
    titres: [...new Set(sources.map(({ titre }) => titre))].join(' ; '),
    nature: NATURE_EN_MOTS[natureLaPlusFaible(manifeste, noms)],
  };
}

/** Une table par son titre, pour qui ne connaît pas son nom de fichier. */
export const tablesNommees = (
  { tables }: Manifeste,
  noms: readonly string[],
): readonly { nom: string; titre: string }[] =>
  noms.map((nom) => ({
    nom,
    titre: tables.find((table) => table.nom === nom)?.titre ?? nom.replaceAll('_', ' '),
  }));

/** L’éditeur d’une table, là où ses lignes, qui disent chacune le leur, ne se voient pas. */
export const editeurEnMots = (editeur: string): string =>
  editeur === 'Voir chaque ligne' ? 'plusieurs éditeurs' : editeur;
