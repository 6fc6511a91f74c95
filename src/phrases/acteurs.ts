export interface Acteur {
  readonly nom: string;
  readonly role: string;
  readonly reference: string;
  readonly cles: readonly string[];
}

export interface Critere {
  readonly titre: string;
  readonly texte: string;
  readonly chemin: string;
  readonly lien: string;
}

/** Qui intervient, avec les échéances (`calendrier.csv`) qui lui reviennent. */
export const ACTEURS: readonly Acteur[] = [
  {
    nom: 'L’école et son pouvoir organisateur',
    role: 'Ils choisissent l’option et l’implantation, prennent l’avis de l’organe local de concertation sociale, encodent la demande dans GOSS et transfèrent le dossier, même vide.',
    reference: 'circulaire 9146, § 3 et § 7',
    cles: ['demandes', 'dedoublement-projet', 'comptage-creation'],
  },
  {
    nom: 'L’Administration',
    role: 'Elle met l’OAD à disposition, joint une recommandation à chaque demande, la transmet à chaque étape, puis rédige la proposition de décision.',
    reference: 'circulaire 9146, § 3',
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
    role: 'Il y en a deux par zone, un par caractère. Chacun donne un avis motivé, favorable ou défavorable, sur les demandes des écoles qui en relèvent. Les représentants des pouvoirs organisateurs s’y assurent que l’école aura les locaux, l’équipement et les enseignants habilités.',
    reference: 'circulaire 9146, § 3 et § 5.4',
    cles: ['avis-conseils-de-zone'],
  },
  {
    nom: 'Les Chambres Enseignement',
    role: 'Chambres des Instances Bassin, elles donnent un avis motivé sur chaque demande : les mêmes quatre critères, et les besoins socio-économiques.',
    reference: 'circulaire 9146, § 3 ; circulaire 7282, VI.II.1',
    cles: ['avis-chambres'],
  },
  {
    nom: 'Le Conseil général de l’enseignement secondaire',
    role: 'Le CGES répond aux questions ciblées que l’Administration joint à sa proposition. C’est aussi son avis qui peut ouvrir la norme préférentielle d’une 7e PB.',
    reference: 'circulaire 9146, § 3 et § 6',
    cles: ['avis-cges'],
  },
  {
    nom: 'Le Gouvernement',
    role: 'Il adopte les autorisations de création. Elles valent deux années scolaires : l’école ouvre l’option à l’une ou à l’autre rentrée.',
    reference: 'circulaire 9146, § 3',
    cles: ['autorisations'],
  },
  {
    nom: 'L’Instance Bassin (IBEFE)',
    role: 'Chaque année, dans sa zone, elle désigne les thématiques communes (TC) : des métiers prioritaires pour ouvrir de nouvelles options.',
    reference: 'circulaire 9146, § 6',
    cles: [],
  },
  {
    nom: 'Le service public de l’emploi',
    role: 'Chaque année, dans sa région, le SPE (le Forem ou Actiris) dresse la liste des fonctions critiques (FC), quantitatives et structurelles.',
    reference: 'circulaire 9146, § 6',
    cles: [],
  },
];
/** Les critères des Conseils de zone, et la page qui éclaire chacun. */
export const CRITERES: readonly Critere[] = [
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
