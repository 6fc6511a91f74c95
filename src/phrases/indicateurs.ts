import type { LigneIndicateur } from '../domain/filtre/ligne.ts';
import { evolution, tendance } from '../domain/filtre/tendance.ts';
import { STATUTS_ORGANISABLES } from '../domain/tables/referentiel.ts';
import { entier, part } from './nombres.ts';
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

/**
 * Le constat du tableau d’indicateurs.
 * @param fictive l’édition porte des chiffres de démonstration : la phrase le dit d’abord
 */
export function constatIndicateurs(lignes: readonly LigneIndicateur[], fictive: boolean): Phrase {
  const total = nbEntier('lignes', lignes.length);
  const options = nbEntier('options', new Set(lignes.map(({ code_obg }) => code_obg)).size);
  const organisables = nbEntier(
    'organisables',
    new Set(
      lignes.flatMap(({ code_obg, statut }) =>
        STATUTS_ORGANISABLES.includes(statut) ? [code_obg] : [],
      ),
    ).size,
  );
  const zones = nbEntier('zones', new Set(lignes.map(({ zone }) => zone)).size);
  const connues = lignes.filter((l) => l.occurrences !== null);
  const dites = lignes.filter((l) => l.tc_fc !== null);
  const organisees = nbEntier('organisees', lignes.filter((l) => l.occurrences).length);
  const tcFc = nbEntier('tc-fc', lignes.filter(({ tc_fc }) => tc_fc).length);
  const debut = fictive ? 'Dans cette édition fictive, ' : '';
  const lues = phrase`${total} lignes (${options} options du répertoire, dont ${organisables} \
organisables, dans ${zones} zones)`;
  if (connues.length === lignes.length && dites.length === lignes.length) {
    return phrase`${debut}${organisees} des ${lues} sont déjà organisées, et ${tcFc} répondent à la \
fois à une TC et à une FC.`;
  }
  const sur = (quoi: string, n: number) => nbEntier(`${quoi}.sur`, n);
  const offre: Phrase =
    connues.length === 0
      ? ['l’offre n’en est pas connue']
      : phrase`${organisees} des ${sur('organisees', connues.length)} dont l’offre est connue sont \
organisées`;
  const besoin: Phrase =
    dites.length === 0
      ? ['aucune ne peut être dite TC-FC ou non, faute de listes']
      : phrase`${tcFc} des ${sur('tc-fc', dites.length)} dont le besoin est connu sont TC-FC`;
  return phrase`${debut}${lues} ; ${offre} ; ${besoin}.`;
}
