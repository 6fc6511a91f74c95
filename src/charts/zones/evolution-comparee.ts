import type { Nombre, Phrase } from '../../phrases/phrase.ts';
import { phraseEvolution } from '../../phrases/zones/comparaison.ts';
import { nombres, type Tableau } from '../figure.ts';
import type { Choisie } from './comparee.ts';
import { difference, type EcritureDeNombre } from './serie.ts';

export type Valeurs = readonly (Nombre | null)[];

/** Un indicateur dans toutes les zones, année par année. */
export interface Evolution {
  readonly cle: string;
  readonly titre: string;
  readonly ecriture: EcritureDeNombre;
  readonly annees: readonly string[];
  /** La place de la première année qui se compare à la dernière. */
  readonly depuis: number;
  /** Dans l’ordre des zones de l’édition, une valeur par année ; `null` : non connue. */
  readonly zones: readonly Valeurs[];
  readonly fwb: Valeurs;
}

/** Une ligne d’une évolution : une zone, ou la moyenne de la FWB. */
export interface LigneDEvolution {
  readonly cle: string;
  readonly nom: string;
  readonly valeurs: Valeurs;
  readonly debut: Nombre | null;
  readonly fin: Nombre | null;
  /** `null` : un des deux bouts n’est pas connu, ou aucune autre année ne se compare. */
  readonly ecart: Nombre | null;
}

export interface EvolutionComparee {
  readonly lignes: readonly LigneDEvolution[];
  readonly constat: Phrase;
  /** La plus grande valeur de toutes les zones : l’échelle ne change pas avec le choix. */
  readonly maximum: number;
}

/** Une évolution dans les zones choisies. */
export function comparerEvolution(
  { cle, ecriture, annees, depuis, zones, fwb }: Evolution,
  choisies: readonly Choisie[],
): EvolutionComparee {
  const ligne = (de: string, nom: string, valeurs: Valeurs): LigneDEvolution => {
    const [debut = null, fin = null] = [valeurs[depuis], valeurs.at(-1)];
    const compare = debut && fin && depuis < annees.length - 1;
    const ecart = compare
      ? difference(`evolutions.${de}.${cle}.ecart`, fin, debut, ecriture)
      : null;
    return { cle: de, nom, valeurs, debut, fin, ecart };
  };
  const lignes = choisies.map(({ slug, nom, rang }) => ligne(slug, nom, zones[rang] ?? []));
  const connues = lignes.flatMap(({ nom, ecart }) =>
    ecart && !ecart.masques ? [{ nom, ecart }] : [],
  );
  return {
    lignes: [...lignes, ligne('fwb', 'Moyenne FWB', fwb)],
    constat: phraseEvolution(connues, annees[depuis] ?? '', annees.at(-1) ?? ''),
    maximum: Math.max(0, ...[...zones, fwb].flat().map((nombre) => nombre?.valeur ?? 0)),
  };
}

/** Un petit trait depuis zéro, en `d` de `path` ; une année inconnue ou une rupture le coupe. */
export function trait(
  valeurs: Valeurs,
  maximum: number,
  depuis: number,
  [largeur, hauteur]: readonly [number, number],
): string {
  const pas = largeur / Math.max(1, valeurs.length - 1);
  const arrondi = (n: number): number => Math.round(n * 10) / 10;
  return valeurs
    .map((nombre, i) => {
      if (!nombre) return '';
      const y = hauteur - (nombre.valeur / (maximum || 1)) * hauteur;
      const suit = valeurs[i - 1] && i !== depuis;
      return `${suit ? 'L' : 'M'}${arrondi(i * pas)} ${arrondi(y)}`;
    })
    .join('');
}

/** Tous les parcours des zones choisies, une rangée par indicateur, zone et année. */
export const toutesLesEvolutions = (
  toutes: readonly Evolution[],
  choisies: readonly Choisie[],
): Tableau => ({
  titre: 'Les parcours des zones',
  colonnes: [
    { titre: 'zone_nom' },
    { titre: 'indicateur' },
    { titre: 'annee_scolaire_mesuree' },
    nombres('valeur'),
  ],
  rangees: toutes.flatMap((evolution) =>
    comparerEvolution(evolution, choisies).lignes.flatMap(({ cle, nom, valeurs }) =>
      valeurs.map((nombre, i) => ({
        cle: `${evolution.cle}-${cle}-${i}`,
        cellules: [nom, evolution.titre, evolution.annees[i] ?? '', nombre],
      })),
    ),
  ),
});
