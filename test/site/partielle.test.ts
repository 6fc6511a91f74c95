import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { etatDe } from '../../src/domain/connaissance.ts';
import { absencesDe } from '../pipeline/absences.ts';
import {
  ELEVES_DE_LA_MOSAIQUE,
  editionPartielle,
  MOSAIQUE,
} from '../pipeline/editions-partielles.ts';
import { affirmations, texteDe as texteDeLaPage } from './absences-des-pages.ts';
import { batir } from './batir.ts';
import { lire } from './construit.ts';
import { indexDe, manifesteDe, pagesAffirmant } from './site-partiel.ts';

const texteDe = (chemin: string, choix?: string) => texteDeLaPage(lire(chemin), choix);

describe('des effectifs dans quelques zones', () => {
  const site = inject('officiel');
  const manifeste = manifesteDe(site);
  const { annee_scolaire: annee } = manifeste.edition;
  const inconnue = (zone: number) => etatDe(manifeste, 'inscriptions', zone, annee) !== 'connu';

  test('les zones sans effectifs ne disent aucune absence', () => {
    const pages = pagesAffirmant(site).filter((chemin) =>
      /^zones\/[^/]+\/index\.html$/.test(chemin),
    );
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
    const fautives = pagesAffirmant(site).flatMap((chemin) =>
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
