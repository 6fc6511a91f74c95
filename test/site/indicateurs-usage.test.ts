import { describe, expect, inject, test } from 'vitest';
import { violations, violationsDesThemes, visiter } from './visite.ts';

const BUREAU = { viewport: { width: 1440, height: 900 } };
/** Deux cœurs partagés : une réponse peut se faire attendre. */
const PATIENCE = { timeout: 10_000 };
const TELEPHONE = { viewport: { width: 360, height: 780 }, hasTouch: true };

describe('chercher et filtrer', () => {
  test('une faute de frappe trouve, surligne, et le statut le dit', async () => {
    const { page, fautes, fermer } = await visiter('indicateurs/', BUREAU);
    await page.locator('#q').pressSequentially('cuisnier', { delay: 15 });
    await page.locator('.indicateurs[data-pour="?q=cuisnier"] mark').first().waitFor();
    expect(await page.locator('.barre [role=status]').innerText()).toMatch(
      /^\d+\soptions dans 10\szones \(\d+ lignes\)/,
    );
    expect(await page.locator('tbody th').first().innerText()).toContain('Cuisinier');
    expect(new URL(page.url()).search).toBe('?q=cuisnier');
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('au clavier : cocher, voir l’adresse, retirer le filtre, revenir en arrière', async () => {
    const { page, fermer } = await visiter('indicateurs/', BUREAU);
    const total = page.locator('.barre [role=status] data');
    const tout = await total.getAttribute('value');
    await page.getByRole('checkbox', { name: /^Liège/ }).focus();
    await page.keyboard.press('Space');
    await page.waitForURL('**/?zone=4');
    await page.getByRole('checkbox', { name: /^3 Construction/ }).focus();
    await page.keyboard.press('Space');
    await page.waitForURL('**/?zone=4&secteur=3');
    await page.getByRole('button', { name: /^Retirer le filtre Zone/ }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/?secteur=3');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.ariaLabel ?? ''), PATIENCE)
      .toMatch(/^Retirer le filtre Secteur/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/indicateurs\/$/);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')), PATIENCE)
      .toBe('status');
    await expect.poll(() => total.getAttribute('value'), PATIENCE).toBe(tout);
    await page.goBack();
    await page.goBack();
    expect(new URL(page.url()).search).toBe('?zone=4&secteur=3');
    await page.getByRole('button', { name: /^Retirer le filtre Zone/ }).waitFor();
    await page.goBack();
    await page.goBack();
    expect(new URL(page.url()).search).toBe('');
    await expect.poll(() => total.getAttribute('value'), PATIENCE).toBe(tout);
    await fermer();
  });

  test.each([
    ['Filtrer', '.volet[open]'],
    ['Affichage', '.outils-deplies'],
  ] as const)('un bouton touché avant l’éveil répond après : %s', async (name, venu) => {
    const { page, fermer } = await visiter('404.html', TELEPHONE);
    const libre = Promise.withResolvers<void>();
    await page.route(/_astro\/Indicateurs\..*\.js$/, (route) =>
      libre.promise.then(() => route.continue()),
    );
    await page.goto(new URL('indicateurs/', inject('site')).href, { waitUntil: 'load' });
    await page.getByRole('button', { name }).first().click();
    libre.resolve();
    await page.locator(venu).waitFor();
    await fermer();
  });

  test.each([
    ['indicateurs/?zone=4', 'checkbox', /^3 Construction/, 'zone=4&secteur=3'],
    ['comparer/', 'checkbox', /^Namur/, 'zone='],
    ['procedure/normes/', 'combobox', /^Zone/, 'zone=6'],
  ] as const)('« %s » : ce qu’on choisit avant l’éveil compte', async (chemin, role, name, lu) => {
    const { page, fermer } = await visiter('404.html', BUREAU);
    const libre = Promise.withResolvers<void>();
    await page.route(/_astro\/.*\.js$/, (route) => libre.promise.then(() => route.continue()));
    const adresse = new URL(chemin, inject('site'));
    await page.goto(adresse.href, { waitUntil: 'commit' });
    const champ = page.getByRole(role, { name }).first();
    if (role === 'combobox') await champ.selectOption({ label: 'Namur' });
    else await champ.click();
    libre.resolve();
    await expect.poll(() => new URL(page.url()).search, PATIENCE).toContain(lu);
    await fermer();
  });

  test('trier, puis feuilleter', async () => {
    const { page, fermer } = await visiter('indicateurs/?vue=lignes', BUREAU);
    await page.getByRole('button', { name: 'Élèves' }).click();
    const eleves = page.locator('th.c-eleves');
    await expect.poll(() => eleves.getAttribute('aria-sort'), PATIENCE).toBe('descending');
    const valeurs = () =>
      page
        .locator('td.c-eleves > data')
        .evaluateAll((tous) => tous.map((d) => Number((d as HTMLDataElement).value)));
    await expect.poll(async () => (await valeurs())[0], PATIENCE).toBeGreaterThan(300);
    const premieres = await valeurs();
    expect(premieres).toEqual(premieres.toSorted((a, b) => b - a));
    await page.getByRole('link', { name: 'Suivante' }).click();
    await page.waitForURL('**/?vue=lignes&tri=eleves-&page=2');
    await expect
      .poll(async () => (await valeurs())[0], PATIENCE)
      .toBeLessThanOrEqual(premieres.at(-1) ?? 0);
    await fermer();
  });

  test('une adresse en partie fausse : l’avis, et le reste s’applique', async () => {
    const { page, fermer } = await visiter('indicateurs/?zone=4,99&besoin=tc-fc', BUREAU);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('zone=99');
    expect(await page.locator('.jeton').count()).toBe(2);
    await fermer();
  });
});

describe('quand quelque chose manque', () => {
  test('un index qui n’est plus en ligne : une nouvelle édition, et comment la lire', async () => {
    const { page, fermer } = await visiter('a-propos/', BUREAU);
    await page.route('**/data/indicateurs-2*.json', (route) => route.fulfill({ status: 404 }));
    await page.goto(page.url().replace('a-propos/', 'indicateurs/?zone=4'));
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('nouvelle édition');
    await page.getByRole('button', { name: 'Recharger la page' }).waitFor();
    await fermer();
  });

  test('aucun résultat : on le dit, et comment en sortir', async () => {
    const { page, fautes, fermer } = await visiter(
      'indicateurs/?q=2621&zone=7&organisee=oui',
      BUREAU,
    );
    await page.getByRole('button', { name: 'Chercher sans les filtres' }).waitFor();
    expect(await page.locator('.barre [role=status]').innerText()).toContain(
      'Aucune option trouvée',
    );
    expect(await violations(page)).toEqual([]);
    await page.locator('.message').getByRole('button', { name: 'Tout effacer' }).click();
    await page.locator('.par-option').waitFor();
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('sans JavaScript : vingt options, leurs dix zones', async () => {
    const { page, fermer } = await visiter('indicateurs/', { javaScriptEnabled: false });
    expect(await page.locator('.par-option tbody tr').count()).toBe(20);
    expect(await page.locator('.par-option tbody tr').last().locator('td').count()).toBe(11);
    expect(await page.locator('#q').isVisible()).toBe(false);
    await fermer();
  });
});

describe('sur un téléphone', () => {
  test('les filtres s’ouvrent en volet, s’appliquent et se referment', async () => {
    const { page, fautes, fermer } = await visiter('indicateurs/', TELEPHONE);
    await page.getByRole('button', { name: 'Filtrer' }).click();
    const volet = page.getByRole('dialog', { name: 'Filtres' });
    await volet.getByText('Liège').click();
    const voir = volet.getByRole('button', { name: /^Voir les .* lignes/ });
    expect(await violations(page)).toEqual([]);
    await voir.click();
    await volet.waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'Filtrer (1)' }).count()).toBe(1);
    expect(fautes).toEqual([]);
    await fermer();
  });
});

test('un écran étroit qu’on élargit : les filtres sont là, cochés, et répondent', async () => {
  const { page, fautes, fermer } = await visiter('indicateurs/?zone=4', TELEPHONE);
  const pret = (adresse: string) =>
    page.locator(`.indicateurs[data-pret=true][data-pour="${adresse}"]`).waitFor();
  await pret('?zone=4');
  await page.setViewportSize(BUREAU.viewport);
  await expect
    .poll(() => page.locator('.indicateurs-filtres input:checked').count(), PATIENCE)
    .toBe(1);
  await page.getByRole('checkbox', { name: /^Namur/ }).check();
  await pret('?zone=4,6');
  expect(fautes).toEqual([]);
  await fermer();
});

test('le papier porte les filtres, la date et l’adresse', async () => {
  const { page, fautes, fermer } = await visiter('indicateurs/?zone=4', BUREAU);
  await page.locator('.indicateurs[data-pour="?zone=4"]').waitFor();
  // Comme un navigateur : ce qui n’est pas écrit quand `print` revient n’est pas sur le papier.
  await page.evaluate(() => {
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
      document.body.dataset.papier = document.querySelector('.imprime')?.textContent ?? '';
    };
  });
  await page.getByText('Exporter', { exact: true }).click();
  await page.getByRole('button', { name: 'Imprimer' }).click();
  expect(await page.locator('body').getAttribute('data-papier')).toMatch(
    /Liège.*Imprimé le \d+ .* : http.*\/indicateurs\/\?zone=4$/s,
  );
  expect(fautes).toEqual([]);
  await fermer();
});

test('axe, avec filtres et recherche', async () => {
  const adresse = 'indicateurs/?q=elec&zone=4,6&besoin=tc&tri=eleves-';
  const { page, fautes, fermer } = await visiter(adresse, BUREAU);
  await page.locator('mark').first().waitFor();
  await page.evaluate(() => {
    for (const facette of document.querySelectorAll('details')) facette.open = true;
  });
  expect(await violationsDesThemes(page)).toEqual([]);
  expect(fautes).toEqual([]);
  await fermer();
});
