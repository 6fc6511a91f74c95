import { type Accord, accordApproche, accordStrict, enMot, type Mot } from './accord.ts';
import { motsCherches, motsDe } from './mots.ts';

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
}

/** @returns `null` quand la requête est vide : tout convient */
export type Recherche = (requete: string) => Trouvailles | null;

/** Des options, et de quoi les chercher. */
export interface RechercheDOptions {
  readonly options: readonly OptionCherchee[];
  readonly chercher: Recherche;
}

interface Champ {
  readonly texte: string;
  readonly poids: number;
  /** Ce que l’interface dit si ni le code ni l’intitulé n’expliquent la trouvaille. */
  readonly raison?: string;
  /** Le code ou l’intitulé : ce qui se lit sans autre explication. */
  readonly clair?: boolean;
}

interface MotLu extends Mot {
  readonly lieux: { readonly option: number; readonly champ: Champ }[];
}

interface Touche {
  readonly points: number;
  readonly raison: string | undefined;
  readonly clair: boolean;
}

type Touches = ReadonlyMap<number, Touche>;

const champsDe = (option: OptionCherchee): readonly Champ[] => [
  { texte: option.code, poids: 12, clair: true },
  // À mots égaux, l’intitulé le plus court répond mieux.
  {
    texte: option.intitule,
    poids: 10 - 0.03 * motsDe(option.intitule).length,
    clair: true,
  },
  ...option.anciens.flatMap(({ code, intitule }): Champ[] => {
    const raison = `anciennement ${code} ${intitule}`;
    return [
      { texte: code, poids: 8, raison },
      { texte: intitule, poids: 7, raison },
    ];
  }),
  ...option.metiers.map((texte): Champ => ({ texte, poids: 6, raison: `métier : ${texte}` })),
  ...option.synonymes.map((texte): Champ => {
    // Un mot de plusieurs ne désigne pas l’option aussi sûrement qu’un mot seul.
    const poids = motsDe(texte).length > 1 ? 6 : 9;
    return { texte, poids, raison: `mot proche : ${texte}` };
  }),
  { texte: option.groupe, poids: 4 },
  { texte: option.secteur, poids: 3 },
];

function vocabulaireDe(options: readonly OptionCherchee[]): readonly MotLu[] {
  const mots = new Map<string, MotLu>();
  // Secteurs, groupes et métiers reviennent d’une option à l’autre : on ne les découpe qu’une fois.
  const decoupes = new Map<string, ReadonlySet<string>>();
  const decouper = (texte: string): ReadonlySet<string> => {
    const decoupe = decoupes.get(texte) ?? new Set(motsDe(texte));
    decoupes.set(texte, decoupe);
    return decoupe;
  };
  options.forEach((lue, option) => {
    for (const champ of champsDe(lue)) {
      for (const mot of decouper(champ.texte)) {
        const connu = mots.get(mot) ?? { ...enMot(mot), lieux: [] };
        connu.lieux.push({ option, champ });
        mots.set(mot, connu);
      }
    }
  });
  return [...mots.values()];
}

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

/** Les options que touchent le plus de mots, et si tous les mots les touchent. */
function recouper(parMot: readonly Touches[]) {
  const nombre = new Map<number, number>();
  for (const touches of parMot) {
    for (const option of touches.keys()) nombre.set(option, (nombre.get(option) ?? 0) + 1);
  }
  const meilleur = Math.max(0, ...nombre.values());
  const suffit = meilleur * 2 >= parMot.length;
  const trouvees = [...nombre].filter(([, n]) => suffit && n === meilleur).map(([i]) => i);
  return { trouvees, complet: meilleur === parMot.length };
}

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
export function creerRecherche(options: readonly OptionCherchee[]): Recherche {
  const vocabulaire = vocabulaireDe(options);
  const stricts = (mot: Mot): Touches => toucher(vocabulaire, mot, accordStrict);
  const approches = (mot: Mot): Touches =>
    meilleures(stricts(mot), toucher(vocabulaire, mot, accordApproche));

  return (requete) => {
    const cherches = motsCherches(requete);
    if (cherches.length === 0) return null;
    let parMot = cherches.map(stricts);
    let approche = parMot.map(({ size }) => size === 0);
    parMot = cherches.map((mot, i) => (approche[i] ? approches(mot) : (parMot[i] ?? new Map())));
    if (!recouper(parMot).complet) {
      approche = cherches.map(() => true);
      parMot = cherches.map(approches);
    }
    const { trouvees } = recouper(parMot);
    const points = new Map(
      trouvees.map((option) => [
        option,
        parMot.reduce((n, touches) => n + (touches.get(option)?.points ?? 0), 0),
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
    return {
      codes: rangees.map(codeDe),
      raisons: new Map(raisons),
      mots: cherches.map((mot, i) => ({ ...mot, approche: approche[i] ?? false })),
    };
  };
}
