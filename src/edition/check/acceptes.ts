import type { Accepte } from '../../domain/tables/edition.ts';
import { TABLES_SOURCE } from '../../domain/tables/index.ts';
import type { Probleme } from '../probleme.ts';
import { type ContexteDeControle, fichierLisible, rangDuNom } from './controle.ts';

type Ligne = Accepte & { readonly _ligne: number };

const accepter = (probleme: Probleme, lignes: readonly Ligne[]): Probleme => {
  const ligne = lignes.find(
    ({ code, table, valeur }) =>
      code === probleme.code && table === probleme.table && valeur === probleme.valeur,
  );
  return ligne && probleme.gravite === 'avertissement'
    ? { ...probleme, accepte: ligne.raison }
    : probleme;
};

/** Les tables de démonstration que de vraies écoles, venues après, laissent sans une ligne. */
async function tablesLaissees(
  base: ContexteDeControle['base'],
  lignes: readonly Ligne[],
  depots: ContexteDeControle['depots'],
): Promise<ReadonlySet<string>> {
  if (rangDuNom('implantations', depots) <= rangDuNom('acceptes', depots)) return new Set();
  const vides = new Set<string>();
  const citees = new Set(lignes.map((ligne) => ligne.table));
  for (const { nom: table } of TABLES_SOURCE.filter(({ nom }) => citees.has(nom))) {
    const [compte] = await base.lire<{ n: number }>(
      `SELECT count(*)::INTEGER AS n FROM source."${table}"`,
    );
    if (compte?.n === 0) vides.add(table);
  }
  return vides;
}

/**
 * Marque les avertissements que `acceptes.csv` accepte. Une erreur ne s’accepte pas, et une ligne
 * qui n’accepte rien est elle-même signalée.
 */
export async function marquerAcceptes(
  { base, depots }: ContexteDeControle,
  problemes: readonly Probleme[],
): Promise<Probleme[]> {
  const lignes = await base.lire<Ligne>('SELECT * FROM source.acceptes ORDER BY _ligne');
  const marques = problemes.map((probleme) => accepter(probleme, lignes));
  const vides = await tablesLaissees(base, lignes, depots);
  const inutiles = lignes.filter(
    ({ code, table, valeur }) =>
      rangDuNom(table, depots) <= rangDuNom('acceptes', depots) &&
      !vides.has(table) &&
      !marques.some(
        (p) =>
          p.accepte !== undefined && p.code === code && p.table === table && p.valeur === valeur,
      ),
  );
  return [
    ...marques,
    ...inutiles.map(({ _ligne, code, table, valeur }): Probleme => {
      const erreur = problemes.some(
        (p) => p.gravite === 'erreur' && p.code === code && p.valeur === valeur,
      );
      const message = erreur
        ? `${code} est une erreur : elle se corrige, elle ne s’accepte pas.`
        : `aucun avertissement ${code} de la table ${table} ne cite « ${valeur} ». Retirez la ligne.`;
      return {
        code: 'OAD-ACCEPTE',
        titre: 'Chaque ligne d’acceptes.csv accepte un avertissement',
        gravite: 'avertissement',
        fichier: fichierLisible('acceptes', depots),
        table: 'acceptes',
        ligne: _ligne,
        colonne: 'valeur',
        valeur,
        message,
      };
    }),
  ];
}
