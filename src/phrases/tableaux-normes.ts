import type { RegleMaintien } from '../domain/normes/maintien.ts';
import type { RegleCreation } from '../domain/normes/types.ts';
import { anneesEnMots, GROUPEMENT_EN_MOTS, MODE_EN_MOTS, viseEnMots } from './regles.ts';

/** Ce qu’une règle vise, en trois colonnes. */
export interface Cas {
  readonly vise: string;
  readonly mode: string;
  readonly groupement: string;
}

type Visee = Pick<RegleCreation, 'forme' | 'type_7e' | 'mode' | 'groupement' | 'degre' | 'objet'>;

/** « P » et « PB » disent la même 7e : le type l’emporte. */
const formes = ({ forme, type_7e }: Visee): string | null => type_7e ?? forme;

const listeEnMots = (cellule: string | null, mots: Readonly<Record<string, string>>): string =>
  (cellule ?? '')
    .split(' ')
    .filter(Boolean)
    .map((mot) => mots[mot] ?? mot)
    .join(', ou ');

/** Ce que vise une règle de création ou de maintien. */
export function casDe(regle: Visee, annees: string | null): Cas {
  return {
    vise: annees ? viseEnMots(annees, formes(regle)) : (regle.degre ?? 'tous les degrés'),
    // Le tableau des degrés ne nomme pas de mode.
    mode:
      listeEnMots(regle.mode, MODE_EN_MOTS) || (regle.objet === 'degre' ? '' : 'tous les modes'),
    // Seules les 7es années groupent des cours.
    groupement: annees === '7' ? listeEnMots(regle.groupement, GROUPEMENT_EN_MOTS) : '',
  };
}

export interface LigneDeCreation extends Cas {
  readonly regle: RegleCreation;
}

/** Les normes de création d’une édition, options d’abord ouvertes le plus tôt. */
export const tableauDeCreation = (
  regles: readonly RegleCreation[],
  edition: string,
): readonly LigneDeCreation[] =>
  regles
    .filter((r) => r.edition === edition && r.objet === 'option' && r.genre === 'valeur')
    .toSorted((a, b) => (a.annee ?? 0) - (b.annee ?? 0) || ordre(a) - ordre(b))
    .map((regle) => ({ ...casDe(regle, regle.annee ? String(regle.annee) : null), regle }));

/** Alternance après plein exercice, types ensemble, du moins groupé au plus groupé. */
function ordre(regle: RegleCreation): number {
  const alternance = regle.mode === 'ALT' ? 1000 : 0;
  const type = ['PB', 'PC', 'TQ'].indexOf(regle.type_7e ?? '') * 10;
  return alternance + type + Object.keys(GROUPEMENT_EN_MOTS).indexOf(regle.groupement ?? 'seule');
}

/** Où se lisent les règles d’une édition : document et section. */
export const texteDe = (
  regles: readonly { readonly edition: string; readonly texte: string }[],
  edition: string,
): string =>
  [...new Set(regles.filter((r) => r.edition === edition).map((r) => r.texte))].join(' ; ');

/** Les règles d’une édition qui ne donnent pas de nombre : dispenses et silences. */
export const reglesSansValeur = (
  regles: readonly RegleCreation[],
  edition: string,
): readonly RegleCreation[] =>
  regles.filter((r) => r.edition === edition && r.genre !== 'valeur' && r.precision);

export interface LigneParDistance extends Cas {
  /** Les années d’études que l’on additionne ; `null` : le texte ne les dit pas, ou c’est le degré. */
  readonly compte: string | null;
  readonly precision: string | null;
  /** Une valeur par cas de distance ou de densité ; absente : le texte n’en donne pas. */
  readonly valeurs: Readonly<Record<string, number>>;
  readonly reference: string;
}

type RegleSituee = Visee &
  Pick<RegleCreation, 'distance' | 'reference' | 'precision'> & {
    readonly annees: string | null;
    readonly compte: string | null;
    readonly densite: string | null;
    readonly valeur: number | null;
  };

/** Réunit sur une ligne les règles qui ne diffèrent que par la distance ou la densité. */
function reunir(regles: readonly RegleSituee[]): readonly LigneParDistance[] {
  const lignes = new Map<string, LigneParDistance & { valeurs: Record<string, number> }>();
  for (const regle of regles) {
    if (regle.valeur === null) continue;
    const cas = casDe(regle, regle.annees);
    const cle = JSON.stringify([cas, regle.compte]);
    const ligne = lignes.get(cle) ?? {
      ...cas,
      compte: regle.compte && anneesEnMots(regle.compte),
      precision: regle.precision,
      valeurs: {},
      reference: regle.reference,
    };
    ligne.valeurs[regle.distance ?? regle.densite ?? 'generale'] = regle.valeur;
    lignes.set(cle, ligne);
  }
  return [...lignes.values()].toSorted(
    (a, b) =>
      Number(a.mode === MODE_EN_MOTS.ALT) - Number(b.mode === MODE_EN_MOTS.ALT) ||
      a.vise.localeCompare(b.vise, 'fr'),
  );
}

/** Les normes d’ouverture d’un degré dans une édition. */
export const tableauDOuverture = (
  regles: readonly RegleCreation[],
  edition: string,
): readonly LigneParDistance[] =>
  reunir(
    regles
      .filter((r) => r.edition === edition && r.objet === 'degre')
      .map((r) => ({
        ...r,
        annees: r.annee ? String(r.annee) : null,
        compte: r.annee ? String(r.annee) : null,
        densite: null,
        valeur: r.generale,
      })),
  );

/** Les normes de maintien d’objets (option, degré) dans une édition. */
export const tableauDeMaintien = (
  regles: readonly RegleMaintien[],
  edition: string,
  objets: readonly string[],
): readonly LigneParDistance[] =>
  reunir(
    regles
      .filter((r) => r.edition === edition && objets.includes(r.objet))
      .map((r) => ({
        ...r,
        annees: r.annees ?? (r.degre === 'D2' ? '3-4' : r.degre === 'D3' ? '5-6' : null),
        valeur: r.norme,
      })),
  );
