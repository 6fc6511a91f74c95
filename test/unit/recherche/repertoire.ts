import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { OptionCherchee } from '../../../src/domain/recherche/options.ts';
import type { Option } from '../../../src/domain/tables/referentiel.ts';
import { STATUTS_ORGANISABLES } from '../../../src/domain/tables/valeurs.ts';

const lire = (table: string): readonly Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(`data/${table}.csv`, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

/** Les options de l’édition livrée, telles que la recherche les lit. */
function options(retenues: (statut: string) => boolean): readonly OptionCherchee[] {
  const lues = lire('referentiel/options');
  const intituleDe = new Map(lues.map((o) => [o.code_obg, o.intitule ?? '']));
  const groupes = new Map(lire('referentiel/groupes').map((g) => [g.groupe, g.intitule]));
  const secteurs = new Map(lire('referentiel/secteurs').map((s) => [s.secteur, s.intitule]));
  const metiers = new Map(lire('besoins/metiers').map((m) => [m.metier, m.intitule ?? '']));
  const liens = lire('besoins/options_metiers');
  const synonymes = lire('referentiel/synonymes');
  const successions = lire('referentiel/successions');
  return lues
    .filter(({ statut }) => retenues(statut ?? ''))
    .map((option) => ({
      code: option.code_obg ?? '',
      statut: option.statut as Option['statut'],
      intitule: option.intitule ?? '',
      groupe: groupes.get(option.groupe) ?? '',
      secteur: secteurs.get(option.secteur) ?? '',
      metiers: liens
        .filter(({ code_obg }) => code_obg === option.code_obg)
        .map(({ metier }) => metiers.get(metier) ?? ''),
      synonymes: synonymes
        .filter(({ code_obg }) => code_obg === option.code_obg)
        .map(({ terme }) => terme ?? ''),
      anciens: successions
        .filter(({ nouveau }) => nouveau === option.code_obg)
        .map(({ ancien }) => ({ code: ancien ?? '', intitule: intituleDe.get(ancien) ?? '' })),
    }));
}

/** Celles qui s’organisent. */
export const optionsLivrees = (): readonly OptionCherchee[] =>
  options((statut) => STATUTS_ORGANISABLES.includes(statut));

/** Toutes, éteintes et non programmables comprises : ce que le site cherche. */
export const toutLeRepertoire = (): readonly OptionCherchee[] => options(() => true);
