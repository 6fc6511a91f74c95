import { FichierRefuse } from './bornes.ts';

const REENREGISTRER = 'Ouvrez-le dans un tableur et enregistrez-le en XLSX ou en CSV.';
const IMAGE = [
  'c’est une image',
  'Demandez le tableau dont elle vient, ou recopiez-le dans un tableur.',
] as const;
const ARCHIVE = [
  'c’est une archive comprimée',
  'Décompressez-la, puis donnez le fichier qu’elle contient.',
] as const;

/** Ce que disent les premiers octets d’un fichier qui n’est pas un tableau. */
const DEBUTS: readonly (readonly [debut: string, quoi: string, remede: string])[] = [
  ['%PDF', 'c’est un PDF', 'Demandez le tableau dont il vient, en XLSX ou en CSV.'],
  ['\x89PNG', ...IMAGE],
  ['\xff\xd8\xff', ...IMAGE],
  ['GIF8', ...IMAGE],
  ['II*\0', ...IMAGE],
  ['MM\0*', ...IMAGE],
  ['\x1f\x8b', ...ARCHIVE],
  ['7z\xbc\xaf', ...ARCHIVE],
  ['Rar!\x1a', ...ARCHIVE],
  ['\xfd7zXZ\0', ...ARCHIVE],
  ['BZh9', ...ARCHIVE],
  ['\x28\xb5\x2f\xfd', ...ARCHIVE],
  ['{\\rtf', 'c’est un texte mis en forme (RTF)', REENREGISTRER],
  ['PAR1', 'c’est un fichier Parquet', 'Exportez-le en CSV.'],
  ['SQLite format 3', 'c’est une base SQLite', 'Exportez sa table en CSV.'],
  ['ID;PWXL', 'c’est un fichier SYLK (.slk)', REENREGISTRER],
  ['ID;PCALC', 'c’est un fichier SYLK (.slk)', REENREGISTRER],
  ['TABLE\r\n0,1', 'c’est un fichier DIF', REENREGISTRER],
  ['TABLE\n0,1', 'c’est un fichier DIF', REENREGISTRER],
];

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const ZIP = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];
const TAILLE = 16;

const refuser = (quoi: string, remede: string): FichierRefuse =>
  new FichierRefuse(`ce n’est ni un CSV ni un XLSX lisible, ${quoi}. ${remede}`);

/** Un classeur abîmé : ni ses cellules ni ses feuilles ne se retrouvent. */
export const abime = (cause?: unknown): FichierRefuse =>
  new FichierRefuse(
    'ce n’est ni un CSV ni un XLSX lisible : le classeur est abîmé ou incomplet. ' +
      'Ouvrez-le dans un tableur et enregistrez-le de nouveau en XLSX.',
    { cause },
  );

/** Les anciens formats d’Office et les classeurs protégés ont la même enveloppe. */
function refusDOle(octets: Uint8Array): FichierRefuse {
  const noms = new TextDecoder('utf-16le').decode(octets);
  if (noms.includes('EncryptedPackage')) {
    return refuser(
      'c’est un classeur protégé par un mot de passe',
      'Ouvrez-le, retirez le mot de passe (Fichier, Informations), et enregistrez-le en XLSX.',
    );
  }
  if (noms.includes('WordDocument')) return refuser('c’est un document Word', REENREGISTRER);
  return refuser('c’est l’ancien format d’Excel (.xls)', REENREGISTRER);
}

/** Les archives qui ressemblent à un XLSX, par un fichier qu’elles contiennent. */
const PARENTS: readonly (readonly [contenu: RegExp, quoi: string, remede: string])[] = [
  [/^xl\/workbook\.bin$/, 'c’est un classeur binaire d’Excel (.xlsb)', REENREGISTRER],
  [/^content\.xml$/, 'c’est un fichier OpenDocument (.ods)', REENREGISTRER],
  [/^word\//, 'c’est un document Word', 'Copiez son tableau dans un tableur.'],
  [/^ppt\//, 'c’est une présentation', 'Copiez son tableau dans un tableur.'],
  [/^Index(\.zip$|\/)/, 'c’est un document Numbers', 'Exportez-le en XLSX ou en CSV.'],
];

/**
 * Ce qu’est une archive ZIP qui n’a pas de classeur.
 * @param noms les fichiers qu’elle contient
 */
export function refusDArchive(noms: readonly string[]): FichierRefuse {
  const parent = PARENTS.find(([contenu]) => noms.some((nom) => contenu.test(nom)));
  if (parent) return refuser(parent[1], parent[2]);
  return noms.length > 0 ? refuser(...ARCHIVE) : abime();
}

/**
 * Reconnaît un fichier à ses premiers octets, jamais à son nom.
 * @throws FichierRefuse si ce n’est ni un classeur ni du texte
 */
export function formatDuFichier(octets: Uint8Array): 'classeur' | 'texte' {
  const debut = String.fromCharCode(...octets.subarray(0, TAILLE));
  if (debut === '') throw new FichierRefuse('le fichier est vide. Vérifiez que c’est le bon.');
  if (ZIP.some((signature) => debut.startsWith(signature))) return 'classeur';
  if (debut.startsWith(OLE)) throw refusDOle(octets);
  const connu = DEBUTS.find(([octetsConnus]) => debut.startsWith(octetsConnus));
  if (connu) throw refuser(connu[1], connu[2]);
  if (/^RIFF....WEBP|^....ftyp/s.test(debut)) throw refuser(...IMAGE);
  if (/^(\xef\xbb\xbf)?\s*<[!?a-z]/i.test(debut)) {
    throw refuser('c’est une page web ou du XML', REENREGISTRER);
  }
  if (/^(\xef\xbb\xbf)?\s*[[{]\s*["{[]/.test(debut)) {
    throw refuser('c’est du JSON', 'Exportez-le en CSV.');
  }
  return 'texte';
}

/** Un texte sans octet nul ; un fichier binaire en a. */
export function exigerTexte(texte: string): string {
  if (!texte.includes('\0')) return texte;
  throw refuser('son contenu n’est pas du texte', REENREGISTRER);
}
