import { STATUTS_ORGANISABLES } from '../tables/valeurs.ts';
import { enMot, type Mot } from './accord.ts';
import { distanceDeFrappe } from './distance.ts';
import type { ConnuDesOptions } from './lieux.ts';
import { motsCherches, motsDe } from './mots.ts';
import type { OptionCherchee } from './options.ts';

/** Un texte d’une option, et ce que vaut d’y être trouvé. */
interface Champ {
  readonly texte: string;
  readonly poids: number;
  /** Ce que l’interface dit si ni le code ni l’intitulé n’expliquent la trouvaille. */
  readonly raison?: string;
  /** Le code ou l’intitulé : ce qui se lit sans autre explication. */
  readonly clair?: boolean;
}

/** Un mot des options, et où il se lit. */
export interface MotLu extends Mot {
  readonly lieux: { readonly option: number; readonly champ: Champ }[];
}

/** Ce que perd une option qu’on ne peut plus demander : à mots égaux, elle vient après. */
const ETEINTE = 0.85;

/** À mots égaux, l’intitulé le plus court répond mieux, et celui d’une option vivante d’abord. */
function poidsDeLIntitule({ intitule, statut }: OptionCherchee): number {
  const poids = Math.max(8, 10 - 0.3 * motsDe(intitule).length);
  return statut && !STATUTS_ORGANISABLES.includes(statut) ? ETEINTE * poids : poids;
}

const champsDe = (option: OptionCherchee): readonly Champ[] => [
  { texte: option.code, poids: 12, clair: true },
  { texte: option.intitule, poids: poidsDeLIntitule(option), clair: true },
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
    const poids = 9 / motsDe(texte).length ** 2;
    return { texte, poids, raison: `mot proche : ${texte}` };
  }),
  { texte: option.groupe, poids: 4 },
  { texte: option.secteur, poids: 3 },
];

/** Tous les mots des options. */
export function vocabulaireDe(options: readonly OptionCherchee[]): readonly MotLu[] {
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

const VOISINES_MAX = 3;

/** Les options dont un mot est à la moitié de ses lettres, au plus, d’un mot de la question. */
export function voisinesDe(
  vocabulaire: readonly MotLu[],
  options: readonly OptionCherchee[],
  requete: string,
): readonly string[] {
  const proches = motsCherches(requete).flatMap(({ mot }) => {
    const limite = Math.min(3, Math.floor(mot.length / 2));
    return vocabulaire.flatMap((lu) => {
      const ecart = Math.abs(lu.mot.length - mot.length) > limite ? limite + 1 : 0;
      const distance = ecart || distanceDeFrappe(mot, lu.mot, limite);
      const lieu = lu.lieux.find(({ champ }) => champ.clair);
      return distance <= limite && lieu && lu.mot.length > 3 ? [{ distance, ...lieu }] : [];
    });
  });
  const rangees = proches.sort((a, b) => a.distance - b.distance || a.option - b.option);
  const codes = rangees.flatMap(({ option }) => options[option]?.code ?? []);
  return [...new Set(codes)].slice(0, VOISINES_MAX);
}

/** Ce que les mots des options disent d’un mot. */
export const connuDe = (vocabulaire: readonly MotLu[]): ConnuDesOptions => {
  const mots = vocabulaire.map(({ mot }) => mot);
  const entiers = new Set([...mots, ...vocabulaire.map((lu) => lu.racine)]);
  return (mot) => {
    if (entiers.has(mot) || entiers.has(enMot(mot).racine)) return 'entier';
    return mot.length > 3 && mots.some((lu) => lu.startsWith(mot)) ? 'debut' : null;
  };
};
