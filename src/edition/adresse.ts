/** Les seuls paramètres gardés : ceux des exports de portails ouverts… */
const EXPORTS =
  /^(lang|timezone|use_labels|delimiter|with_bom|csv_separator|compressed|format|select|where|order_by|group_by|refine|exclude|dataset|sort|facet)$/i;
/** … et, quand ils sont un nombre, leurs bornes et les pages numérotées. */
const PAGES = /^(limit|offset|rows|start|epsg|page|navi|do_id|id|annee|year|zone|region)$/i;

/** Des noms connus, que l’on peut redire ; d’un autre paramètre, le nom même peut être une clé. */
const DITS =
  /^(api-?_?key|key|cle|clef|(access|auth|id|refresh)?[-_]?token|jeton|sig|signature|secret|password|passwd|pass|pwd|auth|code|session(id)?|sid|user|login|x-amz-[a-z-]+|x-goog-[a-z-]+|awsaccesskeyid|expires|policy|key-pair-id|s[vetrp]|spr|utm_[a-z]+)$/i;

/** Ce qui annonce une clé : un mot d’un morceau de chemin, ou le morceau entier. */
const MOT_DE_CLE = /^(apikey|tokens?|secrets?|signature|password|passwd|pwd|jwt|bearer|jeton)$/i;
const SEGMENT_DE_CLE = /^(s|share|keys?|auth|sessions?|sid|sig|cle|clef)$/i;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const HEXADECIMAL = /^(?=.*\d)(?=.*[a-f])[0-9a-f]{16,}$/i;

/** Un morceau tiré au sort plutôt qu’écrit : ses suites de lettres ou de chiffres sont courtes. */
function tire(morceau: string): boolean {
  if (HEXADECIMAL.test(morceau) || /^[a-z]{30,}$/i.test(morceau)) return true;
  const suites = morceau.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  return morceau.length >= 12 && morceau.length / suites.length < 3;
}

/** Un jeton peut avoir des « - » et des « _ » : sans eux, il mêle encore les casses et les chiffres. */
function tireEnMorceaux(texte: string): boolean {
  const colle = texte.replace(/[-_]/g, '');
  return /[a-z]/.test(colle) && /[A-Z]/.test(colle) && /\d/.test(colle) && tire(colle);
}

const estJeton = (texte: string): boolean =>
  UUID.test(texte) ||
  texte.split(/[^A-Za-z0-9]+/).some(tire) ||
  texte.split(/[^A-Za-z0-9_-]+/).some(tireEnMorceaux);

/** Un texte d’adresse sans ses `%20` ; tel quel s’ils sont mal écrits. */
export const sansPourcent = (texte: string): string => {
  try {
    return decodeURIComponent(texte);
  } catch {
    return texte;
  }
};

const valeurSure = (valeur: string): boolean =>
  valeur.length <= 200 &&
  !/@|:\/\//.test(valeur) &&
  !/(key|token|jeton|secret|passw|pwd|signature)/i.test(valeur) &&
  !estJeton(valeur);

/** Un morceau de chemin qui annonce une clé : « token », « s ». */
const annonce = (segment: string): boolean =>
  SEGMENT_DE_CLE.test(segment) || segment.split(/[^\p{L}]+/u).some((m) => MOT_DE_CLE.test(m));

/** Un morceau de chemin sans clé, et qui n’en annonce pas : ni `token=…`, ni jeton, ni « s ». */
function segmentSur(segment: string): boolean {
  const lu = sansPourcent(segment);
  return !annonce(lu) && !/[=@?&#\\]/.test(lu) && !estJeton(lu);
}

export interface AdressePublique {
  readonly adresse: string;
  /** Ce qui en a été retiré, en mots et sans le redire. */
  readonly retires: readonly string[];
}

function retirerDuChemin(url: URL): boolean {
  const avant = url.pathname;
  url.pathname = avant.replace(/;[^/]*/g, '');
  const segments = url.pathname.split('/');
  const place = segments.findIndex((segment) => segment !== '' && !segmentSur(segment));
  if (place >= 0) url.pathname = [...segments.slice(0, place), ''].join('/');
  return url.pathname !== avant;
}

function retirerDesParametres(url: URL): string[] {
  const garde = (nom: string, valeur: string) =>
    (EXPORTS.test(nom) && valeurSure(valeur)) || (PAGES.test(nom) && /^-?\d{1,9}$/.test(valeur));
  const enleves = [...url.searchParams].filter(([nom, valeur]) => !garde(nom, valeur));
  for (const [nom, valeur] of enleves) url.searchParams.delete(nom, valeur);
  const noms = [...new Set(enleves.map(([nom]) => nom))];
  const dits = noms.filter((nom) => DITS.test(nom)).map((nom) => `« ${nom} »`);
  const tus = noms.length - dits.length;
  return [...dits, ...(tus > 0 ? [tus === 1 ? 'un paramètre' : `${tus} paramètres`] : [])];
}

/**
 * Une adresse que l’on peut garder, montrer et publier : l’origine, le chemin jusqu’à ce qui
 * ressemble à une clé, et les seuls paramètres d’une liste connue.
 * @returns une adresse vide si le texte n’est pas une adresse du Web
 */
export function rendrePublique(texte: string): AdressePublique {
  const url = URL.parse(texte);
  if (!url || !/^https?:$/.test(url.protocol)) {
    return { adresse: '', retires: texte === '' ? [] : ['une adresse qui n’est pas du Web'] };
  }
  const retires = [
    ...(url.username || url.password ? ['l’identifiant et le mot de passe'] : []),
    ...retirerDesParametres(url),
    ...(url.hash ? ['ce qui suit #'] : []),
    ...(retirerDuChemin(url) ? ['la fin du chemin, qui ressemble à une clé'] : []),
  ];
  if (retires.length === 0) return { adresse: texte, retires };
  for (const partie of ['username', 'password', 'hash'] as const) url[partie] = '';
  return { adresse: url.href, retires };
}

const GENERIQUES = /^(csv|xlsx?|json|exports?|download|telecharger|raw|files?|data|api|v\d.*)$/i;

/** Le nom du fichier que donne une adresse, sans rien qui ressemble à une clé ; ou celui du serveur. */
export function nomDansAdresse(adresse: string): string {
  const url = URL.parse(adresse);
  const morceaux = (url?.pathname ?? '').replace(/;[^/]*/g, '').split('/');
  const [avant = '', dernier = ''] = ['', ...morceaux].slice(-2).map(sansPourcent);
  if (/\.\w{2,4}$/.test(dernier) && segmentSur(dernier) && !annonce(avant)) return dernier;
  const publics = URL.parse(rendrePublique(adresse).adresse)?.pathname.split('/') ?? [];
  const nom = publics.findLast((segment) => segment !== '' && !GENERIQUES.test(segment));
  return sansPourcent(nom ?? url?.hostname ?? '');
}

const ADRESSES = /[a-z][a-z0-9+.-]*:\/\/[^\s"<>«»]+/gi;
const CLES =
  /\b((?:api|access|auth|secret)?[-_]?(?:key|token|secret|signature|sig|passw(?:or)?d|pwd))(\s?=\s?|:\s?(?=\S*\d))[^\s"&,;«»]+/gi;
const IDENTIFIANTS = /[^\s:/@"«]+:[^\s:/@]+@(?=[\w-]+\.)/g;
const PORTEUR = /\b(bearer|basic) [\w.+/=-]{6,}/gi;

/** Un texte dont chaque adresse est publique, et où `apikey=…` a perdu sa valeur. */
export const taireCles = (texte: string): string =>
  texte
    .replace(ADRESSES, (adresse) => {
      const fin = adresse.match(/[.,;:)\]’']+$/)?.[0] ?? '';
      const nue = fin ? adresse.slice(0, -fin.length) : adresse;
      return `${rendrePublique(nue).adresse || `${nue.split('://')[0]}://…`}${fin}`;
    })
    .replace(IDENTIFIANTS, '…@')
    .replace(CLES, '$1$2…')
    .replace(PORTEUR, '$1 …');

const FICHIERS = /\bfile:\/+[^\s"»]*\//gi;
/** `/home/…/`, `C:\\…\\`, `\\\\serveur\\…\\` : les dossiers d’un chemin local. */
const DOSSIERS =
  /(?<![\p{L}\d/:.])(?:~\/|[A-Za-z]:[\\/]|\\\\|\/)(?:[^/\\\n"»;,:]+[\\/])+(?=[^\s/\\])/gu;
const FOYERS =
  /(?<![\p{L}\d/:.])\/(?:home|Users|root|tmp|mnt|media|Volumes)\/(?:[^\s/"»;,:]+\/?)*/gu;

/** Un texte sans clé ni chemin local : d’un fichier, il ne reste que le nom. */
export const sansTraces = (texte: string): string =>
  taireCles(texte.replace(FICHIERS, '').replace(DOSSIERS, '').replace(FOYERS, '…'));
