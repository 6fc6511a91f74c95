import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { OptionCherchee } from '../../../src/domain/recherche/options.ts';
import { STATUTS_ORGANISABLES } from '../../../src/domain/tables/referentiel.ts';

const lire = (table: string): readonly Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(`data/${table}.csv`, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

/** Les options organisables de l’édition livrée, telles que la recherche les lit. */
export function optionsLivrees(): readonly OptionCherchee[] {
  const options = lire('referentiel/options');
  const intituleDe = new Map(options.map((o) => [o.code_obg, o.intitule ?? '']));
  const groupes = new Map(lire('referentiel/groupes').map((g) => [g.groupe, g.intitule]));
  const secteurs = new Map(lire('referentiel/secteurs').map((s) => [s.secteur, s.intitule]));
  const metiers = new Map(lire('besoins/metiers').map((m) => [m.metier, m.intitule ?? '']));
  const liens = lire('besoins/options_metiers');
  const synonymes = lire('referentiel/synonymes');
  const successions = lire('referentiel/successions');
  return options
    .filter(({ statut }) => STATUTS_ORGANISABLES.includes(statut ?? ''))
    .map((option) => ({
      code: option.code_obg ?? '',
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
