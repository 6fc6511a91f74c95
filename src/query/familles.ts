import type { Manifeste, TableDuManifeste } from '../domain/manifeste.ts';
import { TABLES_SOURCE } from '../domain/tables/index.ts';

export interface Famille {
  readonly id: string;
  readonly titre: string;
  readonly sens: string;
  readonly tables: readonly TableDuManifeste[];
}

const FAMILLES = [
  {
    id: 'calculees',
    titre: 'Tableaux calculés',
    sens: 'Ce que le site montre, calculé à partir des autres tables.',
  },
  { id: 'offre', titre: 'Écoles et élèves', sens: 'Où sont les options, et qui les suit.' },
  { id: 'besoins', titre: 'Métiers et emploi', sens: 'À quoi préparent les options.' },
  { id: 'referentiel', titre: 'Options et règles', sens: 'Transcrits des textes officiels.' },
  { id: 'territoire', titre: 'Territoire', sens: 'Les zones et leurs communes.' },
  { id: 'centres', titre: 'Centres', sens: 'Où se former aussi.' },
  { id: 'sources', titre: 'Sources', sens: 'D’où vient chaque table.' },
] as const;

/** L’offre dit ce que dit la table des inscriptions, aux effectifs masqués près. */
const familleDe = ({ nom }: TableDuManifeste): string => {
  const source = TABLES_SOURCE.find((table) => table.nom === nom);
  if (source) return source.dossier || 'sources';
  return nom === 'offre' ? 'offre' : 'calculees';
};

/** Les tables publiées, rangées comme on les cherche. */
export const familles = ({ tables }: Manifeste): Famille[] =>
  FAMILLES.map((famille) => ({
    ...famille,
    tables: tables.filter((table) => familleDe(table) === famille.id),
  })).filter((famille) => famille.tables.length > 0);
