import { strToU8, zipSync } from 'fflate';

interface Feuille {
  readonly nom?: string;
  readonly etat?: 'visible' | 'hidden' | 'veryHidden';
  /** Le contenu de `<sheetData>`, ou toute la feuille. */
  readonly xml: string;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Les fichiers d’un classeur XLSX écrit à la main, pour y mettre ce qu’aucun tableur n’écrit. */
export function fichiersXlsx(
  feuilles: readonly Feuille[],
  textes: readonly string[] = [],
): Record<string, Uint8Array> {
  const onglets = feuilles.map(
    ({ nom, etat }, i) =>
      `<sheet name="${nom ?? `F${i + 1}`}" sheetId="${i + 1}" state="${etat ?? 'visible'}" r:id="r${i}"/>`,
  );
  const liens = feuilles.map(
    (_, i) =>
      `<Relationship Id="r${i}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const partages = `<Relationship Id="t" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`;
  const contenus: Record<string, string> = {
    '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}"><sheets>${onglets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${liens.join('')}${partages}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${textes.map((t) => `<si><t>${t}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(
      feuilles.map(({ xml }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        xml.includes('<worksheet') || xml.includes(':worksheet')
          ? xml
          : `<?xml version="1.0"?>\n<worksheet><sheetData>${xml}</sheetData></worksheet>`,
      ]),
    ),
  };
  return Object.fromEntries(
    Object.entries(contenus).map(([nom, contenu]) => [nom, strToU8(contenu)]),
  );
}

export const xlsx = (...quoi: Parameters<typeof fichiersXlsx>): Uint8Array<ArrayBuffer> =>
  zipSync(fichiersXlsx(...quoi)) as Uint8Array<ArrayBuffer>;

/** Une cellule de texte à son adresse. */
export const cellule = (adresse: string, texte: string | number): string =>
  typeof texte === 'number'
    ? `<c r="${adresse}"><v>${texte}</v></c>`
    : `<c r="${adresse}" t="inlineStr"><is><t>${texte}</t></is></c>`;

/** Une ligne de cellules, de A à Z. */
export const ligne = (r: number, cellules: readonly (string | number)[]): string =>
  `<row r="${r}">${cellules.map((c, i) => cellule(String.fromCharCode(65 + i) + r, c)).join('')}</row>`;

/** Un classeur d’options et d’élèves, dont la feuille dépasse 512 ko dès quelques milliers de lignes. */
export const longClasseur = (lignes: number): Uint8Array<ArrayBuffer> =>
  xlsx([
    {
      xml:
        ligne(1, ['code_obg', 'mode', 'eleves', 'remarque']) +
        Array.from({ length: lignes }, (_, i) =>
          ligne(i + 2, ['2115', i % 2 === 0 ? 'PE' : 'ALT', 1, `ligne ${i} l’école – n° ${i}`]),
        ).join(''),
    },
  ]);

/** 1,7 ko, et une seule cellule, la dernière d’Excel. */
export const celluleAuBout = (): Uint8Array<ArrayBuffer> =>
  xlsx([{ xml: `<row r="1048576">${cellule('XFD1048576', 'x')}</row>` }]);

/** Quelques centaines de kilo-octets qui en déplient des centaines de mégas. */
export const bombe = (octets: number): Uint8Array<ArrayBuffer> => {
  const fichiers = fichiersXlsx([{ xml: '' }]);
  const feuille = new Uint8Array(octets).fill(0x20);
  feuille.set(strToU8('<worksheet><sheetData>'));
  return zipSync({ ...fichiers, 'xl/worksheets/sheet1.xml': feuille }) as Uint8Array<ArrayBuffer>;
};
