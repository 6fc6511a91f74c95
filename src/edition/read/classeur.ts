import { strToU8, type UnzipFileInfo, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { deplier, lister } from './archive.ts';
import { type Bornes, enMega, enTrop, exigerTaille, FichierRefuse } from './bornes.ts';
import { abime, refusDArchive } from './format.ts';
import { type Masquees, masqueesDe } from './masquees.ts';
import { type Forme, type Fusionnees, mesurer, textesTropLongs } from './mesure.ts';
import { LIENS, LIVRE, type Onglet, type Sommaire, sommaireDe } from './sommaire.ts';

/** Une feuille d’un classeur, dans l’ordre où il les montre. */
export interface FeuilleLue {
  readonly nom: string;
  /** Elle ne se lit pas : `rangees` est vide. */
  readonly cachee: boolean;
  /** Les cellules en texte ; les lignes vides y sont, `rangees[i]` est la ligne `i + 1`. */
  readonly rangees: readonly (readonly string[])[];
  readonly fusions: readonly Fusionnees[];
  readonly masquees?: Masquees;
}

export interface Classeur {
  readonly feuilles: readonly FeuilleLue[];
}

const utf8 = new TextDecoder();

const enTexte = (valeur: unknown): string => {
  if (valeur === null || valeur === undefined) return '';
  return valeur instanceof Date ? valeur.toISOString().slice(0, 10) : String(valeur);
};

const xmlDe = (feuilles: readonly unknown[], depuis1904: boolean) => {
  const espace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const lien = (id: string, genre: string, cible: string) =>
    `<Relationship Id="${id}" Type="${espace}/${genre}" Target="${cible}"/>`;
  const onglets = feuilles.map((_, i) => `<sheet name="f${i}" sheetId="${i + 1}" id="f${i}"/>`);
  const liens = feuilles.map((_, i) => lien(`f${i}`, 'worksheet', `f${i}.xml`));
  return {
    livre: `<workbook><workbookPr date1904="${depuis1904 ? 1 : 0}"/><sheets>${onglets.join('')}</sheets></workbook>`,
    liens: `<Relationships>${liens.join('')}${lien('t', 'sharedStrings', 't.xml')}${lien('s', 'styles', 's.xml')}</Relationships>`,
  };
};

/**
 * Donne à lire à la bibliothèque un classeur refait de feuilles déjà mesurées, et rangé sans
 * compression : elle n’a rien à déplier, et n’ouvre donc aucun travailleur.
 */
async function lireMesurees(
  formes: readonly Forme[],
  { depuis1904 }: Sommaire,
  textes: Uint8Array | undefined,
  styles: Uint8Array | undefined,
): Promise<readonly (readonly string[])[][]> {
  const { livre, liens } = xmlDe(formes, depuis1904);
  const refait = zipSync(
    {
      [LIVRE]: strToU8(livre),
      [LIENS]: strToU8(liens),
      ...(textes && { 'xl/t.xml': textes }),
      ...(styles && { 'xl/s.xml': styles }),
      ...Object.fromEntries(formes.map(({ xml }, i) => [`xl/f${i}.xml`, strToU8(xml)])),
    },
    { level: 0 },
  );
  const lues = await readXlsxFile(refait.buffer);
  return lues.map(({ data }) => data.map((rangee) => rangee.map(enTexte)));
}

function exigerCellules(titres: readonly string[], formes: readonly Forme[], bornes: Bornes): void {
  let total = 0;
  for (const [i, { lignes, colonnes }] of formes.entries()) {
    total += lignes * colonnes;
    if (total > bornes.cellules) throw enTrop(`la feuille « ${titres[i]} »`, 'cellules', bornes);
  }
}

function exigerTextes(rangees: readonly (readonly string[])[][], bornes: Bornes): void {
  let total = 0;
  for (const feuille of rangees) {
    for (const rangee of feuille) for (const { length } of rangee) total += length;
  }
  if (total <= bornes.deplies) return;
  throw new FichierRefuse(
    `ses cellules contiennent plus de ${enMega(bornes.deplies)} de texte. ` +
      'Ne gardez que les colonnes utiles.',
  );
}

const aucuneVisible = (): FichierRefuse =>
  new FichierRefuse(
    'le classeur n’a aucune feuille visible. ' +
      'Affichez celle qui convient (clic droit sur un onglet, Afficher), puis enregistrez-le.',
  );

async function lireVisibles(
  octets: Uint8Array,
  entrees: readonly UnzipFileInfo[],
  sommaire: Sommaire,
  bornes: Bornes,
): Promise<Map<Onglet, Pick<FeuilleLue, 'rangees' | 'fusions' | 'masquees'>>> {
  const visibles = sommaire.onglets.filter(({ cachee, fichier }) => !cachee && fichier);
  const presents = new Set(entrees.map(({ name }) => name));
  const facultatifs = [sommaire.textes, sommaire.styles].filter(
    (nom) => nom !== undefined && presents.has(nom),
  );
  const fichiers = visibles.map(({ fichier = '' }) => fichier);
  const noms = [...fichiers, ...facultatifs].filter((nom) => nom !== undefined);
  const deplies = deplier(octets, entrees, noms, bornes);
  const [textes, styles] = [sommaire.textes, sommaire.styles].map((nom) => deplies.get(nom ?? ''));
  const longs = textesTropLongs(utf8.decode(textes), bornes);
  const contenus = visibles.map(({ fichier }) => utf8.decode(deplies.get(fichier ?? '')));
  const formes = visibles.map(({ nom }, i) => mesurer(nom, contenus[i] ?? '', bornes, longs));
  const titres = visibles.map(({ nom }) => nom);
  exigerCellules(titres, formes, bornes);
  const pleines = formes.filter(({ xml }) => xml !== '');
  const lues = pleines.length > 0 ? await lireMesurees(pleines, sommaire, textes, styles) : [];
  exigerTextes(lues, bornes);
  return new Map(
    visibles.map((onglet, i) => {
      const forme = formes[i];
      const rangees = (forme && lues[pleines.indexOf(forme)]) ?? [];
      const masquees = masqueesDe(contenus[i] ?? '');
      const { size } = masquees.lignes;
      return [
        onglet,
        {
          rangees,
          fusions: forme?.fusions ?? [],
          ...(size + masquees.colonnes.size > 0 && { masquees }),
        },
      ];
    }),
  );
}

/**
 * Lit les feuilles visibles d’un classeur XLSX, sans travailleur ni disque, en mémoire bornée.
 * @throws FichierRefuse si ce n’en est pas un, s’il est abîmé, ou s’il passe une borne
 */
export async function lireClasseur(octets: Uint8Array, bornes: Bornes): Promise<Classeur> {
  exigerTaille(octets.length, bornes);
  const entrees = lister(octets, bornes);
  const presents = entrees.map(({ name }) => name);
  if (!presents.includes(LIVRE)) throw refusDArchive(presents);
  try {
    const deplies = deplier(octets, entrees, [LIVRE, LIENS], bornes);
    const [livre, liens] = [LIVRE, LIENS].map((nom) => utf8.decode(deplies.get(nom)));
    const sommaire = sommaireDe(livre ?? '', liens ?? '');
    if (sommaire.onglets.every(({ cachee, fichier }) => cachee || !fichier)) throw aucuneVisible();
    const lues = await lireVisibles(octets, entrees, sommaire, bornes);
    return {
      feuilles: sommaire.onglets.map((onglet) => ({
        nom: onglet.nom,
        cachee: onglet.cachee,
        ...(lues.get(onglet) ?? { rangees: [], fusions: [] }),
      })),
    };
  } catch (cause) {
    throw cause instanceof FichierRefuse ? cause : abime(cause);
  }
}
