import type { LigneIndicateur } from '../domain/filtre/ligne.ts';
import { evolution, tendance } from '../domain/filtre/tendance.ts';
import { STATUTS_ORGANISABLES } from '../domain/tables/referentiel.ts';
import { accord, entier, part } from './nombres.ts';
import { nbEntier, type Phrase, phrase } from './phrase.ts';

type Comptee = Pick<
  LigneIndicateur,
  'annees' | 'rupture' | 'tendance_depuis' | 'tendance_debut' | 'tendance_fin'
>;

const enOrdinaux = (annees: readonly string[]): string => {
  const dites = annees.map((annee) => `${annee}e`);
  const derniere = dites.pop() ?? '';
  return dites.length > 0 ? `${dites.join(', ')} et ${derniere}` : derniere;
};

/** « à années égales (5e et 6e) », quand la tendance ne compte pas toutes les années ; sinon rien. */
export function aAnneesEgales({ annees, rupture, tendance_depuis }: Comptee): string {
  if (rupture === null || annees === null || tendance_depuis === null) return '';
  const comparees = annees.split('-').filter((annee) => Number(annee) >= tendance_depuis);
  return `à années égales (${enOrdinaux(comparees)})`;
}

const SENS = {
  hausse: 'en hausse',
  stable: 'stable',
  baisse: 'en baisse',
  nouvelle: 'apparue depuis',
  disparue: 'disparue',
} as const;

/**
 * Ce que l’option a gagné ou perdu d’élèves, à années d’étude égales.
 * @param annees les années scolaires de la série
 */
export function tendanceEnPhrase(ligne: Comptee, annees: readonly string[]): string {
  const [de = ''] = annees;
  const sens = tendance(ligne);
  const { tendance_debut: debut, tendance_fin: fin } = ligne;
  if (sens === null || debut === null || fin === null || de === '') return '';
  const ecart = evolution(ligne);
  const egales = aAnneesEgales(ligne);
  const combien = ecart ? `, ${part(Math.abs(ecart))} de ${ecart > 0 ? 'plus' : 'moins'}` : '';
  const tete = egales === '' ? `Depuis ${de} : ` : `Depuis ${de}, ${egales} : `;
  const ajoutee = Number(ligne.tendance_depuis) - 1;
  const depuis = annees[ligne.rupture ?? 0];
  const suite = egales === '' ? '' : ` ; la ${ajoutee}e s’y ajoute depuis ${depuis}`;
  return `${tete}${SENS[sens]}, ${entier(debut)} → ${entier(fin)}${combien}${suite}.`;
}

/** « dont 4 sous l’ancien code 2410 ». */
export function sousAncienCode({
  occurrences_ancien_code: n,
  anciens,
}: Pick<LigneIndicateur, 'occurrences_ancien_code' | 'anciens'>): string {
  if (n === 0) return '';
  const codes = accord(anciens.length, 'l’ancien code', 'les anciens codes');
  return `dont ${entier(n)} sous ${codes} ${anciens.join(', ')}`;
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
  const organisees = nbEntier('organisees', lignes.filter((l) => l.occurrences > 0).length);
  const tcFc = nbEntier('tc-fc', lignes.filter(({ tc_fc }) => tc_fc).length);
  const debut = fictive ? 'Dans cette édition fictive, ' : '';
  return phrase`${debut}${organisees} des ${total} lignes (${options} options du répertoire, dont \
${organisables} organisables, dans ${zones} zones) sont déjà organisées, et ${tcFc} répondent à la \
fois à une TC et à une FC.`;
}
