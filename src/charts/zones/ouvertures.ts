import { nbEleves } from '../../phrases/effectif.ts';
import { entier } from '../../phrases/nombres.ts';
import { nbDecimal, nbEntier } from '../../phrases/phrase.ts';
import { phraseOuvertures } from '../../phrases/zones/besoin.ts';
import type { OptionDeZone } from '../../query/options-par-zone.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import {
  type CelluleDeTableau,
  type Figure,
  lienOption,
  nombres,
  type Tableau,
} from '../figure.ts';
import { barresDeZone } from './barres.ts';
import { BESOIN } from './besoins.ts';
import { deZone, FWB, nomDOption, organisables, secteursDe } from './calculs.ts';

const tcFc = (options: readonly OptionDeZone[]): OptionDeZone[] =>
  organisables(options).filter(({ tc, fc }) => tc && fc);

/** Les options TC-FC que rien n’organise ici, sous leur code ou sous un ancien. */
export const ouverturesDe = (reunies: readonly OptionDeZone[]): OptionDeZone[] =>
  tcFc(reunies).filter(({ occurrences }) => occurrences === 0);

/** Celles qui ne sont organisées ici que sous un ancien code : ce ne sont pas des ouvertures. */
const sousAncienCode = (reunies: readonly OptionDeZone[]): OptionDeZone[] =>
  tcFc(reunies).filter((o) => o.occurrences > 0 && o.occurrences === o.sous_ancien_code);

const norme = (cle: string, valeur: number | null): CelluleDeTableau =>
  valeur === null ? null : nbEntier(cle, valeur);

const NORMES = [
  nombres('Norme de création (plein exercice)'),
  nombres('Norme de création (alternance seule)'),
];
const normesDe = (o: OptionDeZone): CelluleDeTableau[] => [
  norme(`option.${o.code_obg}.norme`, o.norme_creation),
  norme(`option.${o.code_obg}.norme-alt`, o.norme_creation_alt),
];

const listeDesOuvertures = (options: readonly OptionDeZone[]): Tableau => ({
  titre: 'La liste et ses normes de création',
  colonnes: [{ titre: 'Option' }, { titre: 'Code' }, ...NORMES],
  rangees: options.map((o) => ({
    cle: o.code_obg,
    cellules: [o.intitule, lienOption(o.code_obg), ...normesDe(o)],
  })),
});

const listeDesAnciens = (options: readonly OptionDeZone[]): Tableau => ({
  titre: 'Organisées dans la zone sous un ancien code',
  colonnes: [
    { titre: 'Option' },
    { titre: 'Code' },
    nombres('Occurrences'),
    nombres('Élèves'),
    ...NORMES,
  ],
  rangees: options.map((o) => ({
    cle: o.code_obg,
    cellules: [
      nomDOption(o),
      lienOption(o.code_obg),
      nbEntier(`option.${o.code_obg}.occurrences`, o.occurrences),
      nbEleves(`option.${o.code_obg}.eleves`, o),
      ...normesDe(o),
    ],
  })),
});

function parSecteur(dossier: DossierZones, ici: readonly OptionDeZone[]) {
  return secteursDe(dossier).map(({ secteur, nom, libelle }) => {
    const compter = (options: readonly OptionDeZone[]): number =>
      options.filter((o) => o.secteur === secteur).length;
    const cle = `ouvertures.${secteur}`;
    return {
      cle: String(secteur),
      nom,
      libelle,
      ouvertures: nbEntier(`${cle}.ouvertures`, compter(ouverturesDe(ici))),
      anciennes: nbEntier(`${cle}.anciens-codes`, compter(sousAncienCode(ici))),
      tcFc: nbEntier(`${cle}.tc-fc`, compter(tcFc(ici))),
      fwb: nbDecimal(
        `${cle}.fwb`,
        compter(ouverturesDe(dossier.reunies)) / Math.max(1, dossier.zones.length),
      ),
    };
  });
}

/** Les options TC-FC organisables que la zone n’organise pas : les ouvertures possibles. */
export function figureOuvertures(dossier: DossierZones, zone: number): Figure {
  const ici = deZone(dossier.reunies, zone);
  const absentes = ouverturesDe(ici);
  const anciennes = sousAncienCode(ici);
  const rangees = parSecteur(dossier, ici);
  const maximum = Math.max(0, ...rangees.map(({ ouvertures }) => ouvertures.valeur));
  const constat = phraseOuvertures(
    absentes.length,
    tcFc(ici).length,
    rangees
      .filter(({ ouvertures }) => ouvertures.valeur === maximum)
      .map(({ nom, cle, ouvertures }) => ({ nom, cle, ouvertures: ouvertures.valeur })),
    anciennes.length,
  );
  return {
    id: 'ouvertures',
    titre: 'Les options TC-FC non organisées',
    constat,
    dessin:
      absentes.length === 0
        ? null
        : barresDeZone(
            constat,
            rangees.map((r) => ({
              cle: r.cle,
              libelle: r.libelle,
              valeur: r.ouvertures,
              etiquette: `${entier(r.ouvertures.valeur)} sur ${entier(r.tcFc.valeur)}`,
              fwb: r.fwb,
            })),
            { repere: FWB },
          ),
    absence: 'Toutes les options TC-FC organisables sont organisées dans la zone.',
    population: 'organisablesReunies',
    tableau: {
      titre: 'Options TC-FC non organisées, par secteur',
      colonnes: [
        { titre: 'Secteur' },
        nombres('Options TC-FC'),
        nombres('Non organisées'),
        nombres('Organisées sous un ancien code seulement'),
        nombres('Non organisées, moyenne FWB'),
      ],
      rangees: rangees.map((r) => ({
        cle: r.cle,
        cellules: [r.libelle, r.tcFc, r.ouvertures, r.anciennes, r.fwb],
      })),
    },
    listes: [listeDesOuvertures(absentes), listeDesAnciens(anciennes)],
    tables: [...BESOIN, 'indicateurs_lignees', 'lignees'],
  };
}
