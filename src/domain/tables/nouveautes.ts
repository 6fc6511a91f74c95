import { type Ligne, source } from './schema.ts';

export const nouveautes = source({
  nom: 'nouveautes',
  dossier: '',
  publiee: true,
  facultative: true,
  titre: 'Nouveautés des données',
  sens: 'Ce que chaque mise à jour des données a changé, pour la page et le fil des nouveautés.',
  cle: ['date', 'titre'],
  colonnes: {
    date: {
      type: 'texte',
      sens: 'Jour de la mise à jour',
      forme: { regexp: /^\d{4}-\d{2}-\d{2}$/, exemple: '2026-02-01' },
    },
    titre: { type: 'texte', sens: 'Ce qui change, en une ligne' },
    detail: { type: 'texte', sens: 'Précision', vide: 'rien de plus' },
    edition: { type: 'texte', sens: 'Édition mise à jour', vide: 'toutes' },
  },
});

export type Nouveaute = Ligne<typeof nouveautes>;
