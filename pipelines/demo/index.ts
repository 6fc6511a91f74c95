import {
  fonctions_critiques,
  metiers,
  options_metiers,
  thematiques_communes,
} from '../../src/domain/tables/besoins.ts';
import { sources } from '../../src/domain/tables/edition.ts';
import {
  type InscriptionComptee,
  implantations,
  inscriptions,
  population,
} from '../../src/domain/tables/offre.ts';
import { options, successions } from '../../src/domain/tables/referentiel.ts';
import { cheminCsv, type Ligne } from '../../src/domain/tables/schema.ts';
import { communes, zones } from '../../src/domain/tables/territoire.ts';
import { ErreurDUsage } from '../../src/edition/probleme.ts';
import { formaterCsv, lireLignes } from '../../src/edition/read/lignes.ts';
import { ouvrirDepot } from '../dossiers.ts';
import { ecrireDans, ecrireEnsemble } from '../write/ensemble.ts';
import { tirerBesoins } from './besoins.ts';
import type { EntreeDeDemo } from './entree.ts';
import { exigerFictives } from './fictives.ts';
import { tirerFrequentation } from './frequentation.ts';
import { tirerImplantations } from './implantations.ts';
import { tirerInscriptions } from './inscriptions.ts';
import { tirerMetiers } from './metiers.ts';
import { poserOccurrences } from './occurrences.ts';
import { tirerPopulation } from './population.ts';
import { lireScolarite } from './scolarite.ts';

/** Les tables fictives de l’édition de démonstration. */
export const TABLES_DEMO = {
  metiers,
  options_metiers,
  fonctions_critiques,
  thematiques_communes,
  implantations,
  inscriptions,
  population,
} as const;

type NomDemo = keyof typeof TABLES_DEMO;
type Rangees = { [N in NomDemo]: Ligne<(typeof TABLES_DEMO)[N]>[] };
export type Demo = Omit<Rangees, 'inscriptions'> & { inscriptions: InscriptionComptee[] };

/**
 * Tire l’édition de démonstration : métiers, besoins, implantations, élèves, population.
 * @param entree le répertoire des options et le territoire, réels
 * @returns les rangées de chaque table fictive, triées ; les mêmes à chaque appel
 */
export function drawDemo(entree: EntreeDeDemo): Demo {
  const scolarite = lireScolarite(entree);
  const sites = tirerImplantations(entree);
  const occurrences = poserOccurrences(tirerFrequentation(entree, scolarite), sites);
  const inscrits = tirerInscriptions(occurrences, scolarite);
  const lignes = sites.map(({ ligne }) => ligne);
  const { metiers: liste, liens } = tirerMetiers(entree.options);
  return {
    metiers: liste,
    options_metiers: liens,
    ...tirerBesoins(entree, { metiers: liste, liens }, inscrits),
    implantations: lignes,
    inscriptions: inscrits,
    population: tirerPopulation(entree, lignes, inscrits),
  };
}

/** Lit dans `dir` les tables réelles dont le tirage part. */
export async function readEntree(dir: string): Promise<EntreeDeDemo> {
  const depot = ouvrirDepot(dir);
  return {
    options: await lireLignes(options, depot),
    successions: await lireLignes(successions, depot),
    zones: await lireLignes(zones, depot),
    communes: await lireLignes(communes, depot),
  };
}

/** Le CSV de chaque table fictive. */
export const formatDemo = (demo: Demo): Record<NomDemo, string> => ({
  metiers: formaterCsv(metiers, demo.metiers),
  options_metiers: formaterCsv(options_metiers, demo.options_metiers),
  fonctions_critiques: formaterCsv(fonctions_critiques, demo.fonctions_critiques),
  thematiques_communes: formaterCsv(thematiques_communes, demo.thematiques_communes),
  implantations: formaterCsv(implantations, demo.implantations),
  inscriptions: formaterCsv(inscriptions, demo.inscriptions),
  population: formaterCsv(population, demo.population),
});

/** Le `sources.csv` où la somme des élèves est celle des tables retirées au sort. */
async function annoncerSommes(dir: string, { inscriptions: i, population: p }: Demo) {
  const depot = ouvrirDepot(dir);
  if (!depot.contient(cheminCsv(sources))) return null;
  const somme = (rangees: readonly { eleves: number }[]) =>
    rangees.reduce((n, { eleves }) => n + eleves, 0);
  const sommes: Record<string, number> = { inscriptions: somme(i), population: somme(p) };
  const lignes = (await lireLignes(sources, depot)).map((ligne) => ({
    ...ligne,
    somme_controle: sommes[ligne.table] ?? ligne.somme_controle,
  }));
  return formaterCsv(sources, lignes);
}

function tirerDe(entree: EntreeDeDemo, dir: string): Demo {
  try {
    return drawDemo(entree);
  } catch (cause) {
    const raison = cause instanceof Error ? cause.message : String(cause);
    throw new ErreurDUsage(
      `les options et les communes de « ${dir} » ne suffisent pas à un tirage (${raison}). Partez d’une copie de data/ : rien n’a été touché.`,
    );
  }
}

/**
 * Réécrit dans `dir` les CSV fictifs, aux mêmes octets tant que le répertoire et le territoire
 * ne changent pas, et les totaux que `sources.csv` en annonce.
 * @throws {ErreurDUsage} si une table réelle ne se lit pas, ou si le tirage en remplacerait une
 */
export const writeDemo = (dir: string): Promise<void> =>
  ecrireDans(dir, async () => {
    await exigerFictives(dir, Object.values(TABLES_DEMO));
    const demo = tirerDe(await readEntree(dir), dir);
    const textes = formatDemo(demo);
    const ensemble = new Map(
      Object.entries(TABLES_DEMO).map(([nom, table]) => [cheminCsv(table), textes[nom as NomDemo]]),
    );
    const annonce = await annoncerSommes(dir, demo);
    if (annonce !== null) ensemble.set(cheminCsv(sources), annonce);
    await ecrireEnsemble(dir, ensemble);
  });
