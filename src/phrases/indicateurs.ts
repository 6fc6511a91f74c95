import type { ComptesDuConstat } from '../domain/filtre/constat.ts';
import type { LigneIndicateur } from '../domain/filtre/ligne.ts';
import { evolution, tendance } from '../domain/filtre/tendance.ts';
import { accord, entier, part } from './nombres.ts';
import { nbEntier, type Phrase, phrase } from './phrase.ts';
import { direCoupure, ordinaux, SENS } from './tendance.ts';

type Comptee = Pick<
  LigneIndicateur,
  'rupture' | 'tendance_annees' | 'tendance_debut' | 'tendance_fin'
>;

/** « à années égales (5e et 6e) », quand la tendance ne compte pas toutes les années ; sinon rien. */
export function aAnneesEgales({ rupture, tendance_annees }: Comptee): string {
  if (rupture === null || tendance_annees === null) return '';
  return `à années égales (${ordinaux(tendance_annees.split('-'))})`;
}

/**
 * Ce que l’option a gagné ou perdu d’élèves, à années d’étude égales.
 * @param annees les années scolaires de la série
 */
export function tendanceEnPhrase(ligne: Comptee, annees: readonly string[]): string {
  const sens = tendance(ligne);
  const { rupture, tendance_debut: debut, tendance_fin: fin } = ligne;
  const [de] = annees;
  if (sens === null || debut === null || fin === null || de === undefined) return '';
  const ecart = evolution(ligne);
  const egales = aAnneesEgales(ligne);
  const combien = ecart ? `, ${part(Math.abs(ecart))} de ${ecart > 0 ? 'plus' : 'moins'}` : '';
  const suite =
    rupture && egales
      ? ` ; ${direCoupure(rupture.avant, rupture.apres)} depuis ${annees[rupture.place]}`
      : '';
  const tete = egales === '' ? `Depuis ${de}` : `Depuis ${de}, ${egales}`;
  return `${tete} : ${SENS[sens]}, ${entier(debut)} → ${entier(fin)}${combien}${suite}.`;
}

/** « 324 options dans 10 zones », « 43 options de la zone de Namur » : ce que comptent des lignes. */
function direLesLignes({ lignes, options, organisables, zones }: ComptesDuConstat): Phrase {
  const total = nbEntier('lignes', lignes);
  if (zones === 1) return phrase`${total} ${accord(lignes, 'option trouvée', 'options trouvées')}`;
  return phrase`${total} lignes (${nbEntier('options', options)} \
${accord(options, 'option', 'options')} du répertoire, dont ${nbEntier('organisables', organisables)} \
${accord(organisables, 'organisable', 'organisables')}, dans ${nbEntier('zones', zones)} zones)`;
}

/**
 * Le constat du tableau d’indicateurs, sur les lignes trouvées.
 * @param fictive l’édition porte des chiffres de démonstration : la phrase le dit d’abord
 */
export function constatIndicateurs(comptes: ComptesDuConstat, fictive: boolean): Phrase {
  const { lignes, connues, dites } = comptes;
  const organisees = nbEntier('organisees', comptes.organisees);
  const tcFc = nbEntier('tc-fc', comptes.tcFc);
  const debut = fictive ? 'Dans cette édition fictive, ' : '';
  const lues = direLesLignes(comptes);
  if (lignes === 0) return [`${debut}aucune ligne ne répond.`];
  if (connues === lignes && dites === lignes) {
    const sont = accord(comptes.organisees, 'est déjà organisée', 'sont déjà organisées');
    const repondent = accord(comptes.tcFc, 'répond', 'répondent');
    const combien: Phrase = comptes.tcFc === 0 ? ['aucune ne'] : [tcFc];
    const deja: Phrase =
      comptes.organisees === 0
        ? phrase`aucune des ${lues} n’est organisée`
        : phrase`${organisees} des ${lues} ${sont}`;
    return phrase`${debut}${deja}, et ${combien} ${repondent} à la fois à une TC et à une FC.`;
  }
  const sur = (quoi: string, n: number) => nbEntier(`${quoi}.sur`, n);
  const offre: Phrase =
    connues === 0
      ? ['l’offre n’en est pas connue']
      : phrase`${organisees} des ${sur('organisees', connues)} dont l’offre est connue sont \
organisées`;
  const besoin: Phrase =
    dites === 0
      ? ['aucune ne peut être dite TC-FC ou non, faute de listes']
      : phrase`${tcFc} des ${sur('tc-fc', dites)} dont le besoin est connu sont TC-FC`;
  return phrase`${debut}${lues} ; ${offre} ; ${besoin}.`;
}
