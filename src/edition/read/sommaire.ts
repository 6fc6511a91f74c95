import { attribut, parcourir, sansEntites } from './balises.ts';

export const LIVRE = 'xl/workbook.xml';
export const LIENS = 'xl/_rels/workbook.xml.rels';

const attributs = {
  nom: attribut('name'),
  etat: attribut('state'),
  id: attribut('id'),
  dates: attribut('date1904'),
  lien: attribut('Id'),
  genre: attribut('Type'),
  cible: attribut('Target'),
};

/** Une feuille telle que le classeur l’annonce. */
export interface Onglet {
  readonly nom: string;
  readonly cachee: boolean;
  /** Son fichier dans l’archive ; aucun si ce n’est pas une feuille de cellules. */
  readonly fichier: string | undefined;
}

export interface Sommaire {
  readonly onglets: readonly Onglet[];
  readonly depuis1904: boolean;
  readonly textes: string | undefined;
  readonly styles: string | undefined;
}

const cheminDe = (cible: string): string =>
  cible.startsWith('/') ? cible.slice(1) : `xl/${cible}`;

/**
 * Les feuilles d’un classeur et les fichiers où elles sont.
 * @param livre le contenu de `LIVRE`, et `liens` celui de `LIENS`
 */
export function sommaireDe(livre: string, liens: string): Sommaire {
  const cibles = new Map<string, string>();
  const parGenre = new Map<string, string>();
  parcourir(liens, ({ nom, attributs: bruts }) => {
    const cible = nom === 'Relationship' && attributs.cible(bruts);
    if (!cible) return;
    const genre = (attributs.genre(bruts) ?? '').replace(/^.*\//, '');
    const fichier = cheminDe(sansEntites(cible));
    parGenre.set(genre, fichier);
    if (genre === 'worksheet') cibles.set(attributs.lien(bruts) ?? '', fichier);
  });
  const onglets: Onglet[] = [];
  let depuis1904 = false;
  parcourir(livre, ({ nom, ferme, attributs: bruts }) => {
    if (nom === 'workbookPr') depuis1904 ||= /^(1|true)$/.test(attributs.dates(bruts) ?? '');
    if (nom !== 'sheet' || ferme) return;
    onglets.push({
      nom: sansEntites(attributs.nom(bruts) ?? ''),
      cachee: /hidden/i.test(attributs.etat(bruts) ?? ''),
      fichier: cibles.get(attributs.id(bruts) ?? ''),
    });
  });
  const [textes, styles] = [parGenre.get('sharedStrings'), parGenre.get('styles')];
  return { onglets, depuis1904, textes, styles };
}
