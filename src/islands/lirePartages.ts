import { lireTablesPartagees, type NomPartage } from '../domain/tables-partagees.ts';
import { lireJsonDuSite } from './carte/lireJson.ts';

/** Où lire chaque table que la carte et le dossier se partagent. */
export type FichiersPartages = Readonly<Record<NomPartage, string>> & {
  /** La recherche d’options, lue au premier mot tapé. */
  readonly recherche: string;
};

/** Lit les tables partagées, toutes à la fois. */
export const lirePartages = (fichiers: FichiersPartages) =>
  lireTablesPartagees((nom) => lireJsonDuSite(fichiers[nom]));
