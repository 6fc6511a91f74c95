import { afterAll, describe, expect, test } from 'vitest';
import { type Visite, visiter } from './visite.ts';

const TELEPHONE = { width: 390, height: 844 };
const PORTABLE = { width: 1366, height: 768 };

/** Celles du tableau, dans chacune de ses vues. */
const LIGNES = '.indicateurs-resultats tbody tr';

/** Une page de chaque genre. */
const PAGES = [
  '',
  'zones/',
  'zones/liege/',
  'comparer/?zone=4,6',
  'indicateurs/',
  'carte/',
  'dossier/',
  'options/2115/',
  'implantations/900010/',
  'ou-apprendre/',
  'procedure/normes/',
] as const;

/** Où commence et où finit, de haut en bas de la page, la n-ième chose visible qu’un sélecteur désigne. */
async function placeDe({ page }: Visite, selecteur: string, rang = 0) {
  const chose = page.locator(selecteur).filter({ visible: true }).nth(rang);
  await chose.waitFor();
  return chose.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { haut: top + scrollY, bas: bottom + scrollY };
  });
}

describe('sur un téléphone, 390 × 844', () => {
  let visite: Visite | undefined;
  afterAll(() => visite?.fermer());
  const ouvrir = async (chemin: string): Promise<Visite> => {
    visite ??= await visiter('404.html', { viewport: TELEPHONE, hasTouch: true });
    await visite.aller(chemin);
    await visite.page.waitForLoadState('networkidle');
    return visite;
  };

  test.each(PAGES)(
    '« %s » : l’en-tête tient en une rangée, la bande en une ligne',
    async (chemin) => {
      const { page } = await ouvrir(chemin);
      const haut = await page.$eval('main', (main) => main.getBoundingClientRect().top);
      expect(haut).toBeLessThanOrEqual(100);
    },
  );

  test.each([
    ['indicateurs/', 'LIGNES', 600],
    ['indicateurs/?zone=6', 'LIGNES', 600],
    ['carte/', '.par-zone summary', 600],
    ['carte/?implantation=900010&rayon=10', '.carte-liste tbody tr', 790],
    ['zones/', '.zones-tableau tbody tr', 700],
    ['implantations/900010/', '.histoire-options tbody tr', 844],
    ['ou-apprendre/?q=coiffure&commune=namur', '.ecole', 1000],
    ['options/2115/', '.option-zones tbody tr', 1450],
    ['dossier/?implantation=900010', '.candidat', 1450],
  ])('« %s » : la première ligne de %s commence avant %i px', async (chemin, selecteur, avant) => {
    const visite = await ouvrir(chemin);
    expect((await placeDe(visite, selecteur.replace('LIGNES', LIGNES))).haut).toBeLessThan(avant);
  });

  test('le menu s’ouvre d’un bouton, mène où il dit et se ferme par Échap', async () => {
    const { page } = await ouvrir('zones/');
    const liens = page.getByRole('navigation', { name: 'Principale' }).getByRole('link');
    expect(await liens.count()).toBe(0);
    const bouton = page.getByRole('button', { name: 'Menu' });
    await bouton.click();
    expect(await liens.allInnerTexts()).toContain('Mon dossier');
    await page.keyboard.press('Escape');
    expect(await liens.count()).toBe(0);
    await bouton.press('Enter');
    await liens.filter({ hasText: 'Procédure' }).click();
    await page.waitForURL('**/procedure/');
  });
});

test('sans JavaScript, le menu s’ouvre aussi', async () => {
  const { page, fermer } = await visiter('', { viewport: TELEPHONE, javaScriptEnabled: false });
  await page.getByRole('button', { name: 'Menu' }).click();
  expect(await page.getByRole('link', { name: 'Indicateurs', exact: true }).isVisible()).toBe(true);
  await fermer();
});

describe('sur un portable, 1366 × 768', () => {
  test('au tableau, trois lignes entières', async () => {
    const visite = await visiter('indicateurs/', { viewport: PORTABLE });
    await visite.page.waitForLoadState('networkidle');
    expect((await placeDe(visite, LIGNES, 2)).bas).toBeLessThanOrEqual(PORTABLE.height);
    await visite.fermer();
  });

  test.each([
    ['indicateurs/?zone=6', LIGNES, 2],
    ['carte/?implantation=900010&rayon=10', '.carte-liste tbody tr', 0],
  ])('« %s » : de %s, la %i-ième se voit', async (chemin, selecteur, rang) => {
    const visite = await visiter(chemin, { viewport: PORTABLE });
    await visite.page.waitForLoadState('networkidle');
    expect((await placeDe(visite, selecteur, rang)).haut).toBeLessThan(PORTABLE.height - 32);
    await visite.fermer();
  });

  test('la navigation est une barre, et l’en-tête s’aligne sur sa page', async () => {
    const visite = await visiter('indicateurs/', { viewport: PORTABLE });
    const { page } = visite;
    expect(await page.getByRole('button', { name: 'Menu' }).count()).toBe(0);
    const gauche = (selecteur: string) =>
      page.$eval(selecteur, (element) => element.getBoundingClientRect().left);
    expect(await gauche('.marque-site')).toBe(await gauche('h1'));
    await visite.fermer();
  });
});

describe('d’une page à l’autre, sur un portable', () => {
  test('du tableau d’une zone, l’option dit la norme de cette zone', async () => {
    const { page, fermer } = await visiter('indicateurs/?zone=6', { viewport: PORTABLE });
    await page.locator('.indicateurs[data-pret]').waitFor();
    await page.locator(`${LIGNES} .c-option a`).first().click();
    await page.waitForURL(/options\/\d{4}\/\?zone=6$/);
    await page.getByText('Dans la zone de Namur').first().waitFor();
    await fermer();
  });

  test('« Chez qui, près de moi » : le champ est prêt, la carte entière, le titre dit le lieu', async () => {
    const { page, fermer } = await visiter('options/2115/', { viewport: PORTABLE });
    await page.getByRole('link', { name: 'Chez qui, près de moi' }).click();
    await page.waitForURL('**/carte/?option=2115#depart');
    await page.locator('.carte-liste').waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.locator('#depart').fill('Dinant');
    await page
      .getByRole('option', { name: /^Dinant/ })
      .first()
      .click();
    await expect.poll(() => page.title()).toBe('Autour : Dinant – OAD ouvert');
    await page.getByRole('button', { name: 'les dix zones' }).click();
    await expect.poll(() => page.title()).toBe('Carte – OAD ouvert');
    await fermer();
  });

  test.each(['zones/liege/', 'options/2115/', 'comparer/?zone=4,6'])(
    '« %s » : le sommaire suit, et ne couvre pas la section où il mène',
    async (chemin) => {
      const { page, fermer } = await visiter(chemin, { viewport: PORTABLE });
      await page.waitForLoadState('networkidle');
      const sommaire = page.getByRole('navigation', { name: 'Dans cette page' });
      await sommaire.getByRole('link').last().click();
      const places = await page.evaluate(() => {
        const bas = document.querySelector('.sommaire-colle')?.getBoundingClientRect().bottom ?? 0;
        return { bas, cible: document.querySelector(':target')?.getBoundingClientRect().top ?? -1 };
      });
      expect(places.bas).toBeGreaterThan(0);
      expect(places.cible).toBeGreaterThanOrEqual(places.bas - 1);
      await fermer();
    },
  );
});

test.each(['indicateurs', 'carte', 'dossier', 'comparer'])(
  '« %s » : par où commencer est une ligne de la page, qui ne couvre rien',
  async (outil) => {
    const { page, fermer } = await visiter(`${outil}/`, { viewport: TELEPHONE });
    const ligne = page.locator('main .premiere-visite');
    expect(await ligne.innerText()).toMatch(/^Première visite\s\? Le guide le montre\.$/);
    expect(await ligne.evaluate((element) => getComputedStyle(element).position)).toBe('static');
    await page.setViewportSize(PORTABLE);
    expect((await ligne.innerText()).length).toBeGreaterThan(60);
    await fermer();
  },
);
