import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import type { Download, Page } from 'playwright';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { candidats, demandable } from '../../src/domain/dossier/candidats.ts';
import { encoderDossier } from '../../src/domain/dossier/codec.ts';
import { creerContexte } from '../../src/domain/dossier/contexte.ts';
import { lieuDe } from '../../src/domain/dossier/lieu.ts';
import { SANS_REPONSE } from '../../src/domain/dossier/panier.ts';
import type { Donnees } from '../../src/domain/dossier/types.ts';
import { normeCourte } from '../../src/phrases/dossier/demande.ts';
import { LECTURES_EN_MOTS } from '../../src/phrases/dossier/mots.ts';
import { donneesDuDossier } from '../../src/query/dossier.ts';
import { lireManifeste, moteurNode } from '../../src/query/engine.node.ts';
import { tabuler } from './clavier.ts';
import {
  champ,
  choisir,
  choisirCommune,
  demande,
  demander,
  FASE,
  ouvreur,
  pret,
  rangee,
} from './dossier.ts';
import { fautesDe, imprimer } from './papier.ts';
import { debord, violationsDesThemes } from './visite.ts';

let donnees: Donnees;
const ouvrir = ouvreur();

beforeAll(async () => {
  donnees = await donneesDuDossier(await moteurNode(), await lireManifeste());
});

const contenuDe = async (telecharge: Download): Promise<Buffer> =>
  buffer(await telecharge.createReadStream());

const garde = (page: Page) => page.evaluate(() => Object.keys(localStorage).sort());

const lienDe = (codes: readonly string[], fase = FASE): string =>
  encoderDossier({
    edition: donnees.edition,
    lieu: { genre: 'implantation', fase },
    pieces: ['locaux'],
    prealables: {},
    demandes: codes.map((code, i) => ({
      code,
      type: 'Programmation',
      mode: 'PE',
      groupement: 'seule',
      attendus: 10 + i,
      note: i === 0 ? 'À défendre : « priorité ».' : '',
      reponses: SANS_REPONSE,
    })),
  });

/** L’ordre du formulaire (circulaire 9146, § 7.2) : implantation, type, structure, puis le reste. */
const COLONNES_GOSS = [
  'Implantation',
  'Type',
  'Structure',
  'Degré spécifique',
  'Année d’études',
  'Code OBG',
  'Type programmation',
  'Intitulé',
];

const trenteOptions = (): readonly string[] =>
  donnees.options
    .filter(({ annees, statut }) => annees === '4-5-6' && statut === 'organisable')
    .slice(0, 30)
    .map(({ code_obg }) => code_obg);

test('de l’accueil au dossier, au clavier seul, avec une implantation de l’édition', async () => {
  const page = await ouvrir('');
  await tabuler(page, 'Mon dossier');
  await page.keyboard.press('Enter');
  await pret(page);
  await tabuler(page, 'Numéro FASE');
  await page.keyboard.type(FASE);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.candidat');
  await tabuler(page, 'Chercher une option');
  await page.keyboard.type('2115');
  await page.waitForFunction(() => document.querySelectorAll('.candidat').length === 1);
  await tabuler(page, '2115');
  await page.keyboard.press('Enter');
  expect(await page.locator('.candidat-faits:visible .fait').count()).toBe(5);
  await tabuler(page, 'Ajouter');
  await page.keyboard.press('Enter');
  await tabuler(page, 'Élèves attendus');
  await page.keyboard.type('14');
  expect(await demande(page, '2115').locator('.demande-norme').innerText()).toContain(
    '14 attendus pour une norme de 12',
  );
  const telechargement = page.waitForEvent('download');
  await tabuler(page, 'Tableur (XLSX)');
  await page.keyboard.press('Enter');
  expect((await telechargement).suggestedFilename()).toMatch(/^dossier-900214-.*\.xlsx$/);
});

test('un champ quitté dit ce qui est choisi', async () => {
  const page = await ouvrir();
  await choisir(page);
  const montre = await champ(page).inputValue();
  await champ(page).fill('9001');
  await page.keyboard.press('Tab');
  expect(await champ(page).inputValue(), 'rien d’exact : le choix revient').toBe(montre);
  await choisir(page);
  expect(await champ(page).inputValue(), 'choisi deux fois, il reste écrit').toBe(montre);
  await champ(page).fill('900251');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() =>
    document.querySelector('.lieu-choisi')?.textContent?.includes('Dinant'),
  );
});

test('plusieurs codes dans la recherche ; Entrée mène au premier bouton', async () => {
  const page = await ouvrir();
  await choisir(page);
  const recherche = page.getByRole('searchbox', { name: 'Chercher une option' });
  await recherche.fill('2213 8123');
  await page.getByText('2 options trouvées').waitFor();
  await recherche.press('Enter');
  await page.keyboard.press('Enter');
  await demande(page, '2213').waitFor();
});

test('pour dix sites au hasard, le tableau dit ce que disent les faits', async () => {
  const page = await ouvrir();
  const sites = fc.sample(fc.constantFrom(...donnees.sites.map(({ id }) => id)), {
    numRuns: 10,
    seed: 11,
  });
  for (const fase of sites) {
    await choisir(page, fase);
    const lieu = lieuDe(donnees, { genre: 'implantation', fase });
    if (!lieu) throw new Error(fase);
    const attendus = candidats(creerContexte(donnees, lieu)).filter(demandable).slice(0, 25);
    await page.waitForFunction(
      (n) => document.querySelector('.lieu-choisi')?.textContent?.includes(n),
      lieu.nom,
    );
    const lus = await page
      .locator('.candidat')
      .evaluateAll((lignes) =>
        lignes.map((ligne) => [
          ligne.getAttribute('data-code'),
          ...[...ligne.querySelectorAll('td[data-titre]')].map((td) => td.textContent?.trim()),
        ]),
      );
    expect(lus).toEqual(
      attendus.map((candidat) => {
        const { lectures, faits, option } = candidat;
        const { tc, fc: critique } = faits.besoin;
        const besoin = tc && critique ? 'TC-FC' : tc ? 'TC' : critique ? 'FC' : 'aucun';
        const mots = (['coherence', 'equilibre', 'repartition', 'accessibilite'] as const).map(
          (critere) => LECTURES_EN_MOTS[lectures[critere].lecture],
        );
        return [option.code_obg, besoin, normeCourte(candidat), ...mots];
      }),
    );
  }
});

describe('ce qui sort du dossier', () => {
  test('le tableur se relit avec les mêmes demandes', async () => {
    const page = await ouvrir();
    await choisir(page);
    await demander(page, '2115');
    await demander(page, '8123');
    await demande(page, '8123').getByLabel('Élèves attendus').fill('15');
    await demande(page, '8123').getByLabel('Votre argument').fill('Locaux prêts.');
    const attente = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tableur (XLSX)' }).click();
    const feuilles = await readXlsxFile(await contenuDe(await attente));
    const [goss, argumentaire, normes] = feuilles.map(({ data }) => data);
    const options = goss?.filter((ligne) => ligne[2] === 'option de base groupée');
    expect(goss?.[0]).toEqual(COLONNES_GOSS);
    expect(options?.map((ligne) => ligne[5])).toEqual(['2115', '8123']);
    expect(argumentaire).toHaveLength(11);
    expect(argumentaire?.[6]?.[7]).toBe('Locaux prêts.');
    expect(normes?.[2]?.slice(4, 6)).toEqual([12, 15]);
  });

  test('imprimé, chaque option tient sur une page A4 et dit la démonstration', async () => {
    const page = await ouvrir(`dossier/#${lienDe(['2115', '2213', '8123', '4126'])}`);
    await page.waitForSelector('.demande');
    const feuilles = await imprimer(page);
    expect(feuilles.map(({ format }) => format)).toEqual(Array(6).fill('debout'));
    expect(fautesDe(feuilles)).toEqual([]);
    const [garde, ...suite] = feuilles.map(({ texte }) => texte);
    expect(garde).toMatch(/Dossier de demandes .*4 demandes, .*Ce que l’école confirme/);
    for (const [rang, code] of ['2115', '2213', '8123', '4126'].entries()) {
      expect(garde).toContain(code);
      expect(suite[rang]).toMatch(
        new RegExp(`^${code} .*Cohérence.*Répartition.*Besoin socio-économique`),
      );
    }
    expect(suite.at(-1)).toMatch(/^Sources /);
    expect(feuilles.filter(({ texte }) => !texte.includes('dans cette édition'))).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(
      await page
        .locator('.dossier-ecran, .entete, .bande')
        .evaluateAll((es) => es.filter((e) => getComputedStyle(e).display !== 'none').length),
    ).toBe(0);
    for (const pied of await page.locator('.imprime-pied').allInnerTexts()) {
      expect(pied).toContain('Démonstration');
      expect(pied).toContain(donnees.edition);
    }
  });

  test('le lien de trente options revient entier, et reste après une autre visite', async () => {
    const codes = trenteOptions();
    const page = await ouvrir(`dossier/#${lienDe(codes)}`);
    await page.waitForSelector('.demande');
    const lus = () =>
      page.locator('.demande').evaluateAll((es) => es.map((e) => e.getAttribute('data-code')));
    expect(await lus()).toEqual(codes);
    expect(new URL(page.url()).hash).toBe('');
    await page.getByRole('button', { name: 'Copier le lien' }).click();
    const copie = await page.getByLabel('Lien du dossier').inputValue();
    expect(new URL(copie).hash).toBe(`#${lienDe(codes)}`);
    await page.reload();
    await page.waitForSelector('.demande');
    expect(await lus()).toEqual(codes);
  });

  test('un lien abîmé le dit et ne perd rien ; un lien reçu ne remplace rien sans un oui', async () => {
    const page = await ouvrir();
    await choisir(page);
    await demander(page, '2115');
    const avant = await page.evaluate(() => localStorage.getItem('oad-ouvert.dossier'));
    const aller = (ancre: string) =>
      page.evaluate((h) => {
        location.hash = h;
      }, ancre);
    await aller(lienDe(['2213']).slice(0, -6));
    await page.getByText('Ce lien de dossier est abîmé').waitFor();
    expect(new URL(page.url()).hash, 'rouverte, la page ne le redit pas').toBe('');
    await aller(lienDe(['2213']));
    await page.getByRole('button', { name: 'Garder le mien' }).click();
    expect(await page.evaluate(() => localStorage.getItem('oad-ouvert.dossier'))).toBe(avant);
    expect(await demande(page, '2115').count()).toBe(1);
    await aller(lienDe(['2213']));
    await page.getByRole('button', { name: 'Ouvrir le dossier reçu' }).click();
    await demande(page, '2213').waitFor();
    expect(await demande(page, '2115').count()).toBe(0);
  });

  test('un fichier étranger le dit ; le fichier du dossier se rouvre', async () => {
    const page = await ouvrir();
    await choisir(page);
    await demander(page, '2115');
    const attente = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Enregistrer le dossier' }).click();
    const fichier = await contenuDe(await attente);
    const entree = page.getByLabel('Ouvrir un dossier enregistré (JSON)');
    await entree.setInputFiles({
      name: 'autre.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"a":1}'),
    });
    await page.getByText('Ce fichier n’est pas un dossier').waitFor();
    expect(await demande(page, '2115').count()).toBe(1);
    await demande(page, '2115').getByRole('button', { name: 'Retirer' }).click();
    expect(await entree.inputValue(), 'le même fichier se relirait').toBe('');
    await entree.setInputFiles({
      name: 'mien.json',
      mimeType: 'application/json',
      buffer: fichier,
    });
    await page.getByRole('button', { name: 'Ouvrir le dossier reçu' }).click();
    await demande(page, '2115').waitFor();
  });
});

test('« Effacer » ne laisse rien dans le navigateur', async () => {
  const page = await ouvrir();
  await page.getByRole('button', { name: /la décrire/ }).click();
  await choisirCommune(page, 'Namur', 'Namur');
  expect(await page.locator('.candidats').count(), 'sans caractère, rien n’est lu').toBe(0);
  await page.getByLabel('Caractère').selectOption('confessionnel');
  await demander(page, '2115');
  expect(await garde(page)).toEqual(['oad-ouvert.dossier', 'oad-ouvert.mes-donnees']);
  await page.getByRole('button', { name: 'Effacer', exact: true }).click();
  const focus = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focus, { message: 'Entrée deux fois n’efface rien' }).toBe('Non');
  await page.getByRole('button', { name: 'Oui, tout effacer' }).click();
  await page.getByRole('status').getByText('Tout est effacé').waitFor();
  expect(await focus()).toBe('Annuler');
  expect(await garde(page)).toEqual([]);
  const reste = await page.evaluate(async () => [
    sessionStorage.length,
    document.cookie,
    (await indexedDB.databases()).length,
    location.hash,
  ]);
  expect(reste).toEqual([0, '', 0, '']);
  await page.reload();
  await pret(page);
  expect(await page.locator('.demande').count()).toBe(0);
});

test.each([360, 1440])('à %i px : rempli, axe net et rien ne déborde', async (width) => {
  const page = await ouvrir(`dossier/#${lienDe(['2115', '4126', '1001'])}`, {
    viewport: { width, height: 900 },
  });
  await page.waitForSelector('.demande');
  await page.locator('.candidat-ouvrir').first().click();
  for (const resume of await page.locator('.dossier-ecran summary').all()) await resume.click();
  expect(await violationsDesThemes(page)).toEqual([]);
  expect(await debord(page)).toEqual([]);
});

test('une commune sans implantation propose les plus proches', async () => {
  const page = await ouvrir();
  const sans = donnees.communes.find(
    ({ commune, codesPostaux }) =>
      !donnees.sites.some(
        (s) => s.commune === commune || codesPostaux.includes(s.codePostal ?? ''),
      ),
  );
  await champ(page).fill(sans?.commune ?? 'aucune commune ne convient');
  const propositions = page.locator('.dossier-lieu [role=option]');
  expect(await propositions.count()).toBe(5);
  expect((await propositions.first().innerText()).replaceAll('\u00a0', ' ')).toMatch(
    new RegExp(`FASE 900\\d{3} · .+, à environ \\d+ km de ${sans?.commune}`),
  );
  await page.keyboard.press('Enter');
  await page.waitForSelector('.candidat');
});

test('l’adresse d’une implantation et d’une option ouvre le tableau à leur endroit', async () => {
  const page = await ouvrir(`dossier/?implantation=${FASE}&option=8123`);
  await page.waitForSelector('.candidat');
  expect(await page.locator('.candidat').count()).toBe(1);
  expect(await rangee(page, '8123').count()).toBe(1);
});
