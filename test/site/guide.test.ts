import { existsSync, readFileSync, statSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { empreinteDe, reperesDe, textesDIlot } from '../../pipelines/guide/empreinte.ts';
import { PAGES, PRISES_DE_VUE } from '../../pipelines/guide/vues.ts';
import { PARTIES } from '../../src/content/guide/chapitres.ts';
import { lirePage } from './nombres.ts';

const construit = inject('construit');
const DOSSIER = 'src/content/guide';
const empreintes: Record<string, string> = JSON.parse(
  readFileSync(`${DOSSIER}/empreintes.json`, 'utf8'),
);

test.each(PAGES)('le guide montre encore la page « $chemin » telle qu’elle est', (page) => {
  expect(
    empreinteDe(construit, page),
    `/${page.chemin} a changé depuis les vues du guide : lancez npm run guide`,
  ).toBe(empreintes[page.chemin]);
});

test('chaque vue prise est montrée, chaque vue montrée est prise', () => {
  const montrees = PARTIES.flatMap(({ chapitres }) => chapitres)
    .flatMap(({ etapes }) => etapes)
    .flatMap(({ vue }) => vue?.nom ?? []);
  expect(montrees.toSorted()).toEqual(PRISES_DE_VUE.map(({ nom }) => nom).toSorted());
  const chemins = new Set(PAGES.map(({ chemin }) => chemin));
  for (const { nom, page } of PRISES_DE_VUE) {
    expect(existsSync(`${DOSSIER}/vues/${nom}.webp`), nom).toBe(true);
    expect(chemins.has(page), page).toBe(true);
  }
  expect(lirePage('guide').querySelectorAll('.guide-vue img').length).toBe(PRISES_DE_VUE.length);
});

test('les vues et le PDF tiennent en un mégaoctet', () => {
  const fichiers = [
    ...PRISES_DE_VUE.map(({ nom }) => `${DOSSIER}/vues/${nom}.webp`),
    `${DOSSIER}/guide.pdf`,
  ];
  const poids = fichiers.map((fichier) => statSync(fichier).size).reduce((a, b) => a + b);
  expect(poids).toBeLessThanOrEqual(1024 * 1024);
});

test('une empreinte suit les mots d’une page, pas ses données', () => {
  const page = (bouton: string, nombre: string) =>
    `<main><h1>Zones</h1><button>${bouton} ${nombre} options</button><table><tbody><tr><td>${nombre}</td></tr></tbody></table></main>`;
  expect(reperesDe(page('Voir les', '12'))).toEqual(reperesDe(page('Voir les', '324')));
  expect(reperesDe(page('Voir les', '12'))).not.toEqual(reperesDe(page('Montrer les', '12')));
  expect(textesDIlot('<p title="x">Ajouter <b>{n}</b></p>')).toEqual(['Ajouter']);
});
