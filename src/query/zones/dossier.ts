import type { Lacune } from '../../domain/connaissance.ts';
import type { Manifeste } from '../../domain/manifeste.ts';
import { LIGNEES, type MembreDeLignee } from '../lignees.ts';
import type { Moteur } from '../moteur.ts';
import { type CompteDOption, type OptionDeZone, optionsParZone } from '../options-par-zone.ts';
import { COMMUNES, type Commune, ZONES, type Zone } from '../territoire.ts';
import { type NomDeGroupe, requeteGroupes } from './groupes.ts';
import { type MouvementDeListe, requeteMouvements } from './mouvements.ts';
import { type OccurrenceDeZone, requeteOccurrences, requeteReserves } from './occurrences.ts';
import { type Parcours, requeteParcours } from './parcours.ts';
import { type ElevesParForme, requetePopulation } from './population.ts';
import { type ImplantationsParReseau, requeteReseaux } from './reseaux.ts';
import { type ElevesParVoie, requeteVoies } from './voies.ts';

/** Tout ce que montrent les pages de zone, pour les dix zones à la fois. */
export interface DossierZones {
  readonly anneeScolaire: string;
  readonly lacunes?: readonly Lacune[];
  /** L’année d’avant, si l’édition la porte. */
  readonly precedente: string | null;
  readonly zones: readonly Zone[];
  readonly communes: readonly Commune[];
  readonly groupes: readonly NomDeGroupe[];
  readonly parcours: readonly Parcours[];
  readonly population: readonly ElevesParForme[];
  readonly reseaux: readonly ImplantationsParReseau[];
  readonly voies: readonly ElevesParVoie[];
  /** Chaque code du répertoire, compté sous son seul code : ce dont se font les totaux. */
  readonly options: readonly OptionDeZone[];
  /**
   * Chaque option que rien ne remplace, comptée avec les codes qu’elle remplace : ce qu’on dit
   * d’une option. Ces effectifs ne s’additionnent pas.
   */
  readonly reunies: readonly OptionDeZone[];
  readonly lignees: readonly MembreDeLignee[];
  readonly occurrences: readonly OccurrenceDeZone[];
  readonly mouvements: readonly MouvementDeListe[];
  /** Ce qui rend approximatifs les statuts de maintien. */
  readonly reserves: readonly string[];
}

/** Lit le dossier des zones : une requête par genre de chiffre, jamais une par page. */
export async function lireDossierZones(
  moteur: Moteur,
  { edition, anneesScolaires, lacunes }: Pick<Manifeste, 'edition' | 'anneesScolaires' | 'lacunes'>,
): Promise<DossierZones> {
  const annee = edition.annee_scolaire;
  const precedente = anneesScolaires[anneesScolaires.indexOf(annee) - 1] ?? null;
  const parZone = (compte: CompteDOption) =>
    moteur.lire<OptionDeZone>(optionsParZone(annee, precedente, compte));
  const reunies = await parZone('avec-les-anciens');
  const reserves = await moteur.lire<{ reserve: string }>(requeteReserves(annee));
  return {
    anneeScolaire: annee,
    lacunes,
    precedente,
    zones: await moteur.lire<Zone>(ZONES),
    communes: await moteur.lire<Commune>(COMMUNES),
    groupes: await moteur.lire<NomDeGroupe>(requeteGroupes),
    parcours: await moteur.lire<Parcours>(requeteParcours),
    population: await moteur.lire<ElevesParForme>(requetePopulation(annee)),
    reseaux: await moteur.lire<ImplantationsParReseau>(requeteReseaux(annee)),
    voies: await moteur.lire<ElevesParVoie>(requeteVoies(annee)),
    options: await parZone('sous-son-code'),
    reunies: reunies.filter(({ remplacee, organisable }) => organisable || !remplacee),
    lignees: await moteur.lire<MembreDeLignee>(LIGNEES),
    occurrences: await moteur.lire<OccurrenceDeZone>(requeteOccurrences(annee, precedente)),
    mouvements: await moteur.lire<MouvementDeListe>(requeteMouvements(annee, precedente)),
    reserves: reserves.map(({ reserve }) => reserve),
  };
}
