import { auMoinsSuivi, type EffectifSuivi, enNombreSuivi, estBorne, INCONNU } from '../effectif.ts';
import { STATUTS_ORGANISABLES } from '../tables/valeurs.ts';
import { partsDe } from './anciens.ts';
import type { LigneIndicateur, PartDeLigne } from './ligne.ts';
import type { Croisement, Mesure, Tri } from './selection.ts';

/** Une somme d’effectifs ; `partielle` : il y manque des effectifs masqués. */
export interface Somme {
  readonly valeur: number;
  readonly partielle: boolean;
  /** Rien de ce qu’elle compte n’est connu. */
  readonly inconnue?: true;
}

export const sommer = (valeurs: readonly EffectifSuivi[]): Somme => ({
  valeur: valeurs.reduce<number>((somme, n) => somme + auMoinsSuivi(n), 0),
  partielle: valeurs.some((n) => enNombreSuivi(n) === null),
  ...(valeurs.length > 0 && valeurs.every((n) => n === INCONNU) && { inconnue: true as const }),
});

/** Un compte qu’une zone dont l’offre n’est pas connue ne donne pas. */
const compteOuInconnu = (n: number | null): EffectifSuivi => n ?? INCONNU;

/** Les élèves d’une ligne : un nombre, la borne qu’en dit la source, ou rien. */
export const elevesDe = ({
  eleves,
  serie,
}: Pick<PartDeLigne, 'eleves' | 'serie'>): EffectifSuivi => {
  const dernier = serie.at(-1);
  return eleves ?? (estBorne(dernier) ? dernier : null);
};

/** Les élèves de plusieurs lignes, chacun une fois, même sous un code que deux autres remplacent. */
export const sommerEleves = (lignes: readonly LigneIndicateur[]): Somme =>
  sommer(partsDe(lignes).map((l) => (l.occurrences === null ? INCONNU : elevesDe(l))));

/** Les occurrences de plusieurs lignes : un code sur une implantation, une fois. */
export const sommerOccurrences = (lignes: readonly LigneIndicateur[]): Somme =>
  sommer(partsDe(lignes).map(({ occurrences }) => compteOuInconnu(occurrences)));

/** La somme année par année ; pas de nombre dès qu’une ligne y est masquée, inconnue ou absente, et un minimum si la source en tait une. */
export function sommerSeries(lignes: readonly LigneIndicateur[]): EffectifSuivi[] {
  const parts = partsDe(lignes);
  const longueur = parts.reduce((max, { serie }) => Math.max(max, serie.length), 0);
  return Array.from({ length: longueur }, (_, i): EffectifSuivi => {
    const annees = parts.map(({ serie }): EffectifSuivi => serie.at(i - longueur) ?? null);
    if (annees.includes(INCONNU)) return INCONNU;
    const [seule] = annees;
    if (annees.length === 1 && seule !== undefined) return seule;
    const { valeur, partielle } = sommer(annees);
    if (!partielle) return valeur;
    return annees.includes(null) ? null : (`≥${valeur}` as const);
  });
}

/** Des lignes réunies, et ce qu’elles font ensemble. */
export interface GroupeDeLignes {
  readonly cle: string;
  readonly lignes: readonly LigneIndicateur[];
  readonly occurrences: number;
  /** L’offre d’aucune de ces lignes n’est connue. */
  readonly inconnue?: true;
  readonly eleves: Somme;
  readonly serie: readonly EffectifSuivi[];
}

/** Réunit les lignes d’une même clé, dans l’ordre de leur première ligne. */
export function grouperLignes(
  lignes: readonly LigneIndicateur[],
  cleDe: (ligne: LigneIndicateur) => string,
): readonly GroupeDeLignes[] {
  const groupes = new Map<string, LigneIndicateur[]>();
  for (const ligne of lignes) {
    const groupe = groupes.get(cleDe(ligne));
    if (groupe) groupe.push(ligne);
    else groupes.set(cleDe(ligne), [ligne]);
  }
  return [...groupes].map(([cle, siennes]) => {
    const { valeur, inconnue } = sommerOccurrences(siennes);
    return {
      cle,
      lignes: siennes,
      occurrences: valeur,
      ...(inconnue && { inconnue }),
      eleves: sommerEleves(siennes),
      serie: sommerSeries(siennes),
    };
  });
}

const TOTAUX: Readonly<Record<string, (groupe: GroupeDeLignes) => number>> = {
  occurrences: ({ occurrences }) => occurrences,
  eleves: ({ eleves }) => eleves.valeur,
};

/** Le nombre de zones où l’option, qu’on peut encore demander, est TC-FC. */
const zonesTcFc = ({ lignes }: GroupeDeLignes): number =>
  lignes.filter(({ tc_fc, statut }) => tc_fc && STATUTS_ORGANISABLES.includes(statut)).length;

/**
 * Un groupe par option. Trié par occurrences ou élèves, c’est leur total qui range ; sans tri ni
 * recherche, celles dont l’emploi manque dans le plus de zones, puis les plus fréquentées.
 */
export function parOption(
  lignes: readonly LigneIndicateur[],
  tri: readonly Tri[],
  cherche = false,
) {
  const groupes = grouperLignes(lignes, ({ code_obg }) => code_obg);
  const [premier] = tri;
  const total = premier && TOTAUX[premier.cle];
  if (total) {
    const sens = premier.descendant ? -1 : 1;
    return groupes.toSorted((a, b) => (total(a) - total(b)) * sens || (a.cle < b.cle ? -1 : 1));
  }
  if (premier || cherche) return groupes;
  const besoins = new Map(groupes.map((groupe) => [groupe, zonesTcFc(groupe)]));
  const besoin = (groupe: GroupeDeLignes): number => besoins.get(groupe) ?? 0;
  return groupes.toSorted(
    (a, b) =>
      besoin(b) - besoin(a) || b.eleves.valeur - a.eleves.valeur || (a.cle < b.cle ? -1 : 1),
  );
}

/** Un groupe par zone, dans l’ordre des zones. */
export const parZone = (lignes: readonly LigneIndicateur[]): readonly GroupeDeLignes[] =>
  grouperLignes(lignes, ({ zone }) => String(zone)).toSorted(
    (a, b) => Number(a.cle) - Number(b.cle),
  );

export interface Croise {
  readonly colonnes: readonly string[];
  readonly rangees: readonly {
    readonly cle: string;
    readonly cellules: readonly CelluleCroisee[];
  }[];
  readonly totaux: readonly CelluleCroisee[];
}

export interface CelluleCroisee {
  /** `null` : aucune ligne, ou un effectif masqué ou non connu. */
  readonly valeur: number | null;
  readonly partielle: boolean;
  readonly serie: readonly EffectifSuivi[];
}

const MESURER: Readonly<Record<Mesure, (lignes: readonly LigneIndicateur[]) => Somme>> = {
  eleves: sommerEleves,
  occurrences: sommerOccurrences,
  organisees: (lignes) =>
    sommer(lignes.map(({ occurrences: n }) => (n === null ? INCONNU : n > 0 ? 1 : 0))),
  besoin: (lignes) => sommer(lignes.map(({ tc_fc }) => (tc_fc === null ? INCONNU : tc_fc ? 1 : 0))),
};

const cellule = (lignes: readonly LigneIndicateur[], mesure: Mesure): CelluleCroisee => {
  const serie = mesure === 'eleves' ? sommerSeries(lignes) : [];
  if (lignes.length === 0) return { valeur: null, partielle: false, serie };
  const { valeur, partielle, inconnue } = MESURER[mesure](lignes);
  return { valeur: inconnue ? null : valeur, partielle, serie };
};

const parAnnee = (
  lignes: readonly LigneIndicateur[],
  annees: readonly string[],
): readonly CelluleCroisee[] => {
  const serie = sommerSeries(lignes);
  return annees.map((_, i) => ({
    valeur: enNombreSuivi(serie.at(i - annees.length) ?? null),
    partielle: false,
    serie: [],
  }));
};

const numerique = (a: string, b: string): number => Number(a) - Number(b);

/**
 * Croise les lignes : secteur, groupe ou zone en rangées ; zones ou années scolaires en colonnes,
 * et le total à droite des zones.
 * @param annees les années scolaires des séries, la dernière celle des lignes
 */
export function croiser(
  lignes: readonly LigneIndicateur[],
  croisement: Croisement,
  mesure: Mesure,
  annees: readonly string[],
): Croise {
  const [par, sur] = croisement.split('-') as ['secteur' | 'groupe' | 'zone', 'zone' | 'annee'];
  const groupes = grouperLignes(lignes, (ligne) => String(ligne[par])).toSorted((a, b) =>
    numerique(a.cle, b.cle),
  );
  if (sur === 'annee') {
    return {
      colonnes: annees,
      rangees: groupes.map((groupe) => ({
        cle: groupe.cle,
        cellules: parAnnee(groupe.lignes, annees),
      })),
      totaux: parAnnee(lignes, annees),
    };
  }
  const zones = [...new Set(lignes.map(({ zone }) => String(zone)))].sort(numerique);
  const rangee = (siennes: readonly LigneIndicateur[]): readonly CelluleCroisee[] => [
    ...zones.map((zone) =>
      cellule(
        siennes.filter((ligne) => String(ligne.zone) === zone),
        mesure,
      ),
    ),
    cellule(siennes, mesure),
  ];
  return {
    colonnes: zones,
    rangees: groupes.map((groupe) => ({ cle: groupe.cle, cellules: rangee(groupe.lignes) })),
    totaux: rangee(lignes),
  };
}
