import type { Manifeste } from '../../domain/manifeste.ts';
import type { Moteur } from '../moteur.ts';
import { COMMUNES, type Commune, ZONES, type Zone } from '../territoire.ts';
import { type NomDeGroupe, requeteGroupes } from './groupes.ts';
import { type Mouvement, requeteMouvements } from './mouvements.ts';
import { type Occurrence, requeteOccurrences, requeteReserves } from './occurrences.ts';
import { type OptionDeZone, requeteOptions } from './options.ts';
import { type Parcours, requeteParcours } from './parcours.ts';
import { type ElevesParForme, requetePopulation } from './population.ts';
import { type ImplantationsParReseau, requeteReseaux } from './reseaux.ts';
import { type ElevesParVoie, requeteVoies } from './voies.ts';

/** Tout ce que montrent les pages de zone, pour les dix zones à la fois. */
export interface DossierZones {
  readonly anneeScolaire: string;
  /** L’année d’avant, si l’édition la porte. */
  readonly precedente: string | null;
  readonly zones: readonly Zone[];
  readonly communes: readonly Commune[];
  readonly groupes: readonly NomDeGroupe[];
  readonly parcours: readonly Parcours[];
  readonly population: readonly ElevesParForme[];
  readonly reseaux: readonly ImplantationsParReseau[];
  readonly voies: readonly ElevesParVoie[];
  readonly options: readonly OptionDeZone[];
  readonly occurrences: readonly Occurrence[];
  readonly mouvements: readonly Mouvement[];
  /** Ce qui rend approximatifs les statuts de maintien. */
  readonly reserves: readonly string[];
}

/** Lit le dossier des zones : une requête par genre de chiffre, jamais une par page. */
export async function lireDossierZones(
  moteur: Moteur,
  { edition, anneesScolaires }: Pick<Manifeste, 'edition' | 'anneesScolaires'>,
): Promise<DossierZones> {
  const annee = edition.annee_scolaire;
  const reserves = await moteur.lire<{ reserve: string }>(requeteReserves(annee));
  const precedente = anneesScolaires[anneesScolaires.indexOf(annee) - 1] ?? null;
  return {
    anneeScolaire: annee,
    precedente,
    zones: await moteur.lire<Zone>(ZONES),
    communes: await moteur.lire<Commune>(COMMUNES),
    groupes: await moteur.lire<NomDeGroupe>(requeteGroupes),
    parcours: await moteur.lire<Parcours>(requeteParcours),
    population: await moteur.lire<ElevesParForme>(requetePopulation(annee)),
    reseaux: await moteur.lire<ImplantationsParReseau>(requeteReseaux(annee)),
    voies: await moteur.lire<ElevesParVoie>(requeteVoies(annee)),
    options: await moteur.lire<OptionDeZone>(requeteOptions(annee, precedente)),
    occurrences: await moteur.lire<Occurrence>(requeteOccurrences(annee, precedente)),
    mouvements: await moteur.lire<Mouvement>(requeteMouvements(annee)),
    reserves: reserves.map(({ reserve }) => reserve),
  };
}
