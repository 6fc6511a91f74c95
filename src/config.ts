/** Le nom du site, tel qu’il s’écrit partout. */
export const NOM_DU_SITE = 'OAD ouvert';

/** Les pages de l’en-tête : celles qui existent, dans l’ordre du travail. */
export const NAVIGATION = [
  { titre: 'Zones', chemin: '/zones/' },
  { titre: 'Indicateurs', chemin: '/indicateurs/' },
  { titre: 'Procédure', chemin: '/procedure/' },
] as const;

/** Les pages qui expliquent les règles : leur onglet, et leur nom entier. */
export const PAGES_DE_LA_PROCEDURE = [
  { chemin: '/procedure/', onglet: 'Pas à pas', nom: 'Demander une option, pas à pas' },
  {
    chemin: '/procedure/perimetre/',
    onglet: 'Puis-je la demander ?',
    nom: 'Périmètre : puis-je demander cette option ?',
  },
  {
    chemin: '/procedure/normes/',
    onglet: 'Combien d’élèves ?',
    nom: 'Normes : combien d’élèves faut-il ?',
  },
  {
    chemin: '/procedure/alternance/',
    onglet: 'Alternance',
    nom: 'Alternance : CEFA, dédoublement, encadrement',
  },
  {
    chemin: '/procedure/actualite/',
    onglet: 'Ce qui a changé',
    nom: 'Actualité : ce qui a changé',
  },
  { chemin: '/glossaire/', onglet: 'Glossaire', nom: 'Glossaire des abréviations' },
] as const;

/**
 * L’adresse d’un chemin du site, sous sa base (`/oad/`, par exemple).
 * @param chemin commence par `/`
 */
export const href = (chemin: string): string =>
  `${import.meta.env.BASE_URL.replace(/\/$/, '')}${chemin}`;
