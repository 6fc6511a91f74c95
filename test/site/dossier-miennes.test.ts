import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { enXlsx } from '../../src/export/xlsx.ts';
import { champDeCommune, choisirCommune, demande, ouvreur, rangee } from './dossier.ts';
import { debord, violations } from './visite.ts';

const TELEPHONE = { viewport: { width: 360, height: 780 }, hasTouch: true } as const;

const ouvrir = ouvreur();

/** Donne à « Mes données » un fichier d’options et d’élèves. */
const deposer = (
  page: Page,
  name: string,
  contenu: string | Uint8Array<ArrayBuffer>,
  mimeType = 'text/csv',
): Promise<void> =>
  page
    .getByLabel('Fichier d’options et d’élèves')
    .setInputFiles({ name, mimeType, buffer: Buffer.from(contenu) });

test('sur un téléphone, avec ses propres données, rien ne part', async () => {
  const page = await ouvrir('dossier/', TELEPHONE);
  const envois: string[] = [];
  page.on('request', (requete) => envois.push(`${requete.method()} ${requete.url()}`));
  await page.getByRole('button', { name: /la décrire/ }).tap();
  await choisirCommune(page, '6700', 'Arlon');
  await page.getByLabel('Caractère').selectOption('confessionnel');
  await page.getByLabel('Internat lié').selectOption('oui');
  await page.getByRole('combobox', { name: 'TC et FC', exact: true }).selectOption('miennes');
  const lignes = 'code_obg,mode,eleves\n2105,PE,31\n2115,PE,22\n9999,PE,3\n';
  await deposer(page, 'options.csv', lignes);
  await page.getByText('« 9999 » n’est pas au répertoire').waitFor();
  expect(await page.locator('.mes-lignes tbody tr').count()).toBe(2);
  expect(await page.locator('.lieu-choisi').innerText()).toContain('vos données');
  await page.getByRole('searchbox', { name: 'Chercher une option' }).fill('2213');
  await page.getByRole('checkbox', { name: 'TC pour 2213' }).check();
  const codesTc = page.getByRole('textbox', { name: /Codes des options en TC/ });
  expect(await codesTc.inputValue(), 'la liste suit les cases').toBe('2213');
  await codesTc.fill('2213 Technicien, 8123 et 9998');
  await page.getByText('2 options reconnues').waitFor();
  await page.getByText('Pas au répertoire : 9998').waitFor();
  await page.getByRole('textbox', { name: /Codes des options en FC/ }).fill('2213');
  expect(await page.getByRole('checkbox', { name: 'FC pour 2213' }).isChecked()).toBe(true);
  await rangee(page, '2213').getByRole('button', { name: 'Ajouter' }).tap();
  const norme = demande(page, '2213').locator('.demande-norme');
  expect((await norme.innerText()).replaceAll('\u00a0', ' ')).toContain('Norme : 10 élèves');
  expect(envois.filter((envoi) => !/^GET [^?#]+\.(js|css|woff2|json)$/.test(envoi))).toEqual([]);
  expect(await violations(page)).toEqual([]);
});

test('un classeur XLSX déposé dans « Mes données » se lit dans le navigateur', async () => {
  const page = await ouvrir();
  await page.getByRole('button', { name: /la décrire/ }).click();
  const rangees = [
    { code_obg: '2115', pe: 12, alt: 3 },
    { code_obg: '8123', pe: 0, alt: 9 },
  ];
  const colonnes = (['code_obg', 'pe', 'alt'] as const).map((nom) => ({ nom, type: 'texte' }));
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const classeur = await enXlsx([{ nom: 'Options', colonnes, rangees }]);
  await deposer(page, 'options.xlsx', classeur, mimeType);
  await page.getByRole('textbox', { name: 'Élèves ALT de 8123' }).waitFor();
  const lus = await page
    .locator('.mes-lignes input')
    .evaluateAll((champs) => champs.map((champ) => (champ as HTMLInputElement).value));
  expect(lus).toEqual(['12', '3', '', '9']);

  await deposer(page, 'fautif.csv', 'code,eleves\n4126,8\n2115,-3\n');
  await page.getByText('1 option lue, 1 ligne écartée').waitFor();
  expect(await page.locator('.mes-options [role=status] li').allInnerTexts()).toHaveLength(1);
  expect(await page.locator('.mes-lignes tbody tr').count()).toBe(1);
  await page.getByRole('button', { name: 'Remettre celles d’avant' }).click();
  expect(await page.locator('.mes-lignes tbody tr').count()).toBe(2);
});

test('le fichier corrigé, rechoisi sous le même nom, se relit', async () => {
  const page = await ouvrir();
  await page.getByRole('button', { name: /la décrire/ }).click();
  await deposer(page, 'a-corriger.csv', 'code,eleves\n2115,douze\n');
  await page.getByText('« douze », n’est pas un nombre entier').waitFor();
  // Un navigateur ne dit rien d’un fichier rechoisi tant que le champ garde son nom.
  expect(await page.getByLabel('Fichier d’options et d’élèves').inputValue()).toBe('');
  await deposer(page, 'a-corriger.csv', 'code,eleves\n2115,12\n');
  await page.getByText('1 option lue').waitFor();
  expect(await page.getByText('« douze »').count()).toBe(0);
});

test('un CSV d’Excel, en Windows-1252, se lit ; un PDF se refuse', async () => {
  const page = await ouvrir();
  await page.getByRole('button', { name: /la décrire/ }).click();
  const latin = Uint8Array.from(Buffer.from('code_obg;Élèves\r\n2115;22\r\n', 'latin1'));
  await deposer(page, 'options.csv', latin);
  await page.getByText('1 option lue, 0 ligne écartée').waitFor();
  await deposer(page, 'a.csv', '%PDF-1.7\n\u0000\u0001');
  await page.getByText('n’est ni un CSV ni un XLSX lisible').waitFor();
});

test('ce que le fichier tait reste tu à l’écran, dans l’offre et après rechargement', async () => {
  const page = await ouvrir('dossier/', { viewport: { width: 360, height: 780 } });
  await page.getByRole('button', { name: /la décrire/ }).click();
  await choisirCommune(page, '6700', 'Arlon');
  await page.getByLabel('Caractère').selectOption('confessionnel');
  const lignes = ['2115;<5', '2105;5-9', '8123;confidentiel', '4126;n.c.', '2213;-', '3423;'];
  await deposer(page, 'tus.csv', ['code_obg;eleves', ...lignes, ''].join('\n'));
  await page.getByText('4 options lues, 2 lignes écartées').waitFor();
  await page.getByText('« - », ne le donne pas : ce n’est pas forcément zéro').waitFor();
  const ecrits = async () => {
    const dits = await page.locator('.mes-lignes tbody tr').evaluateAll((rangees) =>
      rangees.map((rangee) => {
        const champ = rangee.querySelector('input');
        return [
          rangee.querySelector('th')?.innerText.slice(0, 4),
          champ?.value,
          champ?.placeholder,
          rangee.querySelector('td small')?.textContent?.replace(/[\u00a0\u202f]/g, ' '),
        ].join(' | ');
      }),
    );
    return dits;
  };
  const attendus = [
    '2105 |  |  | de 5 à 9, selon le fichier',
    '2115 |  |  | moins de 5, selon le fichier',
    '4126 |  |  | non communiqué, selon le fichier',
    '8123 |  |  | non communiqué, selon le fichier',
  ];
  expect(await ecrits()).toEqual(attendus);
  expect(await page.locator('.lieu-choisi').innerText()).toMatch(/4\s+options organisées ici/);
  expect(await page.getByText('sans élèves').count()).toBe(0);
  expect(await debord(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await page.locator('.mes-lignes tbody tr').first().waitFor();
  expect(await ecrits(), 'après rechargement').toEqual(attendus);
  await page.getByRole('textbox', { name: 'Élèves PE de 2115' }).fill('3');
  expect((await ecrits())[1], 'un nombre tapé remplace ce qui était tu').toBe('2115 | 3 | 0 | ');
});

test('un effectif qui n’en est pas un reste écrit, ne compte pas, et le dit', async () => {
  const page = await ouvrir('dossier/', { viewport: { width: 360, height: 780 } });
  await page.getByRole('button', { name: /la décrire/ }).click();
  await page.getByRole('combobox', { name: 'Ajouter une option' }).fill('2115');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const champ = page.getByRole('textbox', { name: 'Élèves PE de 2115' });
  for (const faux of ['1,5', '-4', '1.5', 'douze', '10000']) {
    await champ.fill('');
    await champ.pressSequentially(faux);
    expect(await champ.inputValue()).toBe(faux);
    expect(await champ.getAttribute('aria-invalid')).toBe('true');
    await page.getByText('Un nombre entier de 0 à 9999').waitFor();
  }
  await champ.fill('014');
  await champ.blur();
  expect(await champ.inputValue()).toBe('14');
  expect(await champ.getAttribute('aria-invalid')).toBe('false');
  expect(await debord(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Retirer 2115' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('mes-options-ajout');
});

test('quitter le champ prend la seule commune ; la liste se passe d’un pas', async () => {
  const page = await ouvrir();
  await page.getByRole('button', { name: /la décrire/ }).click();
  const commune = champDeCommune(page);
  await commune.fill('La Louvière');
  await page.keyboard.press('Tab');
  await page.getByLabel('Caractère').selectOption('confessionnel');
  await page.waitForSelector('.candidat');
  expect(await page.locator('.lieu-choisi').innerText()).toContain('La Louvière');
  await commune.fill('saint');
  await page.keyboard.press('Tab');
  await page.getByText('« saint » : choisissez une commune dans la liste.').waitFor();
  expect(await commune.inputValue()).toBe('La Louvière');
  await page.getByRole('link', { name: /Passer la liste/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const dansLaListe = () => document.activeElement?.closest('.candidats') != null;
  expect(await page.evaluate(dansLaListe)).toBe(false);
});

test('plusieurs codes s’ajoutent à la fois', async () => {
  const page = await ouvrir();
  await page.getByRole('button', { name: /la décrire/ }).click();
  const ajout = page.getByRole('combobox', { name: 'Ajouter une option' });
  await ajout.fill('2115, 2105, 4126');
  await page.keyboard.press('Enter');
  expect(await page.locator('.mes-lignes tbody tr').count()).toBe(3);
  await page.getByText('3 options sans élèves').waitFor();
  await ajout.fill('2115');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('Déjà dans votre liste : 2115').waitFor();
});
