import { strToU8, type Zippable, zipSync } from 'fflate';
import { estFictive } from '../domain/fictions.ts';
import type { Manifeste } from '../domain/manifeste.ts';
import { datapackage } from './datapackage.ts';
import { NATURE_EN_CLAIR } from './nature.ts';

/** La même archive pour la même édition : la date n’y dit rien. */
const SANS_DATE = new Date('1980-01-01T00:00:00');

const dansLArchive = ({ nom }: { readonly nom: string }): string => `tables/${nom}.csv`;

/** Ce que lit d’abord qui ouvre l’archive. */
export function lisezMoi(manifeste: Manifeste): string {
  const { edition, tables, masquage } = manifeste;
  const fictives = estFictive(manifeste);
  return [
    `# OAD ouvert – ${edition.titre} (${edition.id})`,
    '',
    ...(fictives
      ? [
          'Dans cette édition fictive, les tables de nature « démonstration » sont tirées au sort :',
          'aucun de leurs chiffres ne décrit une école réelle. La colonne `nature` le redit ligne à',
          'ligne.',
          '',
        ]
      : []),
    ...(masquage
      ? [
          `Les effectifs de moins de ${masquage.seuil} élèves, et ceux qu’une soustraction rendrait,`,
          'sont masqués : la cellule est vide et la colonne `…_masque` dit « oui ».',
          '',
        ]
      : []),
    'CSV en UTF-8 (RFC 4180) : virgule, point décimal, « oui » et « non ». Une apostrophe précède',
    'les textes qui commencent par = + - @ ou une apostrophe, pour qu’un tableur ne les exécute pas.',
    '`datapackage.json` décrit chaque colonne (Frictionless Tabular Data Package).',
    '',
    `Éditeur : ${edition.editeur}. Contact : ${edition.contact}.`,
    'OAD ouvert est indépendant de l’Administration.',
    '',
    ...tables.map(
      ({ nom, titre, lignes, nature }) =>
        `- tables/${nom}.csv : ${titre}, ${lignes} lignes (${NATURE_EN_CLAIR[nature]})`,
    ),
    '',
  ].join('\n');
}

/**
 * L’archive de l’édition : un CSV par table, le mode d’emploi et le descripteur Frictionless.
 * @param csv le CSV de chaque table, par nom
 */
export function enZip(
  manifeste: Manifeste,
  csv: ReadonlyMap<string, Uint8Array>,
): Uint8Array<ArrayBuffer> {
  const contenu: Zippable = {
    'LISEZMOI.md': strToU8(lisezMoi(manifeste)),
    'datapackage.json': strToU8(
      `${JSON.stringify(datapackage(manifeste, dansLArchive), null, 1)}\n`,
    ),
  };
  for (const [nom, octets] of csv) contenu[dansLArchive({ nom })] = octets;
  return zipSync(contenu, { mtime: SANS_DATE, level: 6 }) as Uint8Array<ArrayBuffer>;
}
