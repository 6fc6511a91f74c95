import type { CleFacette, Comptes, Connues } from '../../domain/filtre/facettes.ts';
import { parFacette } from '../../domain/filtre/facettes.ts';
import type { Resultat } from '../../domain/filtre/filtre.ts';
import {
  decoderIndex,
  encoderIndex,
  type IndexCompact,
} from '../../domain/filtre/index-compact.ts';
import type { Noms } from '../../domain/filtre/libelles.ts';

/** Ce que la page donne à l’îlot : son état de départ, et où lire la suite. */
export interface PropsIndicateurs {
  readonly annee: string;
  /** Les années scolaires de l’édition, la dernière en dernier. */
  readonly annees: readonly string[];
  readonly noms: Noms;
  /** Les valeurs de chaque facette, séparées par une espace. */
  readonly connues: Readonly<Record<CleFacette, string>>;
  readonly depart: {
    readonly premieres: IndexCompact;
    readonly total: number;
    readonly options: number;
    readonly pages: number;
    readonly comptes: Comptes;
  };
  readonly index: string;
  /** Ce que lisent le détail et les exports. */
  readonly suite: string;
  /** L’édition, comme on la cite. */
  readonly edition: string;
  /** « Dans cette édition fictive : », ou rien. */
  readonly prefixe: string;
  readonly fichiers: Readonly<Record<string, string>>;
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
  premieres: encoderIndex(resultat.lignes),
  total: resultat.total,
  options: resultat.options,
  pages: resultat.pages,
  comptes: resultat.comptes,
});

export const depuisDepart = (depart: PropsIndicateurs['depart']): Resultat => ({
  ...depart,
  lignes: decoderIndex(depart.premieres),
  page: 1,
});
