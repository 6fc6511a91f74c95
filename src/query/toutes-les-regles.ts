import type { Manifeste } from '../domain/manifeste.ts';
import { reglesJusqua } from '../domain/normes/edition.ts';
import { type Moteur, requete } from './moteur.ts';

/** Une règle telle que sa table la porte, colonne par colonne. */
export type Regle = Readonly<Record<string, string | number | boolean | null>>;

/** Toutes les règles d’une table, jusqu’à la campagne de l’édition ; celles d’après n’y sont pas. */
export async function lireLesRegles(
  moteur: Moteur,
  table: string,
  { edition }: Pick<Manifeste, 'edition'>,
): Promise<readonly Regle[]> {
  const lues = await moteur.lire<Regle>(requete(`SELECT * FROM "${table}" ORDER BY ALL`));
  const datees = lues.filter(
    (regle): regle is Regle & { edition: string } => typeof regle.edition === 'string',
  );
  return datees.length === lues.length ? reglesJusqua(datees, edition.campagne) : lues;
}
