import { decimal, entier } from '../../phrases/nombres.ts';
import { enTexte, type Nombre, type Phrase } from '../../phrases/phrase.ts';
import { phraseEtendue } from '../../phrases/zones/comparaison.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import { barres } from '../barres.ts';
import { INDICATEURS, mesurer } from './bref.ts';
import { deZone, FWB, organisees } from './calculs.ts';

/** Un indicateur dans les dix zones, et la moyenne qui les situe. */
export interface Comparaison {
  readonly cle: string;
  /** Comme titre de colonne et de figure. */
  readonly titre: string;
  readonly constat: Phrase;
  readonly zones: readonly { readonly zone: number; readonly nombre: Nombre | null }[];
  readonly fwb: Nombre | null;
  readonly dessin: (largeur: number) => string;
  readonly tables: readonly string[];
}

const TITRES: Readonly<Record<string, string>> = {
  eleves: 'Élèves',
  qualifiant: 'Part du qualifiant',
  implantations: 'Implantations',
  options: 'Options organisées',
  occurrences: 'Occurrences',
  taille: 'Élèves par occurrence',
};

interface Serie {
  readonly cle: string;
  readonly titre: string;
  readonly ecrire: (valeur: number) => string;
  readonly ecrireMoyenne: (valeur: number) => string;
  readonly valeurs: readonly { readonly zone: number; readonly valeur: number | null }[];
  readonly moyenne: number | null;
  readonly tables: readonly string[];
}

function series(dossier: DossierZones): Serie[] {
  const derniere = dossier.parcours.filter((p) => p.annee_scolaire === dossier.anneeScolaire);
  const mesures = INDICATEURS.map((indicateur) => ({
    cle: indicateur.cle,
    titre: TITRES[indicateur.cle] ?? indicateur.titre,
    ecrire: indicateur.ecrire,
    ecrireMoyenne: indicateur.ecrire,
    valeurs: dossier.zones.map(({ zone }) => ({
      zone,
      valeur: mesurer(indicateur, deZone(derniere, zone)),
    })),
    moyenne: mesurer(indicateur, derniere),
    tables: ['population', 'offre', 'implantations'],
  }));
  const options = dossier.options.filter((o) => o.organisable && o.tc && o.fc);
  const compter = (cle: string, titre: string, retenues: typeof options): Serie => ({
    cle,
    titre,
    ecrire: entier,
    ecrireMoyenne: decimal,
    valeurs: dossier.zones.map(({ zone }) => ({ zone, valeur: deZone(retenues, zone).length })),
    moyenne: retenues.length / Math.max(1, dossier.zones.length),
    tables: ['indicateurs', 'besoins', 'options_metiers'],
  });
  const faites = new Set(organisees(options));
  return [
    ...mesures,
    compter('tc-fc', 'Options TC-FC', options),
    compter(
      'ouvertures',
      'TC-FC non organisées',
      options.filter((o) => !faites.has(o)),
    ),
  ];
}

/** Les dix zones côte à côte, un indicateur à la fois, sur une même échelle. */
export function comparaisons(dossier: DossierZones): Comparaison[] {
  const noms = new Map(dossier.zones.map(({ zone, nom }) => [zone, nom]));
  const slugs = new Map(dossier.zones.map(({ zone, slug }) => [zone, slug]));
  return series(dossier).map(({ cle, titre, ecrire, ecrireMoyenne, valeurs, moyenne, tables }) => {
    const zones = valeurs.map(({ zone, valeur }) => ({
      zone,
      nombre:
        valeur === null
          ? null
          : { cle: `zones.${slugs.get(zone)}.${cle}`, valeur, texte: ecrire(valeur) },
    }));
    const connues = zones.flatMap(({ zone, nombre }) =>
      nombre ? [{ nom: noms.get(zone) ?? '', nombre }] : [],
    );
    const constat = phraseEtendue(connues);
    return {
      cle,
      titre,
      constat,
      zones,
      fwb:
        moyenne === null
          ? null
          : { cle: `zones.fwb.${cle}`, valeur: moyenne, texte: ecrireMoyenne(moyenne) },
      tables,
      dessin: (largeur) =>
        barres(
          zones.map(({ zone, nombre }) => ({
            cle: String(zone),
            libelle: noms.get(zone) ?? '',
            valeur: nombre?.valeur ?? 0,
            etiquette: nombre?.texte ?? '–',
            repere: moyenne,
            ...(moyenne !== null && { repereEcrit: ecrireMoyenne(moyenne) }),
          })),
          { largeur, constat: `${titre} : ${enTexte(constat)}`, repere: FWB },
        ),
    };
  });
}
