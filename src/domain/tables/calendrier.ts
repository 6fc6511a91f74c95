import { type Ligne, source } from './schema.ts';

export const calendrier = source({
  nom: 'calendrier',
  dossier: 'referentiel',
  publiee: true,
  titre: 'Calendrier',
  sens:
    'Les échéances habituelles d’une campagne, à confirmer par la circulaire de l’année ; ' +
    'elles reviennent à la même date.',
  cle: ['id'],
  colonnes: {
    id: { type: 'texte', sens: 'Identifiant de l’échéance' },
    jour: { type: 'entier', sens: 'Jour du mois', min: 1, max: 31 },
    mois: { type: 'entier', sens: 'Mois', min: 1, max: 12 },
    decalage_annee: {
      type: 'entier',
      sens: 'Années après celle des demandes (0 : la même)',
      min: 0,
      max: 5,
    },
    acteur: { type: 'texte', sens: 'Qui agit' },
    intitule: { type: 'texte', sens: 'L’échéance' },
    detail: { type: 'texte', sens: 'Ce qu’elle demande', vide: 'rien de plus' },
    reference: { type: 'texte', sens: 'Document et section' },
  },
});

export type Echeance = Ligne<typeof calendrier>;
