import type { Option } from '../tables/referentiel.ts';
import { type Accord, accordApproche, accordStrict, type Mot } from './accord.ts';
import type { ConnuDesOptions } from './lieux.ts';
import { motsCherches } from './mots.ts';
import { connuDe, type MotLu, vocabulaireDe, voisinesDe } from './vocabulaire.ts';

/** Une option, telle que la recherche la lit. */
export interface OptionCherchee {
  readonly code: string;
  readonly intitule: string;
  readonly groupe: string;
  readonly secteur: string;
  readonly metiers: readonly string[];
  /** Les mots de tous les jours qui la désignent. */
  readonly synonymes: readonly string[];
  /** Les options qu’elle remplace. */
  readonly anciens: readonly { readonly code: string; readonly intitule: string }[];
  /** Où elle en est au répertoire ; absent : elle s’organise. */
  readonly statut?: Option['statut'];
}

/** Une option du répertoire : ce qu’elle y devient se dit avec elle. */
export interface OptionDuRepertoire extends OptionCherchee {
  readonly statut: Option['statut'];
  /** `urgence` : la campagne ne la cite pas. */
  readonly regime: string;
  /** Les options qui la remplacent. */
  readonly nouveaux: readonly string[];
}

/** Un mot de la requête, et s’il n’a été trouvé qu’à des fautes de frappe près. */
export interface MotTrouve extends Mot {
  readonly approche: boolean;
}

export interface Trouvailles {
  /** Les codes trouvés, du meilleur au moins bon. */
  readonly codes: readonly string[];
  /** Pour les codes que ni le code ni l’intitulé n’expliquent : ce qui les a fait trouver. */
  readonly raisons: ReadonlyMap<string, string>;
  readonly mots: readonly MotTrouve[];
  /** Les codes que leur groupe ou leur secteur seuls ont fait trouver. */
  readonly deLoin: ReadonlySet<string>;
}

/** @returns `null` quand la requête est vide : tout convient */
export type Recherche = (requete: string) => Trouvailles | null;

/** De quoi chercher dans des options, et ce que leurs mots disent d’une question sans réponse. */
export interface Preparee {
  readonly chercher: Recherche;
  readonly connu: ConnuDesOptions;
  /** Un code ou un intitulé porte-t-il ce mot ? */
  readonly estDUnIntitule: (mot: string) => boolean;
  /** Les options dont un mot ressemble le plus à l’un de ceux d’une question sans réponse. */
  readonly voisines: (requete: string) => readonly string[];
}

/** Des options, et de quoi les chercher. */
export interface RechercheDOptions extends Preparee {
  readonly options: readonly OptionDuRepertoire[];
}

interface Touche {
  readonly points: number;
  readonly raison: string | undefined;
  readonly clair: boolean;
}

type Touches = ReadonlyMap<number, Touche>;

/** Deux touches d’un même mot : la meilleure, claire dès que l’une l’est. */
const reunir = (a: Touche, b: Touche): Touche => ({
  ...(b.points > a.points ? b : a),
  clair: a.clair || b.clair,
});

function toucher(
  vocabulaire: readonly MotLu[],
  cherche: Mot,
  accorder: (cherche: Mot, lu: Mot) => Accord | null,
): Map<number, Touche> {
  const touches = new Map<number, Touche>();
  for (const lu of vocabulaire) {
    const accord = accorder(cherche, lu);
    if (!accord) continue;
    for (const { option, champ } of lu.lieux) {
      const { raison, clair = false } = champ;
      const touche = { points: accord.qualite * champ.poids, raison, clair };
      const avant = touches.get(option);
      touches.set(option, avant ? reunir(avant, touche) : touche);
    }
  }
  return touches;
}

/** Les options que touchent le plus de mots, parmi ceux que le répertoire connaît. */
function recouper(parMot: readonly Touches[], solides: readonly Touches[]) {
  const connus = parMot.filter(({ size }) => size > 0);
  const nombre = new Map<number, number>();
  for (const touches of connus) {
    for (const option of touches.keys()) nombre.set(option, (nombre.get(option) ?? 0) + 1);
  }
  // Une faute de frappe supposée ne vaut rien à côté d’un mot écrit tel quel.
  const retenues = [...nombre].filter(
    ([option]) => solides.length === 0 || solides.some((touches) => touches.has(option)),
  );
  const meilleur = Math.max(0, ...retenues.map(([, n]) => n));
  const suffit = meilleur * 2 >= connus.length;
  const trouvees = retenues.filter(([, n]) => suffit && n === meilleur).map(([i]) => i);
  return { trouvees, complet: meilleur === parMot.length };
}

/** Ce que vaut un mot : plus il est rare au répertoire, plus il dit ce qu’on cherche. */
const rarete = ({ size }: Touches, total: number): number =>
  Math.log(1 + total / Math.max(1, size)) / Math.log(1 + total);

function meilleures(a: Touches, b: Touches): Touches {
  const touches = new Map(a);
  for (const [option, touche] of b) {
    const avant = touches.get(option);
    touches.set(option, avant ? reunir(avant, touche) : touche);
  }
  return touches;
}

/**
 * Prépare la recherche dans les options : codes et leurs débuts, intitulés aux deux genres,
 * anciens intitulés, métiers, groupes et secteurs. Un mot que rien ne porte tel quel est cherché
 * à une ou deux fautes de frappe près.
 */
export function preparerRecherche(options: readonly OptionCherchee[]): Preparee {
  const vocabulaire = vocabulaireDe(options);
  const clairs = new Set(
    vocabulaire.flatMap(({ mot, lieux }) => (lieux.some(({ champ }) => champ.clair) ? [mot] : [])),
  );
  return {
    estDUnIntitule: (mot) => clairs.has(mot),
    chercher: chercherDans(vocabulaire, options),
    connu: connuDe(vocabulaire),
    voisines: (requete) => voisinesDe(vocabulaire, options, requete),
  };
}

/** La seule recherche, pour qui n’a pas besoin du reste. */
export const creerRecherche = (options: readonly OptionCherchee[]): Recherche =>
  preparerRecherche(options).chercher;

function chercherDans(
  vocabulaire: readonly MotLu[],
  options: readonly OptionCherchee[],
): Recherche {
  const stricts = (mot: Mot): Touches => toucher(vocabulaire, mot, accordStrict);
  const approches = (mot: Mot): Touches =>
    meilleures(stricts(mot), toucher(vocabulaire, mot, accordApproche));

  return (requete) => {
    const cherches = motsCherches(requete);
    if (cherches.length === 0) return null;
    let parMot = cherches.map(stricts);
    const solides = parMot.filter(({ size }) => size > 0);
    let approche = parMot.map(({ size }) => size === 0);
    parMot = cherches.map((mot, i) => (approche[i] ? approches(mot) : (parMot[i] ?? new Map())));
    if (!recouper(parMot, solides).complet) {
      approche = cherches.map(() => true);
      parMot = cherches.map(approches);
    }
    const { trouvees } = recouper(parMot, solides);
    const points = new Map(
      trouvees.map((option) => [
        option,
        parMot.reduce(
          (n, touches) => n + rarete(touches, options.length) * (touches.get(option)?.points ?? 0),
          0,
        ),
      ]),
    );
    const rangees = trouvees.toSorted(
      (a, b) => (points.get(b) ?? 0) - (points.get(a) ?? 0) || a - b,
    );
    const codeDe = (option: number): string => options[option]?.code ?? '';
    const raisons = rangees.flatMap((option) => {
      const touchees = parMot.flatMap((touches) => touches.get(option) ?? []);
      const raison = touchees.find((touche) => touche.raison && !touche.clair)?.raison;
      return raison ? [[codeDe(option), raison] as const] : [];
    });
    const deLoin = rangees.filter((option) =>
      parMot.every((touches) => {
        const touche = touches.get(option);
        return !touche?.clair && !touche?.raison;
      }),
    );
    return {
      codes: rangees.map(codeDe),
      deLoin: new Set(deLoin.map(codeDe)),
      raisons: new Map(raisons),
      mots: cherches.map((mot, i) => ({ ...mot, approche: approche[i] ?? false })),
    };
  };
}
