import { accompagnement, tempsPleins, transfertMaximal } from '../normes/accompagnement.ts';
import {
  type ChargeCompletee,
  chargeDeCoordination,
  completerLaCoordination,
} from '../normes/coordination.ts';
import { type Calcul, periodesProfesseurs, type RegleEncadrement } from '../normes/encadrement.ts';
import { type Avis, ecrire, LecteurDAdresse } from './etat.ts';

const ELEVES_MAX = 2000;

/** Un nombre d’élèves à demander : une population d’un calcul. */
export interface Champ {
  readonly cle: string;
  readonly calcul: 'periodes' | 'accompagnement' | 'specialise' | 'coordination';
  readonly population: string;
  readonly intitule: string;
}

export interface EtatEncadrement {
  readonly edition: string;
  /** Élèves par clé de champ ; absente : pas dits, et aucun si d’autres du même calcul le sont. */
  readonly eleves: Readonly<Record<string, number>>;
}

/** Un calcul, ou ce qu’il faut dire pour en avoir un. */
export type CalculDit =
  | Calcul
  | { readonly genre: 'a_completer'; readonly motif: string; readonly reference: string };

export interface ReponseEncadrement {
  readonly periodes: CalculDit;
  readonly accompagnement: CalculDit;
  readonly specialise: CalculDit | null;
  readonly coordination: CalculDit;
  /** Ce que l’accompagnement donne d’abord à la coordination ; `null` : pas réglé, ou pas dit. */
  readonly completee: ChargeCompletee | null;
  /** Équivalents temps plein d’accompagnateurs, coordination complétée ; `null` : l’édition ne donne
   * pas de diviseur, ou l’un des deux n’est pas dit. */
  readonly accompagnateurs: number | null;
  /** Périodes d’accompagnement non utilisées qui peuvent devenir des périodes-professeurs. */
  readonly transfert: number | null;
}

const GENERIQUES: Readonly<Record<string, string>> = {
  obligation: 'Soumis à l’obligation scolaire à temps partiel',
  tous: 'Régulièrement inscrits',
};

const CALCULS = [
  ['periodes', 'ordinaire', 'pp', 'periodes'],
  ['accompagnement', 'ordinaire', 'ac', 'accompagnement'],
  ['palier', 'ordinaire', 'ac', 'accompagnement'],
  ['accompagnement', 'specialise', 'sp', 'specialise'],
  ['coordination', 'ordinaire', 'co', 'coordination'],
] as const;

/** Les nombres d’élèves que demande une édition. */
export function champsDe(regles: readonly RegleEncadrement[], edition: string): readonly Champ[] {
  return CALCULS.flatMap(([objet, pour, prefixe, calcul]) => {
    const visees = regles.filter(
      (r) => r.edition === edition && r.objet === objet && r.public === pour && r.population,
    );
    return [...new Set(visees.map(({ population }) => population ?? ''))].map((population) => {
      const siennes = visees.filter((r) => r.population === population);
      const propre = objet === 'accompagnement' || siennes.length === 1;
      const generique = GENERIQUES[population];
      const intitule = propre ? (siennes[0]?.intitule ?? population) : (generique ?? population);
      return {
        cle: `${prefixe}-${population}`,
        calcul,
        population,
        intitule: generique && objet !== 'accompagnement' ? generique : intitule,
      };
    });
  });
}

/** Les éditions qui règlent les périodes-professeurs, de la plus récente à la plus ancienne. */
export const editionsDEncadrement = (regles: readonly RegleEncadrement[]): readonly string[] => [
  ...new Set(
    regles
      .filter(({ objet }) => objet === 'periodes')
      .toSorted((a, b) => b.valide_du.localeCompare(a.valide_du))
      .map(({ edition }) => edition),
  ),
];

const siDit = (calcul: Calcul, dit: boolean, quoi: string): CalculDit =>
  dit || calcul.genre === 'non_prevu'
    ? calcul
    : { genre: 'a_completer', motif: `dites ${quoi}`, reference: calcul.reference };

/** Les périodes et les charges d’un CEFA, avec le détail de chaque calcul. */
export function calculerEncadrement(
  regles: readonly RegleEncadrement[],
  { edition, eleves }: EtatEncadrement,
): ReponseEncadrement {
  const champs = champsDe(regles, edition);
  const populations = (calcul: Champ['calcul']): Record<string, number> =>
    Object.fromEntries(
      champs
        .filter((champ) => champ.calcul === calcul)
        .map(({ cle, population }) => [population, eleves[cle] ?? 0]),
    );
  const dit = (voulu: Champ['calcul']): boolean =>
    champs.some(({ calcul, cle }) => calcul === voulu && eleves[cle] !== undefined);
  const ordinaire = accompagnement(regles, edition, populations('accompagnement'));
  const avecSpecialise = champs.some(({ calcul }) => calcul === 'specialise');
  const specialise = avecSpecialise
    ? accompagnement(regles, edition, populations('specialise'), 'specialise')
    : null;
  const total =
    (ordinaire.genre === 'valeur' ? ordinaire.valeur : 0) +
    (specialise?.genre === 'valeur' ? specialise.valeur : 0);
  const inscrits = populations('coordination').tous ?? 0;
  const accompagne = dit('accompagnement') || dit('specialise');
  const complet = accompagne && dit('coordination');
  const completee = complet ? completerLaCoordination(regles, edition, inscrits, total) : null;
  const combien = 'combien d’élèves';
  return {
    periodes: siDit(
      periodesProfesseurs(regles, edition, populations('periodes')),
      dit('periodes'),
      combien,
    ),
    accompagnement: siDit(ordinaire, dit('accompagnement'), combien),
    specialise: specialise && siDit(specialise, dit('specialise'), combien),
    coordination: siDit(
      chargeDeCoordination(regles, edition, inscrits),
      dit('coordination'),
      `${combien} : l’accompagnement complète d’abord cette charge`,
    ),
    completee,
    accompagnateurs: complet ? tempsPleins(regles, edition, completee?.reste ?? total) : null,
    transfert: accompagne ? transfertMaximal(regles, edition, total) : null,
  };
}

/** Lit un calcul d’une adresse ; l’édition la plus récente par défaut. */
export function lireEncadrement(
  search: string,
  regles: readonly RegleEncadrement[],
): { readonly etat: EtatEncadrement; readonly avis: Avis } {
  const lecteur = new LecteurDAdresse(search);
  const editions = editionsDEncadrement(regles);
  const edition = lecteur.choix<string>('edition', editions, editions[0] ?? '');
  const lus = champsDe(regles, edition).flatMap(({ cle }) => {
    const lu = lecteur.nombre(cle, ELEVES_MAX);
    return lu === null ? [] : [[cle, Math.floor(lu)] as const];
  });
  return { etat: { edition, eleves: Object.fromEntries(lus) }, avis: lecteur.avis };
}

/** L’adresse d’un calcul ; les champs d’une autre édition en sortent. */
export function ecrireEncadrement(
  search: string,
  { edition, eleves }: EtatEncadrement,
  regles: readonly RegleEncadrement[],
): string {
  const editions = editionsDEncadrement(regles);
  const toutes = editions.flatMap((e) => champsDe(regles, e).map(({ cle }) => [cle, ''] as const));
  const remplis = champsDe(regles, edition)
    .filter(({ cle }) => eleves[cle] !== undefined)
    .map(({ cle }) => [cle, String(eleves[cle])] as const);
  return ecrire(search, {
    ...Object.fromEntries(toutes),
    ...Object.fromEntries(remplis),
    edition: edition === editions[0] ? '' : edition,
  });
}
