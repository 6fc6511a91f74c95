import { decoderLignes, encoderLignes, type LignesEcrites } from '../../domain/filtre/codec.ts';
import type { CleFacette, Comptes, Connues } from '../../domain/filtre/facettes.ts';
import { parFacette } from '../../domain/filtre/facettes.ts';
import type { Resultat } from '../../domain/filtre/filtre.ts';
import type { Noms } from '../../domain/filtre/libelles.ts';

/** Ce que la page donne à l’îlot : son état de départ, et où lire le reste. */
export interface PropsIndicateurs {
  readonly annee: string;
  /** Les années scolaires de l’édition, la dernière en dernier. */
  readonly annees: readonly string[];
  readonly noms: Noms;
  /** Les valeurs de chaque facette, séparées par une espace. */
  readonly connues: Readonly<Record<CleFacette, string>>;
  readonly depart: {
    readonly premieres: LignesEcrites;
    readonly total: number;
    readonly options: number;
    readonly pages: number;
    readonly comptes: Comptes;
  };
  /** Où lire l’index de chaque année scolaire. */
  readonly index: Readonly<Record<string, string>>;
  /** Ce que lisent le détail et les exports. */
  readonly detail: string;
  /** L’édition, comme on la cite. */
  readonly edition: string;
  /** « Dans cette édition fictive : », ou rien. */
  readonly prefixe: string;
}

/** Ce que le moteur de requêtes a reçu et doit recevoir, en octets. */
export interface Avancement {
  readonly dire: (recus: number, total: number) => void;
  readonly lire: () => readonly [recus: number, total: number];
  readonly suivre: (suiveur: () => void) => () => void;
}

export const emballer = (connues: Connues): PropsIndicateurs['connues'] =>
  parFacette(({ cle }) => connues[cle].join(' '));

export const deballer = (connues: PropsIndicateurs['connues']): Connues =>
  parFacette(({ cle }) => connues[cle].split(' '));

/** Le résultat sans filtre, écrit aussi court que l’index. */
export const versDepart = (resultat: Resultat): PropsIndicateurs['depart'] => ({
  premieres: encoderLignes(resultat.lignes),
  total: resultat.total,
  options: resultat.options,
  pages: resultat.pages,
  comptes: resultat.comptes,
});

export const depuisDepart = (depart: PropsIndicateurs['depart']): Resultat => ({
  ...depart,
  lignes: decoderLignes(depart.premieres),
  page: 1,
});
