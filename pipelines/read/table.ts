import { accessSync, constants, statSync } from 'node:fs';
import type { TableSource } from '../../src/domain/tables/schema.ts';
import { lecteurDe, type Valeur } from '../check/cellule.ts';
import type { Probleme } from '../check/probleme.ts';
import { Recueil } from '../check/recueil.ts';
import type { Base } from './base.ts';
import { type LigneCsv, lireCsv } from './csv.ts';
import { cheminLisible, existe } from './dossiers.ts';
import { verifierEntete } from './entete.ts';
import { OrdreDesCles } from './ordre.ts';
import { ajouter } from './sql.ts';

export interface TableLue {
  readonly problemes: readonly Probleme[];
  readonly lignes: number;
  /** Les rangées arrivent dans l’ordre strict de leur clé : aucune n’est en double. */
  readonly enOrdre: boolean;
  /** Les cellules des rangées fautives, non chargées : ce qui s’y réfère n’a rien d’autre à dire. */
  readonly ecartees: ReadonlySet<string>;
  /** Le fichier ou son en-tête est fautif : rien n’en est chargé. */
  readonly illisible: boolean;
}

const ECARTEES_GARDEES = 100_000;

/** Ce qui empêche de lire un fichier pourtant là ; `null` si rien ne l’empêche. */
function empechement(chemin: string): string | null {
  try {
    if (!statSync(chemin).isFile()) {
      return 'ce n’est pas un fichier, mais un dossier ou un tube. Mettez-y la table en CSV.';
    }
    accessSync(chemin, constants.R_OK);
    return null;
  } catch {
    return 'le fichier ne se lit pas : lien rompu, ou droits qui manquent. Remettez-le en place.';
  }
}

interface Options {
  /** Les rangées à charger ; les autres sont lues et contrôlées sans être gardées. */
  readonly garder?: (valeurs: readonly Valeur[], ligne: number) => boolean;
}

/**
 * Lit un CSV au fil de l’eau, contrôle ses cellules et charge ses rangées saines dans
 * `source.<nom>`, qui existe, avec le numéro de ligne en `_ligne`.
 */
export async function lireTable(
  base: Base,
  table: TableSource,
  chemin: string,
  { garder }: Options = {},
): Promise<TableLue> {
  const fichier = cheminLisible(chemin);
  const recueil = new Recueil();
  const ecartees = new Set<string>();
  const ecarter = (cellules: readonly string[]) => {
    if (ecartees.size < ECARTEES_GARDEES) for (const cellule of cellules) ecartees.add(cellule);
  };
  const faute = (reste: Pick<Probleme, 'code' | 'message' | 'ligne' | 'colonne' | 'valeur'>) =>
    recueil.ajouter({ gravite: 'erreur', fichier, table: table.nom, ...reste });
  if (!existe(chemin)) {
    const noms = Object.keys(table.colonnes).join(',');
    const message = `le fichier manque. Créez-le avec l’en-tête ${noms}.`;
    if (!table.facultative) faute({ code: 'OAD-FICHIER', message });
    const illisible = !table.facultative;
    return { problemes: recueil.liste(), lignes: 0, enOrdre: true, ecartees, illisible };
  }
  const empeche = empechement(chemin);
  if (empeche !== null) {
    faute({ code: 'OAD-FICHIER', message: empeche });
    return { problemes: recueil.liste(), lignes: 0, enOrdre: true, ecartees, illisible: true };
  }
  const appender = await base.connexion.createAppender(table.nom, 'source');
  const colonnes = Object.entries(table.colonnes).map(([nom, colonne]) => ({
    nom,
    type: colonne.type,
    lire: lecteurDe(colonne),
  }));
  const ordre = new OrdreDesCles(table.cle.map((nom) => colonnes.findIndex((c) => c.nom === nom)));
  const valeurs: Valeur[] = new Array(colonnes.length).fill(null);
  let largeur = -1;
  let places: number[] = [];
  let lisible = true;
  let lignes = 0;

  const surLigne = ({ ligne, cellules, faute: guillemets }: LigneCsv): void => {
    if (guillemets !== undefined) {
      const message = `guillemets mal fermés ou mal doublés : ${guillemets}.`;
      faute({ code: 'OAD-GUILLEMETS', ligne, message });
      ecarter(cellules);
      return;
    }
    if (largeur < 0) {
      largeur = cellules.length;
      places = colonnes.map(({ nom }) => cellules.indexOf(nom));
      const problemes = verifierEntete(table, fichier, cellules);
      recueil.ajouter(...problemes);
      lisible = problemes.length === 0;
      return;
    }
    if (!lisible) return;
    if (cellules.length !== largeur) {
      const message = `${cellules.length} cellules, alors que l’en-tête en a ${largeur}. Une virgule manque ou est de trop ?`;
      faute({ code: 'OAD-LARGEUR', ligne, message });
      ecarter(cellules);
      return;
    }
    let saine = true;
    for (let i = 0; i < colonnes.length; i++) {
      const place = places[i] ?? -1;
      const colonne = colonnes[i];
      if (!colonne) continue;
      if (place < 0) {
        valeurs[i] = null;
        continue;
      }
      const texte = cellules[place] ?? '';
      const lecture = colonne.lire(texte);
      if ('valeur' in lecture) valeurs[i] = lecture.valeur;
      else {
        saine = false;
        faute({ ...lecture, ligne, colonne: colonne.nom, valeur: texte });
      }
    }
    if (!saine) ecarter(cellules);
    if (!saine || garder?.(valeurs, ligne) === false) return;
    lignes++;
    ordre.suivre(valeurs);
    for (let i = 0; i < colonnes.length; i++) {
      ajouter(appender, valeurs[i] ?? null, colonnes[i]?.type ?? 'texte');
    }
    appender.appendInteger(ligne);
    appender.endRow();
  };

  await lireCsv(chemin, surLigne);
  appender.closeSync();
  if (largeur < 0) faute({ code: 'OAD-FICHIER', message: 'le fichier est vide.' });
  const illisible = largeur < 0 || !lisible;
  return { problemes: recueil.liste(), lignes, enOrdre: ordre.strict, ecartees, illisible };
}
