/** Une vue d’écran, prise par `npm run guide` sous ce nom, et ce qu’il faut y voir. */
export interface VueMontree {
  readonly nom: string;
  readonly legende: string;
}

export interface EtapeDuGuide {
  readonly texte: string;
  readonly vue?: VueMontree;
}

export interface Chapitre {
  readonly id: string;
  readonly titre: string;
  /** La page du site où le chapitre se pratique. */
  readonly chemin: string;
  readonly lien: string;
  readonly propos: string;
  readonly etapes: readonly EtapeDuGuide[];
}

export interface Partie {
  readonly titre: string;
  readonly chapitres: readonly Chapitre[];
}

const ZONE: Chapitre = {
  id: 'zone',
  titre: 'Comprendre ma zone',
  chemin: '/zones/',
  lien: 'Ouvrir les dix zones',
  propos:
    'Deux minutes pour savoir ce que votre zone organise, à combien d’élèves, et ce qui y manque.',
  etapes: [
    {
      texte:
        'Choisissez votre zone sur la carte de l’accueil ou dans « Zones ». Le chapeau résume l’essentiel ; « En bref » donne six mesures, chacune à côté de la moyenne de la Fédération.',
      vue: {
        nom: 'zone',
        legende: 'L’en-tête d’une page de zone : le constat, les gestes, la carte schématique.',
      },
    },
    {
      texte:
        'Descendez section par section. Chaque figure a sa phrase, ses données, sa source et leur nature. Le trait fin est la moyenne : il dit si votre zone fait plus ou moins que les autres.',
      vue: {
        nom: 'zone-besoin',
        legende:
          'Les options liées à une TC et à une FC que la zone n’organise pas encore, par secteur.',
      },
    },
    {
      texte:
        'Sous une figure, « Voir les données » ouvre le tableau ; « SVG », « PNG » et « CSV » l’emportent avec son titre, son année et sa source.',
    },
  ],
};

const OPTION: Chapitre = {
  id: 'option',
  titre: 'Trouver une option',
  chemin: '/indicateurs/',
  lien: 'Ouvrir le tableau d’indicateurs',
  propos: 'Toutes les options, zone par zone : leur besoin, leurs élèves et la norme à atteindre.',
  etapes: [
    {
      texte:
        'Tapez un code, un intitulé ou un métier : une faute de frappe ne gêne pas. Puis filtrez par zone, secteur, besoin ou filière ; le nombre à côté de chaque choix dit ce qu’il laisserait.',
      vue: {
        nom: 'indicateurs',
        legende:
          'Le tableau d’indicateurs, limité à une zone et aux options liées à une TC et à une FC.',
      },
    },
    {
      texte:
        'La norme s’explique sur la ligne : le nombre d’élèves, et la raison quand il est plus bas. L’adresse de la page garde vos filtres : copiez-la pour montrer la même chose à un collègue.',
    },
    {
      texte:
        'Avant d’aller plus loin, vérifiez que l’option peut être demandée : « Puis-je la demander ? » répond pour chacune, avec l’article.',
      vue: {
        nom: 'perimetre',
        legende: 'Pour chaque option : oui, oui sous réserve, non, ou non prévu par le texte.',
      },
    },
  ],
};

const CARTE: Chapitre = {
  id: 'carte',
  titre: 'Voir autour de moi',
  chemin: '/carte/',
  lien: 'Ouvrir la carte',
  propos:
    'Qui organise déjà l’option à dix kilomètres, de quel caractère, et quels centres y sont.',
  etapes: [
    {
      texte:
        'Partez de votre numéro FASE, du nom de l’école ou de la commune. Le cercle fait dix kilomètres à vol d’oiseau ; le rayon se change.',
      vue: {
        nom: 'carte',
        legende:
          'Une implantation au centre, celles des environs sur la carte et, à côté, dans une liste.',
      },
    },
    {
      texte:
        'La liste dit la même chose que la carte, distance par distance : elle se lit au clavier et s’imprime. Le rond est confessionnel, le carré non confessionnel.',
    },
  ],
};

const DOSSIER: Chapitre = {
  id: 'dossier',
  titre: 'Constituer mon dossier',
  chemin: '/dossier/',
  lien: 'Ouvrir « Mon dossier »',
  propos:
    'Du 1er février au 15 mars : réunir les faits, compter les élèves, préparer ce que GOSS demande.',
  etapes: [
    {
      texte:
        'Choisissez votre implantation, ou décrivez la vôtre sous « Mes données » : commune, options, élèves, et vos listes TC et FC, collées ou cochées. Rien ne quitte votre navigateur.',
    },
    {
      texte:
        'Chaque option qui peut s’y demander se lit sur quatre critères et un besoin. Ouvrez une ligne : les faits sont là, et la règle qui donne chaque lecture. Rien n’est « recommandé ».',
      vue: {
        nom: 'dossier-faits',
        legende: 'Les faits d’une option, critère par critère, avec leur source et leur nature.',
      },
    },
    {
      texte:
        'Ajoutez l’option, écrivez les élèves que vous attendez : la norme répond aussitôt, et ce qui reste à vérifier s’affiche avec l’article.',
      vue: {
        nom: 'dossier-demande',
        legende: 'Une demande : les élèves attendus contre la norme, et ce qu’il faut vérifier.',
      },
    },
    {
      texte:
        'Emportez le dossier : un tableur aux colonnes de GOSS, un document à imprimer, un lien ou un fichier pour un collègue. La demande elle-même s’introduit dans GOSS.',
    },
  ],
};

const COMPARER: Chapitre = {
  id: 'comparer',
  titre: 'Comparer et emporter les données',
  chemin: '/comparer/',
  lien: 'Ouvrir la comparaison',
  propos: 'Deux à dix zones sur les mêmes échelles, et toutes les données derrière le site.',
  etapes: [
    {
      texte:
        'Cochez les zones. Chaque indicateur garde son échelle, son dénominateur et la moyenne de la Fédération ; le tableau des écarts les réunit. « Citer » donne la phrase à reprendre.',
      vue: {
        nom: 'comparer',
        legende: 'Trois zones comparées : les mêmes échelles, et le nombre sur quoi porte la part.',
      },
    },
    {
      texte:
        '« Données » publie chaque table en CSV, XLSX et Parquet, avec son dictionnaire et ses sources. La méthode dit comment chaque chiffre se calcule.',
      vue: {
        nom: 'donnees',
        legende: 'Les tables de l’édition, leur nature, et les formats où les prendre.',
      },
    },
  ],
};

/** Le guide, dans l’ordre où il se lit. */
export const PARTIES: readonly Partie[] = [
  { titre: 'Pour une direction d’école', chapitres: [ZONE, OPTION, CARTE, DOSSIER] },
  { titre: 'Pour l’analyste', chapitres: [COMPARER] },
];
