import { enTexte, type Nombre, type Phrase } from '../../phrases/phrase.ts';
import { barres } from '../barres.ts';
import type { Barre, OptionsBarres } from '../disposition.ts';
import type { Figure } from '../figure.ts';

/** Une barre de la zone, et ce que vaut la FWB, qui y fait un trait fin. */
export interface BarreDeZone extends Omit<Barre, 'valeur'> {
  /** Vide, la barre est nulle. */
  readonly valeur: number | Nombre | null | undefined;
  readonly fwb?: Nombre | null | undefined;
}

const longueur = (valeur: BarreDeZone['valeur']): number =>
  (typeof valeur === 'object' ? valeur?.valeur : valeur) ?? 0;

const enBarre = ({ fwb, valeur, ...reste }: BarreDeZone): Barre => ({
  repere: fwb?.valeur,
  repereEcrit: fwb?.texte,
  ...reste,
  valeur: longueur(valeur),
});

/** Le dessin d’une figure de zone en barres ; son constat le dit à qui ne le voit pas. */
export const barresDeZone =
  (
    constat: Phrase,
    rangees: readonly BarreDeZone[],
    options: Omit<OptionsBarres, 'largeur' | 'constat'> = {},
  ): NonNullable<Figure['dessin']> =>
  (largeur, entiers = false) =>
    barres(rangees.map(enBarre), { ...options, largeur, entiers, constat: enTexte(constat) });
