import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { bref } from '../../../src/charts/zones/bref.ts';
import { SECTIONS } from '../../../src/charts/zones/index.ts';
import { enTexte } from '../../../src/phrases/phrase.ts';
import type { DossierZones } from '../../../src/query/zones/dossier.ts';
import { DEGENERES, PETIT, ZONE } from './dossiers.ts';

const figuresDe = (dossier: DossierZones) =>
  SECTIONS.flatMap(({ figures }) => figures).map((figure) => figure(dossier, ZONE));

describe('chaque figure d’une page de zone, sur un petit dossier', () => {
  test.each(figuresDe(PETIT).map((f) => [f.id, f] as const))('%s', (_id, figure) => {
    expect(enTexte(figure.constat)).toMatchSnapshot();
    expect(figure.dessin?.(320).replaceAll('><', '>\n<')).toMatchSnapshot();
  });

  test('en bref', () => {
    const resume = bref(PETIT, ZONE, true);
    expect(enTexte(resume.chapeau)).toMatchSnapshot();
    for (const { cle, dessin } of resume.cartons) expect(dessin, cle).toMatchSnapshot();
  });
});

describe.each(Object.entries(DEGENERES))('%s', (_nom, dossier) => {
  const figures = [bref(dossier, ZONE, true), ...figuresDe(dossier)];

  test('chaque constat se lit', () => {
    expect(figures.map((f) => `${f.id} : ${enTexte(f.constat)}`)).toMatchSnapshot();
    for (const { id, constat } of figures) {
      expect(enTexte(constat), id).toMatch(/^[A-ZÀ-Ý1-9].*\.$/);
      expect(enTexte(constat), id).not.toMatch(
        /NaN|Infinity|undefined|\bnull\b|(?<!\d)0 (à|sont|est|en|ne|l’|vers|occurrence)|[Ll]es 1 /,
      );
    }
  });

  test.each([320, 700])('à %i px, un dessin sain, ou la raison de son absence', (largeur) => {
    for (const { id, dessin, absence } of figures) {
      const svg = dessin?.(largeur);
      if (!svg) expect(absence?.length, id).toBeGreaterThan(15);
      else {
        expect(svg, id).not.toMatch(/NaN|Infinity|undefined|style/);
        for (const rect of parseHTML(svg).document.querySelectorAll('rect')) {
          expect(Number(rect.getAttribute('width') ?? 0), id).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });
});
