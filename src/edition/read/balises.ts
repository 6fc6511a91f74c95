import { abime } from './format.ts';

/** Une balise d’un XML, sans son préfixe d’espace de noms. */
export interface Balise {
  readonly nom: string;
  /** Avec son préfixe. */
  readonly ecrite: string;
  readonly ferme: boolean;
  /** `<v/>` : ouverte et fermée d’un coup. */
  readonly vide: boolean;
  readonly attributs: string;
  readonly debut: number;
  readonly fin: number;
}

const NOM = '[A-Za-z_][\\w.-]*';
const ATTRIBUT = `(?:${NOM}:)?${NOM}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`;
const JETON = new RegExp(
  `<(?:!--[^]*?-->|!\\[CDATA\\[[^]*?\\]\\]>|\\?[^]*?\\?>|` +
    `(/?)((?:${NOM}:)?(${NOM}))((?:\\s+${ATTRIBUT})*)\\s*(/?)>)|[^<]+`,
  'y',
);

/**
 * Parcourt un XML bien formé, de gauche à droite, sans en garder rien.
 * @param surTexte reçoit le texte brut entre deux balises, entités comprises
 * @throws FichierRefuse au premier endroit mal formé
 */
export function parcourir(
  xml: string,
  surBalise: (balise: Balise) => void,
  surTexte: (texte: string) => void = () => {},
): void {
  for (let debut = 0; debut < xml.length; ) {
    JETON.lastIndex = debut;
    const lu = JETON.exec(xml);
    if (!lu) throw abime();
    const fin = JETON.lastIndex;
    const [tout, ferme, ecrite, nom, attributs = '', vide] = lu;
    if (nom !== undefined && ecrite !== undefined) {
      surBalise({ nom, ecrite, ferme: ferme === '/', vide: vide === '/', attributs, debut, fin });
    } else if (!tout.startsWith('<')) surTexte(tout);
    debut = fin;
  }
}

/** De quoi lire la valeur brute d’un attribut, préfixé ou non, qui ne peut être écrit deux fois. */
export function attribut(nom: string): (attributs: string) => string | undefined {
  const forme = new RegExp(`\\s(?:${NOM}:)?${nom}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
  return (attributs) => {
    const lus = [...attributs.matchAll(forme)];
    if (lus.length > 1) throw abime();
    return lus[0] && (lus[0][1] ?? lus[0][2]);
  };
}

const NOMMEES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
};

/** Le texte que disent les entités d’un attribut. */
export const sansEntites = (texte: string): string =>
  texte.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (brut, decimal, hexa, nom) => {
    if (nom !== undefined) return NOMMEES[nom] ?? brut;
    const code = decimal === undefined ? Number.parseInt(hexa, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : brut;
  });
