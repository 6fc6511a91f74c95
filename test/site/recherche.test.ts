import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { type Colonnes, enRangees } from '../../src/domain/colonnes.ts';
import { creerRecherche, type OptionDuRepertoire } from '../../src/domain/recherche/options.ts';
import type { EntreeDuSite } from '../../src/domain/recherche/site.ts';
import { violations, visiter } from './visite.ts';

test('Ctrl+K ouvre la recherche partout ; les flèches et Entrée mènent à la réponse', async () => {
  const { page, fautes, fermer } = await visiter('procedure/alternance/');
  await page.keyboard.press('Control+k');
  const champ = page.locator('dialog [role=combobox], dialog input').first();
  await champ.fill('glosaire');
  await page.locator('dialog [role=option]').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await champ.press('ArrowDown');
  const choisie = await champ.getAttribute('aria-activedescendant');
  expect(await page.locator(`#${choisie}`).getAttribute('aria-selected')).toBe('true');
  expect(await page.locator(`#${choisie}`).innerText()).toContain('Glossaire');
  await champ.press('Enter');
  await page.waitForURL(/\/glossaire\/$/);
  expect(fautes).toEqual([]);
  await fermer();
});

test('Échap ferme les réponses, puis la recherche', async () => {
  const { page, fermer } = await visiter('a-propos/');
  await page.getByRole('link', { name: /^Chercher/ }).click();
  const champ = page.locator('dialog input');
  await champ.fill('liege');
  await page.locator('dialog [role=option]').first().waitFor();
  await champ.press('Escape');
  expect(await page.locator('dialog [role=listbox]').isVisible()).toBe(false);
  expect(await page.locator('dialog').isVisible()).toBe(true);
  await champ.press('Escape');
  expect(await page.locator('dialog').isVisible()).toBe(false);
  await fermer();
});

test('à l’accueil, une commune, un code postal, un FASE et une option se trouvent', async () => {
  const { page, fermer } = await visiter('');
  const champ = page.locator('#recherche-accueil');
  for (const [requete, attendu] of [
    ['namur', 'Namur'],
    ['7000', 'Mons'],
    ['900214', '900214'],
    ['coifeuse', 'Coiffeur'],
  ] as const) {
    await champ.fill(requete);
    await page.locator('main [role=option]', { hasText: attendu }).first().waitFor();
  }
  await fermer();
});

test.each([
  ['Malmedy', /\/carte\/\?commune=Malmedy$|\/zones\/|\/implantations\//],
  ['900214', /\/implantations\/900214\/$/],
  ['coiffeuse', /\/indicateurs\/\?q=coiffeuse$/],
  ['zzzz', /\/indicateurs\/\?q=zzzz$/],
])('à l’accueil, « %s » puis Entrée : un lieu s’ouvre, une option se cherche', async (mot, ou) => {
  const { page, fermer } = await visiter('');
  await page.locator('#recherche-accueil').fill(mot);
  await page.keyboard.press('Enter');
  await page.waitForURL(ou);
  await fermer();
});

test('sans JavaScript, le champ de l’accueil cherche une option', async () => {
  const { page, fermer } = await visiter('', { javaScriptEnabled: false });
  await page.locator('#recherche-accueil').fill('coiffeur');
  await page.locator('main').getByRole('button', { name: 'Chercher' }).click();
  expect(page.url()).toMatch(/\/indicateurs\/\?q=coiffeur$/);
  await fermer();
});

function publie(nom: RegExp): string {
  const donnees = join(inject('construit'), 'data');
  return readFileSync(join(donnees, readdirSync(donnees).find((un) => nom.test(un)) ?? ''), 'utf8');
}

test('l’index a des clés uniques et reste léger', () => {
  const texte = publie(/^recherche\.\w+\.json$/);
  const { cle }: Colonnes<EntreeDuSite> = JSON.parse(texte);
  expect(new Set(cle).size).toBe(cle.length);
  expect(texte.length).toBeLessThan(250_000);
});

test('« informatique Liège » mène aux options de la zone', async () => {
  const { page, fermer } = await visiter('');
  const champ = page.locator('#recherche-accueil');
  await champ.fill('informatique Liège');
  const premiere = page.locator('main [role=option]').first();
  await premiere.filter({ hasText: 'zone Liège' }).waitFor();
  await champ.press('Enter');
  await page.waitForURL(/\/indicateurs\/\?q=informatique&zone=4$/);
  await fermer();
});

test.each([
  ['informatique Liège', '« informatique »', 'Zone : Liège'],
  ['electricien namur', '« electricien »', 'Zone : Namur'],
  ['coiffure Ottignies', '« coiffure »', 'Zone : Brabant wallon'],
  ['4000', 'Zone : Liège'],
  ['900214', 'Zone : Verviers'],
  ['Malmedy · démonstration 5-018', 'Zone : Verviers'],
])('au tableau, « %s » : le lieu est un filtre, qui se retire', async (question, ...filtres) => {
  const { page, fautes, fermer } = await visiter('indicateurs/');
  await page.locator('#q').fill(question);
  const jetons = page.locator('.jetons .jeton');
  const dits = async () => (await jetons.allInnerTexts()).map((t) => t.replace(/\s+/g, ' '));
  await expect.poll(dits).toEqual(filtres);
  expect(await page.locator('#q').inputValue()).toBe(question);
  await jetons.last().click();
  await expect.poll(() => jetons.count()).toBe(filtres.length - 1);
  expect(await page.locator('#q').inputValue()).toBe(
    filtres.length > 1 ? question.split(' ')[0] : '',
  );
  expect(fautes).toEqual([]);
  await fermer();
});

test('à la carte, « coiffure Ottignies » part de la commune et cherche ces options', async () => {
  const { page, fautes, fermer } = await visiter('carte/');
  await page.locator('#depart').fill('coiffure Ottignies');
  await page.locator('.carte-depart [role=option]', { hasText: 'Ottignies' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/commune=ottignies-louvain-la-neuve.*option=8304,8314,8326,8328/);
  expect(await page.locator('.carte-page .constat').innerText()).toContain('d’Ottignies');
  expect(fautes).toEqual([]);
  await fermer();
});

const DU_DOSSIER = (code: string) => `.candidat[data-code="${code}"]`;

test.each([
  [
    '8109',
    /^8109 Techniques sociales est non programmable/,
    /non programmable/,
    DU_DOSSIER('8109'),
  ],
  [
    '2323',
    /^2323 Électroménager et matériel de bureau est non prog/,
    /non programmable/,
    '.candidats .message a[href$="/options/2323/"]',
  ],
  [
    '8216',
    /^8216 Aide-soignant\/Aide-soignante est remplacée\s: demandez plutôt 8217/,
    /éteinte, remplacée par 8217/,
    DU_DOSSIER('8217'),
  ],
  ['infirmière', /EPSC\) ne se programme pas/, /8217/, DU_DOSSIER('8217')],
])('« %s » dit partout pourquoi, ou quoi demander', async (question, dit, aLaCarte, auDossier) => {
  const { page, aller, fermer } = await visiter(`indicateurs/?q=${question}`);
  await page.locator('.indicateurs .message', { hasText: dit }).first().waitFor();
  await aller('carte/?zone=4');
  await page.locator('.carte-filtres-bloc > summary').click();
  await page.getByRole('combobox', { name: 'Option' }).fill(question);
  await page.locator('.carte-filtres [role=option]', { hasText: aLaCarte }).first().waitFor();
  await aller('dossier/?implantation=900214');
  await page.waitForSelector('.dossier[data-pret]');
  await page.getByRole('searchbox', { name: 'Chercher une option' }).fill(question);
  // Ce qui la remplace ou se dédouble se demande ; sinon, sa page dit pourquoi.
  await page.locator(auDossier).waitFor();
  await aller('');
  await page.locator('#recherche-accueil').fill(question);
  const suite = question === 'infirmière' ? /ne se programme pas/ : /non programmable|remplacée/;
  await page.locator('main [role=option]', { hasText: suite }).first().waitFor();
  await fermer();
});

test('sans réponse, le site dit quoi essayer, à l’écran', async () => {
  const { page, fermer } = await visiter('');
  await page.locator('#recherche-accueil').fill('zzzz');
  const dit = page.locator('main .recherche-dit');
  await dit.filter({ hasText: 'Rien ne répond à « zzzz »' }).waitFor();
  expect((await dit.boundingBox())?.height ?? 0).toBeGreaterThan(15);
  await page.locator('#recherche-accueil').fill('boulangeriiiie');
  await dit.filter({ hasText: /Le plus proche\s: 4301 / }).waitFor();
  expect(await violations(page)).toEqual([]);
  await fermer();
});

const optionsDuSite = (): readonly OptionDuRepertoire[] =>
  enRangees(JSON.parse(publie(/^recherche-options\.\w+\.json$/)));

/** Ce qui est montré, dans l’ordre attendu. */
const dans = (attendus: readonly string[], montres: readonly string[]): readonly string[] =>
  attendus.filter((code) => montres.includes(code));

/** Les codes que montrent des textes, dans leur ordre. */
const codesDe = (textes: readonly string[]): string[] =>
  textes.flatMap((texte) => /\b\d{4}\b/.exec(texte)?.[0] ?? []);

test.each(['coiffure', 'électricité', 'menuisier bois', 'maçonnerie', 'chauffage'])(
  '« %s » : le tableau, la carte, le dossier et le site répondent la même chose, dans le même ordre',
  async (mot) => {
    const { page, aller, fautes, fermer } = await visiter(
      `indicateurs/?q=${encodeURIComponent(mot)}&vue=option`,
    );
    await page.locator('.indicateurs[data-pret=true][data-par=index]').waitFor();
    const attendus = creerRecherche(optionsDuSite())(mot)?.codes ?? [];
    const au = codesDe(await page.locator('.indicateurs-resultats tbody th').allInnerTexts());
    // Le tableau ne montre d’abord que ce qui s’organise encore.
    expect(au.length).toBeGreaterThan(0);
    expect(attendus).toEqual(expect.arrayContaining(au));

    await aller('');
    await page.locator('#recherche-accueil').fill(mot);
    const options = page.locator('main [role=option]', { hasText: 'Option' });
    await options.first().waitFor();
    const site = codesDe(await options.allInnerTexts());
    expect(site).toEqual(attendus.slice(0, site.length));

    await aller('carte/?zone=4');
    await page.locator('.carte-filtres-bloc > summary').click();
    await page.getByRole('combobox', { name: 'Option' }).fill(mot);
    const proposees = page.locator('.carte-filtres [role=option]');
    await proposees.first().waitFor();
    expect(codesDe(await proposees.allInnerTexts())).toEqual(attendus.slice(0, 10));

    await aller('dossier/?implantation=900214');
    await page.waitForSelector('.dossier[data-pret]');
    await page.getByRole('searchbox', { name: 'Chercher une option' }).fill(mot);
    const candidats = () =>
      page
        .locator('.candidat')
        .evaluateAll((lignes) => lignes.map((ligne) => (ligne as HTMLElement).dataset.code ?? ''));
    await expect
      .poll(
        async () => {
          const montres = await candidats();
          return montres.length > 0 && montres.join() === dans(attendus, montres).join();
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    expect(fautes).toEqual([]);
    await fermer();
  },
);
