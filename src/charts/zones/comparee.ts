import { enTexte, type Phrase } from '../../phrases/phrase.ts';
import { avecPopulation, POPULATIONS, type PopulationNommee } from '../../phrases/population.ts';
import { avecPrefixe } from '../../phrases/typographie.ts';
import { phraseComparee } from '../../phrases/zones/comparaison.ts';
import { barresSimples } from '../barres-simples.ts';
import type { Cartouche } from '../fichier.ts';
import { type CelluleDeTableau, nombres, type Tableau } from '../figure.ts';
import type { Noeud } from '../noeud.ts';
import {
  denominateur,
  difference,
  maximum,
  moyenneFwb,
  type Serie,
  valeur,
  type ZoneDeSerie,
} from './serie.ts';

export interface Comparee {
  readonly titre: string;
  readonly constat: Phrase;
  readonly population?: PopulationNommee;
  readonly svg: Noeud;
  readonly tableau: Tableau;
}

/** Une zone choisie et sa place dans les séries. */
export interface Choisie extends ZoneDeSerie {
  readonly rang: number;
}

/** Les zones de ces numéros et leur place ; sans numéros, toutes. */
export const choisirZones = (
  zones: readonly ZoneDeSerie[],
  numeros?: readonly number[],
): Choisie[] =>
  zones
    .map((zone, rang) => ({ ...zone, rang }))
    .filter(({ zone }) => numeros?.includes(zone) ?? true);

/**
 * Ce que dit de lui le fichier d’une comparaison.
 * @param prefixe « Dans cette édition fictive : », ou rien
 */
export function cartoucheDe(
  { titre, constat, population }: Comparee,
  prefixe: string,
  sources: readonly string[],
): Cartouche {
  const dit = avecPrefixe(prefixe, enTexte(constat));
  return { titre, constat: avecPopulation(dit, population), sources };
}

const LIEN = { part: 'de', decimal: 'pour', entier: 'sur' } as const;

/**
 * Un indicateur dans les zones choisies : constat, dessin, tableau.
 * @param voisines les séries de son thème : les parts d’un même tout ont la même échelle
 */
export function comparerZones(
  serie: Serie,
  choisies: readonly Choisie[],
  largeur: number,
  voisines: readonly Serie[] = [],
): Comparee {
  const fwb = moyenneFwb(serie);
  const rangees = choisies.map((zone) => ({
    ...zone,
    nombre: valeur(serie, zone.rang, zone.slug),
    sur: denominateur(serie, zone.rang, zone.slug),
  }));
  const constat = phraseComparee(
    rangees.flatMap(({ nom, nombre }) => (nombre ? [{ nom, nombre }] : [])),
    fwb,
  );
  const ecart = (r: (typeof rangees)[number]): CelluleDeTableau =>
    r.nombre && fwb && difference(`${r.nombre.cle}.ecart`, r.nombre, fwb, serie.ecriture);
  return {
    titre: serie.titre,
    constat,
    ...(serie.population && { population: serie.population }),
    svg: barresSimples(
      rangees.map(({ zone, nom, rang, nombre, sur }) => ({
        cle: String(zone),
        libelle: nom,
        valeur: nombre?.valeur ?? 0,
        etiquette: nombre
          ? `${nombre.texte}${sur ? ` ${LIEN[serie.ecriture]} ${sur.texte}` : ''}`
          : serie.comptes[rang]?.[0] === null
            ? 'non connu'
            : 'sans objet',
        repere: fwb?.valeur ?? null,
      })),
      {
        largeur,
        constat: `${serie.titre} : ${enTexte(constat)}`,
        maximum: maximum(serie, voisines),
        ...(fwb && { repere: `moyenne FWB : ${fwb.texte}` }),
      },
    ),
    tableau: {
      titre: serie.titre,
      colonnes: [
        { titre: 'zone' },
        { titre: 'zone_nom' },
        { titre: 'indicateur' },
        { titre: 'population' },
        nombres('valeur'),
        { titre: 'denominateur' },
        nombres('denominateur_valeur'),
        nombres('fwb'),
        nombres('ecart_fwb'),
      ],
      rangees: rangees.map((r) => ({
        cle: String(r.zone),
        cellules: [
          String(r.zone),
          r.nom,
          serie.titre,
          serie.population ? POPULATIONS[serie.population] : null,
          r.nombre,
          serie.sur ?? null,
          r.sur,
          fwb,
          ecart(r),
        ],
      })),
    },
  };
}

/** Tous les indicateurs et toutes les zones choisies en un seul tableau. */
export function toutComparer(
  series: readonly Serie[],
  choisies: readonly Choisie[],
  largeur: number,
): Tableau {
  const tableaux = series.map((serie) => comparerZones(serie, choisies, largeur).tableau);
  return {
    titre: 'Comparer des zones',
    colonnes: tableaux[0]?.colonnes ?? [],
    rangees: tableaux.flatMap(({ rangees }) => rangees),
  };
}
