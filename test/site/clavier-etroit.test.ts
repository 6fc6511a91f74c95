import { afterAll, describe, expect, test } from 'vitest';
import { arretsCaches } from './clavier.ts';
import { type Visite, visiter } from './visite.ts';

/** Une page de chaque genre, et ce que les outils montrent quand on s’en sert. */
const PAGES = [
  '',
  'zones/',
  'zones/bruxelles/',
  'comparer/?zone=4,6',
  'indicateurs/',
  'indicateurs/?vue=option',
  'indicateurs/?vue=zone',
  'indicateurs/?vue=pivot',
  'carte/',
  'carte/?implantation=900010&rayon=5&option=2115',
  'carte/?implantation=900010&vue=carte',
  'dossier/?implantation=900010',
  'options/2115/',
  'implantations/900010/',
  'procedure/',
  'procedure/actualite/',
  'procedure/alternance/',
  'procedure/encadrement/',
  'procedure/normes/',
  'procedure/perimetre/',
  'donnees/',
  'donnees/qualite/',
  'guide/',
  'glossaire/',
  'methode/',
  'nouveautes/',
  'a-propos/',
  'accessibilite/',
  'hors-ligne/',
  '404.html',
];

test('à 1440 px, beaucoup de colonnes : le focus ne passe pas sous les en-têtes collés', async () => {
  const colonnes =
    'code,intitule,zone,secteur,groupe,filiere,annees,forme,profil,statut,occurrences,eleves,besoin';
  const viewport = { width: 1440, height: 900 };
  const { page, fermer } = await visiter(`indicateurs/?colonnes=${colonnes}`, { viewport });
  await page.locator('.indicateurs-large').waitFor();
  expect(await arretsCaches(page)).toEqual([]);
  await fermer();
});

/** Où quelque chose colle à l’écran : ce qui y passe dépend aussi de sa hauteur. */
const OUTILS = PAGES.filter((chemin) =>
  /^(zones|comparer|indicateurs|carte|dossier)\//.test(chemin),
);

// Un écran de 1280 × 1024 agrandi à 400 %, puis un téléphone.
describe.each([
  [320, 256, PAGES],
  [390, 844, OUTILS],
] as const)('à %i × %i', (width, height, pages) => {
  let visite: Visite | undefined;
  afterAll(() => visite?.fermer());

  test.each(pages)('« %s » : de Tab en Tab, ce qui a le focus se voit', async (chemin) => {
    visite ??= await visiter('404.html', { viewport: { width, height } });
    await visite.aller(chemin);
    await visite.page.waitForLoadState('networkidle');
    expect(await arretsCaches(visite.page)).toEqual([]);
  });
});
