import { beforeAll, describe, expect, inject, test } from 'vitest';
import { type Attendus, lireAttendus } from './attendus-zones.ts';
import { ecarts, lireFichier, lirePage, nombresDe } from './nombres.ts';
import { fautesDe, imprimer, lectures } from './papier.ts';
import { debord, octetsDe, violationsDesThemes, visiter } from './visite.ts';

type Lire = (cle: string) => number;
type Compte = readonly [numerateur: number, denominateur: number | null];

let attendus: Attendus;

beforeAll(async () => {
  attendus = await lireAttendus(inject('construit'));
});

const SECTEURS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const TAILLES = ['1-5', '6-9', '10-14', '15-24', '25-49', '50'];
const VOIES = ['PE', 'ALT', 'art45'];

const total = (lire: Lire, cles: readonly string[]): number =>
  cles.reduce((somme, cle) => somme + lire(cle), 0);

/** Chaque indicateur, refait depuis les requêtes qui tiennent les pages de zone. */
const COMPTES: Readonly<Record<string, (lire: Lire, annee: string) => Compte>> = {
  ...Object.fromEntries(
    ['eleves', 'implantations', 'options', 'occurrences'].map((cle) => [
      cle,
      (lire: Lire, annee: string): Compte => [lire(`bref.${annee}.${cle}`), null],
    ]),
  ),
  qualifiant: (lire) => {
    const n = lire('formes.tq-aq') + lire('formes.p');
    return [n, Math.round(n / lire('formes.part'))];
  },
  taille: (lire) => [
    total(
      lire,
      TAILLES.map((t) => `tailles.${t}.eleves`),
    ),
    lire('tailles.total'),
  ],
  ...Object.fromEntries(
    [
      ['alternance', 'ALT'],
      ['article45', 'art45'],
    ].map(([cle, voie]) => [
      cle,
      (lire: Lire): Compte => [
        lire(`voies.${voie}.eleves`),
        total(
          lire,
          VOIES.map((v) => `voies.${v}.eleves`),
        ),
      ],
    ]),
  ),
  confessionnel: (lire) => [lire('reseaux.confessionnel'), lire('reseaux.total')],
  petites: (lire) => [lire('tailles.1-5.occurrences'), lire('tailles.total')],
  'sous-norme': (lire) => [lire('maintien.sous'), lire('maintien.soumises')],
  uniques: (lire) => [lire('uniques.total'), lire('uniques.options')],
  proches: (lire) => [lire('proches.total'), lire('proches.plusieurs')],
  'tc-fc': (lire) => [lire('besoins.tc-fc'), null],
  tc: (lire) => [lire('besoins.tc'), null],
  fc: (lire) => [lire('besoins.fc'), null],
  ouvertures: (lire) => [lire('ouvertures.total'), null],
  'sans-besoin': (lire) => [lire('contraste.premieres.aucun'), lire('contraste.premieres')],
  apparues: (lire) => [lire('changements.options.entrees'), null],
  disparues: (lire) => [lire('changements.options.sorties'), null],
  'franchies-bas': (lire) => [lire('franchies.bas'), lire('franchies.comparables')],
  'franchies-haut': (lire) => [lire('franchies.haut'), lire('franchies.comparables')],
  'tc-entrees': (lire) => [lire('changements.tc.entrees'), null],
  'tc-sorties': (lire) => [lire('changements.tc.sorties'), null],
  ...Object.fromEntries(
    SECTEURS.map((secteur) => [
      `secteur-${secteur}`,
      (lire: Lire): Compte => [
        lire(`secteurs.${secteur}.eleves`),
        total(
          lire,
          SECTEURS.map((s) => `secteurs.${s}.eleves`),
        ),
      ],
    ]),
  ),
};

/** Ce que doit dire chaque indicateur : par zone, et en FWB. */
function attendre(cle: string): { zones: Map<string, Compte>; fwb: number } {
  const zones = new Map(
    attendus.slugs.map((slug) => {
      const distances = [...ecarts(attendus, slug).values()];
      const lire: Lire = (c) => {
        if (c === 'proches.plusieurs') return distances.length;
        if (c === 'proches.total') return distances.filter(({ ecart }) => ecart <= 10).length;
        return attendus.valeurs.get(slug)?.get(c) ?? Number.NaN;
      };
      return [slug, COMPTES[cle]?.(lire, attendus.anneeScolaire) ?? ([Number.NaN, null] as const)];
    }),
  );
  const comptes = [...zones.values()];
  const n = comptes.reduce((somme, [numerateur]) => somme + numerateur, 0);
  const d = comptes.reduce((somme, [, diviseur]) => somme + (diviseur ?? 1), 0);
  return { zones, fwb: n / d };
}

test('chaque nombre de /comparer/ est celui d’une requête sur les CSV', () => {
  const nombres = new Map(
    [...nombresDe('comparer')].filter(([cle]) => !cle.startsWith('evolutions.')),
  );
  const cles = Object.keys(COMPTES);
  expect(nombres.size).toBe(cles.length * (10 + 10 + 1 + 1));
  for (const cle of cles) {
    const { zones, fwb } = attendre(cle);
    const valeurs = [...zones].map(([slug, [n, d]]) => ({ slug, v: d === null ? n : n / d }));
    for (const { slug, v } of valeurs) {
      expect(nombres.get(`zones.${slug}.${cle}`), `${slug} : ${cle}`).toBeCloseTo(v, 5);
      expect(nombres.get(`zones.${slug}.${cle}.ecart`), `${slug} : ${cle}`).toBeCloseTo(v - fwb, 5);
    }
    expect(nombres.get(`zones.fwb.${cle}`), cle).toBeCloseTo(fwb, 5);
    const etendue = Math.max(...valeurs.map(({ v }) => v)) - Math.min(...valeurs.map(({ v }) => v));
    expect(nombres.get(`etendue.${cle}`), cle).toBeCloseTo(etendue, 5);
  }
});

const MESURES = ['eleves', 'qualifiant', 'implantations', 'options', 'occurrences', 'taille'];

test('les parcours sont ceux des pages de zone, et l’écart va d’un bout comparable à l’autre', () => {
  const nombres = nombresDe('comparer');
  const evolutions = [...nombres].filter(([cle]) => cle.startsWith('evolutions.'));
  expect(evolutions.length).toBeGreaterThan(MESURES.length * 11 * 2);
  const lues = new Map<string, ReadonlyMap<string, number>>();
  const pageDe = (slug: string) => {
    const lue = lues.get(slug) ?? nombresDe(`zones/${slug}`);
    lues.set(slug, lue);
    return lue;
  };
  for (const [cle, valeur] of evolutions) {
    const [, slug = '', annee = '', mesure = ''] = cle.split('.');
    if (slug === 'fwb' || mesure === 'ecart') continue;
    expect(valeur, cle).toBe(pageDe(slug).get(`bref.${annee}.${mesure}`));
  }
  for (const mesure of MESURES) {
    const fin = nombres.get(`evolutions.namur.2023-2024.${mesure}`) ?? Number.NaN;
    const debut = nombres.get(`evolutions.namur.2019-2020.${mesure}`);
    const ecart = nombres.get(`evolutions.namur.${mesure}.ecart`);
    if (mesure === 'taille')
      expect(ecart, 'la 4e s’y ajoute en 2023 : rien ne se compare').toBe(undefined);
    else expect(ecart, mesure).toBeCloseTo(fin - (debut ?? Number.NaN), 5);
  }
});

test('les écarts viennent avant les figures, et les secteurs ont une seule échelle', () => {
  const page = lirePage('comparer');
  const sections = [...page.querySelectorAll('section[id]')].map(({ id }) => id);
  expect(sections.slice(0, 2)).toEqual(['differences', 'evolutions']);
  const longueurs = [...page.querySelectorAll('#theme-secteurs figure')].flatMap((figure) => {
    const barres = [...figure.querySelectorAll('.barre rect')];
    const parts = [...figure.querySelectorAll('.etiquette text')];
    return barres.map((barre, i) => ({
      largeur: Number(barre.getAttribute('width')),
      part: Number(/^[\d,]+/.exec(parts[i]?.textContent ?? '')?.[0].replace(',', '.')),
    }));
  });
  const pixelsParPoint = longueurs
    .filter(({ part, largeur }) => part >= 10 && largeur > 0)
    .map(({ largeur, part }) => largeur / part);
  expect(pixelsParPoint.length).toBeGreaterThan(10);
  expect(Math.max(...pixelsParPoint) / Math.min(...pixelsParPoint)).toBeLessThan(1.5);
});

test('les dénominateurs de l’export sont ceux des requêtes', () => {
  for (const cle of Object.keys(COMPTES)) {
    const lignes = lireFichier(`comparer/${cle}.csv`).trimEnd().split('\r\n').slice(1);
    expect(lignes, cle).toHaveLength(10);
    for (const [i, [n, d]] of [...attendre(cle).zones.values()].entries()) {
      const cellules = lignes[i]?.split(',') ?? [];
      const [valeur, , sur] = cellules.slice(-5);
      expect(Number(valeur), cle).toBeCloseTo(d === null ? n : n / d, 9);
      expect(sur, cle).toBe(d === null ? '' : String(d));
      expect(lignes[i]).toContain('démonstration');
    }
  }
});

describe('le choix des zones', () => {
  test('l’adresse choisit, « Précédent » revient, une valeur inconnue se dit', async () => {
    const { page, fautes, fermer } = await visiter('comparer/?zone=4,6,42');
    const noms = () => page.locator('.comparer-tableau thead th').allInnerTexts();
    await page.waitForFunction(
      () => document.querySelectorAll('input[name=zone]:checked').length === 2,
    );
    await expect.poll(async () => (await noms()).slice(1, 3)).toEqual(['Liège', 'Namur']);
    expect(await page.locator('.message').innerText()).toMatch(/zone=42/);
    await page.getByLabel('Verviers').focus();
    await page.keyboard.press('Space');
    await page.waitForURL('**/?zone=4,5,6');
    await expect.poll(noms).toContain('Verviers');
    expect(await page.locator('[role=status]').first().innerText()).toBe('3 zones comparées.');
    await page.goBack();
    await page.waitForFunction(
      () => document.querySelectorAll('input[name=zone]:checked').length === 2,
    );
    await expect.poll(noms).not.toContain('Verviers');
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('une seule zone se lit contre la FWB, et ne se décoche pas', async () => {
    const { page, fermer } = await visiter('comparer/?zone=4');
    await page.waitForFunction(
      () => document.querySelectorAll('input[name=zone]:checked').length === 1,
    );
    expect(await page.getByRole('checkbox', { name: 'Liège' }).isDisabled()).toBe(true);
    expect(await page.locator('[role=status]').first().innerText()).toMatch(/ajoutez-en/);
    await fermer();
  });

  test('les barres gardent leur échelle, quel que soit le choix', async () => {
    const { page, fermer } = await visiter('comparer/');
    const barre = (rang: number) =>
      page.locator('#taille .barre rect').nth(rang).getAttribute('width').then(Number);
    const avant = (await barre(3)) / (await barre(5));
    await page.goto(new URL('?zone=4,6', page.url()).href);
    await page.waitForFunction(() => document.querySelectorAll('#taille rect').length === 2);
    expect((await barre(0)) / (await barre(1))).toBeCloseTo(avant, 1);
    await fermer();
  });

  test('l’ancre se retrouve dans les figures du choix, et les dix zones reviennent', async () => {
    const { page, fautes, fermer } = await visiter('comparer/?zone=4,6#differences');
    const colonnes = () => page.locator('.comparer-tableau thead th').count();
    await expect.poll(colonnes).toBe(5);
    const haut = () =>
      page.locator('#differences').evaluate((e) => Math.round(e.getBoundingClientRect().top));
    await expect.poll(haut).toBeLessThan(100);
    expect(await haut()).toBeGreaterThanOrEqual(0);
    await page.getByRole('button', { name: 'Toutes les zones' }).click();
    await expect.poll(colonnes).toBe(13);
    const [svg] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#taille').getByRole('link', { name: 'SVG' }).click(),
    ]);
    const trace = (await octetsDe(svg)).toString('utf8');
    for (const nom of ['Bruxelles', 'Liège', 'Hainaut Sud']) expect(trace).toContain(nom);
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('export, image et citation disent l’édition, la nature et l’adresse', async () => {
    const { page, fautes, fermer } = await visiter('comparer/?zone=4,6');
    await page.waitForFunction(
      () => document.querySelectorAll('input[name=zone]:checked').length === 2,
    );
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.comparer-actions').getByRole('link', { name: 'CSV', exact: true }).click(),
    ]);
    const lignes = (await octetsDe(csv)).toString('utf8').split('\r\n');
    expect(lignes.filter((l) => l !== '')).toHaveLength(1 + 2 * Object.keys(COMPTES).length);
    const [png] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#qualifiant').getByRole('link', { name: 'PNG' }).click(),
    ]);
    expect(png.suggestedFilename()).toBe('comparer-qualifiant.png');
    await page.getByText('Citer', { exact: true }).click();
    const citation = (await page.getByText(/Consulté le/).innerText()).replaceAll('\u2060', '');
    expect(citation).toMatch(/^Dans cette édition fictive.*Liège et Namur.*2023-2024.*demo-/s);
    expect(citation).toMatch(/Consulté le \d+ .*comparer\/\?zone=4,6$/);
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('axe net avec deux zones', async () => {
    const viewport = { width: 360, height: 900 };
    const { page, fermer } = await visiter('comparer/?zone=4,6', { viewport });
    expect(await violationsDesThemes(page)).toEqual([]);
    expect(await debord(page)).toEqual([]);
    await fermer();
  });

  test('imprimées, les dix zones gardent chaque chiffre entier', async () => {
    const { page, fermer } = await visiter('comparer/');
    const cellules = await page.locator('.comparer-tableau :is(th, td)').allTextContents();
    const feuilles = await imprimer(page);
    const couchees = feuilles.filter(({ format }) => format === 'couché');
    const debout = feuilles.slice(couchees.length);
    // Le tableau des dix zones se couche ; les figures restent debout.
    expect(couchees.length).toBeGreaterThan(1);
    expect(debout.length).toBeGreaterThan(4);
    expect(fautesDe(feuilles)).toEqual([]);
    expect(cellules.length).toBeGreaterThan(400);
    expect(cellules.filter((cellule) => lectures(couchees, cellule) === 0)).toEqual([]);
    for (const feuille of couchees) {
      for (const titre of ['Indicateur', 'Luxembourg', 'Moyenne FWB', 'Étendue']) {
        expect(lectures([feuille], titre), titre).toBeGreaterThan(0);
      }
    }
    for (const titre of ['De 2019-2020 à 2023-2024', 'Part du qualifiant', 'Depuis 2022-2023']) {
      expect(lectures(debout, titre), titre).toBeGreaterThan(0);
    }
    await fermer();
  });

  test('sans JavaScript, les dix zones et leurs fichiers', async () => {
    const { page, fautes, fermer } = await visiter('comparer/', { javaScriptEnabled: false });
    expect(await page.locator('.comparer-tableau thead th').count()).toBe(13);
    expect(await page.locator('svg[role=img]:visible').count()).toBe(Object.keys(COMPTES).length);
    expect(await page.locator('.avec-script:visible').count()).toBe(0);
    expect(fautes).toEqual([]);
    await fermer();
  });
});
