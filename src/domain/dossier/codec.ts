import { distanceDeFrappe } from '../recherche/distance.ts';
import { FICHIER_MAX, LIEN_MAX } from './bornes.ts';
import { compacter, deplierDossier } from './compacter.ts';
import type { Ecarts } from './ecarts.ts';
import type { Dossier } from './panier.ts';

/** `#dossier=<version>.<contrôle>.<contenu>` ; le contenu est du JSON en base64 d’URL. */
const NOM = 'dossier';
export const VERSION = 1;

/** Ce que lire un dossier peut donner ; `illisible` porte la phrase à montrer. */
export type Lu =
  | { readonly genre: 'absent' }
  | DossierLu
  | { readonly genre: 'illisible'; readonly message: string };

export interface DossierLu {
  readonly genre: 'dossier';
  readonly dossier: Dossier;
  /** Ce que le lien ou le fichier portait en trop. */
  readonly ecarts?: Ecarts;
  /** Quand un navigateur l’a gardé, s’il en vient. */
  readonly le?: string;
}

/** FNV-1a sur 32 bits : un caractère changé ou perdu se voit. */
function controle(texte: string): string {
  let h = 0x811c9dc5;
  for (const caractere of texte) {
    h = Math.imul(h ^ (caractere.codePointAt(0) ?? 0), 0x01000193);
  }
  return (h >>> 0).toString(36);
}

function versBase64(texte: string): string {
  const octets = new TextEncoder().encode(texte);
  const binaire = Array.from(octets, (octet) => String.fromCharCode(octet)).join('');
  return btoa(binaire).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function deBase64(texte: string): string {
  const binaire = atob(texte.replaceAll('-', '+').replaceAll('_', '/'));
  const octets = Uint8Array.from(binaire, (c) => c.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(octets);
}

/** Ce qui suit `#` dans l’adresse d’un dossier. */
export function encoderDossier(dossier: Dossier): string {
  const contenu = versBase64(JSON.stringify(compacter(dossier)));
  return `${NOM}=${VERSION}.${controle(contenu)}.${contenu}`;
}

const ILLISIBLE: Lu = {
  genre: 'illisible',
  message:
    'Ce lien de dossier est abîmé : il a sans doute été coupé en route. Demandez qu’on vous ' +
    'renvoie le lien entier, ou le fichier du dossier.',
};

const TROP_LONG: Lu = {
  genre: 'illisible',
  message: 'Ce lien de dossier est trop long pour être lu. Demandez plutôt le fichier du dossier.',
};

const TROP_RECENT: Lu = {
  genre: 'illisible',
  message:
    'Ce dossier vient d’une version plus récente du site. Rechargez la page, puis rouvrez le lien.',
};

/** Ce qui suit `#`, en clair : une messagerie peut avoir récrit « = » en « %3D ». */
function enClair(hash: string): string {
  const texte = hash.replace(/^#/, '').trim();
  if (!/%[0-9a-f]{2}/i.test(texte)) return texte;
  try {
    return decodeURIComponent(texte);
  } catch {
    return texte;
  }
}

const cleDe = (part: string): string => part.slice(0, part.indexOf('=')).toLowerCase();

/** Un dossier, même abîmé : son nom à deux fautes près, ou suivi d’autre chose que « = ». */
const ressemble = (part: string): boolean =>
  part.includes('=')
    ? distanceDeFrappe(cleDe(part), NOM, 2) <= 2
    : /^dossier(?:$|%|\W?\d+\.)/i.test(part);

/**
 * Lit ce qui suit `#`. Un lien abîmé, tronqué ou d’une autre version donne une phrase ; une ancre
 * ordinaire de la page, ou la marque de suivi d’une lettre, n’est pas un dossier.
 */
export function decoderDossier(hash: string): Lu {
  const trop = hash.length > LIEN_MAX;
  const parts = enClair(trop ? hash.slice(0, 200) : hash).split('&');
  const part = parts.find((une) => cleDe(une) === NOM) ?? parts.find(ressemble);
  if (part === undefined) return { genre: 'absent' };
  if (trop) return TROP_LONG;
  const [version = '', somme, brut = ''] = part.slice(part.indexOf('=') + 1).split('.');
  if (/^\d{1,9}$/.test(version) && Number(version) > VERSION) return TROP_RECENT;
  // Une phrase a pu coller sa ponctuation à la fin du lien.
  const [contenu = ''] = brut.match(/^[\w-]+/) ?? [];
  if (Number(version) !== VERSION || contenu === '' || controle(contenu) !== somme) {
    return ILLISIBLE;
  }
  try {
    return { genre: 'dossier', ...deplierDossier(JSON.parse(deBase64(contenu))) };
  } catch {
    return ILLISIBLE;
  }
}

const FORMAT = 'oad-ouvert/dossier';

/**
 * Le fichier d’un dossier, en JSON lisible.
 * @param le quand ce navigateur le garde, pour celui qui y reste
 */
export const ecrireFichier = (dossier: Dossier, le?: string): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, le, contenu: compacter(dossier) }, null, 1)}\n`;

const ETRANGER: Lu = {
  genre: 'illisible',
  message:
    'Ce fichier n’est pas un dossier d’OAD ouvert. Choisissez celui que le bouton « Enregistrer ' +
    'le dossier » a produit.',
};

/** Lit le fichier d’un dossier ; un autre fichier, ou un trop gros, donne une phrase. */
export function lireFichierDeDossier(texte: string): Lu {
  if (texte.length > FICHIER_MAX) return ETRANGER;
  try {
    const lu = JSON.parse(texte) as Record<string, unknown> | null;
    if (lu?.format !== FORMAT) return ETRANGER;
    if (typeof lu.version === 'number' && lu.version > VERSION) return TROP_RECENT;
    const le = typeof lu.le === 'string' ? { le: lu.le.slice(0, 40) } : {};
    return { genre: 'dossier', ...deplierDossier(lu.contenu), ...le };
  } catch {
    return ETRANGER;
  }
}
