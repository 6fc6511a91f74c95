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

/** La nature des élèves publiés, ou de leurs totaux ; « non publiés » quand l’édition n’en a aucun. */
export function natureDesEleves(manifeste: Manifeste): string {
  const table = ['offre', 'totaux_zones'].find((nom) => !estVide(manifeste, nom));
  return table ? NATURE_EN_MOTS[natureDe(manifeste, table)] : 'non publiés';
}

/** La nature des TC et des FC ; « non fournies » quand l’édition n’a aucune liste. */
export const natureDesListes = (manifeste: Manifeste): string =>
  estVide(manifeste, 'besoins') ? 'non fournies' : NATURE_EN_MOTS[natureDe(manifeste, 'besoins')];

/** Jusqu’où vont les inscriptions de l’édition, si elle en a. */
export const direInscriptions = (manifeste: Manifeste): string =>
  estVide(manifeste, 'offre')
    ? 'sans inscriptions'
    : `inscriptions jusqu’en ${manifeste.edition.annee_scolaire}`;
