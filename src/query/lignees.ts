import { requete } from './moteur.ts';

export type { Membre as MembreDeLignee } from '../domain/succession.ts';

export const LIGNEES = requete('SELECT code_obg, membre FROM lignees ORDER BY code_obg, membre');
