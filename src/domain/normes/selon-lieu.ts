import {
  type CasPossible,
  casPossibles,
  type Eloignement,
  type RegleDeDensite,
} from './distance.ts';
import type { NormePossible, NormeSelonLieu, RegleDatee } from './types.ts';

/** Ce qu’un tableau de distances répond d’un lieu, du plus favorable au moins favorable. */
export type SelonLeLieu<R> = {
  /** La règle de la valeur la plus exigeante. */
  readonly regle: R;
  /** Une seule : ce qu’on ignore du lieu n’y change rien. */
  readonly possibles: readonly NormePossible[];
  readonly motif: string;
  /** L’édition n’a pas de densités, ou pas de règle pour chaque cas possible. */
  readonly partielle: boolean;
};

const enumerer = (mots: readonly string[]): string =>
  [mots.slice(0, -1).join(', '), mots.at(-1) ?? ''].filter(Boolean).join(' ou ');

/** « en commune rurale ou semi-rurale à plus de 8 km, ou en commune ordinaire à plus de 12 km ». */
function conditionEnMots(cas: readonly CasPossible[], tous: readonly CasPossible[], km: boolean) {
  const densites = new Set(tous.map(({ regle }) => regle?.densite));
  const seuils = new Map<string, number>();
  for (const { regle, auDela } of cas) {
    const intitule = regle?.intitule ?? '';
    seuils.set(intitule, Math.min(auDela, seuils.get(intitule) ?? auDela));
  }
  const groupes = Map.groupBy(seuils, ([, seuil]) => seuil);
  return [...groupes]
    .sort(([a], [b]) => a - b)
    .map(([seuil, siennes]) => {
      const communes = siennes.map(([intitule], i) =>
        i === 0 ? intitule : intitule.replace(/^commune /, ''),
      );
      const ou = siennes.length === densites.size ? '' : `en ${enumerer(communes)}`;
      return [ou, km || seuil === 0 ? '' : `à plus de ${seuil} km`].filter(Boolean).join(' ');
    })
    .join(', ou ');
}

function motifDUnSeul({ regle, cas, auDela }: CasPossible): string {
  if (regle === null) return 'règle générale';
  if (cas === 'longue') return `à plus de ${auDela} km`;
  if (cas === 'caractere') return `${regle.intitule}, à plus de ${auDela} km`;
  if (cas === 'rural') return `${regle.intitule}, sans la condition de distance`;
  return `${regle.intitule}, pas assez éloigné : règle générale`;
}

/** « 9 en commune rurale ou semi-rurale ; 12 sinon » ; vide s’il n’y a qu’une valeur. */
export const possiblesEnMots = (possibles: readonly NormePossible[]): string =>
  possibles.length < 2
    ? ''
    : possibles
        .map(({ valeur, quand }, i) =>
          i === possibles.length - 1 ? `${valeur} sinon` : `${valeur} ${quand}`,
        )
        .join(' ; ');

function motifDUneValeur(tous: readonly CasPossible[], lieu: Eloignement): string {
  const [seul] = tous;
  if (tous.length === 1 && seul) return motifDUnSeul(seul);
  if (lieu.km !== null) return 'la même norme, quelle que soit la densité de la commune';
  return lieu.densite !== null
    ? 'la même norme, quelle que soit la distance'
    : 'la même norme, où que soit l’école';
}

/**
 * Lit un tableau de distances pour un lieu qu’on ne connaît peut-être pas tout entier : la valeur
 * quand ce qu’on ignore n’y change rien, sinon chacune avec sa condition, jamais la plus
 * défavorable par défaut.
 *
 * @param trouver la règle d’un cas
 * @returns `null` si aucun cas n’a de valeur
 */
export function selonLeLieu<R>(
  densites: readonly RegleDeDensite[],
  lieu: Eloignement,
  trouver: (cas: CasPossible) => R | undefined,
  valeurDe: (regle: R) => number | null,
): SelonLeLieu<R> | null {
  const tous = casPossibles(densites, lieu);
  const trouvees = tous.flatMap((cas) => {
    const regle = trouver(cas);
    const valeur = regle ? valeurDe(regle) : null;
    return regle && valeur !== null ? [{ cas, regle, valeur }] : [];
  });
  const lues = [...Map.groupBy(trouvees, ({ valeur }) => valeur)]
    .map(([valeur, siennes]) => ({
      valeur,
      regle: (siennes[0] as { regle: R }).regle,
      cas: siennes.map(({ cas }) => cas),
    }))
    .sort((a, b) => a.valeur - b.valeur);
  const derniere = lues.at(-1);
  if (!derniere) return null;
  const possibles = lues.map(({ valeur, cas }) => ({
    valeur,
    quand: conditionEnMots(cas, tous, lieu.km !== null),
  }));
  const motif = possiblesEnMots(possibles) || motifDUneValeur(tous, lieu);
  const partielle = trouvees.length < tous.length || tous.some(({ regle }) => regle === null);
  return { regle: derniere.regle, possibles, motif, partielle };
}

/** La norme que dit une lecture : un nombre, ou plusieurs selon le lieu. */
export function normeLue<R extends RegleDatee>(
  { possibles }: SelonLeLieu<R>,
  { regle, reference, edition, nature }: R,
  motif: string,
): NormeSelonLieu {
  const commun = { regle, motif, reference, edition, nature };
  const [premiere] = possibles;
  return possibles.length === 1 && premiere
    ? { ...commun, genre: 'valeur', valeur: premiere.valeur }
    : { ...commun, genre: 'selon', possibles };
}
