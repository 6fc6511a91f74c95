import { nbEleves } from '../../phrases/effectif.ts';
import { entier } from '../../phrases/nombres.ts';
import { nbDecimal, nbEntier } from '../../phrases/phrase.ts';
import { phraseUniques } from '../../phrases/zones/offre.ts';
import type { OptionDeZone } from '../../query/options-par-zone.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import { type Figure, lienOption, nombres } from '../figure.ts';
import { barresDeZone } from './barres.ts';
import {
  deZone,
  FWB,
  nomDOption,
  optionsOrganisees,
  partDe,
  secteursDe,
  TABLES_DE_L_OFFRE,
} from './calculs.ts';

const seules = (options: readonly OptionDeZone[]): OptionDeZone[] =>
  options.filter(({ occurrences }) => occurrences === 1);

/** Les options organisées sur une seule implantation de la zone, par secteur. */
export function figureUniques(dossier: DossierZones, zone: number): Figure {
  const ici = optionsOrganisees(deZone(dossier.reunies, zone));
  const partout = optionsOrganisees(dossier.reunies);
  const uniques = seules(ici);
  const rangees = secteursDe(dossier).map(({ secteur, libelle }) => {
    const duSecteur = ici.filter((o) => o.secteur === secteur);
    const ailleurs = seules(partout).filter((o) => o.secteur === secteur).length;
    const cle = `uniques.${secteur}`;
    return {
      cle: String(secteur),
      libelle,
      options: nbEntier(`${cle}.options`, duSecteur.length),
      uniques: nbEntier(`${cle}.uniques`, seules(duSecteur).length),
      part: partDe(`${cle}.part`, seules(duSecteur).length, duSecteur.length),
      fwb: nbDecimal(`${cle}.fwb`, ailleurs / dossier.zones.length),
    };
  });
  const constat = phraseUniques(
    ici.length === 0
      ? null
      : {
          options: ici.length,
          uniques: uniques.length,
          part: uniques.length / ici.length,
          partFwb: seules(partout).length / partout.length,
        },
  );
  return {
    id: 'uniques',
    titre: 'Organisées une seule fois',
    constat,
    dessin:
      ici.length === 0
        ? null
        : barresDeZone(
            constat,
            rangees.map((r) => ({
              cle: r.cle,
              libelle: r.libelle,
              valeur: r.uniques,
              etiquette: `${entier(r.uniques.valeur)} sur ${entier(r.options.valeur)}`,
              fwb: r.fwb,
            })),
            { repere: FWB },
          ),
    population: 'toutesReunies',
    absence: 'Aucune option n’est organisée dans la zone.',
    tableau: {
      titre: 'Options organisées sur une seule implantation, par secteur',
      colonnes: [
        { titre: 'Secteur' },
        nombres('Options organisées'),
        nombres('Une seule fois'),
        nombres('Part'),
        nombres('Une seule fois, moyenne des zones'),
      ],
      rangees: rangees.map((r) => ({
        cle: r.cle,
        cellules: [r.libelle, r.options, r.uniques, r.part, r.fwb],
      })),
    },
    listes: [
      {
        titre: 'La liste de ces options',
        colonnes: [{ titre: 'Option' }, { titre: 'Code' }, nombres('Élèves')],
        rangees: uniques.map((o) => ({
          cle: o.code_obg,
          cellules: [
            nomDOption(o),
            lienOption(o.code_obg),
            nbEleves(`option.${o.code_obg}.eleves`, o),
          ],
        })),
      },
    ],
    tables: [...TABLES_DE_L_OFFRE, 'secteurs'],
  };
}
