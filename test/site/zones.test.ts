import { beforeAll, describe, expect, inject, test } from 'vitest';
import { type Attendus, lireAttendus } from './attendus-zones.ts';
import { ecarts, lireFichier, lirePage, nombresDe } from './nombres.ts';
import { octetsDe, violationsDesThemes, visiter } from './visite.ts';

const construit = inject('construit');
let attendus: Attendus;

beforeAll(async () => {
  attendus = await lireAttendus(construit);
});

test('chaque nombre des dix pages est celui d’une requête sur les CSV', () => {
  expect(attendus.slugs).toHaveLength(10);
  for (const slug of attendus.slugs) {
    const attendu = new Map(attendus.valeurs.get(slug));
    const distances = [...ecarts(attendus, slug)];
    const proches = distances.filter(([, { ecart }]) => ecart <= 10);
    attendu.set('proches.plusieurs', distances.length);
    attendu.set('proches.total', proches.length);
    for (let secteur = 1; secteur <= 10; secteur++) {
      const du = (liste: typeof distances) => liste.filter(([, d]) => d.secteur === secteur).length;
      attendu.set(`proches.${secteur}.plusieurs`, du(distances));
      attendu.set(`proches.${secteur}.proches`, du(proches));
    }
    for (const [code, { ecart }] of distances) attendu.set(`option.${code}.ecart`, ecart);
    const nombres = nombresDe(`zones/${slug}`);
    expect(nombres.size).toBeGreaterThan(400);
    for (const [cle, valeur] of nombres) {
      expect(attendu.has(cle), `${slug} : ${cle} n’a pas de requête`).toBe(true);
      expect(valeur, `${slug} : ${cle}`).toBeCloseTo(attendu.get(cle) ?? Number.NaN, 5);
    }
  }
});

test('chaque nombre de /zones/ est celui d’une requête sur les CSV', () => {
  const de = (slug: string, cle: string): number =>
    attendus.valeurs.get(slug)?.get(cle) ?? Number.NaN;
  const source = (cle: string): string =>
    cle === 'tc-fc'
      ? 'besoins.tc-fc'
      : cle === 'ouvertures'
        ? 'ouvertures.total'
        : `bref.${attendus.anneeScolaire}.${cle}`;
  const nombres = nombresDe('zones');
  expect(nombres.size).toBe(88);
  for (const [cle, valeur] of nombres) {
    const [, slug = '', mesure = ''] = cle.match(/^zones\.([a-z-]+)\.(.+)$/) ?? [];
    const enMoyenne = mesure === 'tc-fc' || mesure === 'ouvertures';
    const attendu =
      slug !== 'fwb'
        ? de(slug, source(mesure))
        : enMoyenne
          ? attendus.slugs.reduce((total, s) => total + de(s, source(mesure)), 0) / 10
          : de(attendus.slugs[0] ?? '', `${source(mesure)}.fwb`);
    expect(valeur, cle).toBeCloseTo(attendu, 5);
  }
});

test('chaque figure a un constat, un tableau ou une raison, et une source', () => {
  for (const slug of attendus.slugs) {
    const page = lirePage(`zones/${slug}`);
    const figures = [...page.querySelectorAll('figure.figure, figure.bref')];
    expect(figures.length, slug).toBe(18);
    for (const figure of figures) {
      const ici = `${slug}#${figure.id}`;
      const dessins = [...figure.querySelectorAll('svg[role=img]')];
      expect(figure.querySelector('.constat')?.textContent?.trim().length, ici).toBeGreaterThan(20);
      expect(figure.querySelector('.source')?.textContent, ici).toMatch(/démonstration/);
      expect(dessins.length > 0 || figure.querySelector('.message'), ici).toBeTruthy();
      if (dessins.length > 0) expect(figure.querySelector('table'), ici).toBeTruthy();
      for (const svg of dessins) {
        expect(svg.getAttribute('aria-label')?.length, ici).toBeGreaterThan(15);
        expect(svg.querySelector('style, [style]'), ici).toBeNull();
      }
    }
  }
});

test('les nombres d’un constat sont ceux que dit le dessin', () => {
  for (const slug of attendus.slugs) {
    for (const figure of lirePage(`zones/${slug}`).querySelectorAll('figure.figure')) {
      const phrase = figure.querySelector('.constat');
      for (const bulle of phrase?.querySelectorAll('[popover]') ?? []) bulle.remove();
      const constat = phrase?.textContent?.replaceAll('\u2060', '').replace(/\s+/g, ' ').trim();
      for (const svg of figure.querySelectorAll('svg[role=img]')) {
        expect(svg.getAttribute('aria-label')?.replaceAll('\u2060', '').replace(/\s+/g, ' ')).toBe(
          constat,
        );
      }
    }
  }
});

describe('au clavier et sans JavaScript', () => {
  test('une page de zone est entière sans JavaScript', async () => {
    const { page, fautes, fermer } = await visiter('zones/namur/', { javaScriptEnabled: false });
    expect(await page.locator('svg[role=img]:visible').count()).toBeGreaterThan(14);
    expect(await page.locator('h1').innerText()).toBe('Namur');
    expect(await page.locator('.chapeau').innerText()).toMatch(/^Dans cette édition fictive, /);
    await page.locator('#secteurs summary').first().click();
    expect(await page.locator('#secteurs table').first().isVisible()).toBe(true);
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('« Voir les données » s’ouvre au clavier', async () => {
    const { page, fermer } = await visiter('zones/liege/', {
      viewport: { width: 360, height: 800 },
    });
    await page.locator('#formes summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#formes table').first().isVisible()).toBe(true);
    await fermer();
  });

  test('une figure dit ses valeurs au clavier, aux flèches', async () => {
    const { page, fautes, fermer } = await visiter('zones/liege/');
    await page.locator('#reseaux .figure-large svg[tabindex="0"]').waitFor();
    await page.locator('#reseaux summary').first().focus();
    await page.keyboard.press('Shift+Tab');
    const bulle = page.locator('#reseaux .figure-large .bulle text');
    expect(await bulle.textContent()).toMatch(/^Wallonie-Bruxelles Enseignement\s: .*part en FWB/);
    await page.keyboard.press('ArrowDown');
    expect(await bulle.textContent()).toMatch(/^Officiel subventionné/);
    await page.keyboard.press('Escape');
    expect(await bulle.count()).toBe(0);
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('le tableau des zones se trie au clavier et dit son ordre', async () => {
    const { page, fermer } = await visiter('zones/');
    const eleves = page.locator('#tableau thead th').nth(1);
    const lues = () =>
      page
        .locator('#tableau tbody tr td:nth-child(2) data')
        .evaluateAll((data) => data.map((d) => Number((d as HTMLDataElement).value)));
    await eleves.locator('button').focus();
    await page.keyboard.press('Enter');
    expect(await eleves.getAttribute('aria-sort')).toBe('descending');
    expect(await lues()).toEqual([...(await lues())].sort((a, b) => b - a));
    await page.keyboard.press('Enter');
    expect(await eleves.getAttribute('aria-sort')).toBe('ascending');
    expect(await lues()).toEqual([...(await lues())].sort((a, b) => a - b));
    expect(await page.locator('#tableau tfoot th').innerText()).toBe('Moyenne FWB');
    await fermer();
  });

  test('la carte des zones montre l’indicateur choisi, et l’adresse le retient', async () => {
    const { page, fautes, fermer } = await visiter('zones/?vue=options');
    expect(await page.locator('#carte-indicateur').inputValue()).toBe('options');
    const liege = page.locator('#carte-des-zones a[data-zone="4"]');
    const options = attendus.valeurs.get('liege')?.get(`bref.${attendus.anneeScolaire}.options`);
    expect(await liege.getAttribute('aria-label')).toBe(`Liège : ${options}`);
    await page.locator('#carte-indicateur').selectOption('ouvertures');
    const absentes = attendus.valeurs.get('liege')?.get('ouvertures.total');
    expect(await liege.getAttribute('aria-label')).toBe(`Liège : ${absentes}`);
    expect(new URL(page.url()).search).toBe('?vue=ouvertures');
    expect(await page.locator('#carte-propos').innerText()).toMatch(/^TC-FC non organisées\. /);
    expect(fautes).toEqual([]);
    await fermer();
  });
});

// La plus lourde des dix passe axe avec l’ensemble des pages ; ici, deux petites.
test.each(['luxembourg', 'huy-waremme'])('zones/%s : axe net', async (slug) => {
  const { page, fautes, fermer } = await visiter(`zones/${slug}/`);
  expect(await violationsDesThemes(page)).toEqual([]);
  expect(fautes).toEqual([]);
  await fermer();
});

test('« SVG », « PNG » et « CSV » de chaque figure', async () => {
  for (const slug of attendus.slugs) {
    const page = lirePage(`zones/${slug}`);
    const figures = [...page.querySelectorAll('figure.figure, figure.bref')];
    for (const figure of figures.filter((f) => f.querySelector('svg[role=img]'))) {
      const svg = lireFichier(`zones/${slug}/${figure.id}.svg`);
      const csv = lireFichier(`zones/${slug}/${figure.id}.csv`);
      expect(figure.querySelector('a[data-png]')?.getAttribute('href')).toMatch(/\.svg$/);
      expect(svg, figure.id).toMatch(/Dans cette édition fictive.*nature\s: démonstration/s);
      expect(svg, figure.id).toContain(attendus.anneeScolaire);
      expect(csv, figure.id).toMatch(/^zone,zone_nom,annee_scolaire,nature,edition,source,.*\r\n/);
      for (const ligne of csv.trimEnd().split('\r\n').slice(1)) {
        expect(ligne, figure.id).toContain(`,${attendus.anneeScolaire},démonstration,`);
      }
    }
  }
});

test('le PNG d’une figure se dessine, les SVG se lisent', async () => {
  const { page, fautes, fermer } = await visiter('zones/namur/');
  await page.locator('#reseaux .figure-large svg[tabindex="0"]').waitFor();
  const [fichier] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#secteurs [data-png]').click(),
  ]);
  expect(fichier.suggestedFilename()).toBe('namur-secteurs.png');
  const octets = await octetsDe(fichier);
  expect(octets.subarray(1, 4).toString()).toBe('PNG');
  expect(octets.byteLength).toBeGreaterThan(20_000);
  const liens = await page
    .locator('a[href$=".svg"][download]')
    .evaluateAll((a) => a.map((lien) => (lien as HTMLAnchorElement).href));
  const fautifs = await page.evaluate(async (adresses) => {
    const lus = await Promise.all(adresses.map(async (a) => (await fetch(a)).text()));
    const lecteur = new DOMParser();
    return adresses.filter((_, i) =>
      lecteur.parseFromString(lus[i] ?? '', 'image/svg+xml').querySelector('parsererror'),
    );
  }, liens);
  expect(liens.length).toBeGreaterThan(15);
  expect(fautifs).toEqual([]);
  expect(fautes).toEqual([]);
  await fermer();
});
