import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { importer } from '../../pipelines/import/index.ts';
import { etatDe, type Lacune } from '../../src/domain/connaissance.ts';
import { decoderFichier, type FichierIndex } from '../../src/domain/filtre/fichier.ts';
import { absencesDe } from '../pipeline/absences.ts';
import { batir } from './batir.ts';
import { fichiers, lire } from './construit.ts';

/** Les pages qui expliquent le site ou les textes : elles citent des absences sans en affirmer. */
const EXPLIQUENT =
  /^(guide|methode|glossaire|procedure|donnees|nouveautes|a-propos|accessibilite|404|hors-ligne)/;

/** Le texte d’une page : ce qui se voit, sans les filtres ni les règles. */
function texteDe(chemin: string, choix = 'main'): string {
  const { document } = parseHTML(lire(chemin));
  const principal = document.querySelector(choix);
  for (const retire of principal?.querySelectorAll(
    'script, style, template, select, fieldset, .terme-bulle, .filtres',
  ) ?? []) {
    retire.remove();
  }
  return (principal?.textContent ?? '').replace(/\s+/g, ' ');
}

const pagesDe = (site: string): string[] =>
  fichiers(site)
    .filter((chemin) => chemin.endsWith('.html'))
    .map((chemin) => relative(site, chemin))
    .filter((chemin) => !EXPLIQUENT.test(chemin));

const manifesteDe = (site: string) =>
  JSON.parse(lire(join(site, 'data/manifest.json'))) as {
    edition: { annee_scolaire: string };
    lacunes: readonly Lacune[];
  };

function indexDe(site: string, annee: string) {
  const [fichier = ''] = fichiers(site).filter(
    (f) => f.includes(`indicateurs-${annee}`) && f.endsWith('.json'),
  );
  return decoderFichier(JSON.parse(lire(fichier)) as FichierIndex);
}

describe('le registre seul', () => {
  let site = '';
  const dossier = mkdtempSync(join(tmpdir(), 'oad-registre-'));

  beforeAll(async () => {
    const options = { sortie: dossier, rejetsMax: '100%' };
    await importer('odwb-signaletique', ['test/fixtures/import/registre.csv'], options);
    site = await batir({ donnees: dossier });
  });
  afterAll(() => {
    rmSync(dossier, { recursive: true });
    rmSync(site, { recursive: true });
  });

  test('aucune page ne dit une absence', () => {
    const pages = pagesDe(site);
    expect(pages.length).toBeGreaterThan(300);
    const fautives = pages.flatMap((chemin) =>
      absencesDe(texteDe(join(site, chemin))).map((dit) => `${chemin} : ${dit}`),
    );
    expect(fautives.slice(0, 20)).toEqual([]);
  });

  test('chaque page dit ce que l’édition connaît', () => {
    for (const chemin of pagesDe(site)) {
      expect(lire(join(site, chemin)), chemin).toContain('Édition partielle');
    }
    expect(texteDe(join(site, 'zones/liege/index.html'))).toContain('pas dans cette édition');
    expect(texteDe(join(site, 'options/2115/index.html'))).toContain('ou 10 si l’option est');
  });

  test('le tableau n’a ni zéro ni non : tout y est non connu', () => {
    const { lignes } = indexDe(site, manifesteDe(site).edition.annee_scolaire);
    expect(lignes.length).toBeGreaterThan(3000);
    for (const { occurrences, eleves, tc, fc, tc_fc } of lignes) {
      expect([occurrences, eleves, tc, fc, tc_fc]).toEqual([null, null, null, null, null]);
    }
  });
});

describe('des effectifs dans quelques zones', () => {
  const site = inject('officiel');
  const manifeste = manifesteDe(site);
  const { annee_scolaire: annee } = manifeste.edition;
  const inconnue = (zone: number) => etatDe(manifeste, 'inscriptions', zone, annee) !== 'connu';

  test('les zones sans effectifs ne disent aucune absence', () => {
    const pages = pagesDe(site).filter((chemin) => /^zones\/[^/]+\/index\.html$/.test(chemin));
    const sans = pages.filter((chemin) => {
      const [, zone = '0'] = /Zone (\d+) ·/.exec(texteDe(join(site, chemin))) ?? [];
      return inconnue(Number(zone));
    });
    expect(sans.length).toBeGreaterThan(5);
    expect(
      sans.flatMap((c) => absencesDe(texteDe(join(site, c))).map((dit) => `${c} : ${dit}`)),
    ).toEqual([]);
  });

  test('la page d’une option ne dit « non organisée » que là où l’offre est connue', () => {
    const { document } = parseHTML(lire(join(site, 'options/2115/index.html')));
    const rangees = [...document.querySelectorAll('[data-anciens="oui"] .option-zones tbody tr')];
    expect(rangees.length).toBe(10);
    for (const [i, rangee] of rangees.entries()) {
      const dit = rangee.querySelector('.oz-implantations')?.textContent ?? '';
      expect(dit.includes('offre non connue'), `zone ${i + 1}`).toBe(inconnue(i + 1));
    }
  });

  test('le tableau ne compte que là où l’offre est connue', () => {
    for (const { zone, occurrences } of indexDe(site, annee).lignes) {
      expect(occurrences === null, `zone ${zone}`).toBe(inconnue(zone));
    }
  });
});
