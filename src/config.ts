/** Le nom du site, tel qu’il s’écrit partout. */
export const NOM_DU_SITE = 'OAD ouvert';

/** Les pages de l’en-tête : celles qui existent, dans l’ordre du travail. */
export const NAVIGATION = [
  { titre: 'Indicateurs', chemin: '/indicateurs/' },
  { titre: 'Mon dossier', chemin: '/dossier/' },
] as const;

/**
 * L’adresse d’un chemin du site, sous sa base (`/oad/`, par exemple).
 * @param chemin commence par `/`
 */
export const href = (chemin: string): string =>
  `${import.meta.env.BASE_URL.replace(/\/$/, '')}${chemin}`;
