import { join, relative } from 'node:path';
import type { Lacune } from '../../src/domain/connaissance.ts';
import { decoderFichier, type FichierIndex } from '../../src/domain/filtre/fichier.ts';
import { EXPLIQUENT } from './absences-des-pages.ts';
import { fichiers, lire } from './construit.ts';

/** Les pages d’un site construit qui disent quelque chose de son édition, relatives à lui. */
export const pagesAffirmant = (site: string): string[] =>
  fichiers(site)
    .filter((chemin) => chemin.endsWith('.html'))
    .map((chemin) => relative(site, chemin))
    .filter((chemin) => !EXPLIQUENT.test(chemin));

export const manifesteDe = (site: string) =>
  JSON.parse(lire(join(site, 'data/manifest.json'))) as {
    edition: { annee_scolaire: string };
    lacunes: readonly Lacune[];
  };

/** Les lignes du tableau d’une année, telles que le site les publie. */
export function indexDe(site: string, annee: string) {
  const [fichier = ''] = fichiers(site).filter(
    (f) => f.includes(`indicateurs-${annee}`) && f.endsWith('.json'),
  );
  return decoderFichier(JSON.parse(lire(fichier)) as FichierIndex);
}
