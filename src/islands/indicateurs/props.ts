import type { ComponentChildren } from 'preact';
import { decoderLignes, encoderLignes, type LignesEcrites } from '../../domain/filtre/codec.ts';
import type { Resultat } from '../../domain/filtre/filtre.ts';
import type { Noms } from '../../domain/filtre/libelles.ts';
import type { Formation } from '../../domain/recherche/formations.ts';
import type { Exemples } from '../../query/exemples.ts';

/** Ce que la page donne à l’îlot : son état de départ, et où lire le reste. */
export interface PropsIndicateurs {
  readonly annee: string;
  /** Les années scolaires de l’édition, la dernière en dernier. */
  readonly annees: readonly string[];
  readonly noms: Noms;
  readonly exemples: Exemples;
  /** Par année scolaire, d’où viennent ses TC et ses FC. */
  readonly listes: Readonly<Record<string, string>>;
  /** JSON des valeurs de chaque facette. */
  readonly connues: string;
  /** JSON de `DepartEcrit`. */
  readonly depart: string;
  /** Où lire l’index de chaque année scolaire. */
  readonly index: Readonly<Record<string, string>>;
  /** Où lire la recherche d’options. */
  readonly recherche: string;
  /** Où lire les lieux qu’une question peut nommer. */
  readonly lieux: string;
  /** Les formations qui ne se programment pas. */
  readonly formations: readonly Formation[];
  /** Ce que lisent le détail et les exports. */
  readonly detail: string;
  /** L’édition, comme on la cite. */
  readonly edition: string;
  /** L’édition porte des chiffres de démonstration. */
  readonly fictive: boolean;
  /** « Dans cette édition fictive : », ou rien. */
  readonly prefixe: string;
  /** Le slot de la page : par où commencer. */
  readonly children?: ComponentChildren;
}

/** Ce que le moteur de requêtes a reçu et doit recevoir, en octets. */
export interface Avancement {
  readonly dire: (recus: number, total: number) => void;
  readonly lire: () => readonly [recus: number, total: number];
  readonly suivre: (suiveur: () => void) => () => void;
}

type DepartEcrit = Omit<Resultat, 'lignes' | 'page'> & { readonly premieres: LignesEcrites };

/** Le résultat sans filtre, ses lignes écrites comme dans l’index. */
export function ecrireDepart({ lignes, page: _, ...resultat }: Resultat): string {
  const depart: DepartEcrit = { ...resultat, premieres: encoderLignes(lignes) };
  return JSON.stringify(depart);
}

export function relireDepart(ecrit: string): Resultat {
  const { premieres, ...resultat }: DepartEcrit = JSON.parse(ecrit);
  return { ...resultat, lignes: decoderLignes(premieres), page: 1 };
}
