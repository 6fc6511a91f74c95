/** Le nom du site, tel qu’il s’écrit partout. */
export const NOM_DU_SITE = 'OAD ouvert';

/** Les pages de l’en-tête : celles qui existent, dans l’ordre du travail. */
export const NAVIGATION = [
  { titre: 'Zones', chemin: '/zones/' },
  { titre: 'Indicateurs', chemin: '/indicateurs/' },
  { titre: 'Carte', chemin: '/carte/' },
  { titre: 'Mon dossier', chemin: '/dossier/' },
  { titre: 'Procédure', chemin: '/procedure/' },
  { titre: 'Données', chemin: '/donnees/' },
] as const;

/** Les pages qui expliquent les règles : leur onglet, et leur nom entier. */
export const PAGES_DE_LA_PROCEDURE = [
  {
    chemin: '/procedure/',
    onglet: 'Pas à pas',
    nom: 'Demander une option, pas à pas',
    mots: 'calendrier dates échéances critères Conseil de zone Chambre Enseignement GOSS',
  },
  {
    chemin: '/procedure/perimetre/',
    onglet: 'Puis-je la demander ?',
    nom: 'Périmètre : puis-je demander cette option ?',
    mots: 'programmable NP transformation création sous réserve accès 7e année',
  },
  {
    chemin: '/procedure/normes/',
    onglet: 'Combien d’élèves ?',
    nom: 'Normes : combien d’élèves faut-il ?',
    mots: 'calculateur création maintien ouverture degré M1 M2 suspension',
  },
  {
    chemin: '/procedure/alternance/',
    onglet: 'Alternance',
    nom: 'Alternance : CEFA, dédoublement, délégation',
    mots: 'occurrences article 45 urgence coopérant',
  },
  {
    chemin: '/procedure/encadrement/',
    onglet: 'Encadrement et CPU',
    nom: 'Encadrement d’un CEFA, écoles de la CPU',
    mots: 'périodes-professeurs accompagnement coordination bénéficiaires renfort complément',
  },
  {
    chemin: '/procedure/regles/',
    onglet: 'Toutes les règles',
    nom: 'Toutes les règles, article par article',
    mots: 'tableau norme référence circulaire décret édition comparer télécharger',
  },
  {
    chemin: '/procedure/actualite/',
    onglet: 'Ce qui a changé',
    nom: 'Actualité : ce qui a changé',
    mots: 'nouveautés CESS plan de restructuration décret 2023',
  },
  {
    chemin: '/glossaire/',
    onglet: 'Glossaire',
    nom: 'Glossaire des abréviations',
    mots: 'définitions sigles lexique',
  },
] as const;

const AUTRES_PAGES = [
  { titre: 'Accueil', chemin: '/', mots: '' },
  {
    titre: 'Où apprendre un métier ?',
    chemin: '/ou-apprendre/',
    mots: 'parent élève école proche apprentissage alternance commune',
  },
  {
    titre: 'Où manque cette option ?',
    chemin: '/carte/ou-manque/',
    mots: 'distance commune éloignée désert offre portée',
  },
  { titre: 'Comparer des zones', chemin: '/comparer/', mots: 'différences côte à côte' },
  {
    titre: 'Explorer',
    chemin: '/explorer/',
    mots: 'question croiser évolution comparer années',
  },
  {
    titre: 'Explorer en SQL',
    chemin: '/explorer/sql/',
    mots: 'requête tables DuckDB distance voisinages',
  },
  { titre: 'Le guide', chemin: '/guide/', mots: 'aide mode d’emploi captures PDF' },
  { titre: 'La méthode', chemin: '/methode/', mots: 'calcul indicateurs définitions' },
  {
    titre: 'La qualité des données',
    chemin: '/donnees/qualite/',
    mots: 'contrôles avertissements',
  },
  {
    titre: 'Votre édition',
    chemin: '/edition/',
    mots: 'mes fichiers déposer importer effectifs registre école',
  },
  { titre: 'Nouveautés', chemin: '/nouveautes/', mots: 'journal versions flux' },
  { titre: 'Garder hors ligne', chemin: '/hors-ligne/', mots: 'sans réseau installer' },
  { titre: 'Déclaration d’accessibilité', chemin: '/accessibilite/', mots: 'plainte handicap' },
  { titre: 'À propos', chemin: '/a-propos/', mots: 'vie privée licence données de démonstration' },
];

const DANS_LA_PROCEDURE: readonly string[] = PAGES_DE_LA_PROCEDURE.map(({ chemin }) => chemin);

/** Les pages que trouve la recherche du site, et d’autres mots pour chacune. */
export const PAGES_CHERCHEES: readonly {
  readonly titre: string;
  readonly chemin: string;
  readonly mots: string;
}[] = [
  ...NAVIGATION.filter(({ chemin }) => !DANS_LA_PROCEDURE.includes(chemin)).map((page) => ({
    ...page,
    mots: '',
  })),
  ...PAGES_DE_LA_PROCEDURE.map(({ nom, chemin, mots }) => ({ titre: nom, chemin, mots })),
  ...AUTRES_PAGES,
];

/** Un fond de carte servi par un tiers, en tuiles de la projection Web Mercator. */
export interface FondDeCarte {
  readonly id: string;
  /** Le mot du bouton. */
  readonly titre: string;
  /** Une adresse par tuile : `{z}/{x}/{y}`, ou `{bbox-epsg-3857}` pour un service WMS. */
  readonly tuiles: string;
  /** Le côté d’une tuile, en pixels. */
  readonly cote: number;
  readonly zoomMax: number;
  /** Qui la sert, et verra donc passer les demandes. */
  readonly serveur: string;
  readonly attribution: string;
  /** Où lire les conditions de qui la sert. */
  readonly conditions: string;
}

/**
 * Les fonds que la carte propose en plus du sien. Rien n’en est demandé avant le choix du visiteur ;
 * leurs origines n’entrent que dans la CSP de `/carte/`. Liste vide : aucun bouton.
 */
export const FONDS: readonly FondDeCarte[] = [
  {
    id: 'plan',
    titre: 'Plan',
    tuiles: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
    cote: 256,
    zoomMax: 19,
    serveur: 'OpenStreetMap',
    attribution: '© les contributeurs d’OpenStreetMap',
    conditions: 'https://www.openstreetmap.org/copyright',
  },
  {
    id: 'satellite',
    titre: 'Satellite',
    tuiles:
      'https://geoservices.wallonie.be/arcgis/services/IMAGERIE/ORTHO_LAST/MapServer/WMSServer' +
      '?service=WMS&version=1.3.0&request=GetMap&layers=0&styles=&format=image/jpeg' +
      '&crs=EPSG:3857&width=256&height=256&bbox={bbox-epsg-3857}',
    cote: 256,
    zoomMax: 20,
    serveur: 'le Service public de Wallonie',
    attribution: '© Service public de Wallonie, orthophotos',
    conditions: 'https://geoportail.wallonie.be/',
  },
];

/**
 * L’adresse d’un chemin du site, sous sa base (`/oad/`, par exemple).
 * @param chemin commence par `/`
 */
export const href = (chemin: string): string =>
  `${import.meta.env.BASE_URL.replace(/\/$/, '')}${chemin}`;
