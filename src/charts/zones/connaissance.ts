import { type TableCouverte, toutConnu } from '../../domain/connaissance.ts';
import { direManque, noteDesTotaux, noteDesZones } from '../../phrases/connaissance.ts';
import { deLaZone } from '../../phrases/zones/noms.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { Figure } from '../figure.ts';
import { nomDeZone } from './calculs.ts';

/** Ce qu’une figure demande de connaître, cette année et, pour comparer, celle d’avant. */
export interface Demande {
  readonly tables: readonly TableCouverte[];
  readonly avant?: boolean;
}

export type FigureDeZone = (dossier: DossierZones, zone: number) => Figure;

const anneesDe = (
  { anneeScolaire, precedente }: DossierZones,
  { avant = false }: Demande,
): string[] => [anneeScolaire, ...(avant && precedente !== null ? [precedente] : [])];

/** La zone connaît tout ce qui est demandé. */
export const estConnue = (dossier: DossierZones, demande: Demande, zone: number): boolean =>
  anneesDe(dossier, demande).every((annee) => toutConnu(dossier, demande.tables, zone, annee));

/** Le dossier des seules zones qui connaissent ce qui est demandé : les moyennes se font sur elles. */
export function desZonesConnues(dossier: DossierZones, demande: Demande): DossierZones {
  const zones = dossier.zones.filter(({ zone }) => estConnue(dossier, demande, zone));
  if (zones.length === dossier.zones.length) return dossier;
  const gardees = new Set(zones.map(({ zone }) => zone));
  const de = <T extends { readonly zone: number }>(rangees: readonly T[]): T[] =>
    rangees.filter(({ zone }) => gardees.has(zone));
  return {
    ...dossier,
    zones,
    parcours: de(dossier.parcours),
    population: de(dossier.population),
    reseaux: de(dossier.reseaux),
    voies: de(dossier.voies),
    options: de(dossier.options),
    reunies: de(dossier.reunies),
    occurrences: de(dossier.occurrences),
    mouvements: de(dossier.mouvements),
  };
}

/** Ce qui manque à une zone, pourquoi, et qui l’a. */
export const manqueDe = (dossier: DossierZones, demande: Demande, zone: number): string =>
  anneesDe(dossier, demande)
    .map((annee) =>
      direManque(dossier, demande.tables, annee, {
        zone,
        nom: `la zone ${deLaZone(nomDeZone(dossier, zone))}`,
      }),
    )
    .find((phrase) => phrase !== '') ?? '';

/** La figure là où la zone la connaît ; ailleurs, une phrase qui dit ce qui manque, et aucun nombre. */
export const selon =
  (demande: Demande, figure: FigureDeZone): FigureDeZone =>
  (dossier, zone) => {
    const connu = desZonesConnues(dossier, demande);
    if (estConnue(dossier, demande, zone)) {
      const faite = figure(connu, zone);
      const notes = [
        faite.note,
        noteDesZones(connu.zones.length, dossier.zones.length),
        noteDesTotaux(dossier, dossier.anneeScolaire, zone),
      ].filter(Boolean);
      return notes.length > 0 ? { ...faite, note: notes.join(' ') } : faite;
    }
    const manque = manqueDe(dossier, demande, zone);
    const { population: _, note: __, listes: ___, ...vide } = figure(connu, zone);
    return {
      ...vide,
      constat: [manque],
      dessin: null,
      absence: manque,
      manque,
      demandees: demande.tables,
      tableau: { ...vide.tableau, rangees: [] },
    };
  };
