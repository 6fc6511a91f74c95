import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { expect, inject, test } from 'vitest';
import { fichiers } from './construit.ts';
import { fautesDe, imprimer, lectures } from './papier.ts';
import { visiter } from './visite.ts';

const construit = inject('construit');
const zones = [
  ...new Set(fichiers(construit).flatMap((f) => /zones\/([^/]+)\/note\//.exec(f)?.[1] ?? [])),
];
/** Les chiffres clés et les figures de la première page, puis ce que porte la seconde. */
const TITRES = [
  [
    'élèves au secondaire ordinaire',
    'options organisées',
    'élèves par occurrence',
    'Par secteur',
    'La taille des occurrences',
  ],
  [
    'Les besoins par secteur',
    'Les options TC-FC non organisées',
    'Ouvertures possibles, et leur norme de création',
    'Ce qui a changé',
  ],
];

test('la note de chacune des dix zones tient en deux pages A4, texte compris', async () => {
  expect(zones).toHaveLength(10);
  const { page, fautes, fermer, aller } = await visiter(`zones/${zones[0]}/note/`);
  for (const slug of zones) {
    await aller(`zones/${slug}/note/`);
    const feuilles = await imprimer(page);
    expect(
      feuilles.map(({ format }) => format),
      slug,
    ).toEqual(['debout', 'debout']);
    expect(fautesDe(feuilles), slug).toEqual([]);
    for (const [rang, titres] of TITRES.entries()) {
      const feuille = feuilles.slice(rang, rang + 1);
      for (const titre of titres) expect(lectures(feuille, titre), titre).toBeGreaterThan(0);
    }
    expect(feuilles[0]?.texte).toMatch(/Zone \d+ · note de zone · OAD ouvert · \d{4}-\d{4}/);
    expect(lectures(feuilles, 'Dans cette édition fictive'), slug).toBeGreaterThan(5);
    expect(lectures(feuilles, 'Imprimer')).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.note-dessins svg:visible').count(), slug).toBe(4);
    const nombres = await page.locator('.note-dessins svg .etiquette text').allTextContents();
    expect(nombres.length, slug).toBeGreaterThan(30);
    expect(nombres.filter((nombre) => lectures(feuilles, nombre) === 0)).toEqual([]);
  }
  expect(fautes).toEqual([]);
  await fermer();
});

test('de la zone à sa note : une pression imprime', async () => {
  const { page, fermer } = await visiter('zones/namur/');
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-imprimee', 'oui');
  });
  await page.getByRole('link', { name: 'Imprimer la note' }).click();
  await page.waitForSelector('html[data-imprimee=oui]', { state: 'attached' });
  expect(new URL(page.url()).pathname).toMatch(/zones\/namur\/note\/$/);
  expect(new URL(page.url()).hash, 'revenue, la page n’imprime pas deux fois').toBe('');
  await fermer();
});

test('tout imprimer ouvre les tableaux, dit chaque source une fois, puis replie', async () => {
  const { page, fermer } = await visiter('zones/namur/');
  await page.evaluate(() => {
    window.print = () => {};
  });
  const ouverts = () => page.locator('main details[open]').count();
  const avant = await ouverts();
  await page.getByRole('button', { name: 'Imprimer tout' }).click();
  expect(await ouverts()).toBe(await page.locator('main details:not(.source)').count());
  const sources = await page.locator('.sources-imprimees li').allInnerTexts();
  expect(sources.length).toBeGreaterThan(5);
  const feuilles = await imprimer(page);
  const titres = await page.locator('.figure h3, .figure caption').allTextContents();
  expect(titres.length).toBeGreaterThan(40);
  expect(titres.filter((titre) => lectures(feuilles, titre) === 0)).toEqual([]);
  expect(fautesDe(feuilles)).toEqual([]);
  expect(feuilles.length).toBeLessThan(30);
  for (const source of sources) expect(lectures(feuilles, source), source).toBe(1);
  expect(await ouverts()).toBe(avant);
  expect(await page.locator('.sources-imprimees').count()).toBe(0);
  await fermer();
});

test('le classeur d’une zone a les tableaux de ses CSV ; « pour Excel » se relit de même', async () => {
  const feuilles = await readXlsxFile(`${construit}/zones/namur/tout.xlsx`);
  expect(feuilles.length).toBeGreaterThan(20);
  for (const { sheet, data } of feuilles) {
    const csv = readFileSync(`${construit}/zones/namur/${sheet}.csv`, 'utf8').trimEnd();
    const excel = readFileSync(`${construit}/zones/namur/${sheet}-excel.csv`, 'utf8').trimEnd();
    const lignes = Papa.parse<string[]>(csv).data;
    expect(
      data.map((ligne) => ligne.length),
      sheet,
    ).toEqual(lignes.map((ligne) => ligne.length));
    expect(data[0], sheet).toEqual(lignes[0]);
    expect(excel.startsWith('\uFEFF'), sheet).toBe(true);
    const relues = Papa.parse<string[]>(excel.slice(1), { delimiter: ';' }).data;
    expect(relues.length, sheet).toBe(lignes.length);
    for (const [i, ligne] of data.slice(1).entries()) {
      for (const [j, cellule] of ligne.entries()) {
        if (typeof cellule !== 'number') continue;
        expect(Number(lignes[i + 1]?.[j]), sheet).toBe(cellule);
        expect(Number(relues[i + 1]?.[j]?.replace(',', '.')), sheet).toBe(cellule);
      }
    }
  }
});

test('la comparaison sort en XLSX : les zones choisies, et leurs parcours', async () => {
  const { page, fautes, fermer } = await visiter('comparer/?zone=4,6');
  await page.waitForFunction(
    () => document.querySelectorAll('input[name=zone]:checked').length === 2,
  );
  const [recu] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'XLSX' }).click(),
  ]);
  const feuilles = await readXlsxFile(await buffer(await recu.createReadStream()));
  expect(feuilles.map(({ sheet }) => sheet)).toEqual(['indicateurs', 'parcours']);
  const noms = (i: number, colonne: string) => {
    const [entete = [], ...reste] = feuilles[i]?.data ?? [];
    return new Set(reste.map((ligne) => ligne[entete.indexOf(colonne)]));
  };
  expect(noms(0, 'zone_nom')).toEqual(new Set(['Liège', 'Namur']));
  expect(noms(1, 'zone_nom')).toEqual(new Set(['Liège', 'Namur', 'Moyenne FWB']));
  expect(noms(1, 'annee_scolaire_mesuree').size).toBeGreaterThan(4);
  expect(fautes).toEqual([]);
  await fermer();
});

test('une image dit ses noms en entier et le sens de ses signes', () => {
  for (const slug of zones) {
    for (const nom of ['frequentees', 'moins', 'contraste']) {
      const svg = readFileSync(`${construit}/zones/${slug}/${nom}.svg`, 'utf8');
      expect(svg, `${slug} ${nom}`).not.toContain('…');
      if (/#b4410e/.test(svg)) expect(svg, `${slug} ${nom}`).toContain('TC et FC');
    }
  }
});
