import type { Manifeste } from '../domain/manifeste.ts';
import type { Nature } from '../domain/tables/schema.ts';

/** La nature d’une table publiée ; « demonstration » si elle est inconnue. */
export const natureDe = ({ tables }: Manifeste, nom: string): Nature =>
  tables.find((table) => table.nom === nom)?.nature ?? 'demonstration';

/** L’édition montre-t-elle des chiffres fictifs ? */
export const estFictive = (manifeste: Manifeste): boolean =>
  ['offre', 'besoins', 'implantations', 'population'].some(
    (nom) => natureDe(manifeste, nom) === 'demonstration',
  );
