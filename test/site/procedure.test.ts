import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, inject, test } from 'vitest';
import { adresse, fichiers, genres } from './construit.ts';
import { violations, visiter } from './visite.ts';

const construit = inject('construit');
const PAGES = ['', 'perimetre/', 'normes/', 'alternance/', 'encadrement/', 'actualite/'];
const lire = (dossier: string, chemin: string): string =>
  readFileSync(join(dossier, chemin), 'utf8');
const page = (dossier: string, chemin: string): Document =>
  parseHTML(lire(dossier, join(chemin, 'index.html'))).document;

/** Ce qui n’énonce pas de règle : présentation, listes dont la règle est dite au-dessus, outils. */
const HORS_REGLE =
  '.regle, .source, .discret, .message, .chapeau, .reference, .cartes, .calendrier, .liste-codes, ' +
  '.legende-confiance, .groupes-de-liens, .acteurs ul, nav, form, table, astro-island, dialog';

describe.each(PAGES)('procedure/%s', (chemin) => {
  test('chaque énoncé dit où il est écrit', () => {
    const document = page(construit, `procedure/${chemin}`);
    const regles = [...document.querySelectorAll('.regle')];
    expect(regles.length).toBeGreaterThan(0);
    for (const regle of regles) {
      const reference = regle.querySelector('.reference')?.textContent.trim() ?? '';
      expect(reference.length, regle.textContent).toBeGreaterThan(5);
    }
    const nus = [...document.querySelectorAll('main section p, main section li')]
      .filter((element) => !element.closest(HORS_REGLE))
      .filter((element) => !element.querySelector(':scope > a'))
      .map(({ textContent }) => textContent.trim());
    expect(nus).toEqual([]);
  });
});

/** Le texte de la campagne ; tout autre doit dire son âge, dans la phrase, sa référence ou son titre. */
const EN_VIGUEUR = /circulaire 9146/;
const ANNEE = /\b(?:19|20)\d\d\b/;

test('procedure/** : une règle d’un autre texte que celui de la campagne est datée', () => {
  const sansDate = PAGES.flatMap((chemin) => {
    const document = page(construit, `procedure/${chemin}`);
    return [...document.querySelectorAll('.regle')].flatMap((regle) => {
      const reference = regle.querySelector('.reference')?.textContent ?? '';
      const titre = regle.closest('details')?.querySelector('summary')?.textContent ?? '';
      if (EN_VIGUEUR.test(reference) || ANNEE.test(regle.textContent + titre)) return [];
      return [`${chemin} : ${regle.textContent.trim()}`];
    });
  });
  expect(sansDate).toEqual([]);
});

test.each([
  ['circulaire 9146, § 6', 'normes/', '#creation', /Aucune dérogation n’est prévue/],
  ['circulaire 7282, VII.III.2', 'normes/', '#degre', /Moniteur belge du 1er\s*octobre 2001/],
  ['circulaire 7282, VI.III.2.B', 'normes/', '#degre', /sa norme se vérifie avant les leurs/],
  ['circulaire 7282, VII.III.1, 1°', 'normes/', '#maintien', /sur l’avis du Conseil général/],
  ['arrêté de 2018, art. 1er', 'encadrement/', '#cpu', /\b15 options/],
  ['circulaire 9146, § 5.3', 'alternance/', '#cefa', /commence donc en 4e, en technique/],
  ['circulaire 7282, I.II.2', 'alternance/', '#cefa', /que d’un seul CEFA/],
  ['circulaire 9146, § 4', 'alternance/', '#dedoublement', /pour information seulement/],
  ['circulaire 7282, VI.I', 'alternance/', '#creer', /aux deux tiers des membres présents/],
  ['circulaire 7282, VI.I', 'alternance/', '#creer', /avant le 10\s*mai 2020/],
  ['circulaire 7282, l. 429', 'alternance/', '#creer', /au plus tard le 10\s*mai/],
  ['circulaire 7282, l. 1627', 'alternance/', '#creer', /perdait ses subventions/],
  ['circulaire 7282, l. 1453', 'alternance/', '#creer', /à la majorité simple/],
  ['circulaire 7282, l. 1731', 'alternance/', '#delegation', /était automatique/],
  [
    'circulaire 9146, l. 501 et 812',
    'alternance/',
    '#dedoublement',
    /Pour une 3e ou une 7e, demandez/,
  ],
  ['circulaire 9146, l. 499-513', 'alternance/', '#dedoublement', /pas de nombre d’élèves/],
  ['circulaire 9146, l. 644', 'normes/', '#creation', /ne dit pas laquelle compte/],
  ['circulaire 9146, l. 681', 'normes/', '#degre', /ne nomme aucun mode/],
  [
    'circulaire 9146, l. 687-689',
    'normes/',
    '#degre',
    /même si l’option s’est ouverte avec la norme préf/,
  ],
  [
    'circulaire 7282, l. 1807',
    'normes/',
    '#anciennes',
    /incitant IPIEQ.*pouvait s’ouvrir avec 60\s*%/,
  ],
  ['circulaire 7282, l. 1753', 'normes/', '#creation', /se comptait le jour de sa\s*création/],
  ['circulaire 7282, l. 1643 et 1659', 'normes/', '#creation', /s’additionnaient/],
  ['circulaire 7282, l. 1736', 'alternance/', '#delegation', /suspendue progressivement/],
  ['circulaire 7282, l. 2394', 'normes/', '#maintien', /départ d’élèves exclus/],
  ['circulaire 9146, l. 405', '', 'main', /après le 15\s*mars n’est pas prise en compte/],
  ['circulaire 9146, l. 571', 'perimetre/', 'main', /dès 2024-\u20602025/],
  ['circulaire 7282, l. 2827', 'encadrement/', '#encadrement', /ne\s*pouvait en céder/],
  ['circulaire 7282, l. 2730-2732', 'encadrement/', '#encadrement', /0,33\s*%.*0,66\s*%.*1\s*%/],
  ['circulaire 7282, l. 2479 et 2521', 'encadrement/', '#encadrement', /avant le 15\s*juillet/],
  ['circulaire 7282, l. 2720', 'encadrement/', '#encadrement', /0,45 période/],
  ['circulaire 7282, l. 2746 et 2770', 'encadrement/', '#personnel', /promotion sociale/],
  ['circulaire 7282, VI.II.1', 'alternance/', '#creer', /au 15\s*janvier/],
  ['circulaire 7282, VI.II.4', 'alternance/', '#delegation', /1er\s*mars 2020/],
  [
    'circulaire 7282, VIII.III.4',
    'encadrement/',
    '#personnel',
    /60 périodes de travail collaboratif/,
  ],
  ['décret de 1991, art. 14', 'encadrement/', '#encadrement', /au 1er\s*octobre de l’année\s*même/],
])('%s : se lit à procedure/%s%s', (_source, chemin, section, phrase) => {
  const texte = page(construit, `procedure/${chemin}`).querySelector(section)?.textContent ?? '';
  expect(texte.replace(/\s+/g, ' ')).toMatch(phrase);
});

test('le tableau des règles ne montre que des réponses', () => {
  const cellules = [...page(construit, 'procedure/regles').querySelectorAll('tbody td')];
  expect(cellules.length).toBeGreaterThan(300);
  expect(cellules.filter(({ textContent }) => /^\s*(true|false)\b/.test(textContent))).toEqual([]);
});

test('ce qui disait plus que le texte ne le dit plus', () => {
  const normes = page(construit, 'procedure/normes').body.textContent;
  expect(normes).not.toContain('sur toutes les années');
  expect(page(construit, 'procedure/normes').querySelector('#degre')?.textContent).not.toContain(
    'tous les modes',
  );
  expect(page(construit, 'glossaire').body.textContent).not.toMatch(/alternance, plus courte/);
  expect(page(construit, 'options/8217').body.textContent).not.toContain('4e, 5e et 6e années');
});

describe('une règle changée change les pages', () => {
  const dist = inject('epreuve');

  test('la date des demandes, partout où elle est dite, et dans l’agenda', () => {
    const document = page(dist, 'procedure');
    expect(document.querySelector('.chapeau')?.textContent).toContain('17\u00a0avril');
    expect(document.querySelector('.acteurs')?.textContent).toContain('17\u00a0avril');
    expect(lire(dist, 'procedure/calendrier.ics')).toMatch(/DATE:\d{4}0417/);
    expect(lire(construit, 'procedure/calendrier.ics')).toMatch(/DATE:\d{4}0315/);
  });

  test('les normes, les densités et les distances', () => {
    const document = page(dist, 'procedure/normes');
    const ligne = document.querySelector('#creation [data-regle="9999-4e"]');
    const valeurs = [...(ligne?.querySelectorAll('data') ?? [])].map((d) => d.textContent);
    expect(valeurs).toEqual(['14', '11']);
    expect(document.querySelector('#anciennes [data-regle="9146-4e"]')).toBeTruthy();
    expect(document.querySelector('#degre')?.textContent).toMatch(/37[\s\S]*moins de 126/);
    expect(document.querySelector('#degre')?.textContent).toContain('plus de 7\u00a0km');
  });

  test('le périmètre et l’alternance', () => {
    expect(page(dist, 'procedure/perimetre').body.textContent).toContain('dès la 3e année');
    const { textContent } = page(dist, 'procedure/alternance').body;
    expect(textContent).toContain('L’option remplit une condition changée.');
    expect(page(dist, 'procedure/alternance').querySelector('#cefa')?.textContent).toContain('41');
  });
});

describe('la campagne suivante', () => {
  const dist = inject('epreuve');
  /** Là où les règles d’avant se lisent encore, et ce qui est recopié d’un fichier daté. */
  const D_AVANT =
    '#anciennes, #maintien, #dedoublement, details.source, .fiche-liste, .glossaire, .fil, .calendrier, ' +
    '[data-regle^="9146"], script, style';
  /** Les pages d’option et d’implantation se ressemblent : une sur quelques-unes est lue. */
  const UNE_SUR = 6;
  /** Ce que disent les tables d’elles-mêmes, et toutes les éditions côte à côte. */
  const DICTIONNAIRE = /^(donnees|explorer\/sql|a-propos|glossaire|procedure\/regles)\//;
  /** Un fait daté, ou une règle qui dit de quand elle est. */
  const DATE = /9146 (?:du|\()\s*1er février 2024|(?:depuis|rentrée) 2025-2026/;
  const texteDe = (chemin: string): string => {
    const { body } = parseHTML(readFileSync(chemin, 'utf8')).document;
    for (const element of body.querySelectorAll(D_AVANT)) element.remove();
    return body.textContent.replaceAll('\u2060', '').replace(/\s+/g, ' ');
  };

  test('aucune page ne cite plus la circulaire ni la campagne d’avant, sauf datées', () => {
    const toutes = fichiers(dist).filter((nom) => nom.endsWith('.html'));
    const deChaqueGenre = genres(dist).map((chemin) =>
      join(dist, chemin.endsWith('.html') ? chemin : `${chemin}index.html`),
    );
    const pages = new Set([...deChaqueGenre, ...toutes.filter((_, i) => i % UNE_SUR === 0)]);
    const restes = [...pages].flatMap((nom) => {
      const ou = adresse(dist, nom);
      if (DICTIONNAIRE.test(ou)) return [];
      return [...texteDe(nom).matchAll(/.{30}(?:9146|2025-(?:20)?26).{25}/g)]
        .filter(([extrait]) => !DATE.test(extrait))
        .map(([extrait]) => `${ou} : ${extrait}`);
    });
    expect(restes).toEqual([]);
    expect(texteDe(join(dist, 'procedure/index.html'))).toContain('circulaire 9999, § 3');
    expect(lire(dist, 'procedure/index.html')).toContain('Prenez en compte le nouvel OAD');
  });

  test('le dossier, le tableau et la page d’une option demandent les 14 élèves', () => {
    const norme = page(dist, 'options/2115').querySelector('#zones')?.parentElement;
    expect(norme?.textContent).toContain('au lieu de 14');
  });
});

describe('sans JavaScript', () => {
  test('les tableaux disent la norme d’une 4e, et le périmètre toutes les options', () => {
    const normes = page(construit, 'procedure/normes');
    const quatrieme = normes.querySelector('[data-regle="9146-4e"]');
    expect([...(quatrieme?.querySelectorAll('data') ?? [])].map((d) => d.textContent)).toEqual([
      '12',
      '10',
    ]);
    const lignes = page(construit, 'procedure/perimetre').querySelectorAll('#options tbody tr');
    expect(lignes.length).toBeGreaterThan(340);
  });

  test('une abréviation s’explique au clic, et le glossaire la donne', async () => {
    const { page: p, fermer } = await visiter('procedure/', { javaScriptEnabled: false });
    const bouton = p.locator('.terme button', { hasText: /^TC$/ });
    const bulle = p.locator('#terme-tc');
    expect(await bulle.isVisible()).toBe(false);
    await bouton.click();
    expect(await bulle.isVisible()).toBe(true);
    await bulle.getByRole('link').click();
    expect(new URL(p.url()).hash).toBe('#tc');
    await fermer();
  });
});

test('une bulle se montre au survol et au clavier, et Échap la ferme', async () => {
  const { page: p, fermer } = await visiter('procedure/');
  const bouton = p.locator('.terme button').first();
  const bulle = p.locator('.terme-bulle').first();
  await bouton.hover();
  expect(await bulle.isVisible()).toBe(true);
  await p.keyboard.press('Escape');
  expect(await bulle.isVisible()).toBe(false);
  await p.mouse.move(0, 0);
  await bouton.focus();
  await p.keyboard.press('Enter');
  expect(await bulle.isVisible()).toBe(true);
  expect(await violations(p)).toEqual([]);
  await fermer();
});

test('au clavier, Tab mène du terme au lien de sa bulle, qui reste ouverte', async () => {
  const { page: p, fermer } = await visiter('procedure/');
  await p.locator('.terme button').first().focus();
  await p.keyboard.press('Tab');
  const lien = p.locator('.terme-bulle').first().getByRole('link');
  expect(await lien.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await lien.isVisible()).toBe(true);
  await fermer();
});

test('le filtre du périmètre tolère une faute et se retient dans l’adresse', async () => {
  const { page: p, fermer } = await visiter('procedure/perimetre/?reponse=non_programmable');
  const lignes = p.locator('#options tbody tr:visible');
  const avant = await lignes.count();
  expect(avant).toBeGreaterThan(5);
  await p.getByLabel('Code, intitulé ou secteur').fill('menuisiee');
  expect(await lignes.count()).toBeLessThan(avant);
  expect(await lignes.first().innerText()).toContain('Menuisier');
  expect(p.url()).toContain('q=menuisiee');
  await fermer();
});
