import type { Groupement, Mode } from '../normes/types.ts';
import { CARACTERES } from '../tables/formes.ts';
import type { BesoinsCoches, ChoixDuLieu, LigneMienne, MesDonnees } from './lieu.ts';
import { type Demande, type Dossier, PIECES, type Reponses, SANS_REPONSE } from './panier.ts';

/** `#dossier=<version>.<contrôle>.<contenu>` ; le contenu est du JSON en base64 d’URL. */
const CLE = 'dossier=';
export const VERSION = 1;

const MODES: readonly Mode[] = ['PE', 'PE-ALT', 'ALT'];
const GROUPEMENTS: readonly Groupement[] = ['seule', '1/3', '2/3', 'toutes'];
const CLES_REPONSE = Object.keys(SANS_REPONSE) as readonly (keyof Reponses)[];
const DEMANDES_MAX = 200;

/** Ce que lire un dossier peut donner ; `illisible` porte la phrase à montrer. */
export type Lu =
  | { readonly genre: 'absent' }
  | { readonly genre: 'dossier'; readonly dossier: Dossier }
  | { readonly genre: 'illisible'; readonly message: string };

type Compact = readonly unknown[];

const trois = (reponse: boolean | null): number => (reponse === null ? 0 : reponse ? 1 : 2);
const deTrois = (n: unknown): boolean | null => (n === 1 ? true : n === 2 ? false : null);

const compacterDemande = ({ code, type, mode, groupement, attendus, note, reponses }: Demande) => [
  Number(code),
  type === 'Dédoublement' ? 1 : 0,
  MODES.indexOf(mode),
  GROUPEMENTS.indexOf(groupement),
  attendus ?? -1,
  note,
  CLES_REPONSE.reduce((n, cle) => n * 3 + trois(reponses[cle]), 0),
];

const compacterMiennes = (m: MesDonnees): Compact => [
  m.nom,
  m.commune,
  m.caractere === null ? -1 : CARACTERES.indexOf(m.caractere),
  trois(m.internat),
  trois(m.cefa),
  m.options.map(({ code, pe, alt }) => [Number(code), pe, alt]),
  m.besoins && [m.besoins.tc.map(Number), m.besoins.fc.map(Number)],
];

const compacterLieu = (lieu: ChoixDuLieu | null): unknown =>
  lieu?.genre === 'implantation' ? lieu.fase : lieu && compacterMiennes(lieu.donnees);

const compacter = ({ lieu, demandes, pieces, edition }: Dossier): Compact => [
  edition,
  compacterLieu(lieu),
  demandes.map(compacterDemande),
  pieces.map((piece) => PIECES.indexOf(piece)),
];

const estListe = (x: unknown): x is readonly unknown[] => Array.isArray(x);
const texteDe = (x: unknown): string => (typeof x === 'string' ? x : '');
const entierDe = (x: unknown): number => (Number.isInteger(x) ? (x as number) : -1);
const codeDe = (x: unknown): string => {
  const code = entierDe(x);
  if (code < 1000 || code > 9999) throw new RangeError(`code ${String(x)}`);
  return String(code);
};

function deplierReponses(n: number): Reponses {
  let reste = n;
  const reponses: Record<string, boolean | null> = {};
  for (const cle of CLES_REPONSE.toReversed()) {
    reponses[cle] = deTrois(reste % 3);
    reste = Math.floor(reste / 3);
  }
  return reponses as unknown as Reponses;
}

function deplierDemande(x: unknown): Demande {
  const [code, type, mode, groupement, attendus, note, reponses] = estListe(x) ? x : [];
  const prevus = entierDe(attendus);
  return {
    code: codeDe(code),
    type: type === 1 ? 'Dédoublement' : 'Programmation',
    mode: MODES[entierDe(mode)] ?? 'PE',
    groupement: GROUPEMENTS[entierDe(groupement)] ?? 'seule',
    attendus: prevus < 0 ? null : prevus,
    note: texteDe(note),
    reponses: deplierReponses(Math.max(0, entierDe(reponses))),
  };
}

function deplierMiennes(x: readonly unknown[]): MesDonnees {
  const [nom, commune, caractere, internat, cefa, options, besoins] = x;
  const codes = (liste: unknown) => (estListe(liste) ? liste.map(codeDe) : []);
  const lignes = (estListe(options) ? options : []).map((ligne): LigneMienne => {
    const [code, pe, alt] = estListe(ligne) ? ligne : [];
    return { code: codeDe(code), pe: Math.max(0, entierDe(pe)), alt: Math.max(0, entierDe(alt)) };
  });
  const coches: BesoinsCoches | null = estListe(besoins)
    ? { tc: codes(besoins[0]), fc: codes(besoins[1]) }
    : null;
  return {
    nom: texteDe(nom),
    commune: texteDe(commune),
    caractere: CARACTERES[entierDe(caractere)] ?? null,
    internat: deTrois(internat),
    cefa: deTrois(cefa),
    options: lignes,
    besoins: coches,
  };
}

function deplierLieu(x: unknown): ChoixDuLieu | null {
  if (typeof x === 'string') return { genre: 'implantation', fase: x };
  return estListe(x) ? { genre: 'mes-donnees', donnees: deplierMiennes(x) } : null;
}

function deplier(x: unknown): Dossier {
  if (!estListe(x)) throw new RangeError('forme');
  const [edition, lieu, demandes, pieces] = x;
  if (!estListe(demandes) || demandes.length > DEMANDES_MAX) throw new RangeError('demandes');
  return {
    edition: texteDe(edition),
    lieu: deplierLieu(lieu),
    demandes: demandes.map(deplierDemande),
    pieces: (estListe(pieces) ? pieces : []).flatMap((piece) => PIECES[entierDe(piece)] ?? []),
  };
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
  return `${CLE}${VERSION}.${controle(contenu)}.${contenu}`;
}

const ILLISIBLE: Lu = {
  genre: 'illisible',
  message:
    'Ce lien de dossier est abîmé : il a sans doute été coupé en route. Demandez qu’on vous ' +
    'renvoie le lien entier, ou le fichier du dossier.',
};

const TROP_RECENT: Lu = {
  genre: 'illisible',
  message:
    'Ce dossier vient d’une version plus récente du site. Rechargez la page, puis rouvrez le lien.',
};

/**
 * Lit ce qui suit `#`. Un lien abîmé, tronqué ou d’une autre version donne une phrase ; une ancre
 * ordinaire de la page n’est pas un dossier.
 */
export function decoderDossier(hash: string): Lu {
  const texte = hash.replace(/^#/, '');
  if (!texte.startsWith(CLE)) return texte.includes('=') ? ILLISIBLE : { genre: 'absent' };
  const [version = '', somme, contenu] = texte.slice(CLE.length).trim().split('.');
  if (/^\d+$/.test(version) && Number(version) > VERSION) return TROP_RECENT;
  if (Number(version) !== VERSION || !contenu || controle(contenu) !== somme) return ILLISIBLE;
  try {
    return { genre: 'dossier', dossier: deplier(JSON.parse(deBase64(contenu))) };
  } catch {
    return ILLISIBLE;
  }
}

const FORMAT = 'oad-ouvert/dossier';

/** Le fichier d’un dossier, en JSON lisible. */
export const ecrireFichier = (dossier: Dossier): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, contenu: compacter(dossier) }, null, 1)}\n`;

/** Lit le fichier d’un dossier ; un autre fichier donne une phrase. */
export function lireFichierDeDossier(texte: string): Lu {
  const etranger: Lu = {
    genre: 'illisible',
    message:
      'Ce fichier n’est pas un dossier d’OAD ouvert. Choisissez celui que le bouton « Enregistrer ' +
      'le dossier » a produit.',
  };
  try {
    const lu = JSON.parse(texte) as Record<string, unknown> | null;
    if (lu?.format !== FORMAT) return etranger;
    if (typeof lu.version === 'number' && lu.version > VERSION) return TROP_RECENT;
    return { genre: 'dossier', dossier: deplier(lu.contenu) };
  } catch {
    return etranger;
  }
}
