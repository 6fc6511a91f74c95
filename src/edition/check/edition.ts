import { anneeScolaireDe } from '../../domain/annees.ts';
import type { Constat, Controle } from './controle.ts';

/** L’édition tient en une ligne, et sa dernière année scolaire est celle des inscriptions. */
export const editionUnique: Controle = {
  code: 'OAD-EDITION',
  titre: 'L’édition tient en une ligne, et sa dernière année est celle des inscriptions',
  table: 'edition',
  gravite: 'erreur',
  verifies: 'SELECT count(*) FROM source.edition',
  chercher: async ({ base, lues }): Promise<Constat[]> => {
    if (lues.get('edition')?.illisible || lues.get('inscriptions')?.illisible) return [];
    const lignes = await base.lire<{ annee_scolaire: string; ligne: number }>(
      'SELECT annee_scolaire, _ligne AS ligne FROM source.edition ORDER BY _ligne',
    );
    const [premiere, ...autres] = lignes;
    if (!premiere || autres.length > 0) {
      return [{ message: `${lignes.length} lignes ; il en faut une et une seule.` }];
    }
    const { ligne, annee_scolaire: valeur } = premiere;
    const [derniere] = await base.lire<{ annee: string | null }>(
      `SELECT max(annee_scolaire) AS annee FROM (
        SELECT annee_scolaire FROM source.inscriptions
        UNION SELECT annee_scolaire FROM source.totaux_zones)`,
    );
    const annee = derniere?.annee;
    if (!annee || annee === valeur) return [];
    const message = `« ${valeur} » n’est pas la dernière année des inscriptions. Écrivez ${annee}.`;
    return [{ ligne, colonne: 'annee_scolaire', valeur, message }];
  },
};

/** Une année scolaire tient en deux années qui se suivent. */
export const anneesQuiSeSuivent: readonly Controle[] = (
  [
    ['edition', 'annee_scolaire'],
    ['edition', 'campagne'],
    ['inscriptions', 'annee_scolaire'],
    ['totaux_zones', 'annee_scolaire'],
    ['population', 'annee_scolaire'],
  ] as const
).map(([table, colonne]) => {
  const debut = `substr(${colonne}, 1, 4)::INTEGER`;
  return {
    code: 'OAD-ANNEE',
    titre: 'Une année scolaire court sur deux années qui se suivent',
    table,
    gravite: 'erreur',
    verifies: `SELECT count(DISTINCT ${colonne}) FROM source."${table}"`,
    chercher: async ({ base }) => {
      const lignes = await base.lire<{ ligne: number; annee: string; debut: number }>(`
        SELECT min(_ligne)::INTEGER AS ligne, ${colonne} AS annee, ${debut} AS debut
        FROM source."${table}" WHERE substr(${colonne}, 6, 4)::INTEGER <> ${debut} + 1
        GROUP BY ALL ORDER BY ligne`);
      return lignes.map(({ ligne, annee, debut: premiere }) => ({
        ligne,
        colonne,
        valeur: annee,
        message: `« ${annee} » ne court pas sur deux années qui se suivent. Vouliez-vous ${anneeScolaireDe(premiere)} ?`,
      }));
    },
  };
});
