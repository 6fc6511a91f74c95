import writeXlsxFile, { type Feature } from 'write-excel-file/universal';
import { lettreDeColonne } from '../domain/fichier-recu.ts';
import { echapperXml } from '../domain/xml.ts';

/** Une colonne à remplir : son titre, ce qu’on y écrit, et les valeurs admises s’il y en a. */
export interface ColonneDeModele {
  readonly titre: string;
  readonly aide: string;
  readonly exemple: string;
  /** La liste où choisir ; absente, tout s’écrit. */
  readonly liste?: string | undefined;
}

/** Les valeurs admises d’une colonne, et ce que chacune veut dire. */
export interface ListeDeModele {
  readonly nom: string;
  readonly valeurs: readonly (readonly [valeur: string, sens: string])[];
}

/** Un classeur vide à remplir, que l’import relit sans rien demander. */
export interface Modele {
  readonly nom: string;
  readonly titre: string;
  readonly commande: string;
  readonly colonnes: readonly ColonneDeModele[];
  readonly listes: readonly ListeDeModele[];
}

export const FEUILLE_A_REMPLIR = 'À remplir';
const LIGNES = 20_000;
const BULLE = 250;
/** Ce qui suit `dataValidations` dans une feuille, dans l’ordre du format. */
const APRES =
  /<(?:hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|drawing|legacyDrawing)\b/;

function validation({ titre, aide, exemple, liste }: ColonneDeModele, i: number, modele: Modele) {
  const bulle = echapperXml(`${aide} Par exemple : ${exemple}.`.slice(0, BULLE));
  const dite = `showInputMessage="1" promptTitle="${echapperXml(titre.slice(0, 32))}" prompt="${bulle}"`;
  const commentaire = `<dataValidation ${dite} sqref="${lettreDeColonne(i)}1"/>`;
  const choix = modele.listes.find(({ nom }) => nom === liste);
  if (!choix) return [commentaire];
  const ou = `'${choix.nom}'!$A$2:$A$${choix.valeurs.length + 1}`;
  const place = `${lettreDeColonne(i)}2:${lettreDeColonne(i)}${LIGNES}`;
  return [
    commentaire,
    `<dataValidation type="list" allowBlank="1" errorStyle="warning" showErrorMessage="1" ${dite} sqref="${place}"><formula1>${echapperXml(ou)}</formula1></dataValidation>`,
  ];
}

/** Les commentaires et les listes de la feuille à remplir. */
function avecListes(modele: Modele): Feature<Blob> {
  const toutes = modele.colonnes.flatMap((colonne, i) => validation(colonne, i, modele));
  const xml = `<dataValidations count="${toutes.length}">${toutes.join('')}</dataValidations>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (contenu, _, { sheetIndex }) => {
            if (sheetIndex !== 0) return contenu;
            const apres = contenu.search(APRES);
            const place = apres >= 0 ? apres : contenu.lastIndexOf('</worksheet>');
            return contenu.slice(0, place) + xml + contenu.slice(place);
          },
        },
      },
    },
  };
}

const texte = (value: string) => ({ value, type: String, format: '@' });
const gras = (value: string) => ({ ...texte(value), fontWeight: 'bold' as const });

const lisezMoi = ({ titre, commande, colonnes }: Modele) => [
  [gras(titre)],
  [texte(`Remplissez la feuille « ${FEUILLE_A_REMPLIR} », une ligne par donnée, sous les titres.`)],
  [texte(`Puis : ${commande}`)],
  [],
  [gras('Ce qui s’écrit'), gras('Comment'), gras('Exemple')],
  ...colonnes.map(({ titre: nom, aide, exemple }) => [texte(nom), texte(aide), texte(exemple)]),
];

/**
 * Écrit un modèle : la feuille à remplir, ses titres commentés et ses listes, et un mode d’emploi.
 * @returns le contenu du fichier XLSX
 */
export async function enModele(modele: Modele): Promise<Uint8Array<ArrayBuffer>> {
  const { colonnes, listes } = modele;
  const feuilles = [
    {
      sheet: FEUILLE_A_REMPLIR,
      stickyRowsCount: 1,
      columns: colonnes.map(({ titre }) => ({ width: Math.max(16, titre.length + 4) })),
      data: [colonnes.map(({ titre }) => gras(titre))],
    },
    {
      sheet: 'Lisez-moi',
      columns: [{ width: 28 }, { width: 80 }, { width: 24 }],
      data: lisezMoi(modele),
    },
    ...listes.map(({ nom, valeurs }) => ({
      sheet: nom,
      stickyRowsCount: 1,
      columns: [{ width: 16 }, { width: 70 }],
      data: [
        [gras('Valeur'), gras('Ce qu’elle veut dire')],
        ...valeurs.map(([valeur, sens]) => [texte(valeur), texte(sens)]),
      ],
    })),
  ];
  const blob = await writeXlsxFile(feuilles, { features: [avecListes(modele)] }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
