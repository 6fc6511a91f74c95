import type { Contexte } from '../../domain/dossier/contexte.ts';
import type { Lieu } from '../../domain/dossier/lieu.ts';

/** « Institut Sainte-Anne (FASE 1234) » ; une implantation décrite n’a pas de numéro. */
export const designer = ({ nom, fase }: Pick<Lieu, 'nom' | 'fase'>): string =>
  fase === null ? nom : `${nom} (FASE\u00a0${fase})`;

/** La commune, sauf si le nom la dit déjà en toutes lettres. */
export const communeAjoutee = ({ nom, commune }: Pick<Lieu, 'nom' | 'commune'>): string =>
  ` ${nom} `.includes(` ${commune} `) ? '' : `, ${commune}`;

/** Le nom, le numéro FASE, la commune et la zone d’un lieu, chacun une fois. */
export const direLieu = ({ lieu, donnees }: Contexte): string =>
  `${designer(lieu)}${communeAjoutee(lieu)}, zone ${donnees.zones[lieu.zone] ?? lieu.zone}`;
