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
  /** Élèves par clé de champ ; absente : zéro. */
  readonly eleves: Readonly<Record<string, number>>;
}

export interface ReponseEncadrement {
  readonly periodes: Calcul;
  readonly accompagnement: Calcul;
  readonly specialise: Calcul | null;
  readonly coordination: Calcul;
  /** Ce que l’accompagnement donne d’abord à la coordination ; `null` : pas réglé. */
  readonly completee: ChargeCompletee | null;
  /** Équivalents temps plein d’accompagnateurs, coordination complétée ; `null` : l’édition ne donne pas de diviseur. */
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
  const ordinaire = accompagnement(regles, edition, populations('accompagnement'));
  const avecSpecialise = champs.some(({ calcul }) => calcul === 'specialise');
  const specialise = avecSpecialise
    ? accompagnement(regles, edition, populations('specialise'), 'specialise')
    : null;
  const total =
    (ordinaire.genre === 'valeur' ? ordinaire.valeur : 0) +
    (specialise?.genre === 'valeur' ? specialise.valeur : 0);
  const inscrits = populations('coordination').tous ?? 0;
  const completee = completerLaCoordination(regles, edition, inscrits, total);
  return {
    periodes: periodesProfesseurs(regles, edition, populations('periodes')),
    accompagnement: ordinaire,
    specialise,
    coordination: chargeDeCoordination(regles, edition, inscrits),
    completee,
    accompagnateurs: tempsPleins(regles, edition, completee?.reste ?? total),
    transfert: transfertMaximal(regles, edition, total),
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
  const lus = champsDe(regles, edition).map(
    ({ cle }) => [cle, Math.floor(lecteur.nombre(cle, ELEVES_MAX) ?? 0)] as const,
  );
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
    .filter(({ cle }) => (eleves[cle] ?? 0) > 0)
    .map(({ cle }) => [cle, String(eleves[cle])] as const);
  return ecrire(search, {
    ...Object.fromEntries(toutes),
    ...Object.fromEntries(remplis),
    edition: edition === editions[0] ? '' : edition,
  });
}
