import { plusProche } from '../../domain/recherche/proche.ts';
import type { TableSource } from '../../domain/tables/schema.ts';
import type { Probleme } from '../probleme.ts';

/** Ce que l’en-tête d’un CSV a de trop, de moins ou en double, par rapport à son schéma. */
export function verifierEntete(
  table: TableSource,
  fichier: string,
  entete: readonly string[],
): Probleme[] {
  const attendues = Object.keys(table.colonnes);
  const exigees = attendues.filter((nom) => !table.colonnes[nom]?.facultative);
  const inconnues = entete.filter((nom) => !attendues.includes(nom));
  const faute = (code: string, colonne: string, message: string): Probleme => ({
    code,
    gravite: 'erreur',
    fichier,
    table: table.nom,
    ligne: 1,
    colonne,
    message,
  });
  const [seule = ''] = entete;
  if (entete.length === 1 && attendues.length > 1 && /[;\t]/.test(seule)) {
    const message = `l’en-tête « ${seule} » n’est pas séparé par des virgules. Enregistrez le fichier en CSV séparé par des virgules.`;
    return [faute('OAD-SEPARATEUR', seule, message)];
  }
  return [
    ...exigees
      .filter((nom) => !entete.includes(nom))
      .map((nom) => {
        const proche = plusProche(nom, inconnues);
        const suite = proche ? ` « ${proche} » est-elle cette colonne ?` : '';
        const message = `la colonne « ${nom} » manque dans l’en-tête.${suite}`;
        return faute('OAD-COLONNE-ABSENTE', nom, message);
      }),
    ...inconnues.map((nom) => {
      const message = `la colonne « ${nom} » n’est pas prévue. Attendues : ${attendues.join(', ')}.`;
      return faute('OAD-COLONNE-INCONNUE', nom, message);
    }),
    ...entete
      .filter((nom, i) => entete.indexOf(nom) !== i)
      .map((nom) => faute('OAD-COLONNE-DOUBLE', nom, `la colonne « ${nom} » est là deux fois.`)),
  ];
}
