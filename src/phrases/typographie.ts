const FINE = '\u202f';
const INSECABLE = '\u00a0';
/** Une ligne ne se coupe pas là. */
const LIANT = '\u2060';

/**
 * Pose les espaces insécables de la typographie française : fine devant `; ! ? %` et à l’intérieur
 * des guillemets, ordinaire devant `:` et après « n° ». « TC-FC » ne se coupe pas, ni une année
 * scolaire dans une phrase ; seule dans une cellule, elle se copie telle quelle.
 */
export const typographie = (texte: string): string =>
  texte
    .replace(/«\s/g, `«${FINE}`)
    .replace(/\s»/g, `${FINE}»`)
    .replace(/ ([;!?%])/g, `${FINE}$1`)
    .replace(/ :(?=\s|$)/g, `${INSECABLE}:`)
    .replace(/(n°|§|\bart\.) (?=\d)/g, `$1${INSECABLE}`)
    .replace(/\bTC-FC\b/g, `TC-${LIANT}FC`)
    .replace(/(\S\s*\b20\d\d-)(?=20\d\d\b)/g, `$1${LIANT}`)
    .replace(/(\d) (km|élèves?|%|ans?|jours?)\b/g, `$1${INSECABLE}$2`);

/** La même phrase, après « : ». */
export const enMinuscule = (phrase: string): string =>
  phrase.charAt(0).toLowerCase() + phrase.slice(1);

/** Applique la typographie au texte d’une page, sans toucher aux balises ni aux scripts. */
export const typographieHtml = (html: string): string =>
  html.replace(
    /(<(script|style|pre|code|textarea)\b[\s\S]*?<\/\2>|<[^>]*>)|([^<]+)/gi,
    (_tout, balise: string | undefined, _nom, texte: string | undefined) =>
      balise ?? typographie(texte ?? ''),
  );

/** La phrase derrière « Dans cette édition fictive : » ; la phrase seule quand il n’y a rien devant. */
export const avecPrefixe = (prefixe: string, phrase: string): string =>
  prefixe ? `${prefixe} ${enMinuscule(phrase)}` : phrase;

/** La phrase, sa première lettre en majuscule. */
export const majuscule = (phrase: string): string =>
  phrase.charAt(0).toUpperCase() + phrase.slice(1);
