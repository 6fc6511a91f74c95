import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { barres } from '../../../src/charts/barres.ts';
import { csvDuTableau } from '../../../src/charts/csv.ts';
import { enSvg } from '../../../src/charts/fichier.ts';
import { lienOption, nombres } from '../../../src/charts/figure.ts';
import { grille } from '../../../src/charts/grille.ts';
import { couperEnLignes, largeurTexte } from '../../../src/charts/texte.ts';
import { nbEntier, nbPart } from '../../../src/phrases/phrase.ts';

const TRACE = barres(
  [
    { cle: '1', libelle: 'Arts & métiers', valeur: 3, etiquette: '3', repere: 2 },
    { cle: '2', libelle: 'Autres', valeur: 1, etiquette: '1', seconde: true },
  ],
  { largeur: 700, constat: 'Trois.', repere: 'moyenne FWB' },
);
const CARTOUCHE = {
  titre: 'Zone Liège : par secteur',
  constat: 'Dans cette édition fictive : le secteur « Arts & métiers » en compte 3.',
  sources: ['2023-2024, au 15 janvier · nature : démonstration · Tirage au sort', 'OAD ouvert'],
};

describe('le fichier SVG d’une figure', () => {
  const svg = enSvg(TRACE, CARTOUCHE);

  test('dit son titre, son constat, son année, sa nature et sa source', () => {
    const texte = parseHTML(svg).document.querySelector('svg')?.textContent ?? '';
    for (const dit of [CARTOUCHE.titre, 'Dans cette édition fictive', ...CARTOUCHE.sources]) {
      expect(texte).toContain(dit);
    }
  });

  test('porte ses couleurs en attributs, une fois chacun, sans classe ni style', () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="748" height="\d+"/);
    expect(svg).not.toMatch(/class=|style|var\(|currentColor|&nbsp;|NaN/);
    for (const [balise] of svg.matchAll(/<\w+[^>]*>/g)) {
      const noms = [...balise.matchAll(/ ([\w-]+)="/g)].map(([, nom]) => nom);
      expect(new Set(noms).size, balise).toBe(noms.length);
    }
    expect(svg).toContain('fill="#8b8474"');
    expect(svg).toContain('Arts &amp; métiers');
  });

  test('une grille de petites figures reste un SVG', () => {
    const cases = [1, 2, 3, 4].map((n) => ({
      grand: `${n}`,
      titre: 'élèves',
      note: 'FWB',
      trace: TRACE,
    }));
    const { document } = parseHTML(enSvg(grille(cases), CARTOUCHE));
    expect(document.querySelectorAll('rect').length).toBeGreaterThan(8);
    expect(enSvg(grille([]), CARTOUCHE)).toContain('<svg');
  });
});

test('le CSV d’une figure : RFC 4180, nombres bruts, contexte à chaque rangée', () => {
  const csv = csvDuTableau(
    {
      titre: 'Options',
      colonnes: [{ titre: 'Option' }, { titre: 'Code' }, nombres('Élèves'), nombres('Part')],
      rangees: [
        { cle: 'a', cellules: ['Vente, « mode »', lienOption('5123'), nbEntier('e', 1200), null] },
        { cle: 'b', cellules: ['Dite "B"', lienOption('0101'), null, nbPart('p', 0.125)] },
      ],
    },
    [
      ['zone', '4'],
      ['nature', 'démonstration'],
    ],
  );
  expect(csv).toBe(
    'zone,nature,Option,Code,Élèves,Part\r\n' +
      '4,démonstration,"Vente, « mode »",5123,1200,\r\n' +
      '4,démonstration,"Dite ""B""",0101,,0.125\r\n',
  );
});

test('un texte se coupe en lignes qui tiennent', () => {
  const texte =
    'Sur 520 occurrences soumises à une norme de maintien, 271 seraient sous leur norme.';
  const lignes = couperEnLignes(texte, 200);
  expect(lignes.join(' ')).toBe(texte);
  for (const ligne of lignes) expect(largeurTexte(ligne)).toBeLessThanOrEqual(200);
  expect(couperEnLignes('anticonstitutionnellement', 20)).toEqual(['anticonstitutionnellement']);
});
