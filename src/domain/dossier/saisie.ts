import { enNombre } from '../nombres.ts';
import { plusProche } from '../recherche/proche.ts';
import { plat } from '../recherche/texte.ts';
import { trierLesDimensions } from './dimensions.ts';
import { EFFECTIF_MAX, fauteDeLEffectif } from './effectif.ts';
import type { LigneMienne } from './lieu.ts';

export interface Saisie {
  readonly options: readonly LigneMienne[];
  /** Une phrase par ligne écartée ; passé `AVIS_MAX`, la dernière dit combien d’autres. */
  readonly avis: readonly string[];
  readonly ecartees: number;
  /** Les codes écrits sur plusieurs lignes du même mode, dont les élèves s’additionnent. */
  readonly additionnes: readonly string[];
  /** Ce que le fichier laisse entendre et qui n’est pas lu tel quel ; absent : rien. */
  readonly remarques?: readonly string[];
}

type Champ = 'code' | 'eleves' | 'mode' | 'pe' | 'alt';

/** Les en-têtes qu’on reconnaît, sans casse ni accents. */
const EN_TETES: Readonly<Record<Champ, readonly string[]>> = {
  code: ['code obg', 'code', 'obg', 'option', 'code option'],
  eleves: ['eleves', 'nombre d eleves', 'nombre', 'population'],
  mode: ['mode', 'filiere'],
  pe: ['pe', 'plein exercice', 'eleves pe'],
  alt: ['alt', 'alternance', 'eleves alt'],
};

const CHAMPS = Object.keys(EN_TETES) as readonly Champ[];

type Colonnes = Readonly<Partial<Record<Champ, number>>>;

function colonnesDe(entete: readonly string[]): Colonnes {
  const noms = entete.map(plat);
  const paires = CHAMPS.map((champ) => [
    champ,
    noms.findIndex((nom) => EN_TETES[champ].includes(nom)),
  ]);
  return Object.fromEntries(paires.filter(([, place]) => Number(place) >= 0));
}

/** Les premières fautes suffisent à comprendre ce qu’a le fichier. */
const AVIS_MAX = 20;
/** Au-delà, une valeur n’est plus un code mal tapé : on n’en cherche pas de proche. */
const CODE_MAX = 20;
const EXTRAIT_MAX = 40;

const ALTERNANCE = /^(alt|alternance|art ?45)$/;
const PLEIN_EXERCICE = /^(pe|plein exercice)?$/;

/** « valeur », coupée si elle ferait une phrase à elle seule. */
const citer = (valeur: string): string =>
  `« ${valeur.length > EXTRAIT_MAX ? `${valeur.slice(0, EXTRAIT_MAX)}…` : valeur} »`;

/** Les élèves PE et ALT d’une ligne, ou la phrase qui dit pourquoi on ne les lit pas. */
function elevesDe(lire: (champ: Champ) => string): Omit<LigneMienne, 'code'> | string {
  const nombres = { pe: lire('pe') || '0', alt: lire('alt') || '0', eleves: lire('eleves') || '0' };
  for (const nombre of Object.values(nombres)) {
    const faute = fauteDeLEffectif(nombre, EFFECTIF_MAX);
    if (faute) return `le nombre d’élèves de ${lire('code')}, ${citer(nombre)}, ${faute}.`;
  }
  const mode = plat(lire('mode'));
  const enAlternance = ALTERNANCE.test(mode);
  if (!enAlternance && !PLEIN_EXERCICE.test(mode)) {
    return `le mode de ${lire('code')}, ${citer(lire('mode'))}, n’est ni PE ni ALT.`;
  }
  const reste = Number(nombres.eleves);
  return {
    pe: Number(nombres.pe) + (enAlternance ? 0 : reste),
    alt: Number(nombres.alt) + (enAlternance ? reste : 0),
  };
}

/** Une cellule vide n’est pas 0 : sans aucun nombre, la ligne ne dit rien. */
const manque = (lire: (champ: Champ) => string): string | null =>
  [lire('eleves'), lire('pe'), lire('alt')].every((lu) => lu === '')
    ? `le nombre d’élèves de ${lire('code')} manque.`
    : null;

const tient = ({ pe, alt }: LigneMienne): boolean => Math.max(pe, alt) <= EFFECTIF_MAX;

/** Les phrases qui disent ce qui n’est pas lu tel quel, s’il y en a. */
function remarquer(
  remarques: readonly string[],
  aMoitie: ReadonlySet<string>,
  lues: Iterable<LigneMienne>,
): Pick<Saisie, 'remarques'> {
  const trop = [...lues].filter((ligne) => !tient(ligne)).map(({ code }) => code);
  const phrases = [
    ...remarques,
    aMoitie.size > 0 ? `Une cellule PE ou ALT vide est lue 0 : ${[...aMoitie].join(', ')}.` : '',
    trop.length > 0 ? `Plus de ${EFFECTIF_MAX} élèves en tout, non lu : ${trop.join(', ')}.` : '',
  ].filter((phrase) => phrase !== '');
  return phrases.length > 0 ? { remarques: phrases } : {};
}

/** Où l’en-tête se cherche : un titre ou des lignes vides peuvent être au-dessus. */
const RANGEES = 20;

const suffit = ({ code, eleves, pe, alt }: Colonnes): boolean =>
  code !== undefined && [eleves, pe, alt].some((place) => place !== undefined);

/** Le rang de la ligne d’en-têtes ; -1 si aucune des premières n’a les colonnes qu’il faut. */
export function rangDeLEntete(rangees: readonly (readonly string[])[]): number {
  let pleines = 0;
  for (const [rang, rangee] of rangees.entries()) {
    if (rangee.every((cellule) => cellule.trim() === '')) continue;
    if (suffit(colonnesDe(rangee))) return rang;
    if (++pleines >= RANGEES) break;
  }
  return -1;
}

/**
 * Lit un tableau d’options et d’élèves, tel qu’il vient d’un fichier ou d’un collage. Il faut une
 * colonne de codes, et des élèves : `eleves` (avec ou sans `mode`), ou `pe` et `alt`. Les lignes
 * d’un même code s’additionnent ; les autres colonnes sont laissées de côté.
 * @param connus les codes du répertoire
 */
export function lireSaisie(
  rangees: readonly (readonly string[])[],
  connus: readonly string[],
): Saisie {
  const rang = rangDeLEntete(rangees);
  const entete = rangees[rang] ?? [];
  const toutes = rangees.slice(rang + 1);
  const colonnes = colonnesDe(entete);
  const { eleves } = colonnes;
  if (rang < 0) {
    const avis =
      'Il faut une ligne d’en-têtes avec « code_obg » et « eleves » (ou « pe » et « alt »).';
    return { options: [], avis: [avis], ecartees: 1, additionnes: [] };
  }
  const { lignes, remarques } = trierLesDimensions(entete, toutes);
  const aMoitie = new Set<string>();
  const sommes = new Map<string, LigneMienne>();
  const avis: string[] = [];
  let ecartees = 0;
  const ecarter = (dire: () => string): void => {
    if (++ecartees <= AVIS_MAX) avis.push(dire());
  };
  const repertoire = new Set(connus);
  const additionnes = new Set<string>();
  lignes.forEach((ligne, i) => {
    const lire = (champ: Champ): string => (ligne[colonnes[champ] ?? -1] ?? '').trim();
    const code = lire('code');
    if (ligne.every((cellule) => cellule.trim() === '')) return;
    if (!repertoire.has(code)) {
      ecarter(() => {
        const proche = code.length > CODE_MAX ? null : plusProche(code, connus);
        const conseil = proche ? ` Vouliez-vous ${proche} ?` : '';
        return `Ligne ${rang + i + 2} : ${citer(code)} n’est pas au répertoire.${conseil}`;
      });
      return;
    }
    const lus = manque(lire) ?? elevesDe(lire);
    if (typeof lus === 'string') {
      ecarter(() => `Ligne ${rang + i + 2} : ${lus}`);
      return;
    }
    const vide = (champ: Champ): boolean => colonnes[champ] !== undefined && lire(champ) === '';
    if (eleves === undefined && (vide('pe') || vide('alt'))) aMoitie.add(code);
    const deja = sommes.get(code) ?? { code, pe: 0, alt: 0 };
    if ((deja.pe > 0 && lus.pe > 0) || (deja.alt > 0 && lus.alt > 0)) additionnes.add(code);
    sommes.set(code, { code, pe: deja.pe + lus.pe, alt: deja.alt + lus.alt });
  });
  const autres = ecartees - avis.length;
  if (autres > 0) avis.push(`Et ${enNombre(autres)} autre${autres > 1 ? 's' : ''}.`);
  return {
    options: [...sommes.values()].filter(tient).sort((a, b) => (a.code < b.code ? -1 : 1)),
    avis,
    ecartees,
    additionnes: [...additionnes].sort(),
    ...remarquer(remarques, aMoitie, sommes.values()),
  };
}
