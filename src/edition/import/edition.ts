import { anneeScolaireDe, rentree } from '../../domain/annees.ts';
import type { Edition } from '../../domain/tables/edition.ts';

/** L’édition qu’un import pose quand le dossier n’en a pas, à compléter. */
function editionDe(annee: string): Edition {
  return {
    id: `import-${annee}`,
    titre: `Édition ${annee}`,
    // Le 15 mars qui suit le comptage, on demande pour la rentrée d’après (circulaire 9146, § 3).
    campagne: anneeScolaireDe(rentree(annee) + 2),
    annee_scolaire: annee,
    editeur: 'Éditeur à renseigner',
    contact: 'Contact à renseigner',
    seuil_masquage: null,
  };
}

/** L’année scolaire du dernier comptage du 15 janvier, un jour donné. */
function dernierComptage(jour: string): string {
  const [annee = 0, mois = 1, date = 1] = jour.split('-').map(Number);
  const compte = mois > 1 || date >= 15 ? annee : annee - 1;
  return anneeScolaireDe(compte - 1);
}

const poseeParImport = (edition: Edition): boolean =>
  Object.entries(editionDe(edition.annee_scolaire)).every(
    ([nom, valeur]) => edition[nom as keyof Edition] === valeur,
  );

const estPosee = (actuelles: readonly Edition[] | null): boolean =>
  actuelles?.length === 1 && actuelles.every(poseeParImport);

export interface Suite {
  /** L’édition à écrire ; absente, le fichier reste tel quel. */
  readonly edition?: Edition;
  /** Ce qui reste à faire à la main. */
  readonly dire: readonly string[];
}

/**
 * Ce que devient `edition.csv` quand un registre d’écoles entre : à défaut d’une édition écrite à la
 * main, celle du dernier comptage du 15 janvier, dont les effectifs ne sont pas connus.
 * @param actuelles les lignes du fichier, `null` s’il n’existe pas
 * @param jour date ISO
 */
export function suivreRegistre(
  actuelles: readonly Edition[] | null,
  jour: string,
  fichier: string,
): Suite {
  const nouvelle = editionDe(dernierComptage(jour));
  if (actuelles?.[0]?.annee_scolaire === nouvelle.annee_scolaire) return { dire: [] };
  if (actuelles !== null && !estPosee(actuelles)) return { dire: [] };
  const verbe = actuelles === null ? 'est posé' : 'suit le registre';
  const dire = `${fichier} ${verbe}, sans effectifs. Complétez-le : titre, éditeur, contact.`;
  return { edition: nouvelle, dire: [dire] };
}

/**
 * Ce que devient `edition.csv` quand les inscriptions vont jusqu’à une autre année : posée par un
 * import, l’édition suit ; écrite à la main, elle reste, et l’on dit quoi y changer.
 * @param actuelles les lignes du fichier, `null` s’il n’existe pas
 */
export function suivreEdition(
  actuelles: readonly Edition[] | null,
  annee: string,
  fichier: string,
): Suite {
  const nouvelle = editionDe(annee);
  const { titre, campagne } = nouvelle;
  const completer = `Complétez ${fichier} : titre, éditeur, contact.`;
  const [actuelle] = actuelles ?? [];
  if (actuelles === null) return { edition: nouvelle, dire: [completer] };
  if (actuelle?.annee_scolaire === annee) return { dire: [] };
  if (actuelle && estPosee(actuelles)) {
    const suite = `${fichier} suit les inscriptions : « ${titre} », campagne ${campagne}`;
    return {
      edition: nouvelle,
      dire: [`${suite} (c’était « ${actuelle.titre} »). ${completer}`],
    };
  }
  return {
    dire: [
      `${fichier} est de votre main : il reste tel quel. Écrivez-y annee_scolaire ${annee} et, si ` +
        `elle change, campagne ${campagne} et titre « ${titre} ».`,
    ],
  };
}
