import { plusProche } from '../../domain/recherche/proche.ts';
import type { Controle } from './controle.ts';

/** Un alias qui nomme un métier inconnu ne fait entrer aucun titre. */
export const aliasConnus: Controle = {
  code: 'OAD-ALIAS',
  titre: 'Chaque alias nomme un métier connu',
  table: 'alias_metiers',
  gravite: 'avertissement',
  verifies: 'SELECT count(*) FROM source.alias_metiers',
  chercher: async ({ base, lues }) => {
    if (lues.get('metiers')?.illisible) return [];
    const metiers = await base.lire<{ metier: string }>(
      'SELECT metier FROM source.metiers ORDER BY metier',
    );
    const connus = metiers.map(({ metier }) => metier);
    const alias = await base.lire<{ ligne: number; titre: string; metier: string }>(`
      SELECT _ligne AS ligne, titre, metier FROM source.alias_metiers
      WHERE metier IS NOT NULL ORDER BY _ligne`);
    return alias
      .filter(({ metier }) => !connus.includes(metier))
      .map(({ ligne, titre, metier }) => {
        const proche = plusProche(metier, connus);
        const suite = proche ? `Vouliez-vous ${proche} ?` : 'Corrigez-le, ou retirez la ligne.';
        const message = `« ${titre} » désigne « ${metier} », qui n’est pas un métier connu. ${suite}`;
        return { ligne, colonne: 'metier', valeur: metier, message };
      });
  },
};
