import { estAbsent, lireTu } from '../effectif-tu.ts';
import {
  CelluleAbimee,
  deuxComptes,
  lettreDeColonne,
  lireEntier,
  modeDe,
} from '../fichier-recu.ts';
import { enNombre } from '../nombres.ts';
import { plusProche } from '../recherche/proche.ts';
import { motDeTotal, sorteTotale } from '../totaux-recus.ts';
import { ajouterTus, type Tu } from '../tu.ts';
import {
  type Champ,
  citer,
  colonnesDe,
  disputes,
  proposer,
  rangDeLEntete,
} from './colonnesRecues.ts';
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

/** Les premières fautes suffisent à comprendre ce qu’a le fichier. */
const AVIS_MAX = 20;
/** Au-delà, une valeur n’est plus un code mal tapé : on n’en cherche pas de proche. */
const CODE_MAX = 20;

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

/** « Élèves » à côté de « PE » et de « ALT » est leur somme : elle ne s’y ajoute pas. */
function estSomme(lus: Readonly<Record<'pe' | 'alt' | 'eleves', number | Tu>>): boolean {
  const { pe, alt, eleves } = lus;
  const comptes = typeof pe === 'number' && typeof alt === 'number' && typeof eleves === 'number';
  return !comptes || pe + alt === eleves;
}

/** Une cellule qui ne se lit pas, et la phrase qui le dit. */
interface Faute {
  readonly champ: Champ;
  readonly dit: string;
}

/** Les élèves PE et ALT d’une ligne, ou pourquoi on ne les lit pas. */
function elevesDe(lire: (champ: Champ) => string): Champs | Faute {
  const mode = lire('mode') === '' ? 'PE' : modeDe(lire('mode'));
  const lus: Record<'pe' | 'alt' | 'eleves', number | Tu> = { pe: 0, alt: 0, eleves: 0 };
  for (const champ of ['pe', 'alt', 'eleves'] as const) {
    const lu = effectifDe(lire(champ));
    if (typeof lu === 'string') {
      const dit = `le nombre d’élèves de ${lire('code')}, ${citer(lire(champ))}, ${lu}.`;
      return { champ, dit };
    }
    lus[champ] = lu;
  }
  if (lire('eleves') !== '' && lire('pe') + lire('alt') !== '') {
    const dite = `les élèves de ${lire('code')}, ${citer(lire('eleves'))}, ne font pas la somme de PE et de ALT.`;
    if (!estSomme(lus)) return { champ: 'eleves', dit: dite };
    lus.eleves = 0;
  }
  let somme: Champs = { pe: 0, alt: 0 };
  for (const champ of ['pe', 'alt', 'eleves'] as const) {
    const lu = lus[champ];
    const ou = champ !== 'eleves' ? champ : mode === 'ALT' ? 'alt' : 'pe';
    const [nombre, tu] = typeof lu === 'number' ? [lu] : [0, lu];
    somme = ajouter(somme, { pe: 0, alt: 0, [ou]: nombre, ...(tu && { tus: { [ou]: tu } }) });
  }
  if (mode === null) {
    const dit = `le mode de ${lire('code')}, ${citer(lire('mode'))}, n’est ni PE ni ALT.`;
    return { champ: 'mode', dit };
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
const manque = (lire: (champ: Champ) => string, champ: Champ): Faute | null =>
  [lire('eleves'), lire('pe'), lire('alt')].every((lu) => lu === '')
    ? { champ, dit: `le nombre d’élèves de ${lire('code')} manque.` }
    : null;

const tient = ({ pe, alt }: LigneMienne): boolean => Math.max(pe, alt) <= EFFECTIF_MAX;

/** Les lignes qui réunissent les autres, et ne s’y ajoutent pas. */
const direTotaux = (n: number): string[] =>
  n > 0 ? [`Lignes de total, laissées : ${enNombre(n)}.`] : [];

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
  const lues = new Set(Object.values(colonnes));
  const estTotal = (ligne: readonly string[], code: string): boolean =>
    motDeTotal(code) || ligne.some((texte, place) => !lues.has(place) && sorteTotale(texte));
  const codeDe = (ligne: readonly string[]): string =>
    nombreDe((ligne[colonnes.code ?? -1] ?? '').trim()).nombre;
  const dits = lignes.map(codeDe);
  const detailles = new Set(dits.filter((code, i) => !estTotal(lignes[i] ?? [], code)));
  let totaux = 0;
  lignes.forEach((ligne, i) => {
    const lire = (champ: Champ): string => (ligne[colonnes[champ] ?? -1] ?? '').trim();
    const code = dits[i] ?? '';
    if (estTotal(ligne, code) && (detailles.has(code) || !repertoire.has(code))) {
      totaux++;
      return;
    }
    if (ligne.every((cellule) => cellule.trim() === '')) return;
    const ou = (champ: Champ): string =>
      `Ligne ${rang + i + 2}, colonne ${lettreDeColonne(colonnes[champ] ?? 0)}`;
    if (!repertoire.has(code)) {
      ecarter(() => {
        const proche = code.length > CODE_MAX ? null : plusProche(code, connus);
        const conseil = proche ? ` Vouliez-vous ${proche} ?` : '';
        return `${ou('code')} : ${citer(code)} n’est pas au répertoire.${conseil}`;
      });
      return;
    }
    const compteEn = eleves === undefined ? 'pe' : 'eleves';
    const lus = manque(lire, colonnes[compteEn] === undefined ? 'alt' : compteEn) ?? elevesDe(lire);
    if ('champ' in lus) {
      ecarter(() => `${ou(lus.champ)} : ${lus.dit}`);
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
    ...remarquer([...remarques, ...direTotaux(totaux)], aMoitie, sommes.values()),
  };
}
