import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { importer } from '../../pipelines/import/index.ts';
import { etatDe, type Lacune } from '../../src/domain/connaissance.ts';
import { decoderFichier, type FichierIndex } from '../../src/domain/filtre/fichier.ts';
import { absencesDe } from '../pipeline/absences.ts';
import {
  ELEVES_DE_LA_MOSAIQUE,
  editionPartielle,
  MOSAIQUE,
} from '../pipeline/editions-partielles.ts';
import { affirmations, EXPLIQUENT, texteDe as texteDeLaPage } from './absences-des-pages.ts';
import { batir } from './batir.ts';
import { fichiers, lire } from './construit.ts';

const texteDe = (chemin: string, choix?: string) => texteDeLaPage(lire(chemin), choix);

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
    const manifeste = manifesteDe(site);
    const fautives = pages.flatMap((chemin) =>
      affirmations(chemin, lire(join(site, chemin)), manifeste).map((dit) => `${chemin} : ${dit}`),
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

describe('à chaque zone son manque', () => {
  let site = '';
  let manifeste: ReturnType<typeof manifesteDe>;
  const edition = editionPartielle(MOSAIQUE);
  const ANNEE = '2023-2024';

  beforeAll(async () => {
    site = await batir({ donnees: edition.chemin });
    manifeste = manifesteDe(site);
  });
  afterAll(() => {
    edition.effacer();
    rmSync(site, { recursive: true });
  });

  test('les comptes du tableau sont ceux des fichiers, et rien d’autre ne se compte', () => {
    const lignes = indexDe(site, ANNEE).lignes.filter(({ code_obg }) => code_obg === '2115');
    expect(Object.fromEntries(lignes.map(({ zone, eleves }) => [zone, eleves]))).toEqual(
      ELEVES_DE_LA_MOSAIQUE,
    );
    const de = (zone: number) => lignes.find((ligne) => ligne.zone === zone);
    expect(de(6)).toMatchObject({
      ...{ occurrences: 2, occurrences_confessionnel: null, occurrences_sous_norme: null },
      ...{ eleves_premiere_annee: '?', tendance_fin: null },
    });
    expect(de(2)).toMatchObject({ occurrences: 1, occurrences_sous_norme: null });
    expect(de(3)).toMatchObject({ eleves_premiere_annee: '?', tendance_fin: null });
    expect(de(4)).toMatchObject({ occurrences_sous_norme: 0, tc: true, fc: true });
    expect(de(1)).toMatchObject({ fc: null, tc: null });
    expect(de(10)).toMatchObject({ occurrences: null, tc: true, fc: true, norme_creation: 10 });
  });

  test('aucune page n’affirme ce que ses données ne savent pas', () => {
    const fautives = pagesDe(site).flatMap((chemin) =>
      affirmations(chemin, lire(join(site, chemin)), manifeste).map((dit) => `${chemin} : ${dit}`),
    );
    expect(fautives).toEqual([]);
  });

  test('ce qui manque à chacune se dit, et pourquoi', () => {
    const zone = (slug: string) => texteDe(join(site, `zones/${slug}/index.html`));
    expect(zone('brabant-wallon')).toContain('Les modes (plein exercice ou alternance) des élèves');
    expect(zone('huy-waremme')).toContain('Les années d’étude des élèves ne sont pas dans');
    expect(zone('namur')).toContain('Seuls les totaux de la zone y sont');
    expect(zone('hainaut-centre')).toContain('une école n’a pas répondu');
    expect(texteDe(join(site, 'implantations/601/index.html'))).toContain('Seuls les totaux');
    expect(texteDe(join(site, 'implantations/201/index.html'))).toContain(
      'sous sa norme de maintien n’est pas connu',
    );
    const option = texteDe(join(site, 'options/2115/index.html'));
    expect(option).toContain('caractère non connu');
    expect(option).toContain('mode non connu');
    const carte = texteDe(join(site, 'carte/index.html'));
    expect(carte).toMatch(/L’offre de 4 zones sur 10 n’est pas publiée/);
    expect(lire(join(site, 'index.html'))).toContain('totaux seulement dans 1');
  });
});
