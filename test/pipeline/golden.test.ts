import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cheminLisible } from '../../pipelines/dossiers.ts';
import { formater } from '../../src/edition/probleme.ts';
import { type Dossier, MINI, ouvrirDossier, problemesDe } from './dossier.ts';

/**
 * Chaque cas de `golden/` abîme l’édition mini par des gestes, et porte le rapport attendu :
 * `fichier`, `remplacer` / `par`, `ajouter`, `effacer` ou `ecrire` (latin1 : `octets`).
 */
interface Geste {
  readonly fichier: string;
  readonly remplacer?: string;
  readonly par?: string;
  readonly ajouter?: string;
  readonly ecrire?: string;
  readonly octets?: string;
  readonly effacer?: true;
}

interface Cas {
  readonly gestes: readonly Geste[];
  readonly rapport: readonly string[];
}

const DOSSIER = 'test/pipeline/golden';
const noms = readdirSync(DOSSIER).sort();

function faire(dossier: Dossier, geste: Geste): void {
  const { fichier } = geste;
  if (geste.effacer) rmSync(join(dossier.chemin, fichier));
  if (geste.remplacer !== undefined) dossier.remplacer(fichier, geste.remplacer, geste.par ?? '');
  if (geste.ajouter !== undefined) dossier.ecrire(fichier, dossier.lire(fichier) + geste.ajouter);
  if (geste.ecrire !== undefined) dossier.ecrire(fichier, geste.ecrire);
  if (geste.octets !== undefined) dossier.ecrire(fichier, Buffer.from(geste.octets, 'latin1'));
}

describe('chaque entrée abîmée a son rapport', () => {
  test('il y a au moins quarante cas', () => {
    expect(noms.length).toBeGreaterThanOrEqual(40);
  });

  test.each(noms)('%s', async (nom) => {
    const cas: Cas = JSON.parse(readFileSync(join(DOSSIER, nom), 'utf8'));
    const dossier = ouvrirDossier(MINI);
    try {
      for (const geste of cas.gestes) faire(dossier, geste);
      const lieu = `${cheminLisible(dossier.chemin)}/`;
      const rapport = (await problemesDe(dossier.chemin)).map((probleme) =>
        `${probleme.gravite} ${formater(probleme)}`.replaceAll(lieu, ''),
      );
      expect(rapport).toEqual(cas.rapport);
    } finally {
      dossier.effacer();
    }
  });
});
