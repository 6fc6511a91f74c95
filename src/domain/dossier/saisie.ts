import { ajouterTus, estAbsent, lireTu, type Tu } from '../effectif-tu.ts';
import {
  CelluleAbimee,
  clef,
  deuxComptes,
  lireEntier,
  modeDe,
  TITRES_DE_COLONNES,
} from '../fichier-recu.ts';
import { enNombre } from '../nombres.ts';
import { plusProche } from '../recherche/proche.ts';
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
  code: ['code', ...TITRES_DE_COLONNES.code],
  eleves: [...TITRES_DE_COLONNES.eleves, ...TITRES_DE_COLONNES.elevesAussi],
  mode: TITRES_DE_COLONNES.mode,
  pe: ['PE', 'plein exercice', 'élèves PE', 'effectif PE', 'effectifs PE'],
  alt: ['ALT', 'alternance', 'CEFA', 'élèves ALT', 'effectif ALT', 'effectifs ALT'],
};

const CLEFS = Object.fromEntries(
  Object.entries(EN_TETES).map(([champ, noms]) => [champ, noms.map(clef)]),
);

const CHAMPS = Object.keys(EN_TETES) as readonly Champ[];

type Colonnes = Readonly<Partial<Record<Champ, number>>>;

function colonnesDe(entete: readonly string[]): Colonnes {
  const noms = entete.map(clef);
  const paires = CHAMPS.map((champ) => {
    const place = CLEFS[champ]?.map((nom) => noms.indexOf(nom)).find((p) => p >= 0);
    return [champ, place ?? -1];
  });
  return Object.fromEntries(paires.filter(([, place]) => Number(place) >= 0));
}

type Lignes = readonly (readonly string[])[];

const celluleDe = (ligne: readonly string[], place: number): string => (ligne[place] ?? '').trim();

/** Un titre, puis une colonne de nombres qui n’en a pas : il en couvre plusieurs. */
function couvre(entete: readonly string[], place: number, lignes: Lignes): boolean {
  if ((entete[place + 1] ?? '').trim() !== '') return false;
  const pleines = lignes.map((ligne) => celluleDe(ligne, place + 1)).filter(Boolean);
  const nombres = pleines.filter((texte) => /\d/.test(texte));
  return nombres.length > 0 && 2 * nombres.length >= pleines.length;
}

const FORMES: Readonly<Partial<Record<Champ, RegExp>>> = { code: /\d{4}/, mode: /\S/ };

/** Ce qui empêche de dire quelle colonne se lit : deux qui diffèrent, ou un titre pour plusieurs. */
function disputes(entete: readonly string[], lignes: Lignes): readonly string[] {
  const noms = entete.map(clef);
  return CHAMPS.flatMap((champ) => {
    const titres = champ === 'eleves' ? TITRES_DE_COLONNES.eleves : EN_TETES[champ];
    const siens = new Set(titres.map(clef));
    const forme = FORMES[champ] ?? /\d/;
    const [premiere, ...autres] = noms.flatMap((nom, i) =>
      siens.has(nom) && lignes.some((ligne) => forme.test(celluleDe(ligne, i))) ? [i] : [],
    );
    if (premiere === undefined) return [];
    const une = citer(entete[premiere] ?? '');
    if (champ !== 'mode' && couvre(entete, premiere, lignes)) {
      return [`Le titre ${une} couvre plusieurs colonnes : donnez un titre à chacune.`];
    }
    const autre = autres.find((place) =>
      lignes.some((ligne) => celluleDe(ligne, place) !== celluleDe(ligne, premiere)),
    );
    if (autre === undefined) return [];
    const deux = citer(entete[autre] ?? '');
    return [
      `Les colonnes ${une} et ${deux} se disputent « ${EN_TETES[champ][0]} » : n’en gardez qu’une.`,
    ];
  });
}

/** Les premières fautes suffisent à comprendre ce qu’a le fichier. */
const AVIS_MAX = 20;
/** Au-delà, une valeur n’est plus un code mal tapé : on n’en cherche pas de proche. */
const CODE_MAX = 20;
const EXTRAIT_MAX = 40;

/** « valeur », coupée si elle ferait une phrase à elle seule. */
const citer = (valeur: string): string =>
  `« ${valeur.length > EXTRAIT_MAX ? `${valeur.slice(0, EXTRAIT_MAX)}…` : valeur} »`;

/** Le nombre d’une cellule, comme l’import le lit : « 1 012 », « 12,0 » ; ou ce qui l’empêche. */
function nombreDe(texte: string): { readonly nombre: string; readonly faute?: string } {
  try {
    return { nombre: lireEntier(texte) };
  } catch (cause) {
    if (!(cause instanceof CelluleAbimee)) throw cause;
    const deux = /se lit/.test(cause.message);
    return { nombre: texte, faute: deux ? 'se lit de deux façons' : 'n’est pas un nombre entier' };
  }
}

const MODES = ['pe', 'alt'] as const;

type Champs = Omit<LigneMienne, 'code'>;

/** Une cellule d’élèves : un nombre, ce que le fichier en tait, ou ce qui empêche de la lire. */
function effectifDe(texte: string): number | Tu | string {
  const tu = lireTu(texte);
  if (tu) return tu;
  if (texte !== '' && estAbsent(texte)) return 'ne le donne pas : ce n’est pas forcément zéro';
  if (deuxComptes(texte)) return 'tient deux nombres. N’en laissez qu’un';
  const lu = nombreDe(texte || '0');
  return lu.faute ?? fauteDeLEffectif(lu.nombre, EFFECTIF_MAX) ?? Number(lu.nombre);
}

/** Les élèves PE et ALT d’une ligne, ou la phrase qui dit pourquoi on ne les lit pas. */
function elevesDe(lire: (champ: Champ) => string): Champs | string {
  const mode = lire('mode') === '' ? 'PE' : modeDe(lire('mode'));
  let somme: Champs = { pe: 0, alt: 0 };
  for (const champ of ['pe', 'alt', 'eleves'] as const) {
    const lu = effectifDe(lire(champ));
    if (typeof lu === 'string') {
      return `le nombre d’élèves de ${lire('code')}, ${citer(lire(champ))}, ${lu}.`;
    }
    const ou = champ !== 'eleves' ? champ : mode === 'ALT' ? 'alt' : 'pe';
    const [nombre, tu] = typeof lu === 'number' ? [lu] : [0, lu];
    somme = ajouter(somme, { pe: 0, alt: 0, [ou]: nombre, ...(tu && { tus: { [ou]: tu } }) });
  }
  if (mode === null) {
    return `le mode de ${lire('code')}, ${citer(lire('mode'))}, n’est ni PE ni ALT.`;
  }
  return somme;
}

/** Deux lignes d’un même code. */
function ajouter(une: Champs, autre: Champs): Champs {
  const [pe, alt] = MODES.map((m) => ajouterTus(une.tus?.[m], autre.tus?.[m]));
  return {
    pe: une.pe + autre.pe,
    alt: une.alt + autre.alt,
    ...((pe || alt) && { tus: { ...(pe && { pe }), ...(alt && { alt }) } }),
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

/** La colonne qui ressemble le plus à une de celles qui manquent, là où l’en-tête semble être. */
function proposer(rangees: readonly (readonly string[])[]): string {
  const entete = rangees.find((rangee) => rangee.filter((c) => c.trim() !== '').length > 1) ?? [];
  const titres = entete.filter((titre) => titre.trim() !== '' && titre.length <= EXTRAIT_MAX);
  const presentes = colonnesDe(entete);
  const phrases = (['code', 'eleves'] as const).flatMap((champ) => {
    if (presentes[champ] !== undefined) return [];
    const proche = EN_TETES[champ].map((nom) => plusProche(nom, titres)).find((p) => p !== null);
    return proche ? [` « ${proche} » est-elle « ${EN_TETES[champ][0]} » ? Renommez-la ainsi.`] : [];
  });
  return phrases.join('');
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
      'Il faut une ligne d’en-têtes avec « code_obg » et « eleves » (ou « pe » et « alt »).' +
      proposer(rangees);
    return { options: [], avis: [avis], ecartees: 1, additionnes: [] };
  }
  const disputees = disputes(entete, toutes);
  if (disputees.length > 0) {
    return { options: [], avis: disputees, ecartees: toutes.length, additionnes: [] };
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
    const code = nombreDe(lire('code')).nombre;
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
    const compte = (champs: Champs, mode: 'pe' | 'alt') => champs[mode] > 0 || champs.tus?.[mode];
    if (MODES.some((mode) => compte(deja, mode) && compte(lus, mode))) additionnes.add(code);
    sommes.set(code, { code, ...ajouter(deja, lus) });
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
