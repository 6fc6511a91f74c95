import { enTexte, type Nombre, type Phrase } from '../../phrases/phrase.ts';
import type { PopulationNommee } from '../../phrases/population.ts';
import { phraseEtendue } from '../../phrases/zones/comparaison.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import { barres } from '../barres.ts';
import { FWB } from './calculs.ts';
import { estSue, moyenneFwb, type Serie, valeur } from './serie.ts';
import { themes } from './themes.ts';

/** Un indicateur dans les dix zones, et la moyenne qui les situe. */
export interface ComparaisonDeZones {
  readonly cle: string;
  /** Comme titre de colonne et de figure. */
  readonly titre: string;
  readonly sur?: string;
  readonly population?: PopulationNommee;
  readonly constat: Phrase;
  readonly zones: readonly { readonly zone: number; readonly nombre: Nombre | null }[];
  readonly fwb: Nombre | null;
  readonly dessin: (largeur: number) => string;
  readonly tables: readonly string[];
}

/** Les colonnes du tableau des zones. */
const COLONNES = [
  'eleves',
  'qualifiant',
  'implantations',
  'options',
  'occurrences',
  'taille',
  'tc-fc',
  'ouvertures',
];

/** Un indicateur dans les dix zones, sur une même échelle. */
export function comparaison(dossier: DossierZones, serie: Serie): ComparaisonDeZones {
  const zones = dossier.zones.map(({ zone, nom, slug }, rang) => ({
    zone,
    nom,
    nombre: valeur(serie, rang, slug),
  }));
  const fwb = moyenneFwb(serie);
  const constat = phraseEtendue(
    zones.flatMap(({ nom, nombre }) => (nombre ? [{ nom, nombre }] : [])),
    zones.length,
  );
  const { cle, titre, sur, population, tables } = serie;
  return {
    cle,
    titre,
    ...(sur && { sur }),
    ...(population && { population }),
    constat,
    zones,
    fwb,
    tables,
    dessin: (largeur) =>
      barres(
        zones.map(({ zone, nom, nombre }) => ({
          cle: String(zone),
          libelle: nom,
          valeur: nombre?.valeur ?? 0,
          etiquette: nombre?.texte ?? '–',
          repere: fwb?.valeur ?? null,
        })),
        {
          largeur,
          constat: `${titre} : ${enTexte(constat)}`,
          repere: `${FWB} ${fwb?.texte ?? ''}`,
        },
      ),
  };
}

/** Les indicateurs du tableau des zones, dont une zone au moins est connue. */
export function comparaisons(dossier: DossierZones): ComparaisonDeZones[] {
  const series = themes(dossier).flatMap((theme) => theme.series.filter(estSue));
  return COLONNES.flatMap((cle) => series.find((serie) => serie.cle === cle) ?? []).map((serie) =>
    comparaison(dossier, serie),
  );
}
