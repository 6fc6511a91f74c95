import { FichierRefuse } from './bornes.ts';
import { exigerTexte } from './format.ts';

/** Un texte reçu, et ce qu’il a fallu supposer ou laisser pour le lire. */
export interface TexteLu {
  readonly texte: string;
  readonly remarques: readonly string[];
}

/** L’encodage d’un fichier, et ce qu’il a fallu supposer. */
export interface Encodage {
  readonly nom: string;
  readonly remarques: readonly string[];
}

const CITEES = 20;
const EN_UTF8 = 'Enregistrez le fichier en « CSV UTF-8 ».';
const PERDU = '\uFFFD';

const MINUSCULES = 'éèêëàâçîïôöûùüœ';
const MAJUSCULES = 'ÉÈÊËÀÂÇÎÏÔÖÛÙÜŒ';
const SIGNES = '«»‘“”–—…€°²³·§×\u00a0';
/** Les octets de MS-DOS qui disent une lettre française. */
const MS_DOS = new Map(
  Object.entries({
    ...{ é: 0x82, è: 0x8a, ê: 0x88, ë: 0x89, à: 0x85, â: 0x83, ç: 0x87, î: 0x8c, ï: 0x8b },
    ...{ ô: 0x93, û: 0x96, ù: 0x97, É: 0x90, È: 0xd4, À: 0xb7, Ç: 0x80, '°': 0xf8 },
  }).map(([lettre, octet]) => [octet, lettre]),
);

/** Un accent encodé deux fois, par Windows-1252 ou par Mac OS Roman. */
const DOUBLE =
  /Ã[\u0080-¿ŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|Â[\u00a0«»°§²³]|â€[™œ˜¦“”\u009d]|√[^ -~\s]|‚Ä[ôúùì¶]|Å[’“¸]|ï»¿|ï¿½/;

const UTF16 = ['utf-16le', 'utf-16be'] as const;

/** L’UTF-16 se reconnaît à sa marque, ou à un octet nul sur deux. */
function utf16De(octets: Uint8Array): (typeof UTF16)[number] | null {
  if (octets[0] === 0xff && octets[1] === 0xfe) return 'utf-16le';
  if (octets[0] === 0xfe && octets[1] === 0xff) return 'utf-16be';
  const debut = octets.subarray(0, 400);
  const nuls = [0, 0];
  for (const [i, octet] of debut.entries()) if (octet === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  const [pairs = 0, impairs = 0] = nuls;
  if (debut.length < 20) return null;
  if (impairs > debut.length / 4 && pairs === 0) return 'utf-16le';
  return pairs > debut.length / 4 && impairs === 0 ? 'utf-16be' : null;
}

/** Le numéro de la ligne où est une place d’un texte. */
function ligneDe(texte: string, place: number): number {
  const saut = texte.includes('\n') ? '\n' : '\r';
  return texte.slice(0, place).split(saut).length;
}

function lignesPerdues(texte: string): number[] {
  const saut = texte.includes('\n') ? '\n' : '\r';
  return texte.split(saut).flatMap((ligne, i) => (ligne.includes(PERDU) ? [i + 1] : []));
}

/** Le pas de l’échantillon : un octet haut, entre ses deux voisins, et un saut. */
const PAS = 4;
const OCTETS_HAUTS = 30_000;

function echantillon(octets: Uint8Array): Uint8Array {
  const pris: number[] = [];
  for (const [i, octet] of octets.entries()) {
    if (octet < 0x80) continue;
    pris.push(octets[i - 1] ?? 0x20, octet, octets[i + 1] ?? 0x20, 0x0a);
    if (pris.length >= PAS * OCTETS_HAUTS) break;
  }
  return Uint8Array.from(pris);
}

const LETTRE = /\p{L}/u;
const estMajuscule = (signe: string): boolean => /\p{Lu}/u.test(signe);
const estMinuscule = (signe: string): boolean => /\p{Ll}/u.test(signe);

/** Ce qu’un signe, entre ses voisins, a de français : « é » dans « année », pas dans « ANNéE ». */
function pointsDe(avant: string, signe: string, apres: string): number {
  const [suit, precede] = [LETTRE.test(avant), LETTRE.test(apres)];
  const seul = !suit && !precede && !/[àÀ]/.test(signe);
  if (MINUSCULES.includes(signe)) {
    const crie = estMajuscule(apres) || (estMajuscule(avant) && !estMinuscule(apres));
    return seul || crie ? -2 : 2;
  }
  if (MAJUSCULES.includes(signe)) {
    if (seul || estMinuscule(avant)) return -2;
    return estMajuscule(avant) || estMajuscule(apres) ? 2 : 1;
  }
  if (signe === '’') return 2;
  if (SIGNES.includes(signe)) return suit && precede ? -2 : 2;
  return /[À-ÖØ-öø-ÿ]/.test(signe) ? 0 : -2;
}

function points(texte: string): number {
  let total = 0;
  for (let i = 0; i < texte.length; i += PAS) {
    total += pointsDe(texte[i] ?? '', texte[i + 1] ?? '', texte[i + 2] ?? '');
  }
  return total;
}

const enDos = (octets: Uint8Array): string =>
  [...octets].map((o) => (o < 0x80 ? String.fromCharCode(o) : (MS_DOS.get(o) ?? PERDU))).join('');

/** L’encodage d’un octet dont l’échantillon, décodé, ressemble le plus à du français. */
function encodageSurUnOctet(pris: Uint8Array): Encodage {
  const essayer = (nom: string) => points(new TextDecoder(nom).decode(pris));
  const [latin, mac, msdos] = [essayer('windows-1252'), essayer('macintosh'), points(enDos(pris))];
  if (msdos > Math.max(latin, mac)) {
    throw new FichierRefuse(`le fichier est en MS-DOS (page 850). ${EN_UTF8}`);
  }
  if (Math.max(latin, mac) < 0) {
    throw new FichierRefuse(`l’encodage du fichier ne se reconnaît pas. ${EN_UTF8}`);
  }
  const [nom, dit] = mac > latin ? ['macintosh', 'Mac OS Roman'] : ['windows-1252', 'Windows-1252'];
  return { nom, remarques: [`Le fichier n’est pas en UTF-8 : il est lu en ${dit}.`] };
}

function lireSurUnOctet(octets: Uint8Array): TexteLu {
  const { nom, remarques } = encodageSurUnOctet(echantillon(octets));
  return { texte: new TextDecoder(nom).decode(octets), remarques };
}

/** De l’UTF-8 où quelques octets n’en sont pas : leurs lignes se disent, leurs cellules se perdent. */
function direPertes(lignes: readonly number[]): readonly string[] {
  const reste = lignes.length > CITEES ? ` et ${lignes.length - CITEES} autres` : '';
  const ou = `${lignes.length > 1 ? 'Lignes' : 'Ligne'} ${lignes.slice(0, CITEES).join(', ')}${reste}`;
  return [
    `${ou} : un octet n’est pas de l’UTF-8, quand le reste en est ; une cellule « ${PERDU} » ne se lit pas.`,
  ];
}

function decoder(octets: Uint8Array): TexteLu {
  const utf16 = utf16De(octets);
  if (utf16) {
    const remarques = ['Le fichier est lu en UTF-16.'];
    return { texte: new TextDecoder(utf16).decode(octets), remarques };
  }
  try {
    const texte = new TextDecoder('utf-8', { fatal: true }).decode(octets);
    return { texte, remarques: [] };
  } catch {
    const texte = new TextDecoder('utf-8').decode(octets);
    const perdus = texte.split(PERDU).length - 1;
    const hauts = texte.match(/[^\0-\x7f\uFFFD]/gu)?.length ?? 0;
    if (hauts <= perdus) return lireSurUnOctet(octets);
    return { texte, remarques: direPertes(lignesPerdues(texte)) };
  }
}

async function estEnUtf8(morceaux: AsyncIterable<Uint8Array>): Promise<boolean> {
  const decodeur = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const morceau of morceaux) decodeur.decode(morceau, { stream: true });
    decodeur.decode();
    return true;
  } catch (cause) {
    if (cause instanceof TypeError) return false;
    throw cause;
  }
}

/**
 * L’encodage d’un fichier trop long pour être tenu en mémoire, jugé comme celui d’un autre.
 * @param ouvrir rend ses octets, du début, à chaque appel
 * @throws FichierRefuse si aucun encodage ne convient
 */
export async function encodageDe(ouvrir: () => AsyncIterable<Uint8Array>): Promise<Encodage> {
  for await (const debut of ouvrir()) {
    const utf16 = utf16De(debut);
    if (utf16) return { nom: utf16, remarques: ['Le fichier est lu en UTF-16.'] };
    break;
  }
  if (await estEnUtf8(ouvrir())) return { nom: 'utf-8', remarques: [] };
  const decodeur = new TextDecoder('utf-8');
  const hauts: number[] = [];
  const perdues: number[] = [];
  let [lettres, octetsPerdus, ligne] = [0, 0, 1];
  for await (const morceau of ouvrir()) {
    if (hauts.length < PAS * OCTETS_HAUTS)
      for (const octet of echantillon(morceau)) hauts.push(octet);
    const texte = decodeur.decode(morceau, { stream: true });
    octetsPerdus += texte.split(PERDU).length - 1;
    lettres += texte.match(/[^\0-\x7f\uFFFD]/gu)?.length ?? 0;
    if (perdues.length <= CITEES) perdues.push(...lignesPerdues(texte).map((n) => n + ligne - 1));
    ligne += texte.split('\n').length - 1;
  }
  if (lettres > octetsPerdus) return { nom: 'utf-8', remarques: direPertes(perdues) };
  return encodageSurUnOctet(Uint8Array.from(hauts.slice(0, PAS * OCTETS_HAUTS)));
}

/** L’accent encodé deux fois d’un texte, s’il y en a un. */
export const accentDouble = (texte: string): string | null => texte.match(DOUBLE)?.[0] ?? null;

/** Pourquoi un texte aux accents encodés deux fois ne se lit pas. */
export const direAccentDouble = (ou: string, accent: string): string =>
  `${ou} : « ${accent} » vient d’un accent encodé deux fois, ou de deux encodages mêlés. ` +
  'Repartez du fichier d’origine, et enregistrez-le en « CSV UTF-8 » ou en XLSX.';

/**
 * Le texte d’un fichier reçu, en UTF-8, UTF-16, Windows-1252 ou Mac OS Roman. Ce qui n’est pas de
 * l’UTF-8 est vérifié : le texte obtenu doit ressembler à du français.
 * @throws FichierRefuse si aucun encodage ne convient, ou si les accents sont encodés deux fois
 */
export function lireEncodage(octets: Uint8Array): TexteLu {
  const lu = decoder(octets);
  exigerTexte(lu.texte);
  const accent = DOUBLE.exec(lu.texte);
  if (!accent) return lu;
  const ou = `ligne ${ligneDe(lu.texte, accent.index)}`;
  throw new FichierRefuse(direAccentDouble(ou, accent[0]));
}
