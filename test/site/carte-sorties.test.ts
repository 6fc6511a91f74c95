import type { Page } from 'playwright';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, inject, test } from 'vitest';
import { FONDS } from '../../src/config.ts';
import { fautesDe, imprimer, lectures } from './papier.ts';
import { octetsDe, violations, visiter } from './visite.ts';

const BUREAU = { viewport: { width: 1440, height: 900 } };
const PATIENCE = { timeout: 10_000 };
const CHEMIN = 'carte/?implantation=900010&rayon=10&option=2115';

const fasesDe = (page: Page): Promise<string[]> =>
  page.$$eval('.carte-liste [data-fase]', (lignes) =>
    lignes.map((ligne) => ligne.getAttribute('data-fase') ?? ''),
  );

const telecharger = async (page: Page, titre: string) => {
  const attendu = page.waitForEvent('download');
  await page.getByRole('button', { name: titre, exact: true }).click();
  const fichier = await attendu;
  return { nom: fichier.suggestedFilename(), octets: await octetsDe(fichier) };
};

test('la liste s’exporte en CSV et en XLSX, et le papier porte filtres, date et adresse', async () => {
  const { page, fautes, fermer } = await visiter(CHEMIN, BUREAU);
  await page.waitForSelector('.carte-liste');
  const fases = await fasesDe(page);
  const csv = await telecharger(page, 'CSV');
  expect(csv.nom).toMatch(/^carte-fictif-.*\.csv$/);
  const lignes = csv.octets.toString('utf8').trim().split('\r\n');
  expect(lignes.slice(1).map((ligne) => ligne.slice(0, 6))).toEqual(fases);
  expect(lignes.slice(1).every((ligne) => ligne.includes('démonstration'))).toBe(true);
  const xlsx = await telecharger(page, 'XLSX');
  const feuilles = await readXlsxFile(xlsx.octets);
  expect(feuilles.map(({ sheet }) => sheet)).toEqual(['implantations', 'centres', 'à lire']);
  expect(feuilles[0]?.data.slice(1).map(([fase]) => fase)).toEqual(fases);
  const lire = JSON.stringify(feuilles[2]?.data);
  expect(lire).toContain('Option : 2115');
  expect(lire).toContain('Dans cette édition fictive');

  await page.waitForSelector('.plan-gl[data-sites]');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const papier = page.locator('.impression');
  const texte = await papier.innerText();
  expect(texte).toContain('Option : 2115');
  expect(texte).toContain('implantation=900010&rayon=10');
  expect(texte).toMatch(/\d{4}\s*$/m);
  const dessinees = await papier
    .locator('.marques-sites [data-id]')
    .evaluateAll((marques) => marques.map((marque) => marque.getAttribute('data-id')).sort());
  expect(dessinees).toEqual(fases.toSorted());
  expect(await page.locator('.plan').isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await papier.innerHTML()).toBe('');

  const noms = await page.locator('.carte-liste tbody [data-fase] a').allTextContents();
  const sorties = await imprimer(page);
  for (const dit of [
    'Option : 2115',
    'carte/?implantation=900010&rayon=10&option=2115',
    'votre point de départ',
    'Centres à portée',
    ...noms,
  ]) {
    expect(lectures(sorties, dit), dit).toBeGreaterThan(0);
  }
  expect(lectures(sorties, 'XLSX')).toBe(0);
  expect(fautesDe(sorties)).toEqual([]);
  expect(fautes).toEqual([]);
  await fermer();
});

test('« et si je la demandais ici ? » répond, et mène au dossier', async () => {
  const { page, fautes, fermer } = await visiter(
    'carte/?implantation=900299&rayon=10&option=1109',
    BUREAU,
  );
  await page.getByText('Et si je la demandais ici').click();
  await page.waitForSelector('.demande-degre table');
  const texte = await page.locator('.demande-corps').innerText();
  for (const attendu of ['La plus proche', 'De votre caractère', 'Dans la zone', '3e degré TQ']) {
    expect(texte).toContain(attendu);
  }
  // La classe de la commune, telle que l’édition l’estime, ou à vérifier.
  const densite = page.locator('[data-densite]').first();
  expect(await densite.innerText()).toMatch(
    (await densite.getAttribute('data-densite')) === 'true'
      ? /était une commune \S+ au recensement publié le 1er\s*octobre 2001/
      : /à vérifier/,
  );
  expect(await violations(page)).toEqual([]);
  expect(fautes).toEqual([]);
  const lien = page.getByRole('link', { name: 'La préparer dans mon dossier' });
  expect(await lien.getAttribute('href')).toContain('/dossier/?implantation=900299&option=1109');
  await fermer();
});

describe('la position du visiteur', () => {
  test('refusée : un mot, et la liste marche', async () => {
    const { page, fermer } = await visiter('carte/', BUREAU);
    await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
    await page.getByRole('button', { name: 'ma position' }).click();
    await page.getByRole('alert').filter({ hasText: 'refusée' }).waitFor();
    expect(await page.locator('.par-zone li').count()).toBeGreaterThan(0);
    await fermer();
  });

  test('donnée : l’adresse ne la garde qu’arrondie, et un point de la carte la remplace', async () => {
    const { page, fautes, fermer } = await visiter('carte/', {
      ...BUREAU,
      permissions: ['geolocation'],
      geolocation: { latitude: 50.6326123, longitude: 5.5796456 },
    });
    await page.waitForSelector('.plan-gl[data-sites]');
    await page.getByRole('button', { name: 'ma position' }).click();
    await expect.poll(() => page.url(), PATIENCE).toContain('?lieu=50.633,5.58&rayon=10');
    await expect
      .poll(() => page.locator('.constat').innerText(), PATIENCE)
      .toContain('du point choisi, près de Liège');
    await page.getByRole('button', { name: 'un point de la carte' }).click();
    await page.locator('.maplibregl-canvas').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url(), PATIENCE).not.toContain('lieu=50.633,5.58&');
    expect(fautes).toEqual([]);
    await fermer();
  });
});

describe('un fond servi par un tiers', () => {
  const [plan] = FONDS;
  const origine = new URL(plan?.tuiles ?? '').origin;
  const PIXEL = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  test('ne se demande qu’au choix, dit à qui il est, et la carte garde ses marques', async () => {
    const { page, fautes, fermer } = await visiter(CHEMIN, BUREAU);
    let demandees = 0;
    await page.route(`${origine}/**`, (route) => {
      demandees++;
      const headers = { 'access-control-allow-origin': '*' };
      return route.fulfill({ body: PIXEL, contentType: 'image/png', headers });
    });
    await page.waitForSelector('.plan-gl[data-sites]');
    expect(fautes).toEqual([]);
    await page.locator('.fonds summary').click();
    expect(await page.locator('.fonds').innerText()).toMatch(
      new RegExp(`\\(${plan?.serveur}\\).*verra votre adresse IP`),
    );
    await page.getByRole('radio', { name: plan?.titre }).check();
    await expect.poll(() => demandees, PATIENCE).toBeGreaterThan(0);
    await page
      .locator('.attribution')
      .getByText(plan?.attribution ?? '')
      .waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(fautes.filter((faute) => !faute.startsWith(`autre origine : ${origine}/`))).toEqual([]);
    expect(await page.locator('.plan-gl').getAttribute('data-sites')).not.toBe('');
    await fermer();
  });

  test('qui ne répond pas : un mot, le fond schématique revient', async () => {
    const { page, fermer } = await visiter(CHEMIN, BUREAU);
    await page.route(`${origine}/**`, (route) => route.abort());
    await page.waitForSelector('.plan-gl[data-sites]');
    await page.locator('.fonds summary').click();
    // Refusé aussitôt, le choix peut être rendu avant que « check » ne le constate.
    await page.getByRole('radio', { name: plan?.titre }).click();
    await page.getByRole('alert').filter({ hasText: 'ne répond pas' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Schéma' }).isChecked()).toBe(true);
    await fermer();
  });

  test('n’est permis que sur la carte', async () => {
    const csp = async (chemin: string): Promise<string> => {
      const page = await (await fetch(new URL(chemin, inject('site')))).text();
      return page.match(/http-equiv="content-security-policy" content="([^"]*)"/i)?.[1] ?? '';
    };
    expect(await csp('carte/')).toContain(`connect-src 'self' ${origine}`);
    expect(await csp('zones/')).not.toContain(origine);
    expect(await csp('zones/')).toContain("connect-src 'self'");
  });
});
