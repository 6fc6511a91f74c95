import type { RangeeCsv } from '../../../domain/csv.ts';
import { filtresEnMots } from '../../../domain/filtre/filtres-en-mots.ts';
import type { Noms } from '../../../domain/filtre/libelles.ts';
import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';
import type { Selection } from '../../../domain/filtre/selection.ts';
import { type Format, MIME } from '../../../export/fichiers.ts';
import {
  avecContexte,
  csvDeTranche,
  type FicheDeTranche,
  feuillesDeTranche,
  rangeesDeTranche,
} from '../../../export/tranche.ts';
import { compte } from '../../../phrases/nombres.ts';
import { classeurXlsx } from '../../fichiers/confier.ts';
import type { Sortie } from '../../fichiers/sortir.ts';
import type { Avancement } from '../props.ts';

export interface AEmporter {
  readonly lignes: readonly LigneIndicateur[];
  readonly selection: Selection;
  readonly noms: Noms;
  readonly annee: string;
  readonly fiche: FicheDeTranche;
  readonly avancement: Avancement;
}

async function ecrire(
  format: Format,
  rangees: readonly RangeeCsv[],
  a: AEmporter,
  arret: AbortSignal,
): Promise<BlobPart> {
  const contexte = {
    annee: a.annee,
    filtres: `${filtresEnMots(a.selection, a.noms)} ; année scolaire ${a.annee}`,
    adresse: location.href.replace(/#.*$/, ''),
    jour: new Date().toLocaleDateString('sv-SE'),
  };
  if (format === 'xlsx') {
    return classeurXlsx(feuillesDeTranche(a.fiche, rangees, contexte), arret);
  }
  if (format !== 'parquet') return csvDeTranche(a.fiche, rangees, contexte, format);
  const { enParquet } = await import('../../../query/engine.browser.ts');
  const complet = avecContexte(a.fiche, rangees, contexte);
  return enParquet(complet.colonnes, complet.rangees, a.avancement.dire);
}

/**
 * Compose, de lignes du tableau, un fichier qui dit d’où il vient.
 * @throws quand le moteur (Parquet) ou le travailleur (XLSX) ne vient pas
 */
export async function composer(format: Format, a: AEmporter, arret: AbortSignal): Promise<Sortie> {
  const rangees = rangeesDeTranche(a.lignes, a.noms, a.annee);
  const contenu = new Blob([await ecrire(format, rangees, a, arret)], { type: MIME[format] });
  const nom = a.fiche.noms[format];
  return { contenu, nom, dit: `${nom} : ${compte(a.lignes.length, 'ligne')}.` };
}
