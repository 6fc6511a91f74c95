import type { Page } from 'playwright';

/** Une page que le guide montre, et les îlots qui la composent dans le navigateur. */
export interface PageMontree {
  readonly chemin: string;
  /** Fichiers ou dossiers sous `src/islands`. */
  readonly ilots: readonly string[];
}

/** Une vue d’écran : l’adresse, les gestes d’un visiteur, et ce que l’on cadre. */
export interface PriseDeVue {
  readonly nom: string;
  readonly page: string;
  /** Ce qui suit l’adresse de la page : `?zone=4`. */
  readonly suite?: string;
  readonly gestes?: (page: Page) => Promise<void>;
  /** L’élément dont le haut vient en haut de l’image ; par défaut, celui de la page. */
  readonly cadre?: string;
  readonly hauteur?: number;
}

export const PAGES: readonly PageMontree[] = [
  { chemin: 'zones/liege/', ilots: [] },
  { chemin: 'indicateurs/', ilots: ['Indicateurs.tsx', 'indicateurs'] },
  { chemin: 'procedure/perimetre/', ilots: [] },
  { chemin: 'carte/', ilots: ['Carte.tsx', 'carte'] },
  { chemin: 'dossier/', ilots: ['Dossier.tsx', 'dossier'] },
  { chemin: 'comparer/', ilots: ['Comparer.tsx', 'comparer'] },
  { chemin: 'donnees/', ilots: [] },
];

const IMPLANTATION = '900214';
const OPTION = '2115';

async function choisirImplantation(page: Page): Promise<void> {
  await page.waitForSelector('.dossier[data-pret]');
  await page.getByRole('combobox', { name: /^Numéro FASE/ }).fill(IMPLANTATION);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.candidat');
  await page.getByRole('searchbox', { name: 'Chercher une option' }).fill(OPTION);
  await page.waitForFunction(() => document.querySelectorAll('.candidat').length === 1);
}

export const PRISES_DE_VUE: readonly PriseDeVue[] = [
  { nom: 'zone', page: 'zones/liege/' },
  { nom: 'zone-besoin', page: 'zones/liege/', cadre: '#ouvertures', hauteur: 480 },
  { nom: 'indicateurs', page: 'indicateurs/', suite: '?zone=4&besoin=tc-fc', hauteur: 900 },
  {
    nom: 'perimetre',
    page: 'procedure/perimetre/',
    suite: '?q=menuisier',
    cadre: '#titre-toutes',
    hauteur: 520,
  },
  {
    nom: 'carte',
    page: 'carte/',
    suite: `?implantation=${IMPLANTATION}`,
    gestes: async (page) => {
      await page.waitForSelector('.maplibregl-canvas', { timeout: 20_000 });
      await page.waitForLoadState('networkidle');
    },
  },
  {
    nom: 'dossier-faits',
    page: 'dossier/',
    gestes: async (page) => {
      await choisirImplantation(page);
      await page.locator('.candidat-ouvrir').click();
      await page.waitForSelector('.candidat-faits:not([hidden]) .fait');
    },
    cadre: '.candidats-tableau',
    hauteur: 600,
  },
  {
    nom: 'dossier-demande',
    page: 'dossier/',
    gestes: async (page) => {
      await choisirImplantation(page);
      await page.locator('.candidat').getByRole('button', { name: 'Ajouter' }).click();
      await page.getByLabel('Élèves attendus').fill('11');
    },
    cadre: '.demande',
    hauteur: 480,
  },
  {
    nom: 'comparer',
    page: 'comparer/',
    suite: '?zone=1,4,6',
    cadre: '.comparer-titre',
  },
  { nom: 'donnees', page: 'donnees/', hauteur: 560 },
];
