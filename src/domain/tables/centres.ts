import { LATITUDE, LONGITUDE, REF_ZONE } from './formes.ts';
import { type Ligne, mart, source } from './schema.ts';
import { PRECISIONS, TYPES_CENTRE } from './valeurs.ts';

const colonnes = {
  id: { type: 'texte', sens: 'Identifiant du centre' },
  type: {
    type: 'texte',
    sens:
      'Centre de technologies avancées (CTA), centre de compétence (CDC), ' +
      'centre de référence (CDR) ou pôle formation-emploi (PFE)',
    valeurs: TYPES_CENTRE,
  },
  nom: { type: 'texte', sens: 'Nom du centre' },
  domaine: { type: 'texte', sens: 'Domaine de formation', vide: 'non connu' },
  secteurs: {
    type: 'texte',
    sens: 'Secteurs d’enseignement que touche le domaine, séparés par une espace',
    vide: 'non connus',
  },
  adresse: { type: 'texte', sens: 'Rue et numéro', vide: 'non connue' },
  commune: { type: 'texte', sens: 'Commune ou région, telle que publiée', vide: 'non connue' },
  zone: { ...REF_ZONE, vide: 'commune non connue ou hors zone' },
  lat: { ...LATITUDE, vide: 'position non connue' },
  lon: { ...LONGITUDE, vide: 'position non connue' },
  precision: { type: 'texte', sens: 'Ce que vaut la position', valeurs: PRECISIONS },
  confiance: {
    type: 'texte',
    sens: 'Confiance dans la commune',
    valeurs: ['haute', 'moyenne', 'faible'],
  },
  source: { type: 'texte', sens: 'Page publique d’où vient la ligne' },
} as const;

export const centres = source({
  nom: 'centres',
  dossier: 'centres',
  publiee: false,
  titre: 'Centres',
  sens: 'Les CTA, CDC, CDR et PFE trouvés dans des pages publiques.',
  cle: ['id'],
  colonnes,
});

export const centresPublies = mart({
  nom: 'centres',
  titre: 'Centres',
  sens:
    'Les CTA, CDC, CDR et PFE trouvés dans des pages publiques (liste partielle) ; ' +
    'à la précision « commune », la position est le point central de la commune.',
  tables: ['centres', 'communes'],
  cle: ['id'],
  colonnes,
});

export type Centre = Ligne<typeof centres>;
