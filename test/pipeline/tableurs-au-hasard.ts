import fc from 'fast-check';
import type { ReponseDImport } from '../../src/edition/import/reponses.ts';
import { cellule, xlsx } from '../unit/edition/classeurs.ts';

/** Une ligne connue : sa clé et ses élèves. */
export interface Ligne {
  readonly annee: string;
  readonly fase: string;
  readonly code: string;
  readonly etude: string;
  readonly mode: string;
  readonly eleves: number;
}

/** Un fichier tiré au sort, la table qu’il dit, et s’il se lit de deux façons. */
export interface Tire {
  /** Le dégât qu’il porte. */
  readonly sorte: string;
  readonly octets: Uint8Array;
  readonly table: readonly Ligne[];
  /** Rien ne départage deux lectures : l’import doit s’arrêter, ou refuser les lignes qui en dépendent. */
  readonly ambigu: boolean;
  /** Ce qu’on répond à la question : l’import donne alors `table`, moins les lignes qu’il refuse. */
  readonly reponse?: ReponseDImport;
}

/** Des numéros qui se recouvrent : une école et une implantation, une implantation et un code. */
export const FASES = ['31', '32', '1207', '2115', '4101'];
export const CODES = ['1207', '2115', '8123', '3423'];

export const CHAMPS = ['annee', 'fase', 'code', 'etude', 'mode', 'eleves'] as const;
export type Champ = (typeof CHAMPS)[number];

const NOMS: Readonly<Record<Champ, readonly string[]>> = {
  annee: ['Année scolaire', 'annee_scolaire', 'AS', 'ANNÉE  SCOLAIRE'],
  fase: ['FASE implantation', 'N° FASE de l’implantation', 'FASE impl.', 'FASE', 'Implantation'],
  code: ['Code OBG', 'OBG', 'code_obg', 'Code option', 'Option'],
  etude: ['Année d’étude', 'Année d’études', 'Année'],
  mode: ['Mode', 'Filière', 'PE/ALT'],
  eleves: ['Élèves', 'Nombre d’élèves', 'Nb élèves', 'Effectif', 'Effectifs'],
};

const ligne: fc.Arbitrary<Ligne> = fc.record({
  annee: fc.constantFrom('2022-2023', '2023-2024'),
  fase: fc.constantFrom(...FASES),
  code: fc.constantFrom(...CODES),
  etude: fc.constantFrom('3', '4', '5', '6'),
  mode: fc.constantFrom('PE', 'ALT'),
  eleves: fc.oneof(fc.nat(60), fc.integer({ min: 1000, max: 1300 })),
});

export const cleDe = ({ annee, fase, code, etude, mode }: Ligne): string =>
  [annee, fase, code, etude, mode].join('/');

/** Une table connue. */
export const tables = fc.uniqueArray(ligne, { selector: cleDe, minLength: 1, maxLength: 9 });

const INTRUSES = [
  ...(['rien', 'commune', 'intitulé', 'même', 'rien', 'commune'] as const),
  ...(['effectif', 'école', 'sexe'] as const),
];

export const forme = fc.record({
  noms: fc.record(
    Object.fromEntries(CHAMPS.map((champ) => [champ, fc.constantFrom(...NOMS[champ])])) as Record<
      Champ,
      fc.Arbitrary<string>
    >,
  ),
  ordre: fc.shuffledSubarray([...CHAMPS], { minLength: CHAMPS.length }),
  intruse: fc.constantFrom(...INTRUSES),
  nombre: fc.constantFrom('12', '12.0', '12,00', '1 200', '1.200', '1,200'),
  annee: fc.constantFrom(
    ...['2023-2024', '2023/24', '2023 - 2024', '2023-2024', '2023/24', '2023'],
  ),
  etude: fc.constantFrom('', 'e', 'e année', '.0'),
  titres: fc.array(
    fc.constantFrom('Effectifs; par école, 2024', 'Année scolaire 2023-2024', 'Élèves', '', 'a|b'),
    { maxLength: 5 },
  ),
  fins: fc.array(fc.constantFrom('total', 'note', 'vide', 'entete', 'somme'), { maxLength: 4 }),
});
export type Forme = typeof forme extends fc.Arbitrary<infer F> ? F : never;

export const contenant = fc.record({
  genre: fc.constantFrom('csv', 'csv', 'csv', 'xlsx'),
  signe: fc.constantFrom(';', ',', '\t', '|'),
  annonce: fc.boolean(),
  saut: fc.constantFrom('\n', '\r\n', '\r'),
  codage: fc.constantFrom('utf8', 'bom', 'utf16le', 'utf16be', 'windows-1252', 'macintosh'),
  nu: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  autour: fc.constantFrom('rien', 'cachée', 'lisez-moi', 'cachée', 'double'),
  fusion: fc.boolean(),
});
export type Contenant = typeof contenant extends fc.Arbitrary<infer C> ? C : never;

const ecrireNombre = (n: number, facon: string): string => {
  if (facon === '12.0') return `${n}.0`;
  if (facon === '12,00') return `${n},00`;
  if (facon === '12' || n < 1000) return String(n);
  const signe = facon[1] ?? '';
  return `${Math.floor(n / 1000)}${signe}${String(n % 1000).padStart(3, '0')}`;
};

const ecrireAnnee = (annee: string, facon: string): string => {
  if (facon === '2023') return annee.slice(0, 4);
  if (facon === '2023/24') return `${annee.slice(0, 4)}/${annee.slice(7)}`;
  return annee.replace('-', facon === '2023-2024' ? '-' : ' - ');
};

/** Les rangées de données, et la colonne intruse qui leur dispute un nom ou les dédouble. */
function donnees(table: readonly Ligne[], f: Forme): string[][] {
  const cellules = (l: Ligne): Record<Champ, string> => ({
    ...l,
    annee: ecrireAnnee(l.annee, f.annee),
    etude: l.etude + f.etude,
    eleves: ecrireNombre(l.eleves, f.nombre),
  });
  const ecrire = (l: Ligne, intruse: string) => [
    intruse,
    ...f.ordre.map((champ) => cellules(l)[champ]),
  ];
  return table.flatMap((l, i) => {
    if (f.intruse === 'sexe') {
      const filles = Math.floor(l.eleves / 3);
      return [
        ecrire({ ...l, eleves: filles }, 'F'),
        ecrire({ ...l, eleves: l.eleves - filles }, 'G'),
      ];
    }
    const valeurs = {
      rien: '',
      commune: 'Liège',
      intitulé: 'Électricien',
      effectif: String(l.eleves + 1),
      école: FASES[i % FASES.length] ?? '',
      même: cellules(l).eleves,
    };
    return [ecrire(l, valeurs[f.intruse])];
  });
}

const TITRES_INTRUS = {
  rien: '',
  commune: 'Commune',
  intitulé: 'Code de l’option',
  effectif: 'nb d’élèves',
  école: 'FASE',
  sexe: 'Sexe',
  même: 'nb d’élèves',
} as const;

/** Toutes les rangées d’un fichier, et le rang de son en-tête. */
export function rangeesDe(
  table: readonly Ligne[],
  f: Forme,
): { rangees: string[][]; debut: number } {
  const entete = [TITRES_INTRUS[f.intruse], ...f.ordre.map((champ) => f.noms[champ])];
  const total = table.reduce((n, l) => n + l.eleves, 0);
  const place = f.ordre.indexOf('eleves') + 1;
  const vide = () => entete.map(() => '');
  const fins = f.fins.map((fin) => {
    if (fin === 'entete') return entete;
    if (fin === 'note') return vide().with(0, 'Source : service statistique');
    if (fin === 'vide') return vide();
    return vide()
      .with(place, String(total))
      .with(place === 1 ? 2 : 1, fin === 'total' ? 'TOTAL' : 'Ensemble');
  });
  const titres = f.titres.map((titre) => vide().with(0, titre));
  return { rangees: [...titres, entete, ...donnees(table, f), ...fins], debut: titres.length };
}

const encoder = (texte: string, codage: Contenant['codage']): Uint8Array => {
  if (codage === 'utf8') return Buffer.from(texte);
  if (codage === 'bom') return Buffer.from(`\uFEFF${texte}`);
  if (codage === 'utf16le') return Buffer.from(`\uFEFF${texte}`, 'utf16le');
  if (codage === 'utf16be') return Buffer.from(`\uFEFF${texte}`, 'utf16le').swap16();
  const decodeur = new TextDecoder(codage);
  const octets = new Map(
    Array.from({ length: 256 }, (_, octet) => [decodeur.decode(Uint8Array.of(octet)), octet]),
  );
  return Uint8Array.from(texte, (signe) => octets.get(signe) ?? 0x3f);
};

/** Des rangées en CSV. */
export function enCsv(rangees: readonly string[][], c: Contenant): Uint8Array {
  const citer = (texte: string) =>
    c.nu || !/[;,\t|"\n]/.test(texte) ? texte : `"${texte.replaceAll('"', '""')}"`;
  const lignes = rangees.map((rangee) => rangee.map(citer).join(c.signe));
  const annonce = c.annonce ? [`sep=${c.signe}`] : [];
  return encoder([...annonce, ...lignes, ''].join(c.saut), c.codage);
}

export const A = 'ABCDEFGHIJ';

/** Des rangées en feuille de classeur. */
export const feuille = (rangees: readonly string[][], fusions: readonly string[] = []): string => {
  const lignes = rangees.map((rangee, i) => {
    const cellules = rangee.map((texte, j) =>
      texte === '' ? '' : cellule(`${A[j]}${i + 1}`, texte.replaceAll('&', '&amp;')),
    );
    return `<row r="${i + 1}">${cellules.join('')}</row>`;
  });
  const refs = fusions.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet><sheetData>${lignes.join('')}</sheetData><mergeCells>${refs}</mergeCells></worksheet>`;
};

/** Fusionne les cellules égales et voisines de la colonne des années. */
function fusionner(rangees: readonly string[][], debut: number, place: number, n: number) {
  const troues = rangees.map((rangee) => [...rangee]);
  const refs: string[] = [];
  for (let haut = debut + 1; haut <= debut + n; ) {
    let bas = haut;
    while (bas < debut + n && rangees[bas + 1]?.[place] === rangees[haut]?.[place]) bas++;
    for (let i = haut + 1; i <= bas; i++) troues[i]?.splice(place, 1, '');
    if (bas > haut) refs.push(`${A[place]}${haut + 1}:${A[place]}${bas + 1}`);
    haut = bas + 1;
  }
  return { troues, refs };
}

function enXlsx(table: readonly Ligne[], f: Forme, c: Contenant): Uint8Array {
  const { rangees, debut } = rangeesDe(table, f);
  const n = table.length * (f.intruse === 'sexe' ? 2 : 1);
  const place = f.ordre.indexOf('annee') + 1;
  const { troues, refs } = c.fusion
    ? fusionner(rangees, debut, place, n)
    : { troues: rangees, refs: [] };
  const bonne = { nom: 'Effectifs', xml: feuille(troues, refs) };
  const fausse = table.map((l) => ({ ...l, eleves: l.eleves + 7 }));
  const autre = feuille(rangeesDe(fausse, f).rangees);
  if (c.autour === 'cachée') return xlsx([{ nom: 'Vieux', etat: 'hidden', xml: autre }, bonne]);
  if (c.autour === 'lisez-moi') {
    return xlsx([{ nom: 'Lisez-moi', xml: feuille([['Élèves'], ['à lire']]) }, bonne]);
  }
  return xlsx(c.autour === 'double' ? [bonne, { nom: 'Bis', xml: autre }] : [bonne]);
}

/** Un fichier se lit de deux façons : un nombre, une année, deux colonnes, deux feuilles. */
const estAmbigu = (table: readonly Ligne[], f: Forme, c: Contenant): boolean =>
  ['école', 'sexe', 'effectif'].includes(f.intruse) ||
  f.annee === '2023' ||
  (/^1[.,]200$/.test(f.nombre) && table.some(({ eleves }) => eleves >= 1000)) ||
  (c.genre === 'xlsx' && c.autour === 'double');

/** Un fichier de tous les dégâts à la fois. */
export const mele: fc.Arbitrary<Tire> = fc.tuple(tables, forme, contenant).map(([table, f, c]) => ({
  sorte: 'mêlé',
  table,
  ambigu: estAmbigu(table, f, c) || (c.genre === 'csv' && c.nu),
  octets: c.genre === 'xlsx' ? enXlsx(table, f, c) : enCsv(rangeesDe(table, f).rangees, c),
}));
