import type { TableDuManifeste } from '../domain/manifeste.ts';
import { type Requete, requete } from './moteur.ts';

const nom = (texte: string): string => `"${texte.replaceAll('"', '""')}"`;

/** Toutes les rangées d’une table publiée, dans l’ordre de sa clé. */
export const toutesLesRangees = ({ nom: table, colonnes, cle }: TableDuManifeste): Requete =>
  requete(
    `SELECT ${colonnes.map((colonne) => nom(colonne.nom)).join(', ')} FROM ${nom(table)}
     ORDER BY ${cle.map(nom).join(', ')}`,
  );
