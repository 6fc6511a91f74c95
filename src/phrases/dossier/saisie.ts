import type { Saisie } from '../../domain/dossier/saisie.ts';
import type { Tu } from '../../domain/tu.ts';
import { effectifCourt, TU } from '../effectif.ts';
import { compte, entier } from '../nombres.ts';

const CITES_MAX = 20;
const EXTRAIT_MAX = 40;

/** `9998, 9999… et 12 autres` : les premières valeurs, coupées si elles sont longues. */
export function premieresValeurs(valeurs: readonly string[]): string {
  const citees = valeurs
    .slice(0, CITES_MAX)
    .map((valeur) => (valeur.length > EXTRAIT_MAX ? `${valeur.slice(0, EXTRAIT_MAX)}…` : valeur));
  const autres = valeurs.length - citees.length;
  const suite = autres > 0 ? ` et ${entier(autres)} ${autres > 1 ? 'autres' : 'autre'}` : '';
  return `${citees.join(', ')}${suite}`;
}

/** Ce que le fichier tait d’un effectif : `moins de 5`, `de 5 à 9`, `non communiqué` ; `et…` s’il en compte aussi. */
export function direTu({ auMoins, auPlus }: Tu, comptes: number): string {
  const bornes = { tus: 1, tus_au_moins: auMoins, tus_au_plus: auPlus };
  const dit = effectifCourt({ eleves: 0, masques: 1, ...bornes }).replace(TU, 'non communiqué');
  return `${comptes > 0 ? 'et ' : ''}${dit}, selon le fichier`;
}

/** Ce qu’un fichier a donné : lu, écarté, additionné, remplacé, et ce qui n’est pas lu tel quel. */
export function bilanDeSaisie(
  { options, ecartees: rejetees, additionnes, remarques = [] }: Saisie,
  avant: number,
): string {
  const lues = compte(options.length, 'option lue', 'options lues');
  const ecartees = compte(rejetees, 'ligne écartée', 'lignes écartées');
  const remplace =
    options.length === 0
      ? ' Vos options restent comme elles étaient.'
      : avant > 0
        ? ` ${options.length > 1 ? 'Elles remplacent' : 'Elle remplace'} ${avant > 1 ? `les ${avant} options` : 'l’option'} d’avant.`
        : '';
  const somme =
    additionnes.length > 0
      ? ` Écrits sur plusieurs lignes, leurs élèves s’additionnent : ${additionnes.join(', ')}.`
      : '';
  return [`${lues}, ${ecartees}.${remplace}${somme}`, ...remarques].join(' ');
}
