import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  fonctions_critiques,
  metiers,
  options_metiers,
  thematiques_communes,
} from '../../src/domain/tables/besoins.ts';
import { sources } from '../../src/domain/tables/edition.ts';
import { implantations, inscriptions, population } from '../../src/domain/tables/offre.ts';
import { options, successions } from '../../src/domain/tables/referentiel.ts';
import { cheminCsv, type Ligne } from '../../src/domain/tables/schema.ts';
import { communes, zones } from '../../src/domain/tables/territoire.ts';
import { tirerBesoins } from './besoins.ts';
import { ecrireCsv, formaterCsv, lireLignes } from './csv.ts';
import type { Entree } from './entree.ts';
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
export type Demo = { [N in NomDemo]: Ligne<(typeof TABLES_DEMO)[N]>[] };

/**
 * Tire l’édition de démonstration : métiers, besoins, implantations, élèves, population.
 * @param entree le répertoire des options et le territoire, réels
 * @returns les rangées de chaque table fictive, triées ; les mêmes à chaque appel
 */
export function drawDemo(entree: Entree): Demo {
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
export async function readEntree(dir: string): Promise<Entree> {
  return {
    options: await lireLignes(options, dir),
    successions: await lireLignes(successions, dir),
    zones: await lireLignes(zones, dir),
    communes: await lireLignes(communes, dir),
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

/** Met à jour, dans `sources.csv`, la somme des élèves des tables retirées au sort. */
async function annoncerSommes(dir: string, { inscriptions: i, population: p }: Demo) {
  if (!existsSync(join(dir, cheminCsv(sources)))) return;
  const somme = (rangees: readonly { eleves: number }[]) =>
    rangees.reduce((n, { eleves }) => n + eleves, 0);
  const sommes: Record<string, number> = { inscriptions: somme(i), population: somme(p) };
  const lignes = (await lireLignes(sources, dir)).map((ligne) => ({
    ...ligne,
    somme_controle: sommes[ligne.table] ?? ligne.somme_controle,
  }));
  await ecrireCsv(sources, dir, formaterCsv(sources, lignes));
}

/**
 * Réécrit dans `dir` les CSV fictifs, aux mêmes octets tant que le répertoire et le territoire
 * ne changent pas, et les totaux que `sources.csv` en annonce.
 * @throws {ErreurDUsage} si une table réelle ne se lit pas
 */
export async function writeDemo(dir: string): Promise<void> {
  const demo = drawDemo(await readEntree(dir));
  const textes = formatDemo(demo);
  for (const [nom, table] of Object.entries(TABLES_DEMO)) {
    await ecrireCsv(table, dir, textes[nom as NomDemo]);
  }
  await annoncerSommes(dir, demo);
}
