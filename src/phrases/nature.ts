import { natureDe } from '../domain/fictions.ts';
import type { Manifeste } from '../domain/manifeste.ts';
import type { Nature } from '../domain/tables/schema.ts';

/** La nature d’une donnée, comme on l’écrit à côté d’un chiffre. */
export const NATURE_EN_MOTS: Record<Nature, string> = {
  officiel: 'officiel',
  transcription: 'transcription',
  demonstration: 'démonstration',
};

/** L’édition n’a pas une ligne de la table. */
export const estVide = ({ tables }: Manifeste, nom: string): boolean =>
  tables.find((table) => table.nom === nom)?.lignes === 0;

/** La nature des élèves d’une table publiée ; « non publiés » quand l’édition n’en a aucun. */
export const natureDesEleves = (manifeste: Manifeste, nom = 'offre'): string =>
  estVide(manifeste, nom) ? 'non publiés' : NATURE_EN_MOTS[natureDe(manifeste, nom)];

/** Jusqu’où vont les inscriptions de l’édition, si elle en a. */
export const direInscriptions = (manifeste: Manifeste): string =>
  estVide(manifeste, 'offre')
    ? 'sans inscriptions'
    : `inscriptions jusqu’en ${manifeste.edition.annee_scolaire}`;
