import type { Page } from 'playwright';

/** Ce qu’un visiteur fait d’une page ; `gestes` rend ce qu’il obtient, ou échoue. */
export interface Parcours {
  readonly nom: string;
  /** Relatif à la base. */
  readonly chemin: string;
  gestes(page: Page): Promise<unknown>;
}

const texte = (page: Page, selecteur: string): Promise<string> =>
  page.locator(selecteur).first().innerText();

async function telecharger(page: Page, geste: () => Promise<unknown>): Promise<string> {
  const attendu = page.waitForEvent('download');
  const [fichier] = await Promise.all([attendu, geste()]);
  return fichier.suggestedFilename();
}

const bouton = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const panneau = (page: Page, nom: string) =>
  page.locator('.outil > summary', { hasText: nom }).click();

async function vivants(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !document.querySelector('astro-island[ssr]:not([client=visible])'),
  );
}

const chercher = (id: string) => async (page: Page) => {
  await page.locator(`#${id}`).pressSequentially('cuisinier');
  return texte(page, `#${id}-liste [role=option]`);
};

const tableau = async (page: Page) => {
  await page.locator('.indicateurs[data-pret=true][data-pour="?zone=4"]').waitFor();
  return texte(page, '.indicateurs-tableau');
};

const carte = async (page: Page) => {
  await page.waitForSelector('.plan-gl[data-sites]:not([data-sites=""])');
  return texte(page, '.constat');
};

const CARTE = 'carte/?implantation=900214&rayon=10&option=2115';

const choisirUnSite = async (page: Page) => {
  await page.waitForSelector('.dossier[data-pret]');
  await page.locator('.candidat').getByRole('button', { name: 'Ajouter' }).first().click();
  return texte(page, '.demande h3');
};

const deposer = (name: string, buffer: () => Promise<Buffer>) => async (page: Page) => {
  await page.waitForSelector('.dossier[data-pret]');
  await page.getByRole('button', { name: /la décrire/ }).click();
  const fichier = { name, mimeType: 'text/csv', buffer: await buffer() };
  await page.getByLabel('Fichier d’options et d’élèves').setInputFiles(fichier);
  return texte(page, '.mes-lignes');
};

async function classeur(): Promise<Buffer> {
  const { enXlsx } = await import('../../src/export/xlsx.ts');
  const colonnes = ['code_obg', 'pe'].map((nom) => ({ nom, type: 'texte' as const }));
  const rangees = [{ code_obg: '2115', pe: 12 }];
  return Buffer.from(await enXlsx([{ nom: 'options', colonnes, rangees }]));
}

const calcul = (section: string) => async (page: Page) => {
  const champ = ':is(select, input)';
  await page.locator(`${section} astro-island ${champ}`).first().scrollIntoViewIfNeeded();
  await page.locator(`${section} astro-island:not([ssr]) ${champ}`).first().waitFor();
  return 'vivant';
};

const lire = async (page: Page) => {
  await vivants(page);
  return 'lu';
};

export const PARCOURS: readonly Parcours[] = [
  { nom: 'accueil, recherche', chemin: '', gestes: chercher('recherche-accueil') },
  {
    nom: 'recherche partout',
    chemin: 'glossaire/',
    gestes: async (page) => {
      await page.waitForLoadState('load');
      await page.keyboard.press('Control+k');
      return chercher('recherche-partout')(page);
    },
  },
  {
    nom: 'tableau, filtrer',
    chemin: 'indicateurs/',
    gestes: async (page) => {
      await page.locator('.indicateurs[data-pret=true]').waitFor();
      await page.getByRole('checkbox', { name: /^Liège/ }).check();
      return tableau(page);
    },
  },
  { nom: 'tableau choisi', chemin: 'indicateurs/?zone=4', gestes: tableau },
  {
    nom: 'tableau, exports',
    chemin: 'indicateurs/?zone=4',
    gestes: async (page) => {
      await tableau(page);
      await panneau(page, 'Exporter');
      const csv = await telecharger(page, () => bouton(page, 'CSV').click());
      return [csv, await telecharger(page, () => bouton(page, 'XLSX').click())];
    },
  },
  {
    nom: 'tableau, détail',
    chemin: 'indicateurs/?zone=4',
    gestes: async (page) => {
      await tableau(page);
      await page
        .getByRole('button', { name: /^Détail/ })
        .nth(1)
        .click();
      return texte(page, '.detail-grille');
    },
  },
  {
    nom: 'tableau, par zone',
    chemin: 'indicateurs/?zone=4&vue=zone',
    gestes: (page) => texte(page, '.indicateurs-resultats table'),
  },
  {
    nom: 'tableau, année d’avant',
    chemin: 'indicateurs/?zone=4&annee-scolaire=2021-2022',
    gestes: async (page) => {
      await page.locator('.indicateurs[data-par=index]').waitFor({ timeout: 20_000 });
      return texte(page, '.indicateurs-tableau');
    },
  },
  { nom: 'carte', chemin: 'carte/?zone=4', gestes: carte },
  {
    nom: 'carte, option cherchée',
    chemin: 'carte/?zone=4',
    gestes: async (page) => {
      await page.locator('.carte-filtres-bloc > summary').click();
      await page.getByRole('combobox', { name: 'Option' }).pressSequentially('cuisinier');
      return texte(page, '.carte-filtres [role=option]');
    },
  },
  {
    nom: 'carte, demande',
    chemin: CARTE,
    gestes: async (page) => {
      await page.getByText('Et si je la demandais ici').click();
      await page.waitForSelector('.demande-degre table');
      return texte(page, '.demande-corps');
    },
  },
  {
    nom: 'carte, exports',
    chemin: CARTE,
    gestes: async (page) => {
      await page.waitForSelector('.carte-liste');
      const csv = await telecharger(page, () => bouton(page, 'CSV').click());
      return [csv, await telecharger(page, () => bouton(page, 'XLSX').click())];
    },
  },
  {
    nom: 'carte, écoles de la CPU',
    chemin: 'carte/?zone=4',
    gestes: async (page) => {
      await carte(page);
      await page.locator('.legende-cpu input').check();
      return page.locator('.legende-cpu input').isChecked();
    },
  },
  {
    nom: 'carte imprimée',
    chemin: CARTE,
    gestes: async (page) => {
      await page.evaluate(() => {
        window.print = () => document.body.setAttribute('data-imprime', '');
      });
      await page.waitForSelector('.carte-liste');
      await bouton(page, 'Imprimer').click();
      await page.waitForSelector('[data-imprime]');
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      return page.locator('.impression svg').count();
    },
  },
  {
    nom: 'carte, année d’avant',
    chemin: 'carte/?zone=4&annee-scolaire=2021-2022',
    gestes: carte,
  },
  { nom: 'dossier', chemin: 'dossier/?implantation=900214', gestes: choisirUnSite },
  {
    nom: 'dossier, option cherchée',
    chemin: 'dossier/?implantation=900214',
    gestes: async (page) => {
      await page.waitForSelector('.dossier[data-pret]');
      const champ = page.getByRole('searchbox', { name: 'Chercher une option' });
      await champ.pressSequentially('salon de coiffure');
      return texte(page, '.candidat');
    },
  },
  {
    nom: 'dossier, tableur',
    chemin: 'dossier/?implantation=900214',
    gestes: async (page) => {
      await choisirUnSite(page);
      return telecharger(page, () => bouton(page, 'Tableur (XLSX)').click());
    },
  },
  {
    nom: 'dossier, CSV reçu',
    chemin: 'dossier/',
    gestes: deposer('options.csv', async () => Buffer.from('code_obg,eleves\n2115,22\n')),
  },
  { nom: 'dossier, XLSX reçu', chemin: 'dossier/', gestes: deposer('options.xlsx', classeur) },
  {
    nom: 'comparaison',
    chemin: 'comparer/?zone=4,6',
    gestes: async (page) => {
      await page.locator('.comparer-titre', { hasText: 'Liège' }).waitFor();
      await page.waitForFunction(
        () => document.querySelectorAll('.comparer-choix input:checked').length !== 10,
      );
      return telecharger(page, () => page.locator('[data-fichier=png]').first().click());
    },
  },
  {
    nom: 'zones',
    chemin: 'zones/?vue=population',
    gestes: async (page) => {
      await page.locator('#carte-indicateur').waitFor();
      return page.locator('#tableau button.tri').count();
    },
  },
  {
    nom: 'zone, image',
    chemin: 'zones/liege/',
    gestes: (page) => telecharger(page, () => page.locator('a[data-png]').first().click()),
  },
  { nom: 'option', chemin: 'options/2115/', gestes: lire },
  { nom: 'implantation', chemin: 'implantations/900214/', gestes: lire },
  { nom: 'procédure', chemin: 'procedure/', gestes: lire },
  {
    nom: 'normes, calcul',
    chemin: 'procedure/normes/?option=2115',
    gestes: async (page) => {
      await page.locator('.calcul[data-pret=true]').first().waitFor();
      return page.locator('.calcul-attente').count();
    },
  },
  { nom: 'normes, maintien', chemin: 'procedure/normes/', gestes: calcul('#statuts') },
  { nom: 'alternance', chemin: 'procedure/alternance/', gestes: calcul('#cefa') },
  { nom: 'encadrement', chemin: 'procedure/encadrement/', gestes: calcul('#encadrement') },
  {
    nom: 'périmètre',
    chemin: 'procedure/perimetre/?q=bois',
    gestes: (page) => texte(page, '[data-compte]'),
  },
  {
    nom: 'hors ligne',
    chemin: 'hors-ligne/',
    gestes: async (page) => {
      await page.getByRole('button', { name: /^Garder hors ligne \(/ }).click();
      await page.locator('[data-etape="gardé"]').waitFor({ timeout: 90_000 });
      return 'gardé';
    },
  },
  ...['donnees/', 'donnees/qualite/', 'guide/', 'methode/', 'nouveautes/', 'a-propos/'].map(
    (chemin) => ({ nom: chemin, chemin, gestes: lire }),
  ),
];
