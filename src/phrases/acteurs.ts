export interface Acteur {
  readonly nom: string;
  /** Son rôle, dans `enonces.csv`. */
  readonly enonce: string;
  readonly cles: readonly string[];
}

export interface CritereExplique {
  readonly titre: string;
  readonly texte: string;
  readonly chemin: string;
  readonly lien: string;
}

/** Qui intervient, avec les échéances (`calendrier.csv`) qui lui reviennent. */
export const ACTEURS: readonly Acteur[] = [
  {
    nom: 'L’école et son pouvoir organisateur',
    enonce: 'acteur-ecole',
    cles: ['demandes', 'dedoublement-projet', 'comptage-creation'],
  },
  {
    nom: 'L’Administration',
    enonce: 'acteur-administration',
    cles: [
      'ouverture-oad',
      'transmission-conseils-de-zone',
      'transmission-chambres',
      'proposition-cges',
      'proposition-gouvernement',
    ],
  },
  {
    nom: 'Les Conseils de zone',
    enonce: 'acteur-conseils-de-zone',
    cles: ['avis-conseils-de-zone'],
  },
  {
    nom: 'Les Chambres Enseignement',
    enonce: 'acteur-chambres',
    cles: ['avis-chambres'],
  },
  {
    nom: 'Le Conseil général de l’enseignement secondaire',
    enonce: 'acteur-cges',
    cles: ['avis-cges'],
  },
  {
    nom: 'Le Gouvernement',
    enonce: 'acteur-gouvernement',
    cles: ['autorisations'],
  },
  {
    nom: 'L’Instance Bassin (IBEFE)',
    enonce: 'acteur-ibefe',
    cles: [],
  },
  {
    nom: 'Le service public de l’emploi',
    enonce: 'acteur-spe',
    cles: [],
  },
];
/** Les critères des Conseils de zone, et la page qui éclaire chacun. */
export const CRITERES_EXPLIQUES: readonly CritereExplique[] = [
  {
    titre: 'La cohérence de l’offre de l’école',
    texte: 'L’option complète-t-elle les secteurs que l’école organise déjà ?',
    chemin: '/carte/',
    lien: 'Ce que votre implantation organise, sur la carte',
  },
  {
    titre: 'L’équilibre par caractère',
    texte:
      'Combien d’occurrences de l’option la zone a-t-elle, dans le confessionnel et dans le non confessionnel ?',
    chemin: '/indicateurs/',
    lien: 'Les occurrences par caractère, dans le tableau d’indicateurs',
  },
  {
    titre: 'La répartition géographique',
    texte: 'L’option existe-t-elle déjà tout près, ou manque-t-elle à une partie de la zone ?',
    chemin: '/carte/',
    lien: 'Qui l’organise autour de vous, et à quelle distance',
  },
  {
    titre: 'L’accès',
    texte: 'L’implantation est-elle facile à rejoindre, ou y a-t-il un internat ?',
    chemin: '/carte/',
    lien: 'Votre implantation et les internats, sur la carte',
  },
];
