import { describe, expect, test } from 'vitest';
import { fautesDe, imprimer, lectures } from './papier.ts';
import { violationsDesThemes, visiter } from './visite.ts';

const BUREAU = { viewport: { width: 1366, height: 768 } };
const TELEPHONE = { viewport: { width: 390, height: 844 } };
const PATIENCE = { timeout: 15_000 };

describe('le tableau, pour qui arrive', () => {
  test('sans zone : des options et leurs dix zones ; dans une zone : ses ouvertures d’abord', async () => {
    const { page, fautes, fermer } = await visiter('indicateurs/', BUREAU);
    expect(await page.locator('.par-option thead th').count()).toBe(12);
    // Ce que veut dire une cellule sans nombre.
    expect(await page.locator('.par-option caption').innerText()).toMatch(
      /«\s–\s»\s: non organisée/,
    );
    await page.locator('.indicateurs[data-pret=true]').waitFor(PATIENCE);
    await page.getByRole('checkbox', { name: /^Namur/ }).check();
    await page.locator('.indicateurs[data-pour="?zone=6"]').waitFor(PATIENCE);
    const premiere = page.locator('.indicateurs-tableau tbody tr').first();
    expect(await premiere.innerText()).toMatch(/non organisée/);
    expect(await premiere.locator('.c-besoin').innerText()).toContain('TC-FC');
    expect(await premiere.locator('.c-organisation').innerText()).not.toContain('45');
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('la phrase du haut suit les filtres', async () => {
    const { page, fermer } = await visiter('indicateurs/', BUREAU);
    const constat = page.locator('.constat-indicateurs');
    const tout = await constat.innerText();
    await page.locator('.indicateurs[data-pret=true]').waitFor(PATIENCE);
    await page.getByRole('checkbox', { name: /^Namur/ }).check();
    await page.locator('.indicateurs[data-pour="?zone=6"]').waitFor(PATIENCE);
    const total = await page.locator('.barre [role=status] data').getAttribute('value');
    expect(await constat.locator('data[data-cle=lignes]').getAttribute('value')).toBe(total);
    expect(await constat.innerText()).not.toBe(tout);
    expect(await constat.innerText()).toMatch(/^Dans cette édition fictive, /);
    await fermer();
  });

  test('« les deux à la fois » ne garde que ce que les deux caractères organisent', async () => {
    const adresse = 'indicateurs/?zone=4&caractere=les-deux';
    const { page, fermer } = await visiter(adresse, BUREAU);
    await page.locator('.indicateurs-tableau tbody tr').first().waitFor(PATIENCE);
    const cellules = await page.locator('td.c-occurrences').allInnerTexts();
    expect(cellules.length).toBeGreaterThan(3);
    for (const cellule of cellules) expect(cellule.match(/\d+/g)?.length).toBe(3);
    await fermer();
  });

  test('la colonne « Évolution » dit élèves et pour cent', async () => {
    const adresse = 'indicateurs/?zone=6&organisee=oui&colonnes=intitule,ecart&tri=ecart-';
    const { page, fermer } = await visiter(adresse, BUREAU);
    await page.locator('.indicateurs[data-pret=true][data-par=index]').waitFor(PATIENCE);
    const cellule = page.locator('td.c-ecart').first();
    await cellule.waitFor(PATIENCE);
    expect(await cellule.innerText()).toMatch(/^\+\d+\s+(\+[\d,]+\s%|aucun élève au début)/);
    const valeurs = await page
      .locator('td.c-ecart > data')
      .evaluateAll((tous) => tous.map((d) => Number((d as HTMLDataElement).value)));
    expect(valeurs).toEqual(valeurs.toSorted((a, b) => b - a));
    await fermer();
  });

  test('le papier porte tout ce qui est trouvé, pas une page', async () => {
    const { page, aller, fermer } = await visiter('indicateurs/?zone=4&secteur=3', BUREAU);
    await page.locator('.indicateurs[data-pour="?zone=4&secteur=3"]').waitFor(PATIENCE);
    const total = Number(await page.locator('.barre [role=status] data').getAttribute('value'));
    expect(total).toBeGreaterThan(20);
    const feuilles = await imprimer(page);
    const codes = feuilles.flatMap(({ texte }) => texte.match(/\b3\d{3}\b/g) ?? []);
    expect(new Set(codes).size).toBe(total);
    expect(codes).toHaveLength(total);
    const lignes = feuilles.filter(({ texte }) => /\b3\d{3}\b/.test(texte));
    for (const { texte } of lignes) expect(texte).toMatch(/Code Option .*Norme de création/);
    expect(feuilles[0]?.texte).toMatch(/Zone : Liège ; Secteur : 3 Construction\..* Imprimé le \d/);
    expect(fautesDe(feuilles)).toEqual([]);
    expect(await page.locator('.tout-imprime table').count()).toBe(0);

    // La vue d’arrivée porte des options : toutes aussi.
    await aller('indicateurs/?secteur=8');
    await page.locator('.indicateurs[data-pour="?secteur=8"]').waitFor(PATIENCE);
    await page.locator('.indicateurs[data-pret=true][data-par=index]').waitFor(PATIENCE);
    const options = Number(
      /(\d+)\s+options/.exec(await page.locator('.barre [role=status]').innerText())?.[1],
    );
    expect(options).toBeGreaterThan(20);
    const papier = (await imprimer(page)).map(({ texte }) => texte).join(' ');
    expect(new Set(papier.match(/\b8\d{3}\b/g)).size).toBe(options);
    await fermer();
  });
});

describe('la page d’une option', () => {
  test('dit si on peut la demander, la norme de ma zone, et le retient', async () => {
    const { page, aller, fautes, fermer } = await visiter('options/8328/', TELEPHONE);
    const reponse = page.locator('.ma-zone');
    expect(await reponse.innerText()).toMatch(/Oui\s*:/);
    await page.getByLabel('Ma zone').selectOption({ label: 'Namur' });
    const dite = reponse.locator('[data-ma-zone="6"]');
    expect(await dite.innerText()).toMatch(/^Dans la zone de Namur, .*il faut \d+\sélèves/);
    expect(await page.locator('.option-zones tbody tr').first().innerText()).toContain('Namur');
    await aller('options/2115/');
    await page.locator('[data-ma-zone="6"]').waitFor();
    expect(await violationsDesThemes(page, '.ma-zone')).toEqual([]);
    const liens = page.locator('.ma-zone a');
    expect(await liens.evaluateAll((a) => a.map((l) => l.getAttribute('href')))).toEqual([
      '/oad/dossier/?option=2115',
      '/oad/carte/?option=2115#depart',
      '/oad/indicateurs/?option=2115',
    ]);
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('imprimée : ses zones, ses écoles, sa série ; ni bouton ni champ', async () => {
    const { page, fermer } = await visiter('options/2115/', BUREAU);
    const ecoles = await page.locator('.sites-option tbody th[scope=row] a').allTextContents();
    expect(ecoles.length).toBeGreaterThan(20);
    const feuilles = await imprimer(page);
    const titres = ['Puis-je la demander ?', 'Zone par zone', 'Depuis quand', 'Hainaut Sud'];
    for (const dit of [...titres, ...ecoles]) {
      expect(lectures(feuilles, dit), dit).toBeGreaterThan(0);
    }
    for (const geste of ['Choisir…', 'Ajouter à mon dossier', 'Chez qui, près de moi']) {
      expect(lectures(feuilles, geste), geste).toBe(0);
    }
    expect(fautesDe(feuilles)).toEqual([]);
    await fermer();
  });

  test('non programmable : elle le dit, et ne propose pas de l’ajouter', async () => {
    const { page, fermer } = await visiter('options/8109/');
    expect(await page.locator('.ma-zone').innerText()).toMatch(
      /Non\s*, cette option ne peut pas être demandée\s*:/,
    );
    expect(await page.getByRole('link', { name: 'Ajouter à mon dossier' }).count()).toBe(0);
    await fermer();
  });
});

describe('la carte', () => {
  test('un rayon vide dit la plus proche au-delà ; la commune de départ a son étoile', async () => {
    const adresse = 'carte/?commune=ottignies-louvain-la-neuve&option=8328';
    const { page, fautes, fermer } = await visiter(adresse, BUREAU);
    const constat = page.locator('.carte-page .constat');
    await expect
      .poll(() => constat.innerText(), PATIENCE)
      .toMatch(/aucune implantation n’organise.*la plus proche est .*, à environ \d+\skm\.$/s);
    await page.locator('.legende', { hasText: 'votre point de départ' }).waitFor(PATIENCE);
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('« alternance, seule ou avec plein exercice » coche les deux', async () => {
    const { page, fermer } = await visiter('carte/?zone=4', BUREAU);
    await page.locator('.carte-filtres-bloc > summary').click();
    await page.getByLabel('Alternance, seule ou avec plein exercice').check();
    await page.waitForURL(/filiere=ALT,PE-ALT/);
    await page.getByLabel('Alternance, seule ou avec plein exercice').uncheck();
    await page.waitForURL((url) => !url.search.includes('filiere'));
    await fermer();
  });

  test('les centres d’un autre secteur sont à part, pas perdus', async () => {
    const { page, fermer } = await visiter('carte/?commune=liege&secteur=8', BUREAU);
    const autres = page.locator('.carte-centres details');
    await autres.waitFor(PATIENCE);
    expect(await autres.locator('summary').innerText()).toMatch(
      /^\d+\scentres? d’un autre secteur/,
    );
    await fermer();
  });
});

describe('les premiers écrans', () => {
  test.each([
    ['indicateurs/', '.par-option tbody tr'],
    ['indicateurs/?zone=6', '.indicateurs-tableau tbody tr'],
  ])('au téléphone, %s montre un premier résultat', async (chemin, rangee) => {
    const { page, fermer } = await visiter(chemin, TELEPHONE);
    await page.locator('.indicateurs[data-pret=true]').waitFor(PATIENCE);
    await page.locator(rangee).first().waitFor(PATIENCE);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    expect((await page.locator(rangee).first().boundingBox())?.y).toBeLessThan(700);
    await fermer();
  });

  test('au téléphone, la liste de la carte vient en moins d’un écran de plus', async () => {
    const { page, fermer } = await visiter('carte/?implantation=900214', TELEPHONE);
    const rangee = page.locator('.carte-liste tbody tr').first();
    await rangee.waitFor(PATIENCE);
    expect((await rangee.boundingBox())?.y).toBeLessThan(2 * 844);
    await fermer();
  });

  test('à 1366 × 768, trois rangées du tableau', async () => {
    const { page, fermer } = await visiter('indicateurs/', BUREAU);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const trois = await page.locator('.par-option tbody tr').nth(2).boundingBox();
    expect((trois?.y ?? 0) + (trois?.height ?? 0)).toBeLessThanOrEqual(768);
    await fermer();
  });
});
