import { filtresEnMots } from '../../domain/filtre/filtres-en-mots.ts';
import type { Noms } from '../../domain/filtre/libelles.ts';
import type { LigneIndicateur } from '../../domain/filtre/ligne.ts';
import type { Selection } from '../../domain/filtre/selection.ts';
import { type Format, MIME } from '../../export/fichiers.ts';
import {
  avecContexte,
  csvDeTranche,
  type FicheDeTranche,
  rangeesDeTranche,
  xlsxDeTranche,
} from '../../export/tranche.ts';
import type { Rangee } from '../../export/types.ts';
import { enregistrer } from '../png.ts';
import type { Avancement } from './props.ts';

export interface AEmporter {
  readonly lignes: readonly LigneIndicateur[];
  readonly selection: Selection;
  readonly noms: Noms;
  readonly annee: string;
  readonly fiche: FicheDeTranche;
  readonly avancement: Avancement;
}

async function contenu(format: Format, rangees: readonly Rangee[], a: AEmporter) {
  const contexte = {
    annee: a.annee,
    filtres: `${filtresEnMots(a.selection, a.noms)} ; année scolaire ${a.annee}`,
    adresse: location.href.replace(/#.*$/, ''),
    jour: new Date().toLocaleDateString('sv-SE'),
  };
  if (format === 'xlsx') return xlsxDeTranche(a.fiche, rangees, contexte);
  if (format !== 'parquet') return csvDeTranche(a.fiche, rangees, contexte, format);
  const { ecrireParquet } = await import('../../query/engine.browser.ts');
  const complet = avecContexte(a.fiche, rangees, contexte);
  return ecrireParquet(complet.colonnes, complet.rangees, a.avancement.dire);
}

/**
 * Enregistre des lignes du tableau dans un fichier qui dit d’où il vient.
 * @throws quand le moteur ne se charge pas (Parquet)
 */
export async function emporter(format: Format, a: AEmporter): Promise<string> {
  const rangees = rangeesDeTranche(a.lignes, a.noms, a.annee);
  const nom = a.fiche.noms[format];
  enregistrer(new Blob([await contenu(format, rangees, a)], { type: MIME[format] }), nom);
  return nom;
}
