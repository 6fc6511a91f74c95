import { optionsOrganisees, TABLES_DE_L_OFFRE } from './calculs.ts';
import { type Definition, deBref, definirProportion, TABLES_DES_STATUTS } from './definitions.ts';
import { soumise } from './maintien.ts';
import { ecartMinimal, RAYON_KM } from './proches.ts';

/** L’offre d’options d’une zone : combien, de quelle taille, à quelle distance. */
export const L_OFFRE: readonly Definition[] = [
  deBref('options'),
  deBref('occurrences'),
  deBref('taille'),
  definirProportion(
    {
      cle: 'petites',
      titre: 'Moins de six élèves',
      sur: 'occurrences',
      population: 'toutes',
      tables: TABLES_DE_L_OFFRE,
    },
    ({ ouvertes }) => [
      ouvertes.filter(({ eleves, masques }) => masques === 0 && eleves < 6).length,
      ouvertes.filter(({ masques }) => masques === 0).length,
    ],
  ),
  definirProportion(
    {
      cle: 'sous-norme',
      titre: 'Sous la norme de maintien (approximatif)',
      sur: 'occurrences soumises à une norme',
      population: 'toutes',
      tables: TABLES_DES_STATUTS,
    },
    ({ ouvertes }) => {
      const soumises = ouvertes.filter(soumise);
      return [soumises.filter(({ sous_norme }) => sous_norme).length, soumises.length];
    },
  ),
  definirProportion(
    {
      cle: 'uniques',
      titre: 'Organisées une seule fois',
      sur: 'options organisées',
      population: 'toutesReunies',
      tables: TABLES_DE_L_OFFRE,
      demande: { tables: ['totaux_zones'] },
    },
    ({ reunies }) => [
      reunies.filter(({ occurrences }) => occurrences === 1).length,
      optionsOrganisees(reunies).length,
    ],
  ),
  definirProportion(
    {
      cle: 'proches',
      titre: 'Deux fois à moins de 10 km',
      sur: 'options sur plusieurs implantations',
      population: 'toutesReunies',
      tables: TABLES_DE_L_OFFRE,
    },
    ({ parOption }) => {
      const plusieurs = [...parOption.values()].filter(({ length }) => length > 1);
      return [plusieurs.filter((o) => ecartMinimal(o) <= RAYON_KM).length, plusieurs.length];
    },
  ),
];
