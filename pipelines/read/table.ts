import { existsSync } from 'node:fs';
import { plusProche } from '../../src/domain/recherche/proche.ts';
import type { TableSource } from '../../src/domain/tables/schema.ts';
import { lireCellule, type Valeur } from '../check/cellule.ts';
import type { Probleme } from '../check/probleme.ts';
import type { Base } from './base.ts';
import { type LigneCsv, lireCsv } from './csv.ts';
import { cheminLisible, fichierDe } from './dossiers.ts';
import { ajouter, creation } from './sql.ts';

const erreur = (fichier: string, reste: Omit<Probleme, 'gravite' | 'fichier'>): Probleme => ({
  gravite: 'erreur',
  fichier,
  ...reste,
});

function lireEntete(table: TableSource, fichier: string, entete: readonly string[]): Probleme[] {
  const attendues = Object.keys(table.colonnes);
  const manquantes = attendues.filter((nom) => !entete.includes(nom));
  const doubles = entete.filter((nom, i) => entete.indexOf(nom) !== i);
  const inconnues = entete.filter((nom) => !attendues.includes(nom));
  return [
    ...manquantes.map((nom) => {
      const proche = plusProche(nom, inconnues);
      const suite = proche ? ` « ${proche} » est-elle cette colonne ?` : '';
      const message = `la colonne « ${nom} » manque dans l’en-tête.${suite}`;
      return erreur(fichier, { code: 'OAD-COLONNE-ABSENTE', ligne: 1, colonne: nom, message });
    }),
    ...inconnues.map((nom) => {
      const message = `la colonne « ${nom} » n’est pas prévue. Attendues : ${attendues.join(', ')}.`;
      return erreur(fichier, { code: 'OAD-COLONNE-INCONNUE', ligne: 1, colonne: nom, message });
    }),
    ...doubles.map((nom) => {
      const message = `la colonne « ${nom} » est là deux fois.`;
      return erreur(fichier, { code: 'OAD-COLONNE-DOUBLE', ligne: 1, colonne: nom, message });
    }),
  ];
}

/**
 * Lit le CSV d’une table, contrôle ses cellules et charge ses rangées saines dans `source.<nom>`,
 * avec le numéro de ligne en `_ligne`.
 * @returns tous les problèmes de cellules et d’en-tête
 */
export async function lireTable(
  base: Base,
  table: TableSource,
  dossiers: readonly string[],
): Promise<Probleme[]> {
  const chemin = fichierDe(table, dossiers);
  const fichier = cheminLisible(chemin);
  const problemes: Probleme[] = [];
  await base.run(creation('source', table, '_ligne INTEGER'));
  if (!existsSync(chemin)) {
    if (table.facultative) return [];
    const message = `le fichier manque. Créez-le avec l’en-tête ${Object.keys(table.colonnes).join(',')}.`;
    return [erreur(fichier, { code: 'OAD-FICHIER', message })];
  }
  const appender = await base.connexion.createAppender(table.nom, 'source');
  const colonnes = Object.entries(table.colonnes);
  let entete: readonly string[] | undefined;
  let places: number[] = [];

  const surLigne = ({ ligne, cellules, faute }: LigneCsv): void => {
    if (faute !== undefined) {
      const message = `guillemets mal fermés ou mal doublés (${faute}).`;
      problemes.push(erreur(fichier, { code: 'OAD-GUILLEMETS', ligne, message }));
      return;
    }
    if (entete === undefined) {
      entete = cellules;
      places = colonnes.map(([nom]) => cellules.indexOf(nom));
      problemes.push(...lireEntete(table, fichier, cellules));
      return;
    }
    if (problemes.some(({ ligne: l }) => l === 1)) return;
    if (cellules.length !== entete.length) {
      const message = `${cellules.length} cellules, alors que l’en-tête en a ${entete.length}. Une virgule manque ou est de trop ?`;
      problemes.push(erreur(fichier, { code: 'OAD-LARGEUR', ligne, message }));
      return;
    }
    const valeurs: Valeur[] = [];
    for (const [i, [nom, colonne]] of colonnes.entries()) {
      const texte = cellules[places[i] ?? -1] ?? '';
      const lecture = lireCellule(texte, colonne);
      if ('valeur' in lecture) valeurs.push(lecture.valeur);
      else problemes.push(erreur(fichier, { ...lecture, ligne, colonne: nom, valeur: texte }));
    }
    if (valeurs.length < colonnes.length) return;
    for (const [i, [, colonne]] of colonnes.entries()) {
      ajouter(appender, valeurs[i] ?? null, colonne.type);
    }
    appender.appendInteger(ligne);
    appender.endRow();
  };

  await lireCsv(chemin, surLigne);
  appender.closeSync();
  if (entete === undefined) {
    problemes.push(erreur(fichier, { code: 'OAD-FICHIER', message: 'le fichier est vide.' }));
  }
  return problemes;
}
