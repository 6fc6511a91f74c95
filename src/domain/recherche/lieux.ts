import { distanceDeFrappe } from './distance.ts';
import { VIDES } from './mots.ts';
import { enMots, plat } from './texte.ts';

/** Un lieu qu’une question peut nommer. */
export interface Lieu {
  readonly genre: 'zone' | 'commune' | 'implantation';
  /** Le numéro de la zone, le nom de la commune dans une adresse, ou le FASE de l’implantation. */
  readonly cle: string;
  readonly nom: string;
  readonly zone: number;
  /** Codes postaux d’une commune ; FASE de l’établissement d’une implantation. */
  readonly codes: readonly string[];
}

/** Ce qu’une question dit du lieu, et ce qui en reste. */
export interface LieuxNommes {
  /** Les lieux nommés ; plusieurs quand un nom en désigne plusieurs, ou quand plusieurs sont nommés. */
  readonly lieux: readonly Lieu[];
  /** Leurs zones, dans l’ordre des numéros. */
  readonly zones: readonly number[];
  /** La question sans son lieu ; vide s’il n’y a que lui. */
  readonly reste: string;
  /** Le nom est aussi le code ou le début du nom d’une option : il se propose, il ne filtre pas. */
  readonly ambigu: boolean;
}

/** Ce que les mots des options disent d’un mot : il en est un, ou il en commence un. */
export type ConnuDesOptions = (mot: string) => 'entier' | 'debut' | null;

export type TrouverLieux = (requete: string) => LieuxNommes | null;

const ARTICLES: ReadonlySet<string> = new Set(['la', 'le', 'les']);
/** Au début d’un nom composé, ils n’en nomment aucun. */
const GENERIQUES: ReadonlySet<string> = new Set(['saint', 'sainte', 'trois', 'court']);
const AUTOUR_DU_LIEU: ReadonlySet<string> = new Set(
  'alentours commune cote dans environs province proche quartier region vers ville zone'.split(' '),
);
const SAINTS: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte' };
const DEBUT_MIN = 5;
const PLUS_LONG_NOM = 6;
/** Au-delà, un nom porté par plusieurs communes n’en désigne plus aucune. */
const ZONES_MAX = 3;

/** « Ottignies », « Louvain-la-Neuve », « Braine », « Louvière » : ce qu’on dit d’un nom composé. */
function abreges(nom: string): readonly string[] {
  const mots = enMots(nom);
  const [premier = '', second = ''] = mots;
  if (mots.length < 2) return [];
  if (ARTICLES.has(premier)) return [mots.slice(1).join(' ')];
  if (premier.length < DEBUT_MIN || GENERIQUES.has(premier)) return [];
  const fin = second.length >= DEBUT_MIN && !GENERIQUES.has(second) ? mots.slice(1).join(' ') : '';
  return fin ? [premier, fin] : [premier];
}

function nomsDe({ genre, cle, nom, codes }: Lieu): readonly string[] {
  const entier = enMots(nom).join(' ');
  if (genre === 'zone') return [entier, `zone ${cle}`];
  if (genre === 'commune') return [entier, ...abreges(nom), ...codes];
  return [entier, cle, ...codes];
}

function dictionnaire(lieux: readonly Lieu[]): ReadonlyMap<string, readonly Lieu[]> {
  const parNom = new Map<string, Lieu[]>();
  for (const lieu of lieux) {
    for (const nom of new Set(nomsDe(lieu))) parNom.set(nom, [...(parNom.get(nom) ?? []), lieu]);
  }
  return parNom;
}

interface MotEcrit {
  readonly mot: string;
  readonly debut: number;
  readonly fin: number;
}

/** Les mots d’une question, là où ils sont ; « st » et « ste » devant un autre mot sont des saints. */
function motsEcrits(requete: string): readonly MotEcrit[] {
  const mots = [...requete.matchAll(/[\p{L}\p{M}\p{N}²]+/gu)].map(({ 0: ecrit, index }) => ({
    mot: plat(ecrit),
    debut: index,
    fin: index + ecrit.length,
  }));
  return mots.map((un, i) => (mots[i + 1] ? { ...un, mot: SAINTS[un.mot] ?? un.mot } : un));
}

/** Un âge ou une durée : un code d’option ou postal, devant un lieu, ne l’empêche pas. */
const UN_AGE = /^\d{1,2}$/;
const estUnCode = (mot: string): boolean => /^\d+$/.test(mot);

/** Un nom lu dans la question, les lieux qu’il nomme, et ses mots, du premier au dernier exclu. */
interface Coupe {
  readonly nom: string;
  readonly lieux: readonly Lieu[];
  readonly de: number;
  readonly a: number;
}

/** La question sans le lieu, ni ce qui l’amène : « coiffure dans la zone de Mons » rend « coiffure ». */
function sansLeLieu(requete: string, mots: readonly MotEcrit[], { de, a }: Coupe): string {
  let avant = de;
  const amene = ({ mot }: MotEcrit) => VIDES.has(mot) || AUTOUR_DU_LIEU.has(mot);
  while (avant > 0 && amene(mots[avant - 1] as MotEcrit)) avant--;
  let apres = a;
  while (apres < mots.length && VIDES.has(mots[apres]?.mot ?? '')) apres++;
  const premier = mots.findIndex(({ mot }) => !VIDES.has(mot));
  const tete = avant > 0 ? requete.slice(mots[premier]?.debut, mots[avant - 1]?.fin) : '';
  const queue = apres < mots.length ? requete.slice(mots[apres]?.debut) : '';
  return [tete, queue].filter(Boolean).join(' ').trim();
}

const zonesDe = (lieux: readonly Lieu[]): readonly number[] =>
  [...new Set(lieux.map(({ zone }) => zone))].sort((a, b) => a - b);

/**
 * Prépare la lecture des lieux d’une question : zones, communes (et ce qu’on dit de leur nom), codes
 * postaux, implantations et leurs FASE. Un mot du répertoire passe avant un lieu du même nom.
 */
export function creerTrouverLieux(lieux: readonly Lieu[], connu: ConnuDesOptions): TrouverLieux {
  const parNom = dictionnaire(lieux);
  const villes = [...parNom.keys()].filter((nom) => /^[a-z]{5,}$/.test(nom));
  const ecoles = lieux
    .filter(({ genre }) => genre === 'implantation')
    .map((lieu) => ({ lieu, mots: enMots(lieu.nom) }));

  const nomme = (mots: readonly MotEcrit[], de: number, longueur: number): Coupe | null => {
    const a = de + longueur;
    const nom = mots
      .slice(de, a)
      .map(({ mot }) => mot)
      .join(' ');
    const trouves = parNom.get(nom);
    if (!trouves || zonesDe(trouves).length > ZONES_MAX) return null;
    // « 3 ans » n’est pas la commune d’Ans.
    if (!estUnCode(nom) && UN_AGE.test(mots[de - 1]?.mot ?? '')) return null;
    return longueur === 1 && !estUnCode(nom) && connu(nom) === 'entier'
      ? null
      : { nom, lieux: trouves, de, a };
  };

  /** Le plus long nom, le plus à droite. */
  const chercherNom = (mots: readonly MotEcrit[]): Coupe | null => {
    for (let longueur = Math.min(PLUS_LONG_NOM, mots.length); longueur > 0; longueur--) {
      for (let de = mots.length - longueur; de >= 0; de--) {
        const coupe = nomme(mots, de, longueur);
        if (coupe) return coupe;
      }
    }
    return null;
  };

  /** Une ville à une faute de frappe près, quand aucune option ne porte ce mot. */
  const chercherFaute = (mots: readonly MotEcrit[]): Coupe | null => {
    for (const [de, { mot }] of mots.entries()) {
      if (mot.length < 6 || VIDES.has(mot) || connu(mot)) continue;
      const nom = villes.find((ville) => distanceDeFrappe(mot, ville, 1) <= 1);
      const trouves = nom && parNom.get(nom);
      if (trouves) return { nom, lieux: trouves, de, a: de + 1 };
    }
    return null;
  };

  /** Une école à quelques mots de son nom, quand la question entière la nomme. */
  const chercherEcole = (mots: readonly MotEcrit[]): Coupe | null => {
    const pleins = mots.map(({ mot }) => mot).filter((mot) => !VIDES.has(mot) || mot === 'ecole');
    if (pleins.length < 2 || parNom.has(pleins.join(' '))) return null;
    if (pleins.every((mot) => connu(mot) || mot === 'ecole' || parNom.has(mot))) return null;
    const trouves = ecoles.filter((ecole) =>
      pleins.every((mot) => ecole.mots.some((lu) => lu.startsWith(mot))),
    );
    if (trouves.length === 0) return null;
    const siens = trouves.map(({ lieu }) => lieu);
    return { nom: pleins.join(' '), lieux: siens, de: 0, a: mots.length };
  };

  const couper = (mots: readonly MotEcrit[]): Coupe | null =>
    chercherEcole(mots) ?? chercherNom(mots);

  return (requete) => {
    let reste = requete;
    const coupes: Coupe[] = [];
    for (;;) {
      const mots = motsEcrits(reste);
      const coupe = couper(mots) ?? (coupes.length === 0 ? chercherFaute(mots) : null);
      if (!coupe) break;
      coupes.push(coupe);
      reste = sansLeLieu(reste, mots, coupe);
    }
    if (coupes.length === 0) return null;
    const nommes = [...new Set(coupes.flatMap((coupe) => coupe.lieux))];
    const zones = zonesDe(nommes);
    const ambigu =
      zones.length > ZONES_MAX || (reste === '' && coupes.some(({ nom }) => connu(nom) !== null));
    return { lieux: nommes, zones, reste, ambigu };
  };
}
