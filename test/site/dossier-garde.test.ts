import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { encoderDossier } from '../../src/domain/dossier/codec.ts';
import type { MesDonnees } from '../../src/domain/dossier/lieu.ts';
import { type Demande, type Dossier, SANS_REPONSE } from '../../src/domain/dossier/panier.ts';
import { MIENNES_VIDES } from '../../src/domain/dossier/tenu.ts';
import { champ, choisir, demande, demander, FASE, ouvreur, pret } from './dossier.ts';
import { autreOnglet, emplir, PATIENCE, vider } from './onglets.ts';
import { debord, violations } from './visite.ts';

const ouvrir = ouvreur();

const demandeDe = (code: string, note = ''): Demande => ({
  code,
  type: 'Programmation',
  mode: 'PE',
  groupement: 'seule',
  attendus: null,
  note,
  reponses: SANS_REPONSE,
});
const dossierDe = (champs: Partial<Dossier>): Dossier => ({
  edition: 'demo',
  lieu: { genre: 'implantation', fase: FASE },
  pieces: [],
  prealables: {},
  demandes: [],
  ...champs,
});
const chez = (champs: Partial<MesDonnees>): Dossier =>
  dossierDe({ lieu: { genre: 'mes-donnees', donnees: { ...MIENNES_VIDES, ...champs } } });
const lien = (dossier: Dossier): string => `dossier/#${encoderDossier(dossier)}`;

const decrire = (page: Page) => page.getByRole('button', { name: /la décrire/ }).click();
const nomDe = (page: Page) =>
  page.getByRole('textbox', { name: 'Nom et numéro FASE (facultatif)' });
const options = (page: Page) => page.locator('.mes-lignes tbody tr');
const bouton = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const deposer = (page: Page, texte = 'code_obg;eleves;mode\n2105;12;PE\n2115;7;ALT\n') =>
  page.getByLabel('Ou un fichier d’options et d’élèves').setInputFiles({
    name: 'options.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(texte),
  });
const recharger = async (page: Page) => {
  await page.reload();
  await pret(page);
};
const alerte = (page: Page) => page.getByRole('alert');

describe('plusieurs onglets', () => {
  test('ce que l’un écrit, les autres le reprennent, et rien ne se perd', async () => {
    const un = await ouvrir();
    const deux = await autreOnglet(un);
    const trois = await autreOnglet(un);
    await decrire(un);
    await deposer(un);
    await un.getByText('2 options lues').waitFor();
    await deux.getByText('changé dans un autre onglet').waitFor();
    await expect.poll(() => options(deux).count(), PATIENCE).toBe(2);
    await nomDe(deux).fill('École du second onglet');
    await expect.poll(() => nomDe(un).inputValue(), PATIENCE).toBe('École du second onglet');
    await recharger(un);
    expect(await options(un).count()).toBe(2);
    expect(await nomDe(un).inputValue()).toBe('École du second onglet');
    await expect.poll(() => options(trois).count(), PATIENCE).toBe(2);
    await bouton(trois, 'Effacer').click();
    await bouton(trois, 'Oui, tout effacer').click();
    for (const page of [un, deux]) {
      await page.getByText('effacé dans un autre onglet').waitFor();
      expect(await page.locator('.mes-donnees').count()).toBe(0);
    }
    await bouton(trois, 'Annuler').click();
    await expect.poll(() => options(un).count(), PATIENCE).toBe(2);
  });

  test('un onglet gelé en arrière-plan reprend ce qu’il a manqué', async () => {
    const un = await ouvrir();
    await choisir(un);
    const deux = await autreOnglet(un);
    const cycle = await deux.context().newCDPSession(deux);
    await cycle.send('Page.setWebLifecycleState', { state: 'frozen' });
    await demander(un, '2115');
    await demande(un, '2115').getByLabel('Votre argument').fill('Locaux prêts.');
    await cycle.send('Page.setWebLifecycleState', { state: 'active' });
    await deux.bringToFront();
    await demande(deux, '2115').waitFor();
    await demander(deux, '2213');
    await recharger(un);
    expect(await demande(un, '2213').count()).toBe(1);
    expect(await demande(un, '2115').getByLabel('Votre argument').inputValue()).toBe(
      'Locaux prêts.',
    );
  });

  test.each([
    ['Reprendre l’autre version', ['8123'], ['2115', '8123', '2213']],
    ['Garder celle-ci', ['2115', '8123', '2213'], ['8123']],
  ])(
    'deux versions à la fois : « %s », et « Annuler » rend l’autre',
    async (choix, reste, rendu) => {
      const un = await ouvrir();
      await choisir(un);
      await demander(un, '2115');
      await demander(un, '8123');
      const deux = await autreOnglet(un);
      await emplir(deux);
      await demander(deux, '2213');
      await alerte(deux).getByText('n’est pas gardé dans ce navigateur').waitFor();
      await demande(un, '2115').getByRole('button', { name: 'Retirer' }).click();
      const question = alerte(deux).filter({ hasText: 'aussi changé dans un autre onglet' });
      await question.waitFor();
      const texte = (await question.innerText()).replaceAll('\u00a0', ' ');
      expect(texte).toContain('1 demande (8123)');
      expect(texte).toContain('Celle-ci : 3 demandes (2115, 8123 et 2213)');
      expect(await violations(deux)).toEqual([]);
      await vider(deux);
      const codes = (page: Page) =>
        page.locator('.demande').evaluateAll((es) => es.map((e) => e.getAttribute('data-code')));
      expect(await codes(un), 'rien n’est écrit avant la réponse').toEqual(['8123']);
      await bouton(deux, choix).click();
      expect(await codes(deux)).toEqual(reste);
      await expect.poll(() => codes(un), PATIENCE).toEqual(reste);
      const focus = () => deux.evaluate(() => document.activeElement?.textContent);
      expect(await focus()).toBe('Annuler');
      await deux.keyboard.press('Enter');
      await expect.poll(() => codes(un), PATIENCE).toEqual(rendu);
      await recharger(deux);
      expect(await codes(deux)).toEqual(rendu);
    },
  );

  test('un stockage écrit par une version plus récente n’est pas écrasé', async () => {
    const page = await ouvrir();
    const futur = '{"format":"oad-ouvert/dossier","version":99,"contenu":["x",null,[],[]]}';
    await page.evaluate((texte) => localStorage.setItem('oad-ouvert.dossier', texte), futur);
    await recharger(page);
    await alerte(page).getByText('ne sait pas lire').waitFor();
    await choisir(page);
    const garde = () => page.evaluate(() => localStorage.getItem('oad-ouvert.dossier'));
    expect(await garde()).toBe(futur);
    await bouton(page, 'Le remplacer par celui-ci').click();
    await expect.poll(garde, PATIENCE).toContain(FASE);
  });
});

describe('un lien reçu', () => {
  test.each<[string, Dossier]>([
    ['un nom seul', chez({ nom: 'La mienne' })],
    ['des options seules', chez({ options: [{ code: '2115', pe: 4, alt: 0 }] })],
    ['des listes TC seules', chez({ besoins: { tc: ['2115'], fc: [] } })],
  ])('ne remplace pas « Mes données » sans un oui : %s', async (_, mien) => {
    const page = await ouvrir(lien(mien));
    await page.getByText('Le dossier du lien est ouvert').waitFor();
    const avant = await page.evaluate(() => ({ ...localStorage }));
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      encoderDossier(dossierDe({ demandes: [demandeDe('2213')] })),
    );
    await alerte(page).getByText('Un dossier est arrivé').waitFor();
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual(avant);
    await bouton(page, 'Garder le mien').click();
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual(avant);
    expect(new URL(page.url()).hash).toBe('');
  });

  test('accepté, il laisse revenir l’ancien, même après une autre visite', async () => {
    const page = await ouvrir();
    await decrire(page);
    await nomDe(page).fill('La mienne');
    await deposer(page);
    await page.getByText('2 options lues').waitFor();
    const recu = encoderDossier(chez({ nom: 'Celle d’un collègue', commune: 'Namur' }));
    await page.goto('about:blank');
    await page.goBack();
    await pret(page);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, recu);
    await bouton(page, 'Ouvrir le dossier reçu').click();
    expect(await nomDe(page).inputValue()).toBe('Celle d’un collègue');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Annuler');
    await page.keyboard.press('Enter');
    expect(await nomDe(page).inputValue()).toBe('La mienne');
    await page.getByRole('button', { name: 'Annuler' }).click();
    await recharger(page);
    expect(await nomDe(page).inputValue()).toBe('Celle d’un collègue');
    await bouton(page, 'Le reprendre').click();
    expect(await nomDe(page).inputValue()).toBe('La mienne');
    expect(await options(page).count()).toBe(2);
  });

  test('sur une page vierge il s’ouvre ; le sien se reconnaît', async () => {
    const hash = encoderDossier(dossierDe({ demandes: [demandeDe('2213', 'Une note.')] }));
    const page = await ouvrir(`dossier/#${hash}`);
    await page.getByText('est ouvert et gardé dans ce navigateur').waitFor();
    await page.evaluate((h) => {
      location.hash = h;
    }, hash);
    await page.getByText('déjà celui de ce navigateur').waitFor();
    expect(await alerte(page).count()).toBe(0);
  });

  test.each(['xtor=EPR-12', 'utm_source=lettre&utm_medium=courriel', 'titre-lieu'])(
    '« #%s » n’en est pas un',
    async (ancre) => {
      const page = await ouvrir(`dossier/#${ancre}`);
      expect(await page.locator('.dossier-messages').innerText()).toBe('');
      expect(new URL(page.url()).hash).toBe(`#${ancre}`);
    },
  );

  test('de dix mille options et d’une note démesurée, il se borne, le dit, et chaque visite vit', async () => {
    const codes = Array.from({ length: 10_000 }, (_, i) => String(1000 + (i % 9000)));
    const gros = chez({
      commune: 'Namur',
      caractere: 'confessionnel',
      options: codes.map((code) => ({ code, pe: 3, alt: 0 })),
      besoins: { tc: codes, fc: codes },
    });
    const demandes = [
      demandeDe('2115', 'x'.repeat(1_000_000)),
      demandeDe('2115'),
      demandeDe('9999'),
    ];
    const page = await ouvrir(lien({ ...gros, demandes }));
    const message = page.locator('.dossier-messages');
    await message.getByText('Le dossier du lien est ouvert').waitFor();
    const dit = (await message.innerText()).replaceAll('\u00a0', ' ');
    expect(dit).toContain('De trop pour vos données, laissé');
    expect(dit).toContain('Texte trop long, coupé : 2115');
    expect(dit).toContain('Écrit deux fois, gardé une');
    await alerte(page).getByText('ne connaît pas 9999 : la demande reste').waitFor();
    for (const _ of [1, 2]) {
      expect(await options(page).count()).toBeLessThan(366);
      await champDeRecherche(page).fill('2213');
      await page.waitForFunction(() => document.querySelectorAll('.candidat').length === 1);
      await recharger(page);
    }
    const garde = await page.evaluate(() => localStorage.getItem('oad-ouvert.dossier') ?? '');
    expect(garde.length).toBeLessThan(100_000);
    await page.getByRole('button', { name: 'Retirer 9999' }).click();
    await page.getByRole('status').getByText('9999 retirée.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Annuler');
  });

  test('un stockage trafiqué se borne comme un lien', async () => {
    const page = await ouvrir();
    await page.evaluate(() => {
      const ligne = (i: number) => [1000 + (i % 9000), 3, 0];
      const miennes = [
        'n'.repeat(1e5),
        'Namur',
        0,
        0,
        0,
        Array.from({ length: 1e4 }, (_, i) => ligne(i)),
        null,
      ];
      const demande = (i: number) => [1000 + i, 7, 7, 7, 1e9, 'x'.repeat(300), -1];
      const contenu = ['e', miennes, Array.from({ length: 4000 }, (_, i) => demande(i)), [0, 0, 0]];
      const texte = JSON.stringify({ format: 'oad-ouvert/dossier', version: 1, contenu });
      localStorage.setItem('oad-ouvert.dossier', texte);
      localStorage.setItem('oad-ouvert.mes-donnees', texte);
      localStorage.setItem('oad-ouvert.dossier-avant', '[[[["');
    });
    await recharger(page);
    await page.getByText('gardait plus qu’un dossier ne tient').waitFor();
    expect(await page.locator('.demande').count()).toBeLessThan(201);
    await champDeRecherche(page).fill('2213');
    await page.waitForFunction(() => document.querySelectorAll('.candidat').length === 1);
  });
});

const champDeRecherche = (page: Page) =>
  page.getByRole('searchbox', { name: 'Chercher une option' });

describe('un navigateur qui ne garde pas', () => {
  test('plein, il le dit et offre le lien et le fichier ; libéré, il garde de nouveau', async () => {
    const page = await ouvrir('dossier/', { viewport: { width: 390, height: 844 } });
    await choisir(page);
    await emplir(page);
    await demander(page, '2115');
    await demande(page, '2115').getByLabel('Votre argument').fill('Une note qui compte.');
    const refus = alerte(page).filter({ hasText: 'n’est pas gardé dans ce navigateur' });
    await refus.waitFor();
    expect(await page.locator('.sorties').innerText()).not.toContain(
      'est gardé dans ce navigateur.',
    );
    expect(await refus.isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    expect(await debord(page)).toEqual([]);
    const attente = page.waitForEvent('download');
    await refus.getByRole('link', { name: /son lien ou son fichier/ }).click();
    await page.getByRole('button', { name: 'Enregistrer le dossier (JSON)' }).click();
    expect((await attente).suggestedFilename()).toMatch(/\.json$/);
    await vider(page);
    await bouton(page, 'Réessayer de garder').click();
    await page.getByText('de nouveau gardé dans ce navigateur').waitFor();
    await recharger(page);
    expect(await demande(page, '2115').getByLabel('Votre argument').inputValue()).toBe(
      'Une note qui compte.',
    );
  });

  test('fermé, un lien s’y ouvre sans se dire gardé, et rien ne casse', async () => {
    const page = await ouvrir('');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refusé', 'SecurityError');
        },
      });
    });
    await page.goto(new URL(lien(dossierDe({ demandes: [demandeDe('2213')] })), page.url()).href);
    await demande(page, '2213').waitFor();
    await alerte(page).getByText('n’est pas gardé dans ce navigateur').waitFor();
    expect(await page.locator('.dossier-messages').innerText()).not.toContain('gardé');
    await bouton(page, 'Effacer').click();
    await bouton(page, 'Oui, tout effacer').click();
    await page.getByText('Tout est effacé').waitFor();
    expect(await alerte(page).count()).toBe(0);
    expect(await champ(page).inputValue()).toBe('');
  });

  test('un choix d’implantation vaut plus que celui de l’adresse', async () => {
    const page = await ouvrir(`dossier/?implantation=${FASE}&option=2115`);
    await page.waitForSelector('.candidat');
    await champ(page).fill('900251');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).search, PATIENCE).toBe('?option=2115');
    await recharger(page);
    await expect.poll(() => champ(page).inputValue(), PATIENCE).toContain('900251');
    await page.goto(new URL('?implantation=abc', page.url()).href);
    await page.getByText('implantation=abc').waitFor();
  });
});
