import { estOrganise } from '../../domain/effectif.ts';
import { distanceKm } from '../../domain/geo/distance.ts';
import { entier } from '../../phrases/nombres.ts';
import { nbDecimal, nbEntier } from '../../phrases/phrase.ts';
import { phraseProches } from '../../phrases/zones/offre.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { OccurrenceDeZone } from '../../query/zones/occurrences.ts';
import { type Figure, lienOption, nombres } from '../figure.ts';
import { barresDeZone } from './barres.ts';
import {
  deZone,
  nomDOption,
  occurrencesParOption,
  optionsOrganisees,
  secteursDe,
  TABLES_DE_L_OFFRE,
} from './calculs.ts';

export const RAYON_KM = 10;

interface Situee extends OccurrenceDeZone {
  readonly lat: number;
  readonly lon: number;
}

const situee = (o: OccurrenceDeZone): o is Situee => o.lat !== null && o.lon !== null;

/** La plus petite distance entre deux occurrences, en km ; infinie s’il n’y en a pas deux. */
export function ecartMinimal(occurrences: readonly OccurrenceDeZone[]): number {
  const situees = occurrences.filter(situee);
  const distances = situees.flatMap((a, i) => situees.slice(i + 1).map((b) => distanceKm(a, b)));
  return Math.min(Number.POSITIVE_INFINITY, ...distances);
}

/** Les options dont deux occurrences de la zone sont à moins de 10 km l’une de l’autre. */
export function figureProches(dossier: DossierZones, zone: number): Figure {
  const ouvertes = deZone(dossier.occurrences, zone).filter(estOrganise);
  const parOption = occurrencesParOption(dossier, zone, ouvertes);
  const plusieurs = optionsOrganisees(deZone(dossier.reunies, zone))
    .filter(({ occurrences }) => occurrences > 1)
    .map((o) => ({ ...o, ecart: ecartMinimal(parOption.get(o.code_obg) ?? []) }));
  const proches = plusieurs.filter(({ ecart }) => ecart <= RAYON_KM);
  const rangees = secteursDe(dossier).map(({ secteur, libelle }) => ({
    cle: String(secteur),
    libelle,
    plusieurs: nbEntier(
      `proches.${secteur}.plusieurs`,
      plusieurs.filter((o) => o.secteur === secteur).length,
    ),
    proches: nbEntier(
      `proches.${secteur}.proches`,
      proches.filter((o) => o.secteur === secteur).length,
    ),
  }));
  const constat = phraseProches({ plusieurs: plusieurs.length, proches: proches.length });
  return {
    id: 'proches',
    titre: 'Deux fois à moins de 10 km',
    constat,
    dessin:
      plusieurs.length === 0
        ? null
        : barresDeZone(
            constat,
            rangees.map((r) => ({
              cle: r.cle,
              libelle: r.libelle,
              valeur: r.proches,
              etiquette: `${entier(r.proches.valeur)} sur ${entier(r.plusieurs.valeur)}`,
            })),
          ),
    population: 'toutesReunies',
    absence: 'Aucune option n’est organisée sur plusieurs implantations de la zone.',
    note: 'Distance à vol d’oiseau entre deux implantations de la zone ; deux implantations d’une même adresse sont à 0 km.',
    tableau: {
      titre: 'Options organisées deux fois à moins de 10 km, par secteur',
      colonnes: [
        { titre: 'Secteur' },
        nombres('Sur plusieurs implantations'),
        nombres('Dont à moins de 10 km'),
      ],
      rangees: rangees.map((r) => ({ cle: r.cle, cellules: [r.libelle, r.plusieurs, r.proches] })),
    },
    listes: [
      {
        titre: 'La liste et ses distances',
        colonnes: [
          { titre: 'Option' },
          { titre: 'Code' },
          nombres('Occurrences'),
          nombres('Plus petite distance (km)'),
        ],
        rangees: proches.map((o) => ({
          cle: o.code_obg,
          cellules: [
            nomDOption(o),
            lienOption(o.code_obg),
            nbEntier(`option.${o.code_obg}.occurrences`, o.occurrences),
            nbDecimal(`option.${o.code_obg}.ecart`, o.ecart),
          ],
        })),
      },
    ],
    tables: [...TABLES_DE_L_OFFRE, 'implantations', 'secteurs'],
  };
}
