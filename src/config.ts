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
    nom: 'Alternance : CEFA, dédoublement, encadrement',
    mots: 'délégation périodes-professeurs accompagnement coordination CPU bénéficiaires',
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

/**
 * L’adresse d’un chemin du site, sous sa base (`/oad/`, par exemple).
 * @param chemin commence par `/`
 */
export const href = (chemin: string): string =>
  `${import.meta.env.BASE_URL.replace(/\/$/, '')}${chemin}`;
