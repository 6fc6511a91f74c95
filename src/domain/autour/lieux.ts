import { plat } from '../recherche/texte.ts';
import type { OptionPartagee, TablesPartagees } from '../tables-partagees.ts';
import type { Lieux, OptionSituee } from './types.ts';

/** Le nom d’une commune dans une adresse : « grace-hollogne ». */
export const slugDe = (commune: string): string => plat(commune).replaceAll(' ', '-');

function optionSituee(option: OptionPartagee): OptionSituee {
  const { code_obg, intitule, secteur, groupe, filiere, forme, annees, nouveaux } = option;
  const art45 = filiere === 'art45';
  return { code: code_obg, intitule, secteur, groupe, art45, forme, annees, nouveaux };
}

/** Ce que la carte voit des tables partagées. */
export const lieuxDe = ({ sites, options, communes, centres }: TablesPartagees): Lieux => ({
  implantations: sites,
  options: options.map(optionSituee),
  communes: communes.map((c) => ({ ...c, slug: slugDe(c.commune) })),
  centres,
});
