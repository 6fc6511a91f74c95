import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { barres } from '../../../src/charts/barres.ts';
import { barresSimples } from '../../../src/charts/barres-simples.ts';
import { courbe } from '../../../src/charts/courbe.ts';
import type { Barre } from '../../../src/charts/disposition.ts';
import { enXml } from '../../../src/charts/noeud.ts';
import { largeurTexte, tronquer } from '../../../src/charts/texte.ts';

const LONG =
  'Horticulteur spécialisé/Horticultrice spécialisée en aménagement de parcs et jardins et de toitures';
const barre = (cle: string, valeur: number, reste: Partial<Barre> = {}): Barre => ({
  cle,
  libelle: `Secteur ${cle}`,
  valeur,
  etiquette: String(valeur),
  ...reste,
});
const etapes = (valeurs: readonly (number | null)[], repere?: number) =>
  valeurs.map((valeur, i) => ({ annee: `${2019 + i}-${2020 + i}`, valeur, repere }));

const simples = (rangees: readonly Barre[], largeur: number): string =>
  enXml(
    barresSimples(rangees, {
      largeur,
      constat: 'De 12 à 30.',
      maximum: Math.max(...rangees.map(({ valeur }) => valeur)),
      repere: 'moyenne FWB : 22',
    }),
  );

const CAS: Record<string, (largeur: number) => string> = {
  barres: (largeur) =>
    barres([barre('1', 30, { repere: 22 }), barre('2', 12, { repere: 14 })], {
      largeur,
      constat: 'Le secteur 1 en compte 30.',
      repere: 'moyenne FWB',
    }),
  'valeur du repère au survol': (largeur) =>
    barres([barre('1', 30, { repere: 22, repereEcrit: '22,0' })], {
      largeur,
      constat: 'Le secteur 1 en compte 30.',
      repere: 'moyenne FWB',
    }),
  'zones comparées': (largeur) =>
    simples([barre('4', 30, { repere: 22 }), barre('6', 12)], largeur),
  'une zone à zéro': (largeur) => simples([barre('4', 0, { etiquette: 'sans objet' })], largeur),
  'noms très longs comparés': (largeur) => simples([barre('1', 7, { libelle: LONG })], largeur),
  'une option': (largeur) => barres([barre('1', 4)], { largeur, constat: 'Une seule option.' }),
  'aucun élève': (largeur) => barres([barre('1', 0)], { largeur, constat: 'Aucun élève.' }),
  'tout à zéro': (largeur) =>
    barres([barre('1', 0, { repere: 0 }), barre('2', 0, { repere: 0 })], {
      largeur,
      constat: 'Aucun élève.',
      repere: 'moyenne FWB',
    }),
  'sans alternance': (largeur) =>
    barres(
      [
        barre('PE', 1, { libelle: 'Plein exercice', etiquette: '100 %', repere: 0.9 }),
        barre('ALT', 0, { libelle: 'Alternance', etiquette: '0 %', repere: 0.1 }),
      ],
      { largeur, constat: 'Aucun élève ne suit une option en alternance.' },
    ),
  'titres très longs': (largeur) =>
    barres([barre('1', 7, { libelle: LONG, signe: 'tc-fc' }), barre('2', 2, { signe: 'fc' })], {
      largeur,
      constat: 'Un titre très long.',
    }),
  facettes: (largeur) =>
    barres(
      ['TC', 'FC', 'TC-FC'].flatMap((facette, i) =>
        ['1', '2'].map((cle) => barre(cle, i + Number(cle), { facette, seconde: i === 2 })),
      ),
      { largeur, constat: 'Trois petits multiples.', facettes: ['TC', 'FC', 'TC-FC'] },
    ),
  courbe: (largeur) => courbe(etapes([10, 12, 11], 9), largeur, 'De 10 à 11.'),
  'une année': (largeur) => courbe(etapes([10], 9), largeur, 'Une seule année.'),
  'courbe à zéro': (largeur) => courbe(etapes([0, 0, 0]), largeur, 'Rien en trois ans.'),
  'année sans valeur': (largeur) => courbe(etapes([4, null, 6]), largeur, 'Une année manque.'),
  'changement de période': (largeur) =>
    courbe(
      etapes([4, 5, 9]).map((e, i) => ({ ...e, periode: i < 2 ? 'avant' : 'depuis' })),
      largeur,
      'La dernière année ne se compare pas.',
    ),
};

describe.each(Object.entries(CAS))('%s', (_nom, tracer) => {
  test.each([320, 700])('à %i px, le SVG est celui qu’on attend', (largeur) => {
    expect(tracer(largeur).replaceAll('><', '>\n<')).toMatchSnapshot();
  });

  test('ni style, ni identifiant, ni nombre impossible ; le constat pour nom', () => {
    const svg = tracer(320);
    expect(svg).not.toMatch(/style|NaN|Infinity|undefined|\sid=/);
    const { document } = parseHTML(svg);
    expect(document.querySelector('svg')?.getAttribute('role')).toBe('img');
    expect(document.querySelector('svg')?.getAttribute('aria-label')).toMatch(/\.$/);
    for (const rect of document.querySelectorAll('rect')) {
      expect(Number(rect.getAttribute('width'))).toBeGreaterThanOrEqual(0);
    }
  });
});

test('sans aucune barre, la figure se refuse : la page dit pourquoi elle manque', () => {
  expect(() => barres([], { largeur: 320, constat: '' })).toThrow('Aucune barre');
});

test('une étiquette ne croise jamais le trait fin', () => {
  for (const repere of [5, 9, 10, 11, 14, 20, 40]) {
    const { document } = parseHTML(
      barres([barre('1', 10, { repere }), barre('2', 40)], { largeur: 700, constat: '.' }),
    );
    const trait = Number(document.querySelector('.repere line')?.getAttribute('x1'));
    const place = document.querySelector('.etiquette text')?.getAttribute('transform') ?? '';
    const debut = Number(place.match(/\((-?[\d.]+)/)?.[1]) + 7;
    const fin = debut + largeurTexte('10');
    expect(trait < debut || trait > fin, `repère ${repere}`).toBe(true);
  }
});

test('un titre trop long se coupe proprement', () => {
  expect(tronquer('Industrie', 200)).toBe('Industrie');
  const court = tronquer(LONG, 200);
  expect(court).toMatch(/^Horticulteur .*[^\s/,–-]…$/);
  expect(largeurTexte(court)).toBeLessThanOrEqual(200);
});
